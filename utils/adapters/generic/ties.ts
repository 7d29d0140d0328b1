/** Who answers whom: what the page says, then how it nests, then how it indents. */
import { fold } from '../../core/normalize';
import { parentsByDepth } from '../tree';
import { depthsOf } from './depth';
import type { Outline } from './outline';
import type { List } from './read';
import { hintsOf, type Shapes } from './shape';

export interface Tie {
  parent: Element;
  /** Read from indentation or order, not said by the page. */
  inferred: boolean;
}

const PARENT_ATTRIBUTES = [
  'data-parent-id',
  'data-parentid',
  'data-parent',
  'data-parent-comment-id',
  'data-parent-post-id',
  'data-reply-to',
  'data-replyto',
  'data-reply-to-id',
  'data-in-reply-to',
  'data-in-reply-to-id',
  'parent-id',
  'parentid',
];
const NAME_ATTRIBUTES = [
  'id',
  'data-id',
  'data-comment-id',
  'data-post-id',
  'data-commentid',
  'data-message-id',
  'data-uid',
];
const ANSWERS =
  /in-?reply|reply-?(to|parent)\b|replied|parent-?(link|comment|post)?\b|respond(s|ing)?-?to|respuesta-a|antwort-auf/i;
const REPLIES =
  /repl(y|ies)|child|kids|nested|respuesta|antwort|r[eé]ponse|sub-?comment|responses|answers|thread-?(body|children)|descend/i;
const QUOTING = 'blockquote,[class*="quote" i]:not(a):not(body),td.alt2';
const HIGHEST = 8;

/** Ties of all items of the lists. Items are given in document order. */
export function tiesOf(
  lists: readonly List[],
  items: readonly Element[],
  outlines: ReadonlyMap<Element, Outline>,
): Map<Element, Tie> {
  const ties = new Map<Element, Tie>();
  const held = holdersOf(items);
  const names = namesOf(items, held);
  const all = new Set(items);
  const shapes = lists[0]?.shapes as Shapes;
  for (const item of items) {
    const said = saidBy(item, outlines.get(item) as Outline, names);
    if (said) ties.set(item, { parent: said, inferred: false });
    else {
      const tie = nestedIn(item, all, held, shapes);
      if (tie) ties.set(item, tie);
    }
  }
  for (const list of lists) {
    // Nesting that says something is not contradicted by margins.
    if (list.items.some((item) => ties.has(item)) || list.items.length < 2) continue;
    const lone = (element: Element) => held.get(element)?.count === 1;
    // "12 more replies" stands in the list as well, as deep as it likes.
    const posts = list.items.filter((item) => isSaid(list, outlines.get(item) as Outline));
    const depths = depthsOf(
      posts.map((item) => outlines.get(item) as Outline),
      lone,
    );
    if (!depths) continue;
    const parents = parentsByDepth(
      depths.map((depth, i) => ({ id: String(i), depth })),
      null,
    );
    for (const [child, parent] of parents) {
      if (parent === null) continue;
      ties.set(posts[Number(child)] as Element, { parent: posts[Number(parent)] as Element, inferred: true });
    }
  }
  answersToQuestion(items, ties);
  return ties;
}

/** Whether an item names its author. */
function isSaid({ places, plan }: List, outline: Outline): boolean {
  const named = places.name(outline).places;
  return !plan.authors.length || plan.authors.some((place) => named.includes(place));
}

interface Held {
  count: number;
  first: Element;
}

/** How many items each element above them holds. */
function holdersOf(items: readonly Element[]): Map<Element, Held> {
  const held = new Map<Element, Held>();
  for (const item of items) {
    let up: Element | null = item;
    for (let i = 0; up && i < HIGHEST; i++, up = up.parentElement) {
      const here = held.get(up);
      if (here) here.count++;
      else held.set(up, { count: 1, first: item });
    }
  }
  return held;
}

/** By every name an item goes by on the page. A name of two goes to nobody. */
function namesOf(items: readonly Element[], held: ReadonlyMap<Element, Held>): Map<string, Element | null> {
  const names = new Map<string, Element | null>();
  const add = (name: string | null | undefined, item: Element) => {
    if (!name || name.length > 120) return;
    const known = names.get(name);
    if (known === undefined) names.set(name, item);
    else if (known !== item) names.set(name, null);
  };
  for (const item of items) {
    // The element that bears the name may be a frame around one post.
    for (let named: Element | null = item, i = 0; named && i < HIGHEST; named = named.parentElement, i++) {
      if (i && held.get(named)?.count !== 1) break;
      for (const name of NAME_ATTRIBUTES) {
        const value = named.getAttribute(name);
        add(value, item);
        // `comment-12` is called 12 by those who answer it.
        add(/[-_](\d+|[0-9a-f]{6,})$/i.exec(value ?? '')?.[1], item);
      }
    }
    add(item.querySelector('a[name]')?.getAttribute('name'), item);
  }
  return names;
}

