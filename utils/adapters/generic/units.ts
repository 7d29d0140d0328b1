/**
 * From marks that look alike to the elements of the posts they stand in. Beside one another: the largest elements that hold
 * one mark each. One inside the other: the largest shape whose nearest element is another for every mark.
 */
import { type Shapes, tokensOf } from './shape';

export interface Unit {
  /** Elements of the posts, in document order. */
  items: Element[];
  /** True where items may stand inside items. */
  nested: boolean;
}

const DEEPEST = 60;
/** Marks that decide about shapes; the rest follows. */
const SAMPLE = 160;

export function unitsOf(marks: readonly Element[], shapes: Shapes): Unit[] {
  const held = new Map<Element, number>();
  for (const mark of marks) {
    let up: Element | null = mark;
    for (let i = 0; up && i < DEEPEST; i++, up = up.parentElement) held.set(up, (held.get(up) ?? 0) + 1);
  }
  const families = new Map<Element, Element[]>();
  for (const mark of marks) {
    let unit = mark;
    for (;;) {
      const up: Element | null = unit.parentElement;
      if (!up || (held.get(up) ?? 2) > 1) break;
      unit = up;
    }
    const parent = unit.parentElement;
    if (!parent) continue;
    const family = families.get(parent);
    if (family) family.push(unit);
    else families.set(parent, [unit]);
  }
  const flat = [...families].filter(([parent, family]) => family.length > 1 && held.get(parent) === family.length);
  const covered = flat.reduce((sum, [, family]) => sum + family.length, 0);
  if (covered >= marks.length * 0.9)
    return flat.length ? [{ items: withTwins(flat, marks, shapes), nested: false }] : [];
  const nested = nestedItems(marks, shapes);
  if (nested && nested.length >= Math.max(2, marks.length * 0.7)) return [{ items: nested, nested: true }];
  return flat.map(([, family]) => ({ items: family, nested: false }));
}

/** The families, and the elements that look like their members but stand alone in a list of their own. */
function withTwins(flat: [Element, Element[]][], marks: readonly Element[], shapes: Shapes): Element[] {
  const items = new Set(flat.flatMap(([, family]) => family));
  const kinds = new Set<string>();
  for (const [parent, family] of flat) for (const item of family) kinds.add(`${shapes.of(item)}<${shapes.of(parent)}`);
  for (const mark of marks) {
    let twin: Element | null = null;
    for (let up: Element | null = mark; up?.parentElement; up = up.parentElement) {
      if (items.has(up)) break;
      if (!twin && kinds.has(`${shapes.of(up)}<${shapes.of(up.parentElement)}`)) twin = up;
      if (up.parentElement.localName === 'body' && twin) items.add(twin);
    }
  }
  return [...items].sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** Keys under which an element may be the twin of another, most particular first. */
function keysOf(element: Element, shapes: Shapes): string[] {
  const tag = element.localName;
  const keys = [shapes.of(element), ...tokensOf(element).map((token) => `${tag}.${token}`)];
  if (tag.includes('-') || tag === 'article' || tag === 'li') keys.push(tag);
  return keys;
}

interface Candidate {
  elements: Set<Element>;
  covered: number;
  height: number;
}

function nestedItems(marks: readonly Element[], shapes: Shapes): Element[] | null {
  const step = Math.max(1, Math.floor(marks.length / SAMPLE));
  // Neighbours stand inside one another, so whole runs are sampled.
  const sample = step === 1 ? marks : marks.slice(0, SAMPLE);
  const candidates = new Map<string, Candidate>();
  for (const mark of sample) {
    const met = new Set<string>();
    let up: Element | null = mark;
    for (let height = 0; up && height < DEEPEST; height++, up = up.parentElement) {
      for (const key of keysOf(up, shapes)) {
        if (met.has(key)) continue;
        met.add(key);
        let candidate = candidates.get(key);
        if (!candidate) {
          candidate = { elements: new Set(), covered: 0, height: 0 };
          candidates.set(key, candidate);
        }
        candidate.elements.add(up);
        candidate.covered++;
        candidate.height += height;
      }
    }
  }
  let best: { key: string; covered: number; height: number } | null = null;
  for (const [key, { elements, covered, height }] of candidates) {
    if (covered < sample.length * 0.7 || elements.size < covered * 0.97) continue;
    const mean = height / covered;
    // A little coverage is given for a larger element: "header" fits all, "comment" all but the odd one.
    const isBetter =
      !best ||
      (mean > best.height && covered >= best.covered - Math.max(1, best.covered * 0.1)) ||
      (covered > best.covered && mean >= best.height * 0.98) ||
      (covered > best.covered * 1.1 && mean > 1);
    if (isBetter) best = { key, covered, height: mean };
  }
  if (!best) return null;
  const { key } = best;
  const items = new Set<Element>();
  for (const mark of marks) {
    let up: Element | null = mark;
    while (up && !keysOf(up, shapes).includes(key)) up = up.parentElement;
    if (up) items.add(up);
  }
  return [...items];
}
