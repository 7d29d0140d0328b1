/** Finds the conversation of a page, or that there is none. */
import type { Page } from '../contract';
import { keepMarks, TimeSense, timeMarks } from './marks';
import { outlineOf, Places } from './outline';
import { planOf } from './plan';
import { type List, partsOf } from './read';
import { calledPosts, hostOf } from './semantic';
import { Shapes } from './shape';
import { type Unit, unitsOf } from './units';
import { verdictOf } from './verdict';

const MOST_MARKS = 25_000;
const SAMPLE = 24;
/** Groups worth a closer look, largest first. */
const MOST_GROUPS = 16;

/** In steps, so that a large page is looked at in slices: each `yield` is a place to pause. */
export function* findLists(
  page: Page,
  root: (ParentNode & Node) | null = page.document.body,
): Generator<undefined, List[]> {
  if (!root) return [];
  const shapes = new Shapes();
  const language = page.document.documentElement.getAttribute('lang');
  const near = [...new Set([language?.toLowerCase().split('-')[0] ?? 'en', 'en', 'es'])];
  let marks = yield* timeMarks(root, new TimeSense(page.now, near, true), MOST_MARKS);
  // A page that does not say its language, or the wrong one.
  if (marks.length < 2) marks = yield* timeMarks(root, new TimeSense(page.now, near, false), MOST_MARKS);
  keepMarks(marks, page);
  const sense = new TimeSense(page.now, near, true);
  const marked = new Set(marks);
  const candidates: Candidate[] = [];
  const met = new Set<string>();
  for (const { items, nested, kind, trust } of yield* unitsToTry(root, marks, shapes)) {
    const name = `${items.length} ${identify(items[0] as Element)} ${identify(items[items.length - 1] as Element)}`;
    if (met.has(name)) continue;
    met.add(name);
    const all = new Set(items);
    const sample = sampleOf(items);
    const outlines = sample.map((item) => outlineOf(item, shapes, all));
    const places = new Places(outlines);
    yield;
    const plan = planOf(outlines, sense, marked);
    yield;
    const list: List = {
      items,
      nested,
      all,
      places,
      shapes,
      plan,
      kind,
      trust,
      host: null,
      isQuoteBody: false,
      isTimed: false,
      isLinked: false,
      title: titleOf(page),
      threadId: pageThread(page),
    };
    if (trust >= 1 && !plan.authors.length) list.host = hostOf(page);
    const score = verdictOf(list, outlines, page);
    if (score >= LEAST) candidates.push({ list, score });
    yield;
  }
  candidates.sort((a, b) => worthOf(b) - worthOf(a));
  return accepted(candidates, page);
}

interface Trial extends Unit {
  kind: 'post' | 'review' | undefined;
  trust: number;
}

function* unitsToTry(root: ParentNode, marks: readonly Element[], shapes: Shapes): Generator<undefined, Trial[]> {
  const trials: Trial[] = calledPosts(root).map((called) => ({ ...called, nested: true }));
  yield;
  for (const group of groupsOf(marks, shapes)) {
    for (const unit of unitsOf(group, shapes))
      if (unit.items.length > 1) trials.push({ ...unit, kind: undefined, trust: 0 });
    yield;
  }
  return trials.sort((a, b) => b.trust - a.trust || b.items.length - a.items.length).slice(0, MOST_GROUPS);
}

const identities = new WeakMap<Element, number>();
let identity = 0;
function identify(element: Element): number {
  let id = identities.get(element);
  if (id === undefined) {
    identity += 1;
    id = identity;
    identities.set(element, id);
  }
  return id;
}

/** Marks that look alike, from close likeness to loose: the loose ones join what a detail parts. */
function groupsOf(marks: readonly Element[], shapes: Shapes): Element[][] {
  const groups = new Map<string, Element[]>();
  for (const mark of marks) {
    const shape = shapes.of(mark);
    const parent = mark.parentElement ? shapes.of(mark.parentElement) : '';
    for (const key of [`${shape}<${parent}`, shape, mark.localName]) {
      const group = groups.get(key);
      if (group) group.push(mark);
      else groups.set(key, [mark]);
    }
  }
  const sizes = new Set<string>();
  return [...groups.values()].filter((group) => {
    const name = `${group.length} ${identify(group[0] as Element)} ${identify(group[group.length - 1] as Element)}`;
    if (group.length < 2 || sizes.has(name)) return false;
    sizes.add(name);
    return true;
  });
}

interface Candidate {
  list: List;
  score: number;
}

function worthOf({ list, score }: Candidate): number {
  return score ** 1.5 * Math.log2(1 + list.items.length);
}

/** Surer than this, or the page has no conversation. */
const LEAST = 1.5;

/** Better lists first. A list that overlaps a better one is another reading of the same posts, unless it answers them. */
function accepted(candidates: Candidate[], page: Page): List[] {
  const taken: List[] = [];
  for (const { list } of candidates) {
    const relations = taken.map((other) => relationOf(list, other, page));
    if (relations.includes('clash')) continue;
    if (!taken.length || relations.includes('related')) taken.push(list);
  }
  return taken;
}

type Relation = 'clash' | 'related' | 'apart';

/** Comments below answers are related; two readings of the same words clash. */
function relationOf(list: List, other: List, page: Page): Relation {
  const below = standingIn(list, other, page);
  if (below === 'clash') return below;
  const above = standingIn(other, list, page);
  return above === 'apart' ? below : above;
}

/** How the items of `inner` stand inside those of `outer`. */
function standingIn(inner: List, outer: List, page: Page): Relation {
  const holders = new Map<Element, Element[]>();
  for (const item of sampleOf(inner.items)) {
    for (let up: Element | null = item; up; up = up.parentElement) {
      if (!outer.all.has(up)) continue;
      const inside = holders.get(up);
      if (inside) inside.push(item);
      else holders.set(up, [item]);
      break;
    }
  }
  for (const [holder, inside] of holders) {
    const { author, body, time } = partsOf(holder, outer, page);
    for (const item of inside) {
      if (item === holder || body.contains(item)) return 'clash';
      for (const part of [author, time, body]) if (part && item.contains(part)) return 'clash';
    }
  }
  return holders.size ? 'related' : 'apart';
}

export function sampleOf<T>(items: readonly T[]): T[] {
  if (items.length <= SAMPLE) return [...items];
  const step = items.length / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, i) => items[Math.floor(i * step)] as T);
}

export function titleOf(page: Page): string {
  return page.memo('title', () => {
    const { document } = page;
    return (
      document.querySelector('meta[property="og:title"]')?.getAttribute('content') ||
      document.querySelector('h1')?.textContent ||
      document.title ||
      ''
    );
  });
}

/** The page without its number: the pages of one thread are one thread. */
export function pageThread(page: Page): string {
  return page.memo('thread', () => {
    const path = page.url.pathname.replace(/\/(comment-)?page[-/]?\d+\/?$/i, '').replace(/\/$/, '') || '/';
    const search = page.url.search
      .slice(1)
      .split('&')
      .filter((pair) => pair && !/^(page|start|offset|pg|cpage|utm_\w+|sort|order|answertab)=/i.test(pair))
      .join('&');
    return search ? `${path}?${search}` : path;
  });
}
