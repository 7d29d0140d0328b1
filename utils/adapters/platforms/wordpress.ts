import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { attr, one, readBody, textOf } from '../dom';
import { match, QUOTE } from '../values';

/**
 * Comments of WordPress and WordPress.com, any theme that keeps the core's marks: `#comment-N` (or `#li-comment-N`,
 * `#div-comment-N`) on the list item or the article in it, `.comment-author`, `.comment-content`, answers in `.children`; block themes
 * write `.wp-block-comment-…` instead, and plain lists.
 * The article itself is no post: only what readers say below it is.
 */
/**
 * The id is asked for first and once: few elements have one, and a list of selectors is tried whole on every element. The article
 * within a list item is the same comment: it is not found a second time, and what changes in it is a change of the item.
 */
const ITEM = `[id]:is(${[
  '.comment[id^="comment-"]',
  '[id^="li-comment-"]',
  'li.comment',
  '.comment-body[id^="div-comment-"]:not(:is(li.comment[id], .comment[id^="comment-"]) > :first-child)',
  '[itemtype$="/Comment"][id^="comment-"]',
  '[itemtype$="/UserComments"][id^="comment-"]',
].join(', ')})`;
/** Links other sites sent by themselves. */
const PINGS = '.pingback, .trackback';
/** Where the words stand, most exact first; themes before 2010 have them bare in the list item. */
const BODY = [
  '.comment-text',
  '.comment-content, .wp-block-comment-content',
  '[itemprop="commentText"], [itemprop="text"]',
  '.commententry, .comment-entry, .comment_text, .comment_content, .commenttext, .comment-copy, .comment-main, .text',
];
const SKIP =
  '.reply, .comment-reply-link, .comment-meta, .commentmetadata, .comment-metadata, .comment-author, .vcard, .comment-awaiting-moderation, .cs-rating, .pd-rating, .comment-edit-link, .sharedaddy, .comment-likes, .wp-comment-rating, .children';

/** Comments, or the form for the first one; and that WordPress wrote them, since other engines number comments alike. */
const MARKS =
  'li.comment[id*="comment-"], [id^="comment-"].comment, [id^="div-comment-"].comment-body, #comment_post_ID';
const SOFTWARE =
  '#comment_post_ID, .comment-reply-link, link[rel="https://api.w.org/"], meta[name="generator"][content^="WordPress"], [href*="/wp-content/"], [src*="/wp-content/"]';

const NUMBERED = /^(?:li-|div-)?comment-(\d+)$/;

const idOf = (element: Element | null): string | null =>
  match(element?.id, NUMBERED) ?? match(attr(element, ':scope > [id*="comment-"]', 'id'), /comment-(\d+)$/);

/**
 * Ids of the comments this one stands in, innermost first. One comment may be marked on its list item, its article and its body:
 * the outermost of the same id is the item. Siblings stand in the same ones.
 */
function idsAbove(item: Element, page: Page): string[] {
  const known = page.memo('wordpress ids above', () => new WeakMap<Element, string[]>());
  const parent = item.parentElement;
  const before = parent && known.get(parent);
  if (before) return before;
  const ids: string[] = [];
  if (parent) known.set(parent, ids);
  for (let up = itemAbove(item.parentElement); up; up = itemAbove(up.parentElement)) {
    const id = idOf(up);
    if (id) ids.push(id);
    // What stands above that one is most often known: nobody climbs the same way twice.
    const rest = up.parentElement && known.get(up.parentElement);
    if (rest && rest !== ids) {
      for (const outer of rest) ids.push(outer);
      break;
    }
  }
  return ids;
}

