import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { match, param } from '../values';

/** FluxBB (and PunBB 1.2 before it), and PunBB 1.3 and later: small forums of one family. */
const quotes = {
  quote: '.quotebox, blockquote',
  quoteAuthor: 'cite',
  quoteSkip: 'cite',
} as const;

const thread = (page: Page) => ({
  id:
    param(page.url.href, 'id') ??
    match(page.url.pathname, /topic[-/](\d+)/) ??
    param(
      attr(
        one(
          page.document,
          '.crumbs a[href*="viewtopic.php?id="], .crumb a[href*="viewtopic.php?id="], link[rel="canonical"]',
        ),
        '',
        'href',
      ),
      'id',
    ),
  title:
    textOf(one(page.document, '.crumbs li:last-child strong')) ||
    textOf(one(page.document, '.main-head .main-title, .crumblast a')) ||
    page.document.title,
});

const flux: ForumMarkup = {
  engine: 'fluxbb',
  item: 'div.blockpost[id^="p"]',
  id: (item) => match(item.id, /^p(\d+)$/),
  author: '.postleft dt strong a | .postleft dt strong',
  body: '.postmsg:not(.postsignature)',
  skip: '.postedit, .postsignature, img[src*="/smilies/"]',
  ...quotes,
  number: (item) => match(textOf(item, 'h2 .conr'), /#?\s?(\d+)/),
  time: (item) => ({ shown: textOf(item, 'h2 a[href*="pid="], h2 a[href*="#p"]') }),
  editedTime: (item) => ({ shown: match(textOf(item, '.postedit'), /\(([^()]*)\)\s*$/) }),
  permalink: (item, id) => attr(item, 'h2 a[href*="pid="], h2 a[href*="#p"]', 'href') ?? `#p${id}`,
  thread,
};

const pun: ForumMarkup = {
  engine: 'punbb',
  item: 'div.post:has(> .posthead[id^="p"])',
  id: (item) => match(one(item, '.posthead[id^="p"]')?.id, /^p(\d+)$/),
  author: '.post-byline a | .post-byline strong',
  body: '.entry-content',
  skip: '.lastedit, .sig-content, img[src*="/smilies/"]',
  ...quotes,
  number: (item) => match(textOf(item, '.post-num'), /(\d+)/),
  time: (item) => ({ shown: textOf(item, '.post-link a.permalink') }),
  editedTime: (item) => ({ shown: match(textOf(item, '.lastedit'), /\(([^()]*)\)\s*$/) }),
  permalink: (item, id) => attr(item, '.post-link a.permalink', 'href') ?? `#p${id}`,
  thread,
};

const editionOf = (item: Element): ForumMarkup => (item.matches(flux.item) ? flux : pun);

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, flux);
  return id ? [{ id, title, href: page.url.pathname + page.url.search, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'fluxbb',
  name: 'FluxBB',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/viewtopic.php?id=12'],
  verified: 'from source',
  source: 'fluxbb/fluxbb viewtopic.php, punbb/punbb viewtopic.php',
  item: `${flux.item}, ${pun.item}`,
  detect: ({ document }) => one(document, '.blockpost[id^="p"] .postleft, .posthead[id^="p"] .post-byline') !== null,
  extract: (item, page) => (editionOf(item).id(item) ? readForumPost(item, page, editionOf(item)) : null),
  threads,
  composer: (_item, page) => replyBox(page, 'textarea[name="req_message"]'),
  authorAnchor: (item) => own(item, editionOf(item).author, editionOf(item)),
};
