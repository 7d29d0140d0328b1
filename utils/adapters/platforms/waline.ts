import type { Adapter, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { enclosing, type ForumMarkup, readForumPost, replyBox } from '../forum';
import { match, QUOTE } from '../values';

/**
 * Waline's comment widget on any page. Answers of any depth stand in one list under the first; each names whom it answers with
 * a link to that comment. Only the day is shown.
 */
const waline: ForumMarkup = {
  engine: 'waline',
  item: '.wl-card-item[id]',
  id: (item) => item.id || null,
  kind: 'reply',
  nested: true,
  author: '.wl-nick',
  body: '.wl-content',
  skip: '.wl-reply-to',
  quote: QUOTE,
  parent: (item) => {
    const target = match(attr(item, ':scope > .wl-card > .wl-content > .wl-reply-to a', 'href'), /^#(.+)$/);
    return target ?? enclosing(item, waline);
  },
  time: (item) => ({ machine: attr(item, '.wl-time', 'data-time'), shown: textOf(item, '.wl-time') }),
  permalink: (_item, id) => `#${id}`,
  thread: (page) => ({
    id: page.url.pathname,
    title: textOf(one(page.document, 'article h1, h1')) || page.document.title,
  }),
};

export const adapter: Adapter = {
  id: 'waline',
  name: 'Waline',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://blog.example/entrada/'],
  verified: '2026-11-22',
  item: waline.item,
  detect: ({ document }) => one(document, '.wl-cards, .wl-comment .wl-editor') !== null,
  extract: (item, page) => readForumPost(item, page, waline),
  threads: (page): RawThread[] => {
    const { id, title } = waline.thread(page);
    const count = match(textOf(one(page.document, '.wl-count .wl-num')), /(\d+)/);
    return id ? [{ id, title, href: id, expected: count ? Number(count) : null }] : [];
  },
  composer: (item, page) => {
    const nested = item ? one(item, ':scope > .wl-card > .wl-reply-wrapper textarea') : null;
    return (nested as HTMLElement | null) ?? replyBox(page, 'textarea.wl-editor');
  },
  authorAnchor: (item) => one(item, '.wl-nick'),
};