/** The comment's own link, most often the first. One selector for all comments: one for each would be compiled for each. */
function linkOf(item: Element, id: string): string | null {
  const first = attr(item, 'a[href*="#comment-"]', 'href');
  if (!first) return null;
  if (first.endsWith(`#comment-${id}`) && (!first.startsWith('#') || !one(item, FULL_LINK))) return first;
  let bare: string | null = null;
  for (const link of item.querySelectorAll('a[href*="#comment-"]')) {
    const href = link.getAttribute('href');
    if (!href?.endsWith(`#comment-${id}`)) continue;
    // "Reply" leads to `#comment-1` in some themes, before the link that names the article.
    if (!href.startsWith('#')) return href;
    bare ??= href;
  }
  return bare;
}

/** A link that names the article. */
const FULL_LINK = 'a[href*="#comment-"]:not([href^="#"])';

/** The article a comment's own link leads to; a bare `#comment-1` leads nowhere else. */
function articleOf(link: string | null): string | null {
  if (!link?.includes('/')) return null;
  const path = link.replace(/^https?:\/\/[^/]+|#.*$|[?&]cpage=\d+|comment-page-\d+\/?|[?&]PHPSESSID=\w+/g, '');
  return path.replace(/\/+$/, '') || null;
}

/** The newest comments of other articles, listed beside: they are marked alike, but lead elsewhere. */
function isElsewhere(link: string | null, page: Page): boolean {
  const here = page.memo('wordpress article', () => {
    const opening = one(page.document, ITEM);
    const first = opening && idOf(opening);
    return first ? articleOf(linkOf(opening, first)) : null;
  });
  if (here === null || !link) return false;
  // Comments of one article name it alike.
  const last = page.memo('wordpress article named', () => ({ written: '', there: null as string | null }));
  const written = link.split('#', 1)[0] as string;
  if (written !== last.written) Object.assign(last, { written, there: articleOf(written) });
  return last.there !== null && last.there !== here;
}

interface Comment {
  item: Element;
  id: string | null;
  /** No other comment stands in it, so that all in it is its own. Asked in one go: each element that is handed out costs more. */
  isAlone: boolean;
}

function commentIn(item: Element, id = idOf(item)): Comment {
  return { item, id, isAlone: one(item, ITEM) === null };
}

/** The first node of this comment; none where the first one belongs to an answer nested in it. */
function own({ item, id, isAlone }: Comment, selector: string): Element | null {
  const found = one(item, selector);
  if (isAlone) return found;
  for (let up = found?.closest('[id]'); up && up !== item; up = up.parentElement?.closest('[id]')) {
    // The comment's own article or body, told by its number: the long selector need not be tried on it.
    if (id && match(up.id, NUMBERED) === id) continue;
    if (!up.matches(ITEM)) continue;
    const inner = idOf(up);
    if (inner && inner !== id) return null;
  }
  return found;
}

/** `closest(ITEM)`, made cheap: every item has an id, hardly any other element has. */
function itemAbove(element: Element | null): Element | null {
  for (let up = element; up; up = up.parentElement) if (up.id && up.matches(ITEM)) return up;
  return null;
}

const NAMES = [
  '.fn',
  '.wp-block-comment-author-name',
  '[itemprop="creator"] [itemprop="name"], [itemprop="author"]',
  '.comment-author .url',
  '.comment-author cite, cite',
  '.comment-author:not(:has(time, cite, .fn, a[href*="#comment"]))',
];

/** Where the author's name stands, and the name as written. */
function nameOf(comment: Comment): { element: Element; words: string } | null {
  for (const selector of NAMES) {
    const element = own(comment, selector);
    const words = textOf(element);
    if (element && words) return { element, words };
  }
  return null;
}

/** Old themes write "Ana says:" in one element: the last word before the colon is not the name. */
function withoutSays(name: string): string {
  return name.endsWith(':') ? name.replace(/^(.+?)\s+\S+\s?:$/, '$1') : name;
}

function bodyOf(comment: Comment): { element: Element; skip: string } {
  for (const selector of BODY) {
    const found = own(comment, selector);
    if (found) return { element: found, skip: SKIP };
  }
  return { element: comment.item, skip: `${SKIP}, cite, small, .avatar` };
}

function read(item: Element, page: Page): RawPost | null {
  const id = required(idOf(item), 'id');
  const above = idsAbove(item, page);
  if (above.includes(id) || item.matches(PINGS)) return null;
  const permalink = linkOf(item, id);
  if (isElsewhere(permalink, page)) return null;
  const comment = commentIn(item, id);
  const { element: name, words } = required(nameOf(comment), 'author');
  const profile = name.matches('a[href]') ? name : (one(name, 'a[href]') ?? name.closest('a[href]'));
  const body = bodyOf(comment);
  const stamp =
    own(comment, 'time[datetime]') ??
    own(
      comment,
      '[itemprop="commentTime"], [itemprop="datePublished"], .comment-date, .comment-time, .comment-metadata, .commentmetadata',
    );
  return {
    id: `comment-${id}`,
    kind: 'reply',
    permalink: permalink ?? `#comment-${id}`,
    threadId: threadId(page),
    threadTitle: title(page),
    // The comment it stands under: answers are inside it, in a list of their own.
    parentId: above[0] ? `comment-${above[0]}` : null,
    author: { name: withoutSays(words), href: profile?.getAttribute('href') },
    ...readBody(body.element, { quotes: QUOTE, skip: body.skip }),
    time: { machine: stamp?.getAttribute('datetime') ?? stamp?.getAttribute('content'), shown: textOf(stamp) },
  };
}

/** The article's number where the page names it, else its address: it stays the same on every page of comments. */
function threadId(page: Page): string {
  return page.memo('wordpress thread', () => {
    const { document, url } = page;
    // Looked up by id and by class alone: a selector that finds nothing goes through every element of a long page.
    const field = document.getElementById('comment_post_ID') ?? document.getElementsByName('comment_post_ID')[0];
    const reply = attr(one(document, '.comment-reply-link'), '', 'data-postid');
    const number = attr(field, '', 'value') ?? reply ?? match(document.body?.className, /\b(?:postid|page-id)-(\d+)\b/);
    return number ? `post-${number}` : url.pathname.replace(/\/comment-page-\d+\/?$/, '/');
  });
}

function title(page: Page): string {
  return page.memo('wordpress title', () => {
    const { document } = page;
    const heading = one(document, 'h1.entry-title, .entry-header h1, h1.wp-block-post-title, article h1');
    return textOf(heading) || attr(one(document.head, 'meta[property="og:title"]'), '', 'content') || document.title;
  });
}

/** The comments listed, and what the theme's heading counts: the first number in it, "24 thoughts on…". */
function threads(page: Page): RawThread[] {
  const { document } = page;
  const heading =
    one(document, '.comments-title, .wp-block-comments-title') ?? one(one(document, '#comments'), 'h2, h3');
  const said = match(textOf(heading), /^\D{0,40}?(\d[\d.,]*)/)?.replace(/[.,]/g, '');
  return [
    {
      id: threadId(page),
      title: title(page),
      href: page.url.pathname + page.url.search,
      expected: said ? Number(said) : null,
    },
  ];
}

/** Opened under a comment, the one form of the page says which comment it answers. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const box = one(page.document, '#respond textarea#comment, #commentform textarea[name="comment"], #respond textarea');
  const answers = attr(one(page.document, '#comment_parent'), '', 'value');
  const wanted = item ? idOf(item) : null;
  return box && (!wanted || !answers || answers === '0' || answers === wanted) ? (box as HTMLElement) : null;
}

export const adapter: Adapter = {
  id: 'wordpress',
  name: 'WordPress',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://blog.example/2026/03/una-entrada/'],
  verified: '2022-01-01',
  item: ITEM,
  detect: ({ document }) => one(document, MARKS) !== null && one(document, SOFTWARE) !== null,
  extract: read,
  threads,
  composer,
  authorAnchor: (item) => nameOf(commentIn(item))?.element ?? null,
};
