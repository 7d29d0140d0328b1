import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { enclosing, type ForumMarkup, readForumPost } from '../forum';
import { match, param } from '../values';

/**
 * Blogger's comments on any host: threaded (`li.comment`) and the flat lists of older templates, where heading, words and
 * foot are three siblings. Permalinks carry the exact moment: `?showComment=1559192764955`.
 */
const thread = (page: Page) => ({
  id: page.url.pathname,
  title: textOf(one(page.document, 'h3.post-title, h1.post-title, .post-title')) || page.document.title,
});

const momentIn = (href: string | null): string | null => param(href, 'showComment')?.split(':')[0] ?? null;

const threaded: ForumMarkup = {
  engine: 'blogger',
  item: '#comments li.comment[id^="c"]',
  id: (item) => match(item.id, /^c(\d+)$/),
  kind: 'reply',
  nested: true,
  author: '.comment-header .user a | .comment-header .user | cite.user',
  body: '.comment-content',
  parent: (item) => enclosing(item, threaded),
  time: (item) => ({
    machine: momentIn(attr(item, '.comment-header .datetime a', 'href')),
    shown: textOf(item, '.comment-header .datetime'),
  }),
  permalink: (item, id) => attr(item, '.comment-header .datetime a', 'href') ?? `#c${id}`,
  thread,
};

/** The heading is the post; what it says follows it. */
const flat: ForumMarkup = {
  engine: 'blogger flat',
  item: 'dt.comment-author[id^="c"], #comments-block > [id^="c"].comment-author',
  id: (item) => match(item.id, /^c(\d+)$/),
  kind: 'reply',
  author: 'a[rel="nofollow"]:not(:has(img)) | a[href]:not([name]):not(:has(img)) | :scope > span',
  body: (item) => after(item, '.comment-body'),
  parent: () => null,
  time: (item) => ({
    machine: momentIn(attr(foot(item), 'a[href*="showComment"]', 'href')),
    shown: textOf(foot(item)),
  }),
  permalink: (item, id) => attr(foot(item), 'a[href*="showComment"]', 'href') ?? `#c${id}`,
  thread,
};

const after = (item: Element, selector: string): Element | null => {
  let next = item.nextElementSibling;
  while (next && !next.matches(selector) && !next.matches(flat.item)) next = next.nextElementSibling;
  return next?.matches(selector) ? next : null;
};
const foot = (item: Element): Element | null => after(item, '.comment-footer');

function threads(page: Page): RawThread[] {
  const { id, title } = thread(page);
  const count = match(textOf(one(page.document, '#comments > h3.title, #comments > h4, #comments .title')), /(\d+)/);
  return [{ id, title, href: id, expected: count ? Number(count) : null }];
}

export const adapter: Adapter = {
  id: 'blogger',
  name: 'Blogger',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://cuaderno.example/2026/03/una-entrada.html'],
  verified: '2019-06-01',
  item: `${threaded.item}, ${flat.item}`,
  detect: ({ document }) =>
    one(
      document,
      '#comments li.comment[id^="c"] .comment-block, #comments-block dt.comment-author, meta[name="generator"][content="blogger"]',
    ) !== null,
  extract: (item, page) => readForumPost(item, page, item.matches(threaded.item) ? threaded : flat),
  threads,
  authorAnchor: (item) => one(item, '.comment-header .user, a[rel="nofollow"]'),
};