function saidBy(
  item: Element,
  { elements, leaves }: Outline,
  names: ReadonlyMap<string, Element | null>,
): Element | null {
  const other = (name: string | null | undefined): Element | null => {
    const found = name ? names.get(name.replace(/^#/, '')) : null;
    return found && found !== item && !item.contains(found) && isBefore(found, item) ? found : null;
  };
  for (const name of PARENT_ATTRIBUTES) {
    const found = other(item.getAttribute(name));
    if (found) return found;
  }
  for (let i = 1; i < elements.length; i++) {
    const element = elements[i] as Element;
    if (element.localName !== 'a' || !element.hasAttribute('href')) continue;
    if (i >= 40 && !element.closest(QUOTING)) continue;
    const href = element.getAttribute('href') as string;
    const hash = /#([^#]{1,120})$/.exec(href)?.[1];
    const hints = hintsOf(element) + (element.parentElement === item ? '' : hintsOf(element.parentElement as Element));
    const found = other(hash) ?? (/in-?reply-?to/i.test(hints) ? other(/\/([\w-]+)\/?$/.exec(href)?.[1]) : null);
    if (!found) continue;
    // The arrow of a quote leads to the post it was taken from.
    if (ANSWERS.test(hints) || element.closest(QUOTING)) return found;
    // "▸ Ana", "@Ana": a link to a post that is called by its author's name.
    const words = fold(element.textContent ?? '').replace(/^[^\p{L}\p{N}]+/u, '');
    if (words.length > 1 && leaves.length && fold((found.textContent ?? '').slice(0, 200)).includes(words))
      return found;
  }
  return null;
}

function isBefore(a: Element, b: Element): boolean {
  return Boolean(a.compareDocumentPosition(b) & 4) || a.contains(b);
}

/** Inside another post, or in a list of replies that stands right after it. */
function nestedIn(
  item: Element,
  all: ReadonlySet<Element>,
  held: ReadonlyMap<Element, Held>,
  shapes: Shapes,
): Tie | null {
  let kin: Element = item;
  let isHinted = false;
  for (let i = 0; i < 60; i++) {
    const holder: Element | null = kin.parentElement;
    if (!holder || holder.localName === 'body') return null;
    if (kin !== item && i < HIGHEST) {
      isHinted ||= REPLIES.test(hintsOf(kin));
      const before = beforeKin(kin, all, held, shapes);
      if (before && (isHinted || firstsIn(holder, all, held) === 1)) return { parent: before, inferred: !isHinted };
    }
    if (all.has(holder)) return { parent: holder, inferred: false };
    kin = holder;
  }
  return null;
}

/** The post that stands before `kin` beside it, where `kin` is not one of a row of like holders of one post each. */
function beforeKin(
  kin: Element,
  all: ReadonlySet<Element>,
  held: ReadonlyMap<Element, Held>,
  shapes: Shapes,
): Element | null {
  let before = kin.previousElementSibling;
  for (let i = 0; before && i < 4; i++, before = before.previousElementSibling) {
    if (all.has(before)) return before;
    const holds = held.get(before);
    if (!holds) continue;
    return holds.count === 1 && shapes.of(before) !== shapes.of(kin) ? holds.first : null;
  }
  return null;
}

/** How many posts stand in `holder` without a holder of many between. */
function firstsIn(holder: Element, all: ReadonlySet<Element>, held: ReadonlyMap<Element, Held>): number {
  let count = 0;
  for (let child = holder.firstElementChild; child; child = child.nextElementSibling) {
    if (all.has(child)) count++;
    else if (held.has(child)) return count || 1;
    if (count > 1) return count;
  }
  return count;
}

/** schema.org: an answer stands beside its question, not in it. */
function answersToQuestion(items: readonly Element[], ties: Map<Element, Tie>): void {
  const isAnswer = (item: Element) => /(suggested|accepted)Answer/.test(item.getAttribute('itemprop') ?? '');
  const question = items[0];
  if (!question || isAnswer(question)) return;
  for (const item of items)
    if (isAnswer(item) && !ties.has(item)) ties.set(item, { parent: question, inferred: false });
}
