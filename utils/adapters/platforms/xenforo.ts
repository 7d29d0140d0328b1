import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { answersInData, match } from '../values';

/** XenForo on any host: 2 (`article.message--post`) and 1 (`li.message`). Both name the author and each quote's source in attributes. */
const thread = (page: Page) => ({
  id: match(page.url.pathname, /\/threads\/(?:[^/]*\.)?(\d+)/) ?? match(page.url.href, /threads\/(?:[^/]*\.)?(\d+)/),
  title: textOf(one(page.document, 'h1.p-title-value, .titleBar h1')) || page.document.title,
});

const today: ForumMarkup = {
  engine: 'xenforo',
  item: 'article.message--post[data-content^="post-"]',
  id: (item) => match(item.getAttribute('data-content'), /^post-(\d+)$/),
  author: '.message-name .username | .message-name',
  body: '.message-body .bbWrapper | .message-body',
  skip: '.bbCodeBlock--unfurl, .js-selectToQuoteEnd, .smilie:not(.smilie--emoji)',
  quote: '.bbCodeBlock--quote',
  quoteAuthor: '@data-quote',
  quoteSkip: '.bbCodeBlock-title, .bbCodeBlock-expandLink',
  quotedId: (quote) =>
    match(quote.getAttribute('data-source'), /^post:\s*(\d+)/) ??
    match(attr(quote, '.bbCodeBlock-sourceJump', 'href'), /(?:id=|post-)(\d+)/),
  number: (item) => match(textOf(item, '.message-attribution-opposite li:last-child'), /#\s*([\d.,]+)/),
  time: (item) => {
    const stamp = one(item, '.message-attribution time, .message-date time');
    return { machine: stamp?.getAttribute('datetime') ?? stamp?.getAttribute('data-time'), shown: textOf(stamp) };
  },
  editedTime: (item) => ({ machine: attr(item, '.message-lastEdit time', 'datetime') }),
  permalink: (item, id) =>
    one(item, '.message-attribution time')?.closest('a')?.getAttribute('href') ??
    attr(item, '.message-attribution a[href*="post-"]', 'href') ??
    `#post-${id}`,
  thread,
};

const earlier: ForumMarkup = {
  engine: 'xenforo1',
  item: 'li.message[id^="post-"]',
  id: (item) => match(item.id, /^post-(\d+)$/),
  author: '.userText .username | .messageUserBlock .username',
  body: '.messageText',
  skip: '.messageTextEndMarker, .mceSmilie, .mceSmilieSprite',
  quote: '.bbCodeQuote',
  quoteAuthor: '@data-author',
  quoteSkip: '.attribution, .quoteExpand',
  quotedId: (quote) => match(attr(quote, '.AttributionLink', 'href'), /(?:#post-|id=)(\d+)/),
  number: (item) => match(textOf(item, '.postNumber'), /#\s*([\d.,]+)/),
  time: (item) => ({
    machine: attr(item, '.datePermalink [data-time]', 'data-time'),
    shown: attr(item, '.datePermalink .DateTime', 'title') ?? textOf(item, '.datePermalink .DateTime'),
  }),
  editedTime: (item) => ({ machine: attr(item, '.editDate [data-time]', 'data-time') }),
  permalink: (item, id) => attr(item, 'a.datePermalink', 'href') ?? `#post-${id}`,
  thread,
};

const editionOf = (item: Element): ForumMarkup => (item.matches(today.item) ? today : earlier);

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, today);
  return id ? [{ id, title, href: page.url.pathname, expected: answersInData(page.document) }] : [];
}

export const adapter: Adapter = {
  id: 'xenforo',
  name: 'XenForo',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/threads/una-pregunta.123/'],
  verified: '2022-01-01',
  item: `${today.item}, ${earlier.item}`,
  detect: ({ document }) =>
    one(
      document,
      'html#XenForo, html#XF, article.message--post[data-content], li.message[id^="post-"] .messageText',
    ) !== null,
  extract: (item, page) => readForumPost(item, page, editionOf(item)),
  threads,
  composer: (_item, page) =>
    replyBox(
      page,
      '.js-quickReply .fr-element[contenteditable="true"], .js-quickReply textarea[name="message"], form.js-quickReply textarea, #QuickReply textarea, #QuickReply [contenteditable="true"]',
    ),
  authorAnchor: (item) => own(item, editionOf(item).author, editionOf(item)),
};
