import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { answersInData, match } from '../values';

/** Invision Community 5 (`.ipsEntry`), 4 (`.ipsComment`) and IP.Board 3 (`.post_block`). */
const thread = (page: Page) => ({
  id:
    match(page.url.href, /(?:\/topic\/|showtopic=)(\d+)/) ??
    match(attr(one(page.document, 'link[rel="canonical"]'), '', 'href'), /\/topic\/(\d+)/) ??
    page.url.pathname,
  title:
    textOf(one(page.document, 'h1.ipsType_pageTitle, h1.ipsTitle, h1.ipsPageHeader__title, [data-pageid] h1, h1')) ||
    page.document.title,
});

const suite: ForumMarkup = {
  engine: 'invision',
  item: 'article[id^="elComment_"]',
  id: (item) => match(item.id, /^elComment_(\d+)$/),
  author:
    '.cAuthorPane_author a[href] | .ipsEntry__username a[href] | .ipsComment_author a.ipsType_break, .ipsComment_author h3 a | .cAuthorPane_author | .ipsEntry__username | .ipsComment_author h3',
  body: '[data-role="commentContent"]',
  skip: '[data-excludequote], .ipsQuote_citation, .ipsEmbeddedOther, .ipsEmbedded_headerArea, .ipsItemControls, img[data-emoticon]',
  quote: 'blockquote',
  quoteAuthor: '@data-ipsquote-username',
  quoteSkip: '.ipsQuote_citation',
  quotedId: (quote) => quote.getAttribute('data-ipsquote-contentcommentid'),
  time: (item) => ({
    machine:
      attr(
        item,
        '.ipsComment_meta time[datetime], .ipsEntry__date time[datetime], .ipsEntry__header time[datetime]',
        'datetime',
      ) ?? attr(item, 'time[datetime]', 'datetime'),
  }),
  editedTime: (item) => ({ machine: attr(item, '[data-excludequote] time[datetime]', 'datetime') }),
  permalink: (item, id) =>
    attr(item, '.ipsComment_meta a[href*="findComment"], .ipsEntry__date a[href*="findComment"]', 'href') ??
    attr(item, 'a[href*="findComment"][href*="comment="]', 'href') ??
    `#comment-${id}`,
  thread,
};

const board: ForumMarkup = {
  engine: 'ipboard',
  item: 'div.post_block[id^="post_id_"]',
  id: (item) => match(item.id, /^post_id_(\d+)$/),
  author: '.author a[href*="/user/"], .author a[href*="showuser="] | .author.vcard, .author',
  body: '.entry-content',
  skip: '.citation, .edit, .signature, img.bbc_emoticon',
  quote: 'blockquote',
  quoteAuthor: '@data-author',
  quotedId: (quote) => quote.getAttribute('data-cid'),
  number: (item) => match(textOf(item, '.post_id a, a[rel="bookmark"]'), /#\s?([\d.,]+)/),
  time: (item) => ({ machine: attr(item, '.published[title]', 'title'), shown: textOf(item, '.published') }),
  permalink: (item, id) => attr(item, '.post_id a[href], a[rel="bookmark"][href]', 'href') ?? `#entry${id}`,
  thread,
};

const editionOf = (item: Element): ForumMarkup => (item.matches(board.item) ? board : suite);

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, suite);
  return id
    ? [
        {
          id,
          title,
          href: page.url.pathname + (/^\?(?:\/topic|showtopic)/.test(page.url.search) ? page.url.search : ''),
          expected: answersInData(page.document),
        },
      ]
    : [];
}

export const adapter: Adapter = {
  id: 'invision',
  name: 'Invision Community',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/topic/12-una-pregunta/'],
  verified: 'from source',
  source: 'markup of Invision Community 4 and 5 and IP.Board 3 as their public themes and importers describe it',
  item: `${suite.item}, ${board.item}`,
  detect: ({ document }) =>
    one(
      document,
      'article[id^="elComment_"] [data-role="commentContent"], .post_block[id^="post_id_"] .entry-content',
    ) !== null,
  extract: (item, page) =>
    item.matches('.ipsHide, .ipsComment_ignored') ? null : readForumPost(item, page, editionOf(item)),
  threads,
  composer: (_item, page) =>
    replyBox(
      page,
      '#replyForm [contenteditable="true"], [data-role="replyArea"] [contenteditable="true"], #replyForm textarea, #fast_reply_wrapper textarea',
    ),
  authorAnchor: (item) => own(item, editionOf(item).author, editionOf(item)),
};
