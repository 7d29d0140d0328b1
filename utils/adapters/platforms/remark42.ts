import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { match, param, QUOTE } from '../values';

/**
 * Remark42's comment widget: a frame of its own, told in its address which page it is on. A comment's links lead to that
 * page; an answer has one to the comment it answers.
 */
const PREFIX = 'remark42__comment-';
const target = (href: string | null): string | null => match(href, /#remark42__comment-([\w-]+)/);

const remark42: ForumMarkup = {
  engine: 'remark42',
  item: `article.comment[id^="${PREFIX}"]`,
  id: (item) => item.id.slice(PREFIX.length) || null,
  kind: 'reply',
  author: '.comment__username',
  body: '.comment__text',
  quote: QUOTE,
  parent: (item) => target(attr(item, `.comment__info a[href*="#${PREFIX}"]:not(.comment__time)`, 'href')),
  time: (item) => ({ shown: textOf(item, '.comment__time') }),
  permalink: (item) => attr(item, 'a.comment__time', 'href') ?? `#${item.id}`,
  thread: (page) => ({ id: pageOf(page), title: param(page.url.href, 'page_title') ?? page.document.title }),
};

/** The page commented on: said by the frame's address, else by the first comment's own link. */
function pageOf(page: Page): string {
  const link = attr(one(page.document, 'a.comment__time[href]'), '', 'href');
  return param(page.url.href, 'url') ?? link?.replace(/#.*$/, '') ?? page.url.pathname;
}

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, remark42);
  return id ? [{ id, title, href: id, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'remark42',
  name: 'Remark42',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://remark.example/web/iframe.html?site_id=blog&url=https%3A%2F%2Fblog.example%2F'],
  verified: 'from source',
  source: 'umputun/remark42 frontend/apps/remark42/app/components/comment/comment.tsx',
  item: remark42.item,
  detect: ({ document }) => one(document, remark42.item) !== null,
  // The server leaves the name "deleted" on what was taken away; a frame out of sight keeps an empty place.
  extract: (item, page) => {
    const isGone = item.matches('.comment_useless') && textOf(item, '.comment__username') === 'deleted';
    return isGone ? null : readForumPost(item, page, remark42);
  },
  threads,
  composer: (item, page) =>
    (item && (one(item, '.comment__input textarea') as HTMLElement | null)) ??
    replyBox(page, '.comment-form textarea:not(.comment__input textarea)'),
  authorAnchor: (item) => own(item, remark42.author, remark42),
};
