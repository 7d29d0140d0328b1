/** The conversation of a page: lists found in its markup, posts told of as data, and who answers whom. */
import type { Page, RawPost } from '../contract';
import { readBody } from '../dom';
import { cleanUrl } from '../links';
import { baseOf } from '../resolve';
import { findLists, pageThread, titleOf } from './find';
import { openingOf } from './opening';
import { type Outline, outlineOf } from './outline';
import { createSpoken } from './quoted';
import { idOf, type List, rawOf } from './read';
import { type Subject, subjectOf } from './subject';
import { type Tie, tiesOf } from './ties';
import { compared, type Told, telling, toldElements, toldPosts } from './told';

export interface Conversation {
  /** Elements of posts, in document order. */
  items: Element[];
  /** null: no post after all. */
  read(item: Element): RawPost | null;
}

/** `root`: where to look for lists, the whole page when absent. */
export function* converse(page: Page, root?: ShadowRoot): Generator<undefined, Conversation> {
  let lists = yield* findLists(page, root);
  const listOf = new Map<Element, List>();
  for (const list of lists) for (const item of list.items) if (!listOf.has(item)) listOf.set(item, list);
  yield;
  const told = toldPosts(page);
  const toldOf = new Map<Element, Told>();
  if (told.length) {
    yield;
    matchTold(told, listOf, toldOf, page);
    const known = new Set(toldOf.values());
    const alone = toldElements(
      page,
      told.filter((post) => !known.has(post)),
      [...toldOf.keys()],
    );
    yield;
    // A list of which the data knows nothing, beside posts it tells of, is something else.
    if (toldOf.size + alone.size > 2 && toldOf.size + alone.size >= told.length * 0.5) {
      const isKnown = (list: List) => list.items.some((item) => toldOf.has(item)) || coversAny(list, [...alone.keys()]);
      lists = lists.filter((list) => isKnown(list) || list.trust >= 2);
      for (const [item, list] of listOf) if (!lists.includes(list)) listOf.delete(item);
    }
    for (const [element, post] of alone) {
      const holder = holderOf(element, listOf);
      if (holder) {
        if (!toldOf.has(holder)) toldOf.set(holder, post);
      } else if (!holdsAny(element, listOf)) toldOf.set(element, post);
    }
  }
  const items = [...new Set([...listOf.keys(), ...toldOf.keys()])].sort((a, b) =>
    a.compareDocumentPosition(b) & 4 ? -1 : 1,
  );
  const listed = items.filter((item) => listOf.has(item));
  const outlines = new Map<Element, Outline>();
  const all = new Set(items);
  const outline = (item: Element, list: List) => {
    let known = outlines.get(item);
    if (!known) {
      known = outlineOf(item, list.shapes, all);
      outlines.set(item, known);
    }
    return known;
  };
  for (const [i, item] of listed.entries()) {
    outline(item, listOf.get(item) as List);
    if (i % 20 === 19) yield;
  }
  const ties = tiesOf(lists, listed, outlines);
  toldTies(toldOf, ties);
  yield;
  const main = lists[0];
  const opening = main ? openingOf(main, listed, ties.size > 0, page) : null;
  if (opening && !items.some((item) => item.contains(opening.item) || opening.item.contains(item)))
    items.unshift(opening.item);
  yield;
  const ids = new Map<Element, string | null>();
  const spoken = createSpoken();
  let subject: Subject | null = null;
  const plain = (item: Element): RawPost | null => {
    if (subject && item === subject.item) return subject.raw;
    const list = listOf.get(item);
    const post = toldOf.get(item);
    if (!list) return post ? rawOfTold(item, post, page) : null;
    const read = rawOf(outline(item, list), list, page);
    if (!read) return post ? rawOfTold(item, post, page) : null;
    return post ? completed(read.raw, post, page) : read.raw;
  };
  const idFor = (item: Element): string | null => {
    let id = ids.get(item);
    if (id === undefined) {
      id = plain(item)?.id ?? null;
      ids.set(item, id);
    }
    return id;
  };
  subject = opening ? null : subjectOf(items, plain, page);
  return {
    items,
    read(item) {
      if (opening && item === opening.item) return opening.raw;
      const raw = plain(item);
      ids.set(item, raw?.id ?? null);
      if (!raw) return null;
      const tie = ties.get(item);
      const below = subject && subject.item.compareDocumentPosition(item) & 4 ? subject.raw.id : opening?.raw.id;
      const parentId = tie ? idFor(tie.parent) : (spoken.quotedBy(raw) ?? below);
      spoken.add(raw);
      if (!parentId || parentId === raw.id) return raw;
      return { ...raw, parentId, parentInferred: !tie || tie.inferred || undefined };
    },
  };
}

