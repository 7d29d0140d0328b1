import type { Adapter, Page, RawPost, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { first, match } from '../values';
import { quotedPost, repliesInTitles, titleOr, vbulletinThread } from '../vbulletin';

/**
 * vBulletin on any host: 3 (tables, `#post_message_N`), 4 (`li.postcontainer`) and 5 (`.b-post[data-node-id]`). Dates of 3 and 4
 * are words in the forum's own time.
 */
const shared = {
  engine: 'vbulletin',
  quotedId: quotedPost,
  thread: (page: Page) => ({
    id: vbulletinThread(page) ?? match(page.url.pathname, /\/(\d+)-[^/]*(?:\.html)?$/),
    title: titleOr(page, '.threadtitle | #pagetitle h1 | h1.main-title | td.navbar > strong'),
  }),
};

const three: ForumMarkup = {
  ...shared,
  item: 'table[id^="post"], section[id^="post"], div[id^="post"]',
  id: (item) => match(item.id, /^post(\d+)$/),
  author: '.bigusername | [id^="postmenu_"]:not([id$="_menu"])',
  body: '[id^="post_message_"]',
  skip: '.smallfont, img.inlineimg',
  quote: '.smallfont + table, div[style*="margin:20px"]:has(.postquote)',
  quoteAuthor: 'td > div:first-child strong | div > strong',
  quoteSkip: 'td > div:first-child:not(:last-child), .smallfont, div:has(> strong)',
  number: (item) => attr(item, 'a[id^="postcount"]', 'name'),
  time: (item) => ({ shown: textOf(first(item, '[itemprop="dateCreated"] | td.thead | .thead')) }),
  permalink: (item, id) => attr(item, 'a[id^="postlink"]', 'href') ?? `showthread.php?p=${id}#post${id}`,
};

const four: ForumMarkup = {
  ...shared,
  item: 'li.postcontainer[id^="post_"]',
  id: (item) => match(item.id, /^post_(\d+)$/),
  author: '.username_container .username | .username',
  body: '[id^="post_message_"] .postcontent | .postcontent | [id^="post_message_"]',
  skip: '.bbcode_description, .signature, img.inlineimg',
  quote: '.bbcode_quote',
  quoteAuthor: '.bbcode_postedby strong',
  quoteSkip: '.bbcode_postedby',
  number: (item) => attr(item, 'a[id^="postcount"]', 'name'),
  time: (item) => ({ shown: textOf(item, '.postdate .date') || textOf(item, '.postdate') }),
  permalink: (item, id) => attr(item, 'a.postcounter', 'href') ?? `#post${id}`,
};

const five: ForumMarkup = {
  ...shared,
  item: '.b-post[data-node-id]',
  id: (item) => item.getAttribute('data-node-id'),
  author: '.author a | .author [itemprop="name"] | .author',
  body: '.js-post__content-text | [itemprop="text"]',
  skip: '.bbcode_description, .b-post__signature, img[src*="/smilies/"]',
  quote: '.bbcode_quote',
  quoteAuthor: '.bbcode_postedby strong',
  quoteSkip: '.bbcode_postedby',
  number: (item) => match(textOf(item, '.b-post__count'), /(\d+)/),
  time: (item) => ({
    machine: attr(item, '.b-post__timestamp time', 'datetime'),
    shown: textOf(item, '.b-post__timestamp'),
  }),
  permalink: (item, id) => attr(item, 'a.b-post__count', 'href') ?? `#post${id}`,
  thread: (page) => ({
    id: match(page.url.pathname, /\/(\d+)-[^/]*(?:\/page\d+)?\/?$/),
    title: textOf(one(page.document, 'h1.main-title, .b-main-title')) || page.document.title,
  }),
};

const editions = [four, five, three];

function editionOf(item: Element): ForumMarkup {
  return editions.find((edition) => item.matches(edition.item)) ?? three;
}

function read(item: Element, page: Page): RawPost | null {
  const edition = editionOf(item);
  // Much else is called "post…" too; a comment on a post of 5 and a deleted stub have no words of their own.
  if (!edition.id(item) || !own(item, edition.body, edition)) return null;
  return readForumPost(item, page, edition);
}

function threads(page: Page): RawThread[] {
  const edition = editions.find(({ item }) => one(page.document, item));
  if (!edition) return [];
  const { id, title } = threadOf(page, edition);
  const total = textOf(one(page.document, '#postpagestats_above, .postpagestats')).match(/\d+/g)?.at(-1);
  const expected = total ? Number(total) - 1 : repliesInTitles(page, '.pagenav a[title]');
  return id ? [{ id, title, href: page.url.pathname + page.url.search, expected }] : [];
}

export const adapter: Adapter = {
  id: 'vbulletin',
  name: 'vBulletin',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/showthread.php?t=123'],
  verified: '2016-06-20',
  item: editions.map(({ item }) => item).join(', '),
  detect: ({ document }) =>
    one(
      document,
      '[id^="td_post_"] [id^="post_message_"], li.postcontainer[id^="post_"], .b-post[data-node-id], meta[name="generator"][content^="vBulletin"]',
    ) !== null,
  extract: read,
  threads,
  composer: (_item, page) =>
    replyBox(
      page,
      'textarea#vB_Editor_QR_textarea, #vB_Editor_QR_textarea, .b-editor textarea, form[action*="newreply.php"] textarea[name="message"]',
    ),
  authorAnchor: (item) => own(item, editionOf(item).author, editionOf(item)),
};
