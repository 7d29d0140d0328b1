/** How deep a post is indented, where a site nests by margin, attribute or class and not by markup. */
import type { Outline } from './outline';
import { tokensOf } from './shape';

const ATTRIBUTES = [
  'data-depth',
  'data-level',
  'data-indent',
  'data-nesting',
  'data-nesting-level',
  'data-comment-depth',
  'data-comment-level',
  'data-thread-level',
  'aria-level',
  'depth',
  'level',
  'indent',
];
const CLASS = /(?:^|[\s_-])(?:depth|level|lvl|indent|nest(?:ed|ing)?|tier)[-_]{0,2}(\d{1,3})(?=[\s_-]|$)/i;
const MARGIN = /(?:margin|padding)-(?:left|inline-start)\s*:\s*(\d+(?:\.\d+)?)/i;
const MARGIN_SHORT = /margin\s*:\s*[\d.]+\w*\s+[\d.]+\w*\s+[\d.]+\w*\s+(\d+(?:\.\d+)?)/i;
const VARIABLE = /(?<![\w-])--(?=[\w-]*(?:depth|level|indent))[\w-]+\s*:\s*(\d+(?:\.\d+)?)/i;
/** Elements of an item that are looked at from its beginning, and holders above it. */
const INSIDE = 10;
const ABOVE = 4;

/** Depth of each item by the one measure that makes a tree of them, or null. `lone` says whether an element holds one item only. */
export function depthsOf(outlines: readonly Outline[], lone: (element: Element) => boolean): number[] | null {
  const measures = new Map<string, Map<number, number>>();
  const note = (name: string, at: number, value: string | number | null | undefined) => {
    const depth = typeof value === 'number' ? value : value ? Number.parseFloat(value) : Number.NaN;
    if (!Number.isFinite(depth) || depth < 0) return;
    let values = measures.get(name);
    if (!values) {
      values = new Map();
      measures.set(name, values);
    }
    if (!values.has(at)) values.set(at, depth);
  };
  outlines.forEach(({ item, elements, leaves, starts }, at) => {
    measure(item, 'item', at, note);
    for (let i = 1; i < Math.min(INSIDE, elements.length) && (starts[i] as number) === 0; i++) {
      const element = elements[i] as Element;
      measure(element, `${element.localName}.${tokensOf(element)[0] ?? ''}`, at, note);
      // A spacer: a cell or a picture with a width and without words.
      if (/^(img|td)$/.test(element.localName) && !element.textContent?.trim() && leaves.length)
        note(`spacer ${element.localName}`, at, element.getAttribute('width'));
    }
    let up = item.parentElement;
    for (let i = 1; up && i <= ABOVE && lone(up); i++, up = up.parentElement) measure(up, `above ${i}`, at, note);
  });
  let best: { depths: number[]; levels: number } | null = null;
  for (const values of measures.values()) {
    const depths = outlines.map((_, at) => values.get(at) ?? -1);
    const levels = levelsOf(depths);
    if (values.size >= 2 && levels > (best?.levels ?? 1)) best = { depths, levels };
  }
  return best?.depths ?? null;
}

function measure(
  element: Element,
  where: string,
  at: number,
  note: (name: string, at: number, value: string | null | undefined) => void,
): void {
  if (!element.hasAttributes()) return;
  for (const name of ATTRIBUTES) note(`${where} ${name}`, at, element.getAttribute(name));
  const classes = element.getAttribute('class');
  if (classes) note(`${where} class`, at, CLASS.exec(classes.slice(0, 400))?.[1]);
  const style = element.getAttribute('style')?.slice(0, 400);
  if (style) note(`${where} style`, at, (VARIABLE.exec(style) ?? MARGIN.exec(style) ?? MARGIN_SHORT.exec(style))?.[1]);
}

/** How many levels the depths make, or 0 where they make no tree: it begins outermost and goes deeper one level at a time. */
function levelsOf(depths: readonly number[]): number {
  const levels = [...new Set(depths)].sort((a, b) => a - b);
  if (levels.length < 2 || levels.length > 60 || depths[0] !== levels[0]) return 0;
  const rank = new Map(levels.map((level, i) => [level, i]));
  let deeper = 0;
  let leaps = 0;
  for (let i = 1; i < depths.length; i++) {
    const step = (rank.get(depths[i] as number) as number) - (rank.get(depths[i - 1] as number) as number);
    if (step > 0) deeper++;
    if (step > 1) leaps++;
  }
  return deeper && leaps <= deeper * 0.15 ? levels.length : 0;
}
