import type { Adapter, Page, RawThread } from '../contract';
import { all, attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost, replyBox } from '../forum';
import { match, QUOTE } from '../values';

/** Pleroma's and Akkoma's own pages. A post says whom it answers by name only: the last post before by that person. */
const ITEM = '.Status > .status-container:not(.repeat-info):not(.muted):not(.reply-form)';

const idOf = (item: Element): string | null =>
  match(attr(item, 'a.timeago', 'href'), /\/(?:notice|objects|activities)\/([\w-]+)/);
const handleOf = (item: Element): string =>
  (attr(item, '.account-name', 'title') ?? textOf(one(item, '.account-name'))).replace(/^@/, '');

/** Who is answered, beside "Reply to". */
function answered(item: Element): string | null {
  const row = one(item, '.heading-reply-row');
  if (!row || !one(row, '.reply-to, .reply-to-popover, .reply-to-no-popover')) return null;
  const link = one(row, '.MentionLink, .mention-link, .reply-to-popover + * a');
  return (textOf(one(link, '.userName')) || attr(link, 'a', 'title') || textOf(link)).replace(/^@/, '') || null;
}

function parentOf(item: Element, page: Page): string | null {
  const handle = answered(item);
  if (!handle) return null;
  const before: Element[] = all(page.document, ITEM);
  const same = (one: Element) => handleOf(one) === handle || handleOf(one).startsWith(`${handle}@`);
  const target = before.slice(0, before.indexOf(item)).findLast(same);
  return target ? idOf(target) : null;
}

const pleroma: ForumMarkup = {
  engine: 'pleroma',
  item: ITEM,
  id: idOf,
  author: '.status-username',
  profile: 'a.account-name',
  body: '.StatusBody .text, .StatusContent .text, .status-content',
  skip: '.tall-status-hider, .cw-status-hider, .status-unhider, button',
  quote: QUOTE,
  parent: (item, _id, page) => parentOf(item, page),
  number: (item) => (one(item, '.heading-reply-row .reply-to, .reply-to-popover, .reply-to-no-popover') ? '2' : '1'),
  time: (item) => ({
    machine: attr(item, 'a.timeago time[datetime]', 'datetime'),
    shown: attr(item, 'a.timeago time[title]', 'title') ?? textOf(one(item, 'a.timeago')),
  }),
  permalink: (item) => attr(item, 'a.timeago', 'href'),
  thread: (page) => ({ id: match(page.url.pathname, /\/notice\/([\w-]+)/), title: page.document.title }),
  more: (item, page) => ({
    author: {
      name: textOf(one(item, '.status-username')),
      handle: handleOf(item),
      href: attr(item, 'a.account-name', 'href'),
    },
    ...(parentOf(item, page) && { parentInferred: true }),
  }),
};

function threads(page: Page): RawThread[] {
  const { id, title } = pleroma.thread(page);
  return id ? [{ id, title, href: page.url.pathname, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'pleroma',
  name: 'Pleroma, Akkoma',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://pueblo.example/notice/AbC123'],
  verified: 'from source',
  source: 'pleroma-fe, akkoma-fe src/components/status/status.vue',
  item: ITEM,
  detect: ({ document }) => one(document, '.Status > .status-container .status-heading') !== null,
  extract: (item, page) => (one(item, '.status-heading') ? readForumPost(item, page, pleroma) : null),
  threads,
  composer: (item, page) =>
    (one(item?.parentElement, '.reply-form textarea') as HTMLElement | null) ??
    replyBox(page, '.post-status-form textarea'),
  authorAnchor: (item) => one(item, '.status-username'),
};