/** By their first words, and by their author where two begin alike. */
function matchTold(
  told: readonly Told[],
  listOf: ReadonlyMap<Element, List>,
  toldOf: Map<Element, Told>,
  page: Page,
): void {
  const byWords = new Map<string, Told[]>();
  for (const post of told) {
    const words = telling(post.text);
    byWords.set(words, [...(byWords.get(words) ?? []), post]);
  }
  const all = new Set(listOf.keys());
  for (const [item, list] of listOf) {
    const read = rawOf(outlineOf(item, list.shapes, all), list, page);
    if (!read?.raw.text) continue;
    const fits = byWords.get(telling(read.raw.text)) ?? [];
    const name = compared(read.raw.author.name);
    const post = fits.find((one) => compared(one.name) === name) ?? (fits.length === 1 ? fits[0] : undefined);
    if (!post) continue;
    toldOf.set(item, post);
    fits.splice(fits.indexOf(post), 1);
  }
}

function coversAny(list: List, elements: readonly Element[]): boolean {
  return elements.some((element) => {
    for (let up: Element | null = element; up; up = up.parentElement) if (list.all.has(up)) return true;
    return false;
  });
}

function holderOf(element: Element, listOf: ReadonlyMap<Element, List>): Element | null {
  for (let up: Element | null = element; up; up = up.parentElement) if (listOf.has(up)) return up;
  return null;
}

function holdsAny(element: Element, listOf: ReadonlyMap<Element, List>): boolean {
  for (const item of listOf.keys()) if (element.contains(item)) return true;
  return false;
}

function toldTies(toldOf: ReadonlyMap<Element, Told>, ties: Map<Element, Tie>): void {
  const elementOf = new Map([...toldOf].map(([element, post]) => [post, element]));
  for (const [element, post] of toldOf) {
    const parent = post.parent && elementOf.get(post.parent);
    if (parent && (!ties.has(element) || ties.get(element)?.inferred)) ties.set(element, { parent, inferred: false });
  }
}

/** What the page does not show and the data tells. */
function completed(raw: RawPost, post: Told, page: Page): RawPost {
  const permalink = raw.permalink ?? cleanUrl(post.url, baseOf(page));
  return {
    ...raw,
    ...(permalink &&
      !raw.permalink && { id: idOf({ permalink, machine: null, shown: null, name: '', text: '' }, page) }),
    ...(post.kind === 'review' && { kind: 'review' as const }),
    permalink,
    author: { ...raw.author, name: raw.author.name || post.name, href: raw.author.href ?? post.href },
    time: { ...raw.time, machine: raw.time?.machine ?? post.date },
  };
}

function rawOfTold(item: Element, post: Told, page: Page): RawPost {
  const shown = bodyOf(item, post);
  const permalink = cleanUrl(post.url, baseOf(page));
  const parts = { permalink, machine: post.date, shown: null, name: post.name, text: post.text };
  return {
    id: idOf(parts, page),
    ...(post.kind === 'review' && { kind: 'review' as const }),
    permalink,
    threadId: pageThread(page),
    threadTitle: titleOf(page),
    author: { name: post.name, href: post.href },
    ...(shown ?? { text: post.text }),
    lang: item.getAttribute('lang'),
    time: { machine: post.date },
  };
}

/** The words as the page shows them, with their line breaks: the smallest element that holds about as many. */
function bodyOf(item: Element, post: Told): Pick<RawPost, 'text' | 'quotes'> | null {
  const words = telling(post.text);
  const length = compared(post.text).length;
  let body: Element | null = null;
  const walker = item.ownerDocument.createTreeWalker(item, 1);
  for (let node: Node | null = item; node; node = walker.nextNode()) {
    const text = compared((node as Element).textContent ?? '');
    if (text.startsWith(words) && text.length >= length * 0.9) body = node as Element;
  }
  return body && readBody(body, { quotes: 'blockquote' });
}
