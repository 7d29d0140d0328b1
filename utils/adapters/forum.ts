/**
 * What forum engines have in common: a flat list of posts, each with an author, a body and a date, answering one another
 * only by quoting. An engine says where these stand; this reads them.
 */
import { type Page, type RawPost, type RawTime, required } from './contract';
import { all, attr, one, readBody, textOf } from './dom';
import { first, quotesIn } from './values';

export interface ForumMarkup {
  /** Name for the per-look tables: the engine's id. */
  readonly engine: string;
  /** Selector of one post. */
  readonly item: string;
  readonly id: (item: Element) => string | null;
  /** Who wrote it: the link to the profile, or an element with the name. First match in the order given. */
  readonly author: string;
  /** The profile link where `author` is not one. */
  readonly profile?: string;
  readonly body: string;
  /** Furniture inside the body: signatures, edit notes, attachments' file data. */
  readonly skip?: string;
  /** A quoted passage, whole with its heading. */
  readonly quote?: string;
  /** Inside it: who is quoted, and what of the heading is furniture. */
  readonly quoteAuthor?: string;
  readonly quoteSkip?: string;
  /** Inside it: what leads to the quoted post, and its id there. */
  readonly quotedId?: (quote: Element) => string | null;
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
    all(page.document, markup.item).map((item) => ({
      id: markup.id(item) ?? '',
      name: textOf(first(item, markup.author)),
    })),
  );
}

export function threadOf(page: Page, markup: ForumMarkup): { id: string | null; title: string } {
  return page.memo(`${markup.engine} thread`, () => markup.thread(page));
}

/** Whom the first quote answers: the post its link names, else the last post before by the person it names. */
function answered(
  body: Element,
  id: string,
  page: Page,
  markup: ForumMarkup,
): Pick<RawPost, 'parentId' | 'parentInferred'> {
  const quote = markup.quote ? one(body, markup.quote) : null;
  if (!quote) return { parentId: null };
  const stated = markup.quotedId?.(quote);
  if (stated && stated !== id) return { parentId: stated };
  const name = markup.quoteAuthor ? nameIn(quote, markup.quoteAuthor) : '';
  if (!name) return { parentId: null };
  const posts = written(page, markup);
  const here = posts.findIndex((post) => post.id === id);
  const before = posts.slice(0, Math.max(here, 0)).findLast((post) => post.name === name);
  return before?.id ? { parentId: before.id, parentInferred: true } : { parentId: null };
}

/** Second and later pages: `page=2`, `start=20`, `/page-2`, `.20.html`… */
const LATER_PAGE = /[?&;](?:page|start|st|pid|p)=[1-9]|\/page[-/]?(?:[2-9]|1\d)|[?&]page=(?:[2-9]|1\d)|#post/;

/** Said by its number, else the first post of a first page opens the thread. */
function isOpening(item: Element, page: Page, markup: ForumMarkup): boolean {
  const number = markup.number?.(item);
  if (number) return number === '1';
  const opening = page.memo(`${markup.engine} opening`, () =>
    LATER_PAGE.test(page.url.href.replace(/[?&]page=1(?!\d)/, '')) ? null : one(page.document, markup.item),
  );
  return item === opening;
}

/** A quoted name without the colon some engines put after it. */
function nameIn(quote: Element, selector: string): string {
  return textOf(quote, selector).replace(/\s*:$/, '');
}

export function readForumPost(item: Element, page: Page, markup: ForumMarkup): RawPost {
  const id = required(markup.id(item), 'id');
  const author = required(first(item, markup.author), 'author');
  const profile = markup.profile ? one(item, markup.profile) : author;
  const body = required(first(item, markup.body), 'text');
  const { text, truncated } = readBody(body, { quotes: markup.quote, skip: markup.skip });
  const quotes = markup.quote
    ? quotesIn(body, markup.quote, { author: markup.quoteAuthor, skip: markup.quoteSkip })
    : [];
  const thread = threadOf(page, markup);
  return {
    id,
    permalink: markup.permalink(item, id, page),
    kind: isOpening(item, page, markup) ? 'post' : 'reply',
    threadId: thread.id ?? undefined,
    threadTitle: thread.title,
    ...answered(body, id, page, markup),
    author: {
      name: required(textOf(author), 'author'),
      href: attr(profile, '', 'href') ?? attr(profile, 'a[href]', 'href'),
    },
    text,
    quotes: quotes.map((quote) => (quote.author ? { ...quote, author: quote.author.replace(/\s*:$/, '') } : quote)),
    truncated: truncated || undefined,
    time: markup.time(item),
    editedTime: markup.editedTime?.(item),
    ...markup.more?.(item, page),
  };
}

/** The reply box of a flat thread answers the thread, whichever post is asked for. */
export function replyBox(page: Page, selector: string): HTMLElement | null {
  return one(page.document, selector) as HTMLElement | null;
}
