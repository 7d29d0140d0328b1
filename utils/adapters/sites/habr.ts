import type { Adapter, Page, RawThread } from '../contract';
import { all, attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost } from '../forum';
import { parseCount } from '../numbers';
import { parentsByDepth } from '../tree';
import { match, QUOTE } from '../values';

/**
 * Habr's comments: the pages before 2021 (`.comment`, the parent named beside it) and today's application (articles indented
 * by a class). The article itself is no post.
 */
const thread = (page: Page) => ({
  id:
    match(page.url.pathname, /\/(?:post|articles|news|blog)\/(?:t\/)?(\d+)/) ??
    match(page.url.pathname, /(\d+)\/(?:comments\/)?$/),
  title: textOf(one(page.document, 'h1.post__title, h1.tm-title, h1')) || page.document.title,
});

const earlier: ForumMarkup = {
  engine: 'habr earlier',
  item: '.comment[id^="comment_"]',
  id: (item) => match(item.id, /^comment_(\d+)$/),
  kind: 'reply',
  author: '.user-info__nickname',
  profile: '.user-info[href]',
  body: '.comment__message',
  quote: QUOTE,
  parent: (item) => {
    const parent = attr(item.parentElement, ':scope > .parent_id', 'data-parent_id');
    return parent && parent !== '0' ? parent : null;
  },
  time: (item) => ({ machine: attr(item, 'time', 'datetime'), shown: textOf(item, '.comment__date-time') }),
  permalink: (_item, id) => `#comment_${id}`,
  thread,
  more: (item) => handle(attr(item, '.user-info', 'data-user-login')),
};

const today: ForumMarkup = {
  engine: 'habr',
  item: 'article.tm-comment-thread__comment',
  id: (item) =>
    attr(item, '[data-comment-body]', 'data-comment-body') ??
    match(attr(item, 'a.tm-comment-thread__comment-link', 'href'), /#comment_(\d+)/) ??
    match(attr(item, '[id^="comment_"], [name^="comment_"]', 'id'), /(\d+)/),
  kind: 'reply',
  author: '.tm-user-info__username',
  body: '.tm-comment__body-content',
  quote: QUOTE,
  parent: (_item, id, page) => parents(page).get(id) ?? null,
  time: (item) => ({ machine: attr(item, 'time', 'datetime') }),
  permalink: (item, id) => attr(item, 'a.tm-comment-thread__comment-link', 'href') ?? `#comment_${id}`,
  thread,
  more: (item) => handle(match(attr(item, '.tm-user-info__username', 'href'), /\/users\/([^/]+)/)),
};

function handle(login: string | null): { author?: { name: string; handle: string; href: string } } {
  return login ? { author: { name: login, handle: login, href: `/users/${login}/` } } : {};
}

/** Depth is a class on the comment or on what holds it; older builds of the application nest sections instead. */
function parents(page: Page): Map<string, string | null> {
  return page.memo('habr parents', () =>
    parentsByDepth(
      all(page.document, today.item).flatMap((item) => {
        const id = today.id(item);
        return id ? [{ id, depth: depthOf(item) }] : [];
      }),
      null,
    ),
  );
}

function depthOf(item: Element): number {
  const marked = item.closest('[class*="thread__indent_l-"]') ?? one(item, '[class*="thread__indent_l-"]');
  const stated = match(marked?.getAttribute('class'), /thread__indent_l-(\d+)/);
  if (stated) return Number(stated);
  let depth = 0;
  for (let up = item.closest('.tm-comment-thread'); up; up = up.parentElement?.closest('.tm-comment-thread') ?? null)
    depth++;
  return depth;
}

function threads(page: Page): RawThread[] {
  const { id, title } = thread(page);
  const total = textOf(
    one(page.document, '#comments_count, .comments-section__head-counter, .tm-comments-wrapper__comments-count'),
  );
  return id ? [{ id, title, href: page.url.pathname, expected: parseCount(total) ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'habr',
  name: 'Habr',
  scope: 'site',
  matches: ['https://habr.com/*', 'https://habrahabr.ru/*', 'https://geektimes.ru/*'],
  sampleUrls: ['https://habr.com/ru/articles/123456/comments/', 'https://habrahabr.ru/post/123456/'],
  verified: '2018-04-24',
  item: `${today.item}, ${earlier.item}`,
  // A comment hidden by moderators keeps its place but not its author.
  extract: (item, page) =>
    item.matches(today.item)
      ? one(item, '.tm-user-info__username, .tm-comment__body-content')
        ? readForumPost(item, page, today)
        : null
      : one(item, '.comment__message, .user-info__nickname')
        ? readForumPost(item, page, earlier)
        : null,
  threads,
  composer: (_item, page) =>
    one(
      page.document,
      '.tm-comment-form [contenteditable="true"], .tm-comment-form textarea, .js-comment_form textarea',
    ) as HTMLElement | null,
  authorAnchor: (item) => one(item, '.tm-user-info__username, .user-info__nickname'),
};
