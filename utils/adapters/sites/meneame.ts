import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match, QUOTE } from '../values';

/** Menéame: comments of a story, numbered. "#3" at the beginning answers the third; in the threaded view answers stand below it. */
const ITEM = '.comment[id^="c-"], .threader > .comment, [id^="c-"]:has(> .comment-body)';

/** `c-12` is the twelfth of its story, and a comment's own number only in lists of many stories: the words bear it always. */
const idOf = (item: Element): string | null =>
  match(attr(item, '', 'data-id'), /(\d+)$/) ??
  match(attr(item, '.comment-text[id^="cid-"], [id^="cid-"]', 'id'), /(\d+)$/) ??
  match(item.id, /^c-(\d+)$/);

/** The number shown before the name, "#12". */
const numberOf = (item: Element): string | null =>
  match(
    attr(item, '.comment-order', 'data-order') ??
      textOf(one(item, '.comment-order, .comment-expand, a[href*="/c0"] strong, .comment-text > a > strong')),
    /#?(\d+)/,
  ) ?? match(attr(item, 'a[href*="#c-"], a[href*="/c0"]', 'href'), /(?:#c-|\/c0)(\d+)/);

function byNumber(page: Page): Map<string, string> {
  return page.memo('meneame numbers', () => {
    const found = new Map<string, string>();
    for (const item of page.document.querySelectorAll(ITEM)) {
      const [number, id] = [numberOf(item), idOf(item)];
      if (number && id) found.set(number, id);
    }
    return found;
  });
}

/** The first "#3" of the words, a link that carries the number; else the comment above in the tree. */
function parentOf(item: Element, page: Page): string | null {
  const link = one(
    item,
    '.comment-text a.tooltip[href*="/c0"], .comment-text a[href*="/c0"], .comment-text a[href*="#c-"]',
  );
  const number = match(textOf(link), /^#?(\d+)$/) ?? match(link?.getAttribute('href'), /(?:\/c0|#c-)(\d+)/);
  const stated = number && number !== '0' ? byNumber(page).get(number) : null;
  if (stated && stated !== idOf(item)) return stated;
  const box = item.closest('.threader')?.parentElement?.closest('.threader');
  const above = one(box, ITEM);
  return above ? idOf(above) : null;
}

const meneame: ForumMarkup = {
  engine: 'meneame',
  item: ITEM,
  id: idOf,
  kind: 'reply',
  author:
    'a.username | .comment-header a[href*="/user/"]:not(:has(img)) | .comment-info a[href*="/user/"]:not(:has(img))',
  body: '.comment-text',
  skip: '.comment-order, .comment-expand, .comment-votes-info',
  quote: QUOTE,
  parent: (item, _id, page) => parentOf(item, page),
  time: (item) => ({
    machine: attr(item, '.ts[data-ts]', 'data-ts') ?? attr(item, 'time[datetime]', 'datetime'),
    shown: attr(item, '.comment-date[title], .ts[title]', 'title') ?? textOf(one(item, '.comment-date, .ts')),
  }),
  permalink: (item, id) =>
    attr(
      item,
      '.comment-header a[href*="/c0"], .comment-info a[href*="/c0"], a.comment-order[href], a[rel="bookmark"]',
      'href',
    ) ?? `#c-${id}`,
  thread: (page) => ({
    id: match(page.url.pathname, /\/(?:story|m\/[^/]+)\/([^/]+)/),
    title: textOf(one(page.document, '.news-summary h1, .news-summary h2, h1')) || page.document.title,
  }),
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, meneame);
  const said = parseCount(
    textOf(one(page.document, '.news-summary .comments-counter, [class*="comments-counter"], a.comments')),
  );
  return id ? [{ id, title, href: page.url.pathname, expected: said ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'meneame',
  name: 'Menéame',
  scope: 'site',
  matches: ['https://www.meneame.net/*', 'https://meneame.net/*', 'https://old.meneame.net/*'],
  sampleUrls: ['https://www.meneame.net/story/huertos-en-las-azoteas'],
  verified: 'from source',
  source: 'Meneame/meneame.net www/libs/comment.php and www/templates/comment_summary_text.html',
  item: ITEM,
  extract: (item, page) => (one(item, '.comment-text') ? readForumPost(item, page, meneame) : null),
  threads,
  composer: (_item, page) =>
    replyBox(page, 'textarea#comment, .commentform textarea, textarea[name="comment_content"]'),
  authorAnchor: (item) => one(item, 'a.username'),
};
