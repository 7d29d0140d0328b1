import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { match, param } from '../values';

/** MyBB 1.8 (`div.post`) and 1.6 (a table per post). A date of today or yesterday keeps the day in a `title`. */
const POST = '[id^="post_"]';

const mybb: ForumMarkup = {
  engine: 'mybb',
  item: `div.post${POST}, table${POST}`,
  id: (item) => match(item.id, /^post_(\d+)$/),
  author:
    '.author_information strong a[href] | .author_information strong | .post_author strong a[href] | strong .largetext',
  body: '.post_body[id^="pid_"] | [id^="pid_"]',
  skip: '.signature, .post_meta, .edited_post, img.smilie, .codeblock > .title',
  quote: 'blockquote',
  quoteAuthor: (quote) => nameIn(one(quote, ':scope > cite')),
  quoteSkip: 'blockquote > cite',
  quotedId: (quote) => match(attr(quote, ':scope > cite a[href*="pid"]', 'href'), /pid=?(\d+)/),
  number: (item) =>
    match(textOf(item, '.post_head .float_right > strong > a, .float_right strong a[href*="pid"]'), /#\s?([\d.,]+)/),
  time: (item) => ({ shown: dateIn(item) }),
  editedTime: (item) => ({
    shown: match(textOf(item, '.post_edit .edited_post'), /:\s*([\d-]+.*?\d:\d\d(?:\s?[AP]M)?)/i),
  }),
  permalink: (item, id) =>
    attr(item, '.post_head .float_right a[href*="pid"], .float_right a[href*="pid"]', 'href') ?? `#pid${id}`,
  thread: (page) => ({ id: threadId(page), title: page.document.title }),
};

/** "Ana Wrote:" and the date of what she wrote; a lone word ("Quote:") names nobody. */
function nameIn(cite: Element | null): string {
  const words = textOf(cite).replace(textOf(cite, 'span'), '').trim();
  return /^\S+$/.test(words) ? '' : words;
}

function dateIn(item: Element): string {
  const line = one(item, '.post_date') ?? one(item, '.smalltext:has([id^="edited_by_"])');
  const words = textOf(line).replace(textOf(line, '.post_edit, [id^="edited_by_"]') || '\0', '');
  const relative = one(line, ':scope > span[title]');
  const day = relative?.getAttribute('title');
  if (!day) return words;
  return /\d:\d\d/.test(day) ? day : words.replace(textOf(relative), day);
}

function threadId(page: Page): string | null {
  const stated = param(page.url.href, 'tid') ?? match(page.url.pathname, /thread-(\d+)/);
  const box = attr(one(page.document, 'input[name="tid"]'), '', 'value');
  const link = attr(one(page.document, `${POST} a[href*="pid"]`), '', 'href');
  return stated ?? box ?? param(link, 'tid') ?? match(link, /thread-(\d+)/);
}

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, mybb);
  return id ? [{ id, title, href: page.url.pathname + page.url.search, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'mybb',
  name: 'MyBB',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/showthread.php?tid=12'],
  verified: 'from source',
  source: 'mybb/mybb install/resources/mybb_theme.xml (postbit, postbit_classic)',
  item: mybb.item,
  detect: ({ document }) => one(document, `#posts ${POST} [id^="pid_"]`) !== null,
  extract: (item, page) => (mybb.id(item) ? readForumPost(item, page, mybb) : null),
  threads,
  composer: (_item, page) =>
    replyBox(page, '#quick_reply_form textarea[name="message"], form[action*="newreply"] textarea[name="message"]'),
  authorAnchor: (item) => own(item, mybb.author, mybb),
};
