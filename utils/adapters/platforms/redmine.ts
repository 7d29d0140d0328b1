import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { match, QUOTE } from '../values';

/**
 * Redmine: an issue and its notes, or a message of a board and its answers. A note that only changes fields says nothing. What a
 * note answers is said by the link in its quote's heading ("Ana wrote in #note-3:").
 */
const ISSUE = 'div.issue.details, div.issue:has(> .description)';
const NOTE = '#history .journal[id^="change-"]';
const MESSAGE = '#content > .message, .message.reply[id^="message-"]';

const thread = (page: Page) => ({
  id: match(page.url.pathname, /\/(issues\/\d+|boards\/\d+\/topics\/\d+)/),
  title: textOf(one(page.document, '.subject h3, #content > h2')) || page.document.title,
});

const redmine: ForumMarkup = {
  engine: 'redmine',
  item: `${ISSUE}, ${NOTE}, ${MESSAGE}`,
  id: (item) =>
    match(item.id, /^(change-\d+|message-\d+)$/) ?? (item.matches(ISSUE) || !item.matches('.reply') ? 'opening' : null),
  author: 'a.user | .author',
  profile: 'a.user',
  body: '[id^="journal-"][id$="-notes"], .wiki:not(.description .attachments *)',
  skip: '.contextual, .wiki-anchor, .attachments, .thumbnails',
  quote: QUOTE,
  parent: (item, id) => {
    if (id === 'opening') return null;
    const link = one(item, '.wiki > p:first-of-type a[href*="#note-"], .wiki > p:first-of-type a[href*="#message-"]');
    const target = match(link?.getAttribute('href'), /#((?:note|message)-\d+)$/);
    if (!target) return undefined;
    return one(item.ownerDocument, `[id="${target}"]`)?.closest(`${NOTE}, ${MESSAGE}`)?.id ?? null;
  },
  number: (item) => (item.matches(`${NOTE}, .reply`) ? '2' : '1'),
  time: (item) => ({ shown: whenOf(item)?.getAttribute('title') || textOf(whenOf(item)) }),
  permalink: (item, id, page) => {
    if (id === 'opening') return page.url.pathname;
    return (
      attr(item, 'a.journal-link[href], a[href^="#note-"], h4 a[href*="#message-"]', 'href') ??
      `#${one(item, '[id^="note-"]')?.id ?? id}`
    );
  },
  thread,
};

/** "about 2 years" with the moment in its title; it leads to that day's activity. */
function whenOf(item: Element): Element | null {
  return one(
    item,
    '.note-header a[title][href*="from="], h4 a[title][href*="from="], .author a[title][href*="from="], abbr[title]',
  );
}

/** "Ana wrote in #note-3:" is a line of its own above the quote: Redmine's word, not the author's. */
function withoutHeading(item: Element, text: string): string {
  const line = one(item, '.wiki > p');
  if (!line?.nextElementSibling?.matches(QUOTE) || !one(line, 'a[href*="#note-"], a[href*="#message-"]')) return text;
  const words = textOf(line);
  return text.startsWith(words) ? text.slice(words.length).trimStart() : text;
}

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, redmine);
  return id ? [{ id, title, href: page.url.pathname, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'redmine',
  name: 'Redmine',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://obras.example/issues/321'],
  verified: 'from source',
  source: 'redmine/redmine app/views/issues, messages',
  item: redmine.item,
  detect: ({ document }) =>
    one(
      document,
      'meta[name="description"][content="Redmine"], body.controller-issues #history, body.controller-messages',
    ) !== null && one(document, redmine.item) !== null,
  extract: (item, page) => {
    if (item.matches(NOTE) && !own(item, redmine.body, redmine)) return null;
    const post = readForumPost(item, page, redmine);
    if (post.id !== 'opening') return { ...post, text: withoutHeading(item, post.text) };
    const { id } = thread(page);
    return { ...post, id: id ?? 'opening', kind: 'post' };
  },
  threads,
  composer: (_item, page) => replyBox(page, '#issue_notes, #message_content, textarea.wiki-edit'),
  authorAnchor: (item) => one(item, 'a.user'),
};
