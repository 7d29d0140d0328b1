/**
 * Posts a page tells machines of, as JSON-LD. They count only where the page shows their words as well: what nobody can read
 * here was not heard here. Missing are mostly the line breaks and links, which the page itself has.
 */
import { fold } from '../../core/normalize';
import type { Page } from '../contract';
import { textOf } from '../dom';

export interface Told {
  kind: 'post' | 'reply' | 'review' | undefined;
  id: string | null;
  url: string | null;
  name: string;
  href: string | null;
  text: string;
  date: string | null;
  parent: Told | null;
  parentId: string | null;
}

const POSTS = /^(DiscussionForumPosting|SocialMediaPosting|Question)$/;
const REPLIES = /^(Comment|Answer|CorrectionComment|UserComments)$/;
const REVIEWS = /^(Review|UserReview|CriticReview)$/;
/** Where posts hang from what they answer, or from a thing they are about. */
const BELOW = ['comment', 'suggestedAnswer', 'acceptedAnswer', 'review', 'reviews', 'replies'];
const AROUND = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'itemListElement',
  'item',
  'hasPart',
  'itemReviewed',
  'about',
];
const LARGEST = 2_000_000;
const MOST = 5000;
const DEEPEST = 60;

type Node = Record<string, unknown>;

/** All posts told of, parents before their replies. */
export function toldPosts(page: Page): Told[] {
  return page.memo('told', () => {
    const told: Told[] = [];
    for (const script of page.document.querySelectorAll('script[type="application/ld+json" i]')) {
      const source = script.textContent ?? '';
      if (source.length > LARGEST || !/Comment|Posting|Review|Question/.test(source)) continue;
      collect(parsed(source), told);
    }
    const byId = new Map(told.flatMap((post) => [post.id, post.url].map((id) => [id, post] as const)));
    for (const post of told) if (!post.parent && post.parentId) post.parent = byId.get(post.parentId) ?? null;
    // One review is the page's own article.
    const reviews = told.filter(({ kind }) => kind === 'review');
    return told.filter((post) => post.name && post.text && (post.kind !== 'review' || reviews.length > 1));
  });
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*(<!--|\/\/<!\[CDATA\[)/, '').replace(/(-->|\/\/\]\]>)\s*$/, ''));
  } catch {
    return null;
  }
}

/** Not recursive: what a page nests may be as deep as it likes. */
function collect(root: unknown, told: Told[]): void {
  const open: { value: unknown; above: Told | null; depth: number }[] = [{ value: root, above: null, depth: 0 }];
  const met = new Set<unknown>();
  for (let next = open.shift(); next && told.length < MOST; next = open.shift()) {
    const { value, above, depth } = next;
    if (depth > DEEPEST || typeof value !== 'object' || value === null || met.has(value)) continue;
    met.add(value);
    if (Array.isArray(value)) {
      for (const one of value.slice(0, MOST)) open.push({ value: one, above, depth: depth + 1 });
      continue;
    }
    const node = value as Node;
    const post = postOf(node, above);
    if (post) told.push(post);
    for (const name of BELOW) if (node[name]) open.push({ value: node[name], above: post, depth: depth + 1 });
    for (const name of AROUND) if (node[name]) open.push({ value: node[name], above: null, depth: depth + 1 });
  }
}

