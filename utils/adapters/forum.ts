/**
 * What the engines of forums and comments have in common: posts with an author, a body and a date. An engine says where
 * these stand; this reads them. In a flat list posts answer one another by quoting, in a tree by standing inside.
 */
import { type Page, type RawPost, type RawTime, required } from './contract';
import { all, attr, one, readBody, readText, textOf } from './dom';
import { first, outermost } from './values';

/** Selectors in order of preference, `a | b`, or how to find the node. */
export type Where = string | ((item: Element) => Element | null);

export interface ForumMarkup {
  /** Name for the per-look tables: the engine's id. */
  readonly engine: string;
  /** Selector of one post. */
  readonly item: string;
  readonly id: (item: Element) => string | null;
  /** What all of them are, where it is not for their place to say: comments below an article, reviews. */
  readonly kind?: RawPost['kind'];
  /** Answers stand inside the post they answer; a node that belongs to one of them is not the post's own. */
  readonly nested?: boolean;
  /** Whom it answers, where the engine says so; null: nobody. undefined: see the quotes. */
  readonly parent?: (item: Element, id: string, page: Page) => string | null | undefined;
  /** Who wrote it: the link to the profile, or an element with the name. First match in the order given. */
  readonly author: Where;
  /** The profile link where `author` is not one. */
  readonly profile?: string;
  readonly body: Where;
  /** Furniture inside the body: signatures, edit notes, attachments' file data. */
  readonly skip?: string;
  /** A quoted passage, whole with its heading. */
  readonly quote?: string;
  /** Who is quoted: an element inside, `@name` for an attribute of the box, or read by the engine. Words after it may stay. */
  readonly quoteAuthor?: string | ((quote: Element) => string | null);
  /** Inside it: what of the heading is furniture. */
  readonly quoteSkip?: string;
  /** Inside it: what leads to the quoted post, and its id there. */
  readonly quotedId?: (quote: Element) => string | null;
  /** Where a signature begins in the words, for engines that give it no element of its own. */
  readonly signature?: RegExp;
  /** The post's number in the thread as shown: 1 opens it. Absent: the first post of a first page does. */
  readonly number?: (item: Element) => string | null;
  readonly time: (item: Element) => RawTime | undefined;
  readonly editedTime?: (item: Element) => RawTime | undefined;
  readonly permalink: (item: Element, id: string, page: Page) => string | null;
  /** The conversation the page shows. */
  readonly thread: (page: Page) => { id: string | null; title: string };
  /** What a post has beyond the rest. */
  readonly more?: (item: Element, page: Page) => Partial<RawPost>;
}

interface Written {
  id: string;
  name: string;
}

/** Ids and names in order, for quotes that name a person and no post. */
function written(page: Page, markup: ForumMarkup): Written[] {
  return page.memo(`${markup.engine} written`, () =>
    all(page.document, markup.item).flatMap((item) => {
      const id = markup.id(item);
      return id ? [{ id, name: textOf(own(item, markup.author, markup)) }] : [];
    }),
  );
}

export function threadOf(page: Page, markup: ForumMarkup): { id: string | null; title: string } {
  return page.memo(`${markup.engine} thread`, () => markup.thread(page));
}

/** The first match in the order given that belongs to the post itself. */
export function own(item: Element, where: Where, markup: Pick<ForumMarkup, 'item' | 'nested'>): Element | null {
  if (typeof where === 'function') return where(item);
  const found = first(item, where);
  return !markup.nested || found?.closest(markup.item) === item ? found : null;
}

/** The id of the post this one stands in. */
export function enclosing(item: Element, markup: Pick<ForumMarkup, 'item' | 'id'>): string | null {
  const outer = item.parentElement?.closest(markup.item);
  return outer ? markup.id(outer) : null;
}

/** Whom the first quote answers: the post its link names, else the last post before by the person it names. */
function answered(
  quote: Element | undefined,
  id: string,
  page: Page,
  markup: ForumMarkup,
): Pick<RawPost, 'parentId' | 'parentInferred'> {
  if (!quote) return { parentId: null };
  const stated = markup.quotedId?.(quote);
  if (stated && stated !== id) return { parentId: stated };
  const name = quoted(quote, page, markup);
  if (!name) return { parentId: null };
  const posts = written(page, markup);
  const here = posts.findIndex((post) => post.id === id);
  const before = posts.slice(0, Math.max(here, 0)).findLast((post) => post.name === name);
  return before?.id ? { parentId: before.id, parentInferred: true } : { parentId: null };
}

