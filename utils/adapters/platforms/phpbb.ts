import type { Adapter, Page, RawThread } from '../contract';
import { all, attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { first, match, param } from '../values';

/**
 * phpBB on any host: 3 with prosilver and its many children, 3 with subsilver2 (tables), and 2. Dates are words before 3.2;
 * links carry a `sid`; smilies are drawings named by a code and no words. Signatures have no element in the table themes: a line of underscores begins them.
 */
const thread = (page: Page) => ({ id: threadId(page), title: title(page) });

function threadId(page: Page): string | null {
  const { document, url } = page;
  const stated =
    param(url.href, 't') ??
    match(url.pathname, /[-/]t(\d+)(?:[-.]|$)/) ??
    match(url.pathname, /topic(\d+)/) ??
    match(url.pathname, /\/hilo_[^/]*?_(\d+)(?:_s\d+)?$/);
  const linked = attr(
    one(document, 'h2 a[href*="t="], a[href*="viewtopic.php"][href*="t="], a[href*="posting.php"][href*="t="]'),
    '',
    'href',
  );
  return stated ?? param(linked, 't');
}

function title(page: Page): string {
  const heading = first(page.document, 'h2.topic-title | #page-body h2 | #pageheader h2 | a.maintitle');
  return textOf(heading) || page.document.title;
}

/** What follows the name in the line of the author: prosilver sets it off with a sign, the table themes with a label. */
function dateIn(line: string): string {
  return line.includes('»') ? line.slice(line.lastIndexOf('»') + 1) : line.replace(/^[^:\d]*:\s*/, '');
}

const prosilver: ForumMarkup = {
  engine: 'phpbb',
  item: 'div.post[id^="p"]',
  id: (item) => match(item.id, /^p(\d+)$/),
  author:
    '.author .username, .author .username-coloured | .author strong a | .postprofile .username, .postprofile .username-coloured | .author strong | .postprofile dt a:not(:has(img))',
  body: '.content',
  skip: 'img.smilies, img[src*="/smilies/"], .attachbox, .inline-attachment, .signature, .notice, .codebox > p, .codebox > dt',
  quote: 'blockquote',
  quoteAuthor: 'cite > a[href*="u="], cite > a[href*="memberlist"] | cite',
  quoteSkip: 'cite',
  quotedId: (quote) =>
    attr(quote, 'cite [data-post-id]', 'data-post-id') ?? match(attr(quote, 'cite a[href*="#p"]', 'href'), /#p(\d+)/),
  time: (item) => ({
    machine: attr(item, '.author time[datetime]', 'datetime'),
    shown: dateIn(textOf(item, '.author')),
  }),
  permalink: (item, id) =>
    attr(item, '.author > a[href*="#p"]', 'href') ?? attr(item, 'h3 a[href*="#p"]', 'href') ?? `#p${id}`,
  thread,
};

const UNDERSCORES = /(?:^|\n)_{5,}/;

const subsilver: ForumMarkup = {
  engine: 'phpbb subsilver',
  item: 'table.tablebg',
  id: (item) => match(attr(item, 'a[name^="p"]', 'name'), /^p(\d+)$/),
  author: '.postauthor',
  profile: 'a[href*="mode=viewprofile"]',
  body: 'div.postbody | .postbody',
  skip: 'img[src*="/smilies/"], .quotetitle, .attachtitle',
  quote: '.quotecontent',
  quoteAuthor: (quote) =>
    textOf(quote.previousElementSibling?.matches('.quotetitle') ? quote.previousElementSibling : null),
  signature: UNDERSCORES,
  time: (item) => ({ shown: dateIn(textOf(one(item, 'a[href*="#p"]')?.parentElement)) }),
  permalink: (item, id) => attr(item, 'a[href*="#p"]', 'href') ?? `#p${id}`,
  thread,
};

/** Behind a button in the row below. */
const PROFILE = 'a[href*="mode=viewprofile"]';

/** One row for author and words; what quotes and follows a quote stands in the same cell. */
const second: ForumMarkup = {
  engine: 'phpbb 2',
  item: 'table.forumline tr',
  id: (item) => match(attr(item, ':scope > td > .name > a[name]', 'name'), /^(\d+)$/),
  author: '.name',
  body: 'td:has(> .postbody)',
  skip: 'img[src*="/smiles/"], .gensmall, .genmed',
  quote: 'td.quote',
  quoteAuthor: (quote) => textOf(one(quote.closest('table'), '.genmed')),
  signature: UNDERSCORES,
  time: (item) => ({
    shown: dateIn((one(item, 'td:nth-child(2) .postdetails')?.textContent ?? '').split(/\u00a0|\s{3}/)[0] ?? ''),
  }),
  permalink: (item, id) => attr(item, 'a[href*="viewtopic.php?p="]', 'href') ?? `#${id}`,
  thread,
  more: (item) => {
    const href = attr(item, PROFILE, 'href') ?? attr(item.nextElementSibling, PROFILE, 'href');
    return { author: { name: textOf(item, '.name'), href } };
  },
};

const editions = [prosilver, subsilver, second];
const editionOf = (item: Element): ForumMarkup => editions.find((edition) => item.matches(edition.item)) ?? prosilver;

/** "88 posts • Page 3 of 5": the first number of the bar with the pages. */
function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, prosilver);
  const bars = all(page.document, '.pagination, .topic-actions .pagination, #pagecontent .gensmall, .nav');
  const total = bars.map((bar) => match(textOf(bar), /^\D{0,3}(\d[\d.,]*) \D+\d+\D+\d+/)).find(Boolean);
  const count = parseCount(total);
  return id ? [{ id, title, href: page.url.pathname + page.url.search, expected: count ? count - 1 : null }] : [];
}

export const adapter: Adapter = {
  id: 'phpbb',
  name: 'phpBB',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/viewtopic.php?f=1&t=123'],
  verified: '2014-01-01',
  item: editions.map(({ item }) => item).join(', '),
  detect: ({ document }) =>
    one(
      document,
      'body#phpbb, div.post[id^="p"] .postprofile, #pagecontent .postauthor, table.forumline .postbody, #wrapheader',
    ) !== null,
  extract: (item, page) => {
    const edition = editionOf(item);
    // In the table themes the menus have the same look.
    const isPost = edition === prosilver || (edition.id(item) && own(item, edition.author, edition));
    return isPost ? readForumPost(item, page, edition) : null;
  },
  threads,
  composer: (_item, page) =>
    replyBox(page, 'form#qr_postform textarea[name="message"], #postform textarea[name="message"], textarea#message'),
  authorAnchor: (item) => own(item, editionOf(item).author, editionOf(item)),
};
