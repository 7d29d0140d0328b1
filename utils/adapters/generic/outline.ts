/** An item as the planner sees it: its elements and words, and a name for each place that holds from item to item. */
import type { Shapes } from './shape';

export interface Leaf {
  /** Index of the element the words stand in. */
  at: number;
  text: string;
  inLink: boolean;
}

export interface Outline {
  item: Element;
  elements: Element[];
  /** Index of the parent; -1 for the item. */
  parents: number[];
  shapes: string[];
  /** Leaves before each element: where in the item it begins. */
  starts: number[];
  leaves: Leaf[];
  /** Items inside this one: their words are not its own. */
  inner: Element[];
  /** Place of each element, once named. 0 is the item. */
  places: number[];
}

const UNSEEN = new Set(
  'script style noscript template svg iframe object select textarea video audio canvas'.split(' '),
);
const MOST_ELEMENTS = 1500;
const MOST_TWINS = 4;

/** Walks an item, not into items inside it, nor into what is not seen. Iterative: pages may nest as deep as they like. */
export function outlineOf(item: Element, shapes: Shapes, others: ReadonlySet<Element>): Outline {
  const outline: Outline = {
    item,
    elements: [item],
    parents: [-1],
    shapes: [''],
    starts: [0],
    leaves: [],
    inner: [],
    places: [],
  };
  const { elements, parents, leaves } = outline;
  let here = 0;
  let links = item.localName === 'a' ? 1 : 0;
  let node: Node | null = item.firstChild;
  while (node && elements.length < MOST_ELEMENTS) {
    if (node.nodeType === 3) {
      const text = (node as Text).data;
      if (/\S/.test(text.length > 4000 ? text.slice(0, 4000) : text))
        leaves.push({ at: here, text, inLink: links > 0 });
    } else if (node.nodeType === 1) {
      const element = node as Element;
      if (others.has(element)) outline.inner.push(element);
      else if (!UNSEEN.has(element.localName) && !isHidden(element)) {
        elements.push(element);
        parents.push(here);
        outline.shapes.push(shapes.of(element));
        outline.starts.push(leaves.length);
        if (element.firstChild) {
          here = elements.length - 1;
          if (element.localName === 'a') links++;
          node = element.firstChild;
          continue;
        }
      }
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      if (!node || node === item) {
        node = null;
        break;
      }
      if ((node as Element).localName === 'a') links--;
      here = parents[here] as number;
    }
    node = node?.nextSibling ?? null;
  }
  partPictures(outline);
  return outline;
}

/** The link around a portrait is no twin of the link around the name, though it be written alike. */
function partPictures({ elements, parents, shapes, leaves }: Outline): void {
  const worded = new Set<number>();
  for (const leaf of leaves)
    for (let at = leaf.at; at > 0 && !worded.has(at); at = parents[at] as number) worded.add(at);
  for (let i = 1; i < elements.length; i++)
    if (!worded.has(i) && (elements[i] as Element).localName === 'a') shapes[i] = `${WORDLESS}${shapes[i]}`;
}
const WORDLESS = '°';

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display:\s*none/i.test(style);
}

/**
 * Names places. A shape that stands once in an item names its place wherever it stands; any other is named by the way to it.
 */
export class Places {
  readonly #ids = new Map<string, number>([['', 0]]);
  readonly #single = new Map<string, boolean>();
  /** Links of which most items have several, or one and now and then another: the first of each is the same. */
  readonly #common = new Set<string>();

  constructor(sample: readonly Outline[]) {
    const counts = new Map<string, { items: number; elements: number }>();
    for (const { shapes } of sample) {
      const met = new Set<string>();
      for (const shape of shapes) {
        let count = counts.get(shape);
        if (!count) {
          count = { items: 0, elements: 0 };
          counts.set(shape, count);
        }
        count.elements++;
        if (!met.has(shape)) count.items++;
        met.add(shape);
      }
    }
    for (const [shape, { items, elements }] of counts) {
      this.#single.set(shape, isNamed(shape) && elements <= items * 1.15);
      if (shape.startsWith('a') && isNamed(shape) && items >= sample.length * 0.5) this.#common.add(shape);
    }
    for (const outline of sample) this.name(outline);
  }

  name(outline: Outline): Outline {
    const { shapes, parents, places } = outline;
    places.length = 0;
    places.push(0);
    // Twins without a name are told apart by their order: the first link of a line from the second.
    const twins = new Map<string, number>();
    const met = new Set<string>();
    for (let i = 1; i < shapes.length; i++) {
      const shape = shapes[i] as string;
      const isFirst = this.#common.has(shape) && !met.has(shape);
      met.add(shape);
      let name = this.#single.get(shape) || isFirst ? shape : `${places[parents[i] as number]}>${shape}`;
      if (!isNamed(shape)) {
        const twin = `${parents[i]}>${shape}`;
        const before = twins.get(twin) ?? 0;
        twins.set(twin, before + 1);
        if (before) name += ` ${Math.min(before, MOST_TWINS)}`;
      }
      let id = this.#ids.get(name);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(name, id);
      }
      places.push(id);
    }
    return outline;
  }
}

/** More than a bare tag. */
function isNamed(shape: string): boolean {
  return !shape.endsWith('.') || shape.includes('#') || shape.includes('-') || shape.startsWith('time');
}