/**
 * The name in a quote's heading. Where the heading is a sentence ("Ana wrote:", "Ana a écrit :") the name is the author on
 * this page it begins with, else all but the last word before the colon.
 */
function quoted(quote: Element, page: Page, markup: ForumMarkup): string {
  const heading = headingOf(quote, markup);
  if (!heading) return '';
  const known = written(page, markup).find(({ name }) => name && (heading === name || heading.startsWith(`${name} `)));
  if (known) return known.name;
  return /\s\S+\s?:$/.test(heading) ? heading.replace(/\s+\S+\s?:$/, '') : heading.replace(/\s*:$/, '');
}

function headingOf(quote: Element, { quoteAuthor }: ForumMarkup): string {
  if (!quoteAuthor) return '';
  if (typeof quoteAuthor === 'function') return quoteAuthor(quote)?.trim() ?? '';
  if (quoteAuthor.startsWith('@')) return quote.getAttribute(quoteAuthor.slice(1))?.trim() ?? '';
  return textOf(first(quote, quoteAuthor));
}

/** Second and later pages: `page=2`, `start=20`, `/page-2`, `.20.html`… */
const LATER_PAGE = /[?&;](?:page|start|st|pid|p)=[1-9]|\/page[-/]?(?:[2-9]|1\d)|[?&]page=(?:[2-9]|1\d)|#post/;

/** Said by its number, else the first post of a first page opens the thread. */
function isOpening(item: Element, id: string, page: Page, markup: ForumMarkup): boolean {
  const number = markup.number?.(item);
  if (number) return number === '1';
  const isLater = LATER_PAGE.test(page.url.href.replace(/[?&]page=1(?!\d)/, ''));
  return !isLater && written(page, markup)[0]?.id === id;
}

/** The words of every quote, and who said them. */
function quotesOf(boxes: Element[], page: Page, markup: ForumMarkup): NonNullable<RawPost['quotes']> {
  return boxes.flatMap((box) => {
    const text = readText(box, { skip: markup.quoteSkip });
    const author = quoted(box, page, markup);
    return text ? [author ? { author, text } : { text }] : [];
  });
}

export function readForumPost(item: Element, page: Page, markup: ForumMarkup): RawPost {
  const id = required(markup.id(item), 'id');
  const author = required(own(item, markup.author, markup), 'author');
  const profile = markup.profile ? own(item, markup.profile, markup) : author;
  const body = required(own(item, markup.body, markup), 'text');
  const { text, truncated } = readBody(body, { quotes: markup.quote, skip: markup.skip });
  const quotes = markup.quote ? outermost(body, markup.quote) : [];
  const thread = threadOf(page, markup);
  const parent = markup.parent?.(item, id, page);
  return {
    id,
    permalink: markup.permalink(item, id, page),
    kind: markup.kind ?? (isOpening(item, id, page, markup) ? 'post' : 'reply'),
    threadId: thread.id ?? undefined,
    threadTitle: thread.title,
    ...(parent === undefined ? answered(quotes[0], id, page, markup) : { parentId: parent }),
    author: {
      name: required(textOf(author), 'author'),
      href: profileIn(profile),
    },
    text: markup.signature ? unsigned(text, markup.signature) : text,
    quotes: quotesOf(quotes, page, markup),
    truncated: truncated || undefined,
    time: markup.time(item),
    editedTime: markup.editedTime?.(item),
    ...markup.more?.(item, page),
  };
}

/** Guests keep the link without its end: `#`. */
function profileIn(element: Element | null): string | null {
  const href = attr(element, '', 'href') ?? attr(element, 'a[href]', 'href');
  return href?.startsWith('#') ? null : href;
}

function unsigned(text: string, signature: RegExp): string {
  const at = text.search(signature);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}

/** The reply box of a flat thread answers the thread, whichever post is asked for. */
export function replyBox(page: Page, selector: string): HTMLElement | null {
  return one(page.document, selector) as HTMLElement | null;
}
