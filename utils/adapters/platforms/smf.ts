import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { match } from '../values';

/**
 * Simple Machines Forum 2.0 and 2.1. Links part their parameters with `;` and may carry a `PHPSESSID`. Numbers count the
 * answers: the opening post has none.
 */
const POST_LINK = 'a[href*=".msg"][href*="#msg"], a[href*="?msg="]';

/** "Quote from: Ana on March 05, 2012": what follows the label, up to the word before a date. */
function personIn(heading: string): string {
  const named = match(heading, /:\s*(\D.*)$/) ?? '';
  return match(named, /^(.*?)\s+\S+\s+(?=\S*\s*\d)/) ?? named;
}

const smf: ForumMarkup = {
  engine: 'smf',
  item: '.post_wrapper',
  id: (item) => match(one(item, '[id^="subject_"]')?.id, /^subject_(\d+)$/),
  author: '.poster h4 a[href*="action=profile"] | .poster h4',
  body: '.inner[id^="msg_"]',
  skip: '.quoteheader, .quotefooter, .codeheader, .codeoperation, .smiley, .meaction_link',
  quote: 'blockquote',
  quoteAuthor: (quote) => personIn(textOf(headingOf(quote))),
  quoteSkip: 'blockquote > cite, .quoteheader, .quotefooter',
  quotedId: (quote) => match(attr(headingOf(quote), 'a[href*="msg"]', 'href'), /[.?;]msg=?(\d+)/),
  number: (item) => numberOf(item),
  time: (item) => ({ shown: dateIn(item) }),
  permalink: (item, id) =>
    one(item, `.keyinfo h5 a, .subject_title a, .postinfo > ${POST_LINK}`)?.getAttribute('href') ?? `#msg${id}`,
  thread: (page) => ({ id: threadId(page), title: page.document.title }),
};

/** 2.1 puts a `cite` in the box, 2.0 a heading before it. */
function headingOf(quote: Element): Element | null {
  const before = quote.previousElementSibling;
  return one(quote, ':scope > cite') ?? (before?.matches('.quoteheader') ? before : null);
}

/** "#3" is the third answer, "« Reply #3 on: …»" too; without a number it is the opening post. */
function numberOf(item: Element): string {
  const shown = textOf(item, '.page_number') || textOf(item, '.keyinfo .smalltext strong');
  return String(Number(match(shown, /#\s?(\d+)/) ?? 0) + 1);
}

/** 2.1: the words of the link; 2.0: what follows the label, between guillemets. */
function dateIn(item: Element): string {
  const link = textOf(item, '.postinfo a.smalltext');
  if (link) return link;
  const line = textOf(item, '.keyinfo .smalltext');
  return line.replace(textOf(item, '.keyinfo .smalltext strong'), '').replace(/^[\s«]+|[\s»]+$/g, '');
}

function threadId(page: Page): string | null {
  const link = attr(one(page.document, 'a[href*="topic="]'), '', 'href');
  return match(page.url.href, /[?;&/,]topic[=,](\d+)/) ?? match(link, /[?;&/,]topic[=,](\d+)/);
}

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, smf);
  return id ? [{ id, title, href: page.url.pathname + page.url.search, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'smf',
  name: 'Simple Machines Forum',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/index.php?topic=12.0'],
  verified: 'from source',
  source: 'SimpleMachines/SMF Themes/default/Display.template.php (2.0, 2.1)',
  item: smf.item,
  detect: ({ document }) => one(document, '#forumposts .post_wrapper .inner[id^="msg_"]') !== null,
  extract: (item, page) => readForumPost(item, page, smf),
  threads,
  composer: (_item, page) =>
    replyBox(page, '#quickreply textarea, #quickReplyOptions textarea, #postmodify textarea[name="message"]'),
  authorAnchor: (item) => own(item, smf.author, smf),
};
