import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost, replyBox, threadOf } from '../forum';
import { parentsByDepth } from '../tree';
import { match } from '../values';

/** HyperKitty, Mailman's archive: a thread of letters. What a letter answers is shown by how far it is indented. */
const ITEM = '.email';

const idOf = (item: Element): string | null =>
  match(attr(item, 'a[href*="/message/"]', 'href'), /\/message\/(\w+)/) ??
  match(attr(item, 'a[href*="/thread/"]', 'href'), /\/thread\/\w+\/#(\w+)/) ??
  match(attr(item, '.email-header[id]', 'id') ?? attr(item, 'a[name]', 'name') ?? item.id, /^([A-Z2-7]{32})$/);

/** The first letter stands alone; below it `even odd` boxes carry their indent as a style or a class, those that answer the first none. */
function depthOf(item: Element): number {
  const box = item.closest('[class*="email-"], [style*="left"]') ?? item;
  const px = match(
    `${box.getAttribute('style') ?? ''} ${item.parentElement?.getAttribute('style') ?? ''}`,
    /(?:margin|padding)-left:\s*(\d+)/,
  );
  const level = match(box.getAttribute('class'), /\bemail-info-depth-(\d+)|\blevel-(\d+)/);
  return (Number(px ?? level ?? 0) || 0) + (item.closest('.replies') ? 1 : 0);
}

function parents(page: Page): Map<string, string | null> {
  return page.memo('hyperkitty parents', () => {
    const letters = [...page.document.querySelectorAll(ITEM)].flatMap((item) => {
      const id = idOf(item);
      return id ? [{ id, depth: depthOf(item) }] : [];
    });
    const isIndented = letters.some(({ depth }) => depth > 0);
    return isIndented ? parentsByDepth(letters, null) : new Map();
  });
}

const hyperkitty: ForumMarkup = {
  engine: 'hyperkitty',
  item: ITEM,
  id: idOf,
  author: '.email-author .name a | .email-author .name | .name a',
  body: '.email-body',
  skip: '.attachments, .quoted-switch, .email-signature, .email-body-signature',
  quote: '.quoted-text, blockquote',
  parent: (_item, id, page) => parents(page).get(id) ?? null,
  time: (item) => {
    const stamp = one(item, '.email-date time[datetime], .time time[datetime], .email-date [title], .time [title]');
    return {
      machine: attr(stamp, '', 'datetime'),
      // "Sender's time: 2026-03-02 9:55 a.m."
      shown: (attr(stamp, '', 'title') ?? textOf(one(item, '.email-date, .time'))).replace(/^[^:\d]*:\s*(?=\D*\d)/, ''),
    };
  },
  permalink: (item, id) =>
    attr(item, 'a[href*="/message/"]', 'href') ?? attr(item, 'a[href*="/thread/"]', 'href') ?? `#${id}`,
  thread: (page) => ({
    id: match(page.url.pathname, /\/thread\/(\w+)/),
    title: textOf(one(page.document, '.thread-header h3, .thread-title, h3, h1')) || page.document.title,
  }),
  more: (item, page) => (parents(page).get(idOf(item) ?? '') ? { parentInferred: true } : {}),
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, hyperkitty);
  return id ? [{ id, title, href: page.url.pathname, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'hyperkitty',
  name: 'HyperKitty (Mailman)',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://listas.example/archives/list/huerto@listas.example/thread/ABC234/'],
  verified: 'from source',
  source: 'hyperkitty/hyperkitty templates/hyperkitty/messages/message.html, ajax/replies.html',
  item: ITEM,
  detect: ({ document }) => one(document, '.email .email-header .email-author, .email .email-body') !== null,
  extract: (item, page) => readForumPost(item, page, hyperkitty),
  threads,
  composer: (item, page) =>
    ((item && one(item, '.reply-form textarea')) as HTMLElement | null) ?? replyBox(page, '.reply-form textarea'),
  authorAnchor: (item) => one(item, '.email-author .name'),
};
