/**
 * Reading words out of elements. No layout, no computed style, no recursion: a hostile page may nest 10,000 deep or
 * write two megabytes into one post. Shadow roots are pierced by nobody here: an adapter names its roots.
 */

/** Longest text kept of one post, in UTF-16 units. */
export const TEXT_CAP = 65_536;

/** Elements without words of the author's. */
const WORDLESS = new Set(
  'script style noscript template head svg iframe object embed canvas audio video map select textarea button input annotation'.split(
    ' ',
  ),
);
const UNSEEN_CLASS =
  /(^|\s)(sr-only|visually-?hidden|screen-reader-(text|only)|a-offscreen|hide-text|u-hiddenVisually)(\s|$)/;

const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
);
/** Blocks that stand apart by a blank line, as their margins do. */
const APART = new Set('p pre blockquote ul ol dl table h1 h2 h3 h4 h5 h6 figure'.split(' '));

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|^[\d#*]\ufe0f?\u20e3/u;
const EMOJI_CLASS = /emoji|emote|emoticon|wp-smiley|custom[-_]?icon/i;
/** Typed as such. The `:lol:` of a smiley picture is its file's name, not a word. */
const EMOTICON = /^[:;=8xX][-^']?[()DdPpOo/\\|*3$sS@]+$|^<3$|^\^_?\^$/;

export interface ReadOptions {
  /** Passages of somebody else's: they go to `quotes`, never into the text. */
  quotes?: string | undefined;
  /** Inside a quote, who is quoted: its words become the quote's author. */
  quoteAuthor?: string | undefined;
  /** Furniture inside the body: signatures, "edited by", share buttons. */
  skip?: string | undefined;
  /** Elements inside the body that are not of it, found beforehand. */
  without?: ReadonlySet<Element> | undefined;
  /** Line breaks of the source count (`white-space: pre-wrap`): X, YouTube. */
  pre?: boolean | undefined;
}

export interface Body {
  text: string;
  quotes: { author?: string; text: string }[];
  /** Cut at `TEXT_CAP`. */
  truncated: boolean;
}

export function one(root: ParentNode | null | undefined, selector: string): Element | null {
  return root?.querySelector(selector) ?? null;
}

export function all(root: ParentNode | null | undefined, selector: string): Element[] {
  return root ? Array.from(root.querySelectorAll(selector)) : [];
}

/** Trimmed value of an attribute of the first match, or of `root` itself for an empty selector. Empty counts as absent. */
export function attr(root: Element | null | undefined, selector: string, name: string): string | null {
  const element = selector ? root?.querySelector(selector) : root;
  return element?.getAttribute(name)?.trim() || null;
}

/** What one line of words has none of. */
const UNEVEN_LINE = /^\s|\s$|\s\s|[^\S ]/;

/** One line of visible words of the first match, or of `root` itself without a selector; '' when there is none. */
export function textOf(root: Element | null | undefined, selector?: string): string {
  const element = selector ? root?.querySelector(selector) : root;
  if (!element) return '';
  const text = element.firstElementChild ? walk(element, {}).text : cut(element.textContent ?? '');
  return UNEVEN_LINE.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Plain text with line breaks, as a reader sees it. */
export function readText(
  element: Element | null | undefined,
  options: Omit<ReadOptions, 'quotes' | 'quoteAuthor'> = {},
): string {
  return element ? walk(element, options).text : '';
}

/** The author's own words, with other people's passages set apart. */
export function readBody(element: Element | null | undefined, options: ReadOptions = {}): Body {
  if (!element) return { text: '', quotes: [], truncated: false };
  const { text, truncated, set } = walk(element, options);
  const quotes: Body['quotes'] = [];
  for (const quote of set) {
    const author = options.quoteAuthor ? textOf(quote, options.quoteAuthor).replace(/[:\s]+$/, '') : '';
    const words = walk(quote, { skip: join(options.skip, options.quoteAuthor), pre: options.pre }).text;
    if (words) quotes.push(author ? { author, text: words } : { text: words });
  }
  return { text, quotes, truncated };
}

function join(...selectors: (string | undefined)[]): string | undefined {
  return selectors.filter(Boolean).join(',') || undefined;
}

function cut(text: string): string {
  return text.length > TEXT_CAP ? text.slice(0, TEXT_CAP) : text;
}

/** Whether a reader sees it, as far as the markup says. No query and no computed style: one look at few attributes. */
function isSeen(element: Element): boolean {
  const name = element.localName;
  if (WORDLESS.has(name)) return false;
  if (!element.hasAttributes()) return name !== 'dialog';
  const classes = element.getAttribute('class');
  if (classes && UNSEEN_CLASS.test(classes)) return false;
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden !== 'until-found') return false;
  if (name === 'dialog' && !element.hasAttribute('open')) return false;
  const style = element.getAttribute('style');
  if (style && /display:\s*none/i.test(style)) return false;
  return element.getAttribute('aria-hidden') !== 'true' || !isDecoration(element);
}

/** Decoration is hidden from screen readers, and so is a name that is said twice: only words are kept. */
function isDecoration(element: Element): boolean {
  if (element.classList.contains('katex-html')) return true;
  return !/[\p{L}\p{N}]/u.test(cut(element.textContent ?? '')) && !element.querySelector('img[alt]');
}

/** Text written so far, and the break owed before the next word. */
interface Writer {
  text: string;
  /** 0 nothing, 1 a space, 2 a new line, 3 a blank line. */
  owed: number;
}

function owe(writer: Writer, gap: number): void {
  if (gap > writer.owed) writer.owed = gap;
}

function write(writer: Writer, words: string): void {
  if (writer.text) writer.text += GAPS[writer.owed];
  writer.owed = 0;
  writer.text += words;
}
const GAPS = ['', ' ', '\n', '\n\n'];

const SPACE = /[ \t\n\r\f]+/g;
const UNEVEN = /[\t\n\r\f]| {2}/;

function writeFlow(writer: Writer, data: string): void {
  const text = UNEVEN.test(data) ? data.replace(SPACE, ' ') : data;
  const length = text.length;
  if (length === 0) return;
  const before = text.charCodeAt(0) === 32 ? 1 : 0;
  const after = text.charCodeAt(length - 1) === 32 ? 1 : 0;
  if (before) owe(writer, 1);
  if (length === 1 && before) return;
  write(writer, before || after ? text.slice(before, length - after) : text);
  if (after) owe(writer, 1);
}

/** Source line breaks kept, with at most one blank line between. */
function writePre(writer: Writer, data: string): void {
  const lines = data.replace(/\r\n?/g, '\n').split('\n');
  for (let i = 0; i < lines.length; i++) {
    if (i > 0) writer.owed = writer.owed >= 2 ? 3 : 2;
    const line = lines[i] as string;
    if (line.trim()) {
      if (writer.owed === 1 && /^\s/.test(line)) writer.owed = 0;
      write(writer, line.trimEnd());
      if (/\s$/.test(line)) owe(writer, 1);
    } else if (line) owe(writer, 1);
  }
}

/** What an image says in words: an emoji has no other text. */
function imageWords(image: Element): string {
  const alt = image.getAttribute('alt')?.trim();
  if (!alt || alt.length > 60) return '';
  if (EMOJI.test(alt) || EMOTICON.test(alt)) return alt;
  const marks = `${image.getAttribute('class') ?? ''} ${image.getAttribute('src') ?? ''}`;
  return EMOJI_CLASS.test(marks.slice(0, 600)) ? alt : '';
}

interface Walked {
  text: string;
  truncated: boolean;
  /** Outermost quotes met, in order. */
  set: Element[];
}

function walk(root: Element, options: ReadOptions): Walked {
  const set: Element[] = [];
  const writer: Writer = { text: '', owed: 0 };
  let truncated = false;
  const simple = !root.firstElementChild;
  const skip = simple ? undefined : options.skip;
  const need = skip === undefined ? 'any' : needOf(skip);
  const quoted = simple || !options.quotes ? null : found(root, options.quotes);
  let pre = options.pre || root.localName === 'pre' ? root : null;
  let node: Node | null = root.firstChild;
  while (node) {
    let enter = false;
    if (node.nodeType === 3) {
      const data = (node as Text).data;
      if (pre) writePre(writer, cut(data));
      else writeFlow(writer, cut(data));
      if (writer.text.length > TEXT_CAP || data.length > TEXT_CAP) {
        truncated = true;
        break;
      }
    } else if (node.nodeType === 1) {
      const element = node as Element;
      if (quoted?.has(element)) {
        set.push(element);
        owe(writer, 2);
      } else if (options.without?.has(element)) {
        owe(writer, 1);
      } else if (isSeen(element) && !(skip && mayMatch(element, need) && element.matches(skip))) {
        const name = element.localName;
        if (name === 'br') writer.owed = writer.owed >= 2 ? 3 : 2;
        else if (name === 'img') {
          const words = imageWords(element);
          if (words) write(writer, words);
        } else {
          open(writer, name);
          const isPre = pre !== null || name === 'pre';
          // Words alone are taken at once: to step into an element costs more than to read it.
          if (!element.firstElementChild) {
            const data = element.textContent ?? '';
            if (data) {
              if (isPre) writePre(writer, cut(data));
              else writeFlow(writer, cut(data));
            }
            if (writer.text.length > TEXT_CAP || data.length > TEXT_CAP) {
              truncated = true;
              break;
            }
            open(writer, name);
          } else {
            if (isPre && !pre) pre = element;
            enter = true;
          }
        }
      }
    }
    if (enter) {
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      const up: Node | null = node.parentNode;
      if (!up || up === root) {
        node = null;
        break;
      }
      open(writer, (up as Element).localName);
      if (pre === up) pre = null;
      node = up;
    }
    node = node?.nextSibling ?? null;
  }
  const text = writer.text.includes('\0') ? writer.text.replaceAll('\0', '') : writer.text;
  return { text: cut(text), truncated, set };
}

/** The break a tag makes before its first and after its last word. */
function open(writer: Writer, name: string): void {
  if (BLOCKS.has(name)) owe(writer, APART.has(name) ? 3 : 2);
  else if (name === 'td' || name === 'th') owe(writer, 1);
}

/** What every part of a selector asks an element to have: elements without need no matching. */
type Need = 'class' | 'attribute' | 'any';
const needs = new Map<string, Need>();
function needOf(selector: string): Need {
  let need = needs.get(selector);
  if (need === undefined) {
    const parts = selector.split(',').map((part) => part.trim());
    if (parts.every((part) => /\.[^\s>+~]*$/.test(part) && !/[[(]/.test(part))) need = 'class';
    else need = parts.every((part) => /[.#[][^\s>+~]*$/.test(part)) ? 'attribute' : 'any';
    needs.set(selector, need);
  }
  return need;
}

function mayMatch(element: Element, need: Need): boolean {
  if (need === 'any') return true;
  return need === 'class' ? element.hasAttribute('class') : element.hasAttributes();
}

function found(root: Element, selector: string | undefined): Set<Element> | null {
  // Most bodies quote nobody: to ask for one is cheaper than to make a list of none.
  return selector && root.querySelector(selector) ? new Set(root.querySelectorAll(selector)) : null;
}
