import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost, replyBox, threadOf } from '../forum';
import { match } from '../values';
import { quotedPost, repliesInTitles, titleOr, vbulletinThread } from '../vbulletin';

/**
 * Forocoches, vBulletin 3 with skins of its own: today's desktop (`div#postN.postbit_wrapper` in `#editN`), the mobile one
 * (tag soup, `#editN.postbit_wrapper`) and the old desktop tables. All keep `#postmenu_N` and `#post_message_N`. Dates are
 * Spanish words in the forum's own time, Madrid's.
 */
const forocoches: ForumMarkup = {
  engine: 'forocoches',
  item: '.postbit_wrapper, table[id^="post"]',
  id: (item) => match(one(item, '[id^="post_message_"]')?.id ?? item.id, /^(?:post_message_|edit|post)(\d+)$/),
  author:
    '[id^="postmenu_"]:not([id$="_menu"]) a[href*="member.php"] | .bigusername | .xsaid a[href*="member.php"] | [id^="postmenu_"]:not([id$="_menu"])',
  body: '[id^="post_message_"]',
  skip: '.smallfont',
  quote: '.squote, .quote, .smallfont + table',
  quoteAuthor: 'b, strong',
  quoteSkip: '.quote > div:first-child, .alt2 > div:first-child:not(:last-child)',
  quotedId: quotedPost,
  number: (item) => attr(item, 'a[id^="postcount"]', 'name'),
  time: (item) => ({ shown: postDate(item) }),
  editedTime: (item) => ({ shown: editDate(item) }),
  permalink: (_item, id, page) => {
    const thread = vbulletinThread(page);
    return `/foro/showthread.php?${thread ? `t=${thread}` : `p=${id}`}#post${id}`;
  },
  thread: (page) => ({ id: vbulletinThread(page), title: titleOr(page, 'h1.title-forum | .postbit_wrapper h1') }),
};

/** The date in the heading; the edit note below the words carries the same class. */
function postDate(item: Element): string {
  const date = [...item.querySelectorAll('.postdate')].find((each) => !isEditNote(each, item));
  return textOf(date ?? one(item, 'td.thead'));
}

function isEditNote(date: Element, item: Element): boolean {
  const body = one(item, '[id^="post_message_"]');
  return body !== null && (body.compareDocumentPosition(date) & 4) !== 0;
}

/** "Editado: 14-may-2025 20:17 -": the date within. */
function editDate(item: Element): string | null {
  const note = [...item.querySelectorAll('.postdate')].find((each) => isEditNote(each, item));
  return note ? match(textOf(note), /^[^:]*:\s*(\S(?:.*[^\s-])?)/) : null;
}

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, forocoches);
  if (!id) return [];
  const expected = repliesInTitles(page, 'a[href*="showthread.php"][href*="page="][title]');
  return [{ id, title, href: `showthread.php?t=${id}`, expected }];
}

export const adapter: Adapter = {
  id: 'forocoches',
  name: 'Forocoches',
  scope: 'site',
  matches: ['https://forocoches.com/*', 'https://www.forocoches.com/*', 'https://m.forocoches.com/*'],
  sampleUrls: [
    'https://forocoches.com/foro/showthread.php?t=10000001',
    'https://forocoches.com/foro/showthread.php?p=400000001',
  ],
  verified: '2026-06-12',
  item: forocoches.item,
  extract: (item, page) => readForumPost(item, page, forocoches),
  threads,
  composer: (_item, page) =>
    replyBox(page, 'textarea#vB_Editor_QR_textarea, textarea#vB_Editor_001_textarea, textarea[name="message"]'),
  authorAnchor: (item) => one(item, '[id^="postmenu_"]:not([id$="_menu"]) a, .bigusername'),
};
