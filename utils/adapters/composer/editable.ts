/** Boxes made of `contenteditable`, alone or under a framework that keeps its own copy of the text. */

/** How a framework takes text from outside: as a paste (with or without markup), or as input that brings its data along. */
interface Manner {
  mark: string;
  via: 'paste' | 'beforeinput';
  /** Paragraphs as HTML too, for texts of several lines: editors whose plain paste swallows blank lines. */
  html: boolean;
}

/** Frameworks by what they write into their own page, never by the site's class names. */
const MANNERS: readonly Manner[] = [
  { mark: '.ProseMirror', via: 'paste', html: true },
  { mark: '[data-lexical-editor]', via: 'paste', html: true },
  { mark: '.public-DraftEditor-content', via: 'paste', html: false },
  { mark: '.ql-editor', via: 'paste', html: false },
  { mark: '[data-slate-editor]', via: 'beforeinput', html: false },
  { mark: '.cm-content', via: 'paste', html: false },
];

export function insertIntoEditable(host: HTMLElement, text: string): boolean {
  placeCursor(host);
  const manner = MANNERS.find(({ mark }) => host.matches(mark));
  // A framework that takes the text says so by preventing the default; it may show it only a moment later.
  return (manner !== undefined && handOver(host, text, manner)) || typeNatively(host, text);
}

/** Keeps the person's cursor where it is in the box; else puts it at the end. */
function placeCursor(host: HTMLElement): void {
  const root = host.getRootNode() as Document | ShadowRoot;
  // Asked before focusing: to focus sets a cursor of its own, at the very start and outside every paragraph.
  const isPlaced = isAmongWords(selectionIn(host)?.anchorNode ?? null, host);
  if (root.activeElement !== host) host.focus({ preventScroll: true });
  const selection = selectionIn(host);
  if (selection && !isPlaced) {
    const range = host.ownerDocument.createRange();
    const block = lastBlock(host);
    range.selectNodeContents(block);
    // The break that keeps an empty line open is no text: the cursor goes before it.
    if (block.lastChild?.nodeName === 'BR') range.setEndBefore(block.lastChild);
    range.collapse(false);
    selection.removeAllRanges();
    selection.addRange(range);
  }
  // The browser tells of a moved cursor later; frameworks need to know before the text comes.
  host.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** A cursor between the paragraphs of a box, rather than in one, is where a framework put it when nobody wrote there. */
function isAmongWords(node: Node | null, host: HTMLElement): boolean {
  return node === host ? !/^(?:P|DIV|H\d|UL|OL)$/.test(host.firstElementChild?.tagName ?? '') : host.contains(node);
}

/** Chromium keeps a selection per shadow root. */
function selectionIn(host: HTMLElement): Selection | null {
  const root = host.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? host.ownerDocument.getSelection();
}

/** The last paragraph: after it there is no text position in most editors. */
function lastBlock(host: HTMLElement): Element {
  let block: Element = host;
  while (block.lastElementChild && !/^(?:BR|IMG|SPAN|A|B|I|EM|STRONG|CODE)$/.test(block.lastElementChild.tagName)) {
    block = block.lastElementChild;
  }
  return block;
}

function handOver(host: HTMLElement, text: string, { via, html }: Manner): boolean {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  if (html && text.includes('\n')) data.setData('text/html', asParagraphs(text));
  const options = { bubbles: true, cancelable: true, composed: true };
  const event =
    via === 'paste'
      ? new ClipboardEvent('paste', { ...options, clipboardData: data })
      : new InputEvent('beforeinput', { ...options, inputType: 'insertFromPaste', dataTransfer: data });
  return !host.dispatchEvent(event);
}

/** One `<p>` a paragraph, one `<br>` a line: markup of ours around text that is escaped. */
function asParagraphs(text: string): string {
  const escaped = (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.split('\n').map(escaped).join('<br>')}</p>`)
    .join('');
}

/** As if typed: the browser's own editing, its own undo, and the events every page listens for. */
function typeNatively(host: HTMLElement, text: string): boolean {
  const page = host.ownerDocument;
  text.split('\n').forEach((line, place) => {
    if (place > 0) page.execCommand?.('insertLineBreak');
    if (line !== '') page.execCommand?.('insertText', false, line);
  });
  return bare(host.textContent ?? '').includes(bare(text));
}

function bare(text: string): string {
  return text.replace(/[\s\u200b\ufeff]/g, '');
}
