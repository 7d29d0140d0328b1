import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match } from '../values';

/** Vanilla Forums: an opening post and a list of comments, whose numbers are of two kinds. */
const vanilla: ForumMarkup = {
  engine: 'vanilla',
  item: '.ItemComment[id^="Comment_"], .ItemDiscussion[id^="Discussion_"]',
  id: (item) => {
    const comment = match(item.id, /^Comment_(\d+)$/);
    const discussion = match(item.id, /^Discussion_(\d+)$/);
    return comment ?? (discussion && `discussion/${discussion}`);
  },
  author: '.Author a.Username | .Author .Username | .Author a[href*="/profile/"]:not(.PhotoWrap)',
  body: '.Message',
  skip: '.Signature, .UserSignature, .QuoteAuthor, img.emoji[alt^=":"]',
  quote: '.embedQuote, blockquote',
  quoteAuthor: '.QuoteAuthor a | .QuoteAuthor | .embedQuote-userName',
  quoteSkip: '.QuoteAuthor, .embedQuote-header',
  quotedId: (quote) => {
    const link = attr(quote, 'a[href*="/discussion/comment/"]', 'href');
    return match(link, /\/comment\/(\d+)/) ?? match(attr(quote, '.QuoteAuthor a[rel^="Comment_"]', 'rel'), /(\d+)/);
  },
  number: (item) => (item.matches('.ItemDiscussion') ? '1' : '2'),
  time: (item) => ({
    machine: attr(item, '.DateCreated time[datetime]', 'datetime'),
    shown: textOf(item, '.DateCreated time, .DateCreated'),
  }),
  editedTime: (item) => ({ machine: attr(item, '.DateUpdated time[datetime]', 'datetime') }),
  permalink: (item, id) => attr(item, '.DateCreated a.Permalink, .DateCreated a[href]', 'href') ?? `#Comment_${id}`,
  thread: (page) => ({
    id:
      match(page.url.pathname, /\/discussion\/(\d+)/) ??
      match(one(page.document, '.ItemDiscussion[id^="Discussion_"]')?.id, /_(\d+)/) ??
      match(attr(one(page.document, 'link[rel="canonical"]'), '', 'href'), /\/discussion\/(\d+)/),
    title: textOf(one(page.document, '.PageTitle h1, .Discussion h1, h1.HomepageTitle, h1')) || page.document.title,
  }),
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, vanilla);
  const counted = parseCount(
    attr(one(page.document, 'meta[itemprop="commentCount"], meta[itemprop="interactionCount"]'), '', 'content'),
  );
  return id
    ? [
        {
          id,
          title,
          href: match(page.url.pathname, /^(.*\/discussion\/\d+(?:\/[^/]+)?)/) ?? undefined,
          expected: counted ?? null,
        },
      ]
    : [];
}

export const adapter: Adapter = {
  id: 'vanilla',
  name: 'Vanilla Forums',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/discussion/12/una-pregunta'],
  verified: 'from source',
  source: 'vanilla/vanilla applications/vanilla/views/discussion/{discussion,helper_functions}.php',
  item: vanilla.item,
  detect: ({ document }) =>
    one(document, '.ItemDiscussion[id^="Discussion_"] .Message, .ItemComment[id^="Comment_"] .Message') !== null,
  extract: (item, page) => readForumPost(item, page, vanilla),
  threads,
  composer: (_item, page) =>
    replyBox(
      page,
      '.CommentForm .richEditor [contenteditable="true"], .CommentForm textarea[name="Body"], #Form_Comment textarea',
    ),
  authorAnchor: (item) => own(item, vanilla.author, vanilla),
};
