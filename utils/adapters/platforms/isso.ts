import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, readText, textOf } from '../dom';
import { enclosing, type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { QUOTE } from '../values';

/** Isso's comment widget on any page: answers stand inside the comment they answer. */
const isso: ForumMarkup = {
  engine: 'isso',
  item: '.isso-comment[id^="isso-"]',
  id: (item) => item.id.replace(/^isso-/, '') || null,
  kind: 'reply',
  nested: true,
  author: '.isso-author | .author',
  body: '.isso-text | .text',
  quote: QUOTE,
  parent: (item) => enclosing(item, isso),
  time: (item) => ({ machine: attr(item, 'time[datetime]', 'datetime'), shown: textOf(item, 'time') }),
  permalink: (item) => `#${item.id}`,
  thread: (page) => ({
    id: page.url.pathname,
    title: textOf(one(page.document, 'article h1, h1')) || page.document.title,
  }),
};

/** A deleted comment stays for its answers, without words. */
function isDeleted(item: Element): boolean {
  const body = own(item, isso.body, isso);
  return body !== null && readText(body).trim() === '' && !one(body, 'img, video');
}

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, isso);
  const count = parseCount(textOf(one(page.document, '.isso-thread-heading, #isso-thread > h4')));
  return id ? [{ id, title, href: id, expected: count ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'isso',
  name: 'Isso',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://blog.example/entrada/'],
  verified: 'from source',
  source: 'isso-comments/isso isso/js/app/templates/comment.js',
  item: isso.item,
  detect: ({ document }) => one(document, '#isso-thread, #isso-root') !== null,
  extract: (item, page) => (isDeleted(item) ? null : readForumPost(item, page, isso)),
  threads,
  composer: (item, page) =>
    (item &&
      (one(
        item,
        ':scope > .isso-text-wrapper .isso-postbox textarea, :scope > .isso-follow-up > .isso-postbox textarea',
      ) as HTMLElement | null)) ??
    replyBox(page, '#isso-thread > .isso-postbox textarea, #isso-thread > .isso-postbox [contenteditable="true"]'),
  authorAnchor: (item) => own(item, isso.author, isso),
};
