/** Where the page says when: the surest sign of a post. */
import type { Page } from '../contract';
import { parseMachine } from '../times/machine';
import { parseShown } from '../times/shown';

/** Attributes that hold a moment for machines, surest first. */
const MACHINE = [
  'datetime',
  'data-time',
  'data-utime',
  'data-timestamp',
  'data-updated-ts',
  'data-unixtime',
  'data-created-at',
  'data-date',
  'data-datetime',
  'data-epoch',
  'content',
];
const MARKED = `time,${MACHINE.slice(0, -1)
  .map((name) => `[${name}]`)
  .join(',')},abbr[title],span[title],meta[itemprop^="date"],meta[itemprop="commentTime"]`;
const LONGEST = 80;
const BARE_CLOCK = /^[^\p{L}\d]*\d{1,2}[:.h]\d\d([:.]\d\d)?[^\p{L}\d]*$/u;
/** A number and something that can make a date or a span of it. */
const PLAUSIBLE = /\d\s?\p{L}|\d[-/.年]\s?\d|\d{1,2}[:h]\d\d|\p{L}\.?,?\s\d/u;
const OUT_OF_TEXT = 'script,style,noscript,template,textarea,select,option,svg';

/** Judges by the form of a text, each form once: "12 likes" and "13 likes" are one. */
export class TimeSense {
  readonly #forms = new Map<string, boolean>();

  /** `isStrict`: these languages and no other. */
  constructor(
    readonly now: number,
    readonly languages: readonly string[],
    readonly isStrict: boolean,
  ) {}

  isTime(text: string): boolean {
    const words = text.trim();
    if (words.length < 2 || words.length > LONGEST || !PLAUSIBLE.test(words) || BARE_CLOCK.test(words)) return false;
    const form = words.replace(/\d+/g, (digits) => '0'.repeat(Math.min(digits.length, 4)));
    let is = this.#forms.get(form);
    if (is === undefined) {
      const shown = parseShown(words, this.now, this.languages, this.isStrict);
      is =
        shown !== null &&
        (shown.relative ? shown.strange <= 1 && words.length < 40 : shown.strange <= (/\d{4}/.test(words) ? 5 : 1));
      // A span of time that is no past: "read in 5 min", "3 days left".
      if (is && shown?.relative && shown.at > this.now) is = false;
      this.#forms.set(form, is);
    }
    return is;
  }
}

/** The machine-readable moment an element carries, or null. */
export function machineOf(element: Element): string | null {
  for (const name of MACHINE) {
    if (name === 'content' && element.localName !== 'meta') continue;
    const value = element.getAttribute(name);
    if (value && parseMachine(value) !== null) return value;
  }
  return null;
}

/** Elements that say when, in document order, outermost of each. */
export function* timeMarks(root: ParentNode & Node, sense: TimeSense, cap: number): Generator<undefined, Element[]> {
  const marks = new Set<Element>();
  for (const element of root.querySelectorAll(MARKED)) {
    if (marks.size >= cap) break;
    // A moment on a whole post marks no place in it.
    if ((element.textContent?.length ?? 0) > LONGEST * 2) continue;
    if (machineOf(element) !== null || isTitled(element, sense)) marks.add(element);
  }
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, 4);
  let steps = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (++steps % 1000 === 0) yield;
    if (node.length < 2 || node.length > LONGEST * 2) continue;
    const data = node.data;
    if (!/\d/.test(data) || !sense.isTime(data)) continue;
    const parent = node.parentElement;
    // A date within a text is talked about.
    if (
      !parent ||
      marks.has(parent) ||
      // The words of a moment that is told more exactly already.
      hasAbove(parent, marks) ||
      parent.matches(OUT_OF_TEXT) ||
      (parent.textContent?.length ?? 0) > LONGEST * 1.5
    )
      continue;
    marks.add(widest(parent, sense));
    if (marks.size >= cap) break;
  }
  const outer = [...marks].filter((mark) => !hasAbove(mark, marks));
  return outer.sort((a, b) => (a === b ? 0 : a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** Those found on the page when its lists were looked for, kept by `keepMarks`. */
export function marksOn(page: Page): readonly Element[] {
  return page.memo<readonly Element[]>('marks', () => []);
}

export function keepMarks(marks: readonly Element[], page: Page): void {
  page.memo('marks', () => marks);
}

function isTitled(element: Element, sense: TimeSense): boolean {
  if (element.localName === 'time') return sense.isTime(element.textContent ?? '');
  const title = element.getAttribute('title');
  return title !== null && title.length < LONGEST && (parseMachine(title) !== null || sense.isTime(title));
}

/** A date and its clock may stand in elements of their own: the element that holds both. */
function widest(element: Element, sense: TimeSense): Element {
  let mark = element;
  for (let i = 0; i < 3 && !/\d:\d\d/.test(mark.textContent ?? ''); i++) {
    const up: Element | null = mark.parentElement;
    if (!up || up.childElementCount > 3 || (up.textContent?.length ?? 0) > 60 || !sense.isTime(up.textContent ?? ''))
      break;
    if (hasOtherLink(up, mark)) break;
    mark = up;
  }
  return mark;
}

/** A name beside the moment: the line is more than a moment. */
function hasOtherLink(line: Element, mark: Element): boolean {
  for (const link of line.querySelectorAll('a[href]'))
    if (!mark.contains(link) && !link.contains(mark) && /\p{L}{2}/u.test(link.textContent ?? '')) return true;
  return false;
}

function hasAbove(mark: Element, marks: Set<Element>): boolean {
  let up = mark.parentElement;
  for (let i = 0; up && i < 4; i++, up = up.parentElement) if (marks.has(up)) return true;
  return false;
}