function postOf(node: Node, above: Told | null): Told | null {
  const types = [node['@type']].flat().filter((type) => typeof type === 'string');
  const is = (pattern: RegExp) => types.some((type) => pattern.test(type.replace(/^.*[/:#]/, '')));
  const kind = is(REVIEWS) ? 'review' : is(POSTS) ? 'post' : is(REPLIES) ? undefined : null;
  if (kind === null) return null;
  const author = [node.author ?? node.creator].flat()[0];
  const person = typeof author === 'object' && author !== null ? (author as Node) : null;
  const parent = [node.parentItem].flat()[0];
  return {
    kind,
    id: word(node['@id']) ?? word(node.identifier),
    url: word(node.url) ?? link(node['@id']),
    name: plain(word(author) ?? word(person?.name) ?? ''),
    href: link(person?.url) ?? link(person?.['@id']) ?? link([person?.sameAs].flat()[0]),
    text: plain(word(node.text) ?? word(node.reviewBody) ?? word(node.articleBody) ?? word(node.commentText) ?? ''),
    date: word(node.datePublished) ?? word(node.dateCreated) ?? word(node.commentTime) ?? word(node.uploadDate),
    parent: above,
    parentId:
      typeof parent === 'object' && parent !== null
        ? (word((parent as Node)['@id']) ?? word((parent as Node).url))
        : word(parent),
  };
}

function word(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value : typeof value === 'number' ? String(value) : null;
}

function link(value: unknown): string | null {
  return typeof value === 'string' && /^(https?:|\/|\.|#)/.test(value) ? value : null;
}

/** Some write markup into it, some write it twice escaped. */
function plain(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const body = new DOMParser().parseFromString(
    text.slice(0, 200_000).replace(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n$&'),
    'text/html',
  ).body;
  const words = body.textContent ?? '';
  return /&\w+;|<\w+[^>]*>/.test(words)
    ? words.replace(/<[^>]{1,300}>/g, ' ').replace(/&(amp|quot|lt|gt|nbsp|#39);/g, ' ')
    : words;
}

/** Words as compared: the same in markup and in data. */
export function compared(text: string): string {
  return fold(text.slice(0, 1200)).replace(/[^\p{L}\p{N}]+/gu, '');
}
/** As much of a text as tells it from any other. */
const TELLING = 60;

export function telling(text: string): string {
  return compared(text.slice(0, 300)).slice(0, TELLING);
}

/** Elements of posts told of that no list holds, each as large as it may be without holding another. */
export function toldElements(page: Page, told: readonly Told[], taken: readonly Element[]): Map<Element, Told> {
  const places = new Map<Told, Element>();
  const missing = new Map<string, Told>();
  for (const post of told) {
    const anchored = anchorOf(post, page);
    if (anchored) places.set(post, anchored);
    else if (telling(post.text).length >= 8) missing.set(telling(post.text), post);
  }
  if (missing.size) findWords(page, missing, places);
  const held = new Map<Element, number>();
  for (const place of [...places.values(), ...taken])
    for (let up: Element | null = place; up; up = up.parentElement) held.set(up, (held.get(up) ?? 0) + 1);
  const items = new Map<Element, Told>();
  for (const [post, place] of places) {
    let item = place;
    // Alone on its page, a post is as large as what bears its author's name.
    while (item.parentElement && item.parentElement.localName !== 'body' && held.get(item.parentElement) === 1) {
      if (places.size + taken.length === 1 && textOf(item).includes(post.name)) break;
      item = item.parentElement;
    }
    if (!items.has(item)) items.set(item, post);
  }
  return items;
}

function anchorOf(post: Told, page: Page): Element | null {
  const hash = /#([^#]+)$/.exec(post.url ?? post.id ?? '')?.[1];
  const element = hash ? page.document.getElementById(decoded(hash)) : null;
  return element && compared(textOf(element)).includes(telling(post.text)) ? element : null;
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** The innermost elements whose words begin as those that are missing do. */
function findWords(page: Page, missing: Map<string, Told>, places: Map<Told, Element>): void {
  const starts = new Map<string, string[]>();
  for (const words of missing.keys()) {
    const key = words.slice(0, 8);
    starts.set(key, [...(starts.get(key) ?? []), words]);
  }
  const walker = page.document.createTreeWalker(page.document.body, 4);
  for (let node = walker.nextNode() as Text | null; node && missing.size; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || node.length < 2 || /^(script|style|noscript|template|textarea)$/.test(parent.localName)) continue;
    const begin = compared(node.data.slice(0, 120));
    if (!begin) continue;
    for (const [key, candidates] of begin.length >= 8
      ? [[begin.slice(0, 8), starts.get(begin.slice(0, 8)) ?? []] as const]
      : starts) {
      if (!key.startsWith(begin.slice(0, 8))) continue;
      for (const words of candidates) {
        const post = missing.get(words);
        let holder: Element | null = parent;
        for (let i = 0; post && holder && i < 4; i++, holder = holder.parentElement) {
          if (!compared(holder.textContent ?? '').startsWith(words)) continue;
          places.set(post, holder);
          missing.delete(words);
          break;
        }
      }
    }
  }
}
