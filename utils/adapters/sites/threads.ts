import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { present } from '../values';

/**
 * Threads: classes are hashes; what holds is `data-pressable-container`, `time[datetime]` and the shape of links
 * (`/@name/post/CODE`). A quoted post is such a container within another.
 */
const CARD = '[data-pressable-container="true"]';
const POST = 'a[href*="/post/"]';
const NAMED = /^(?:https:\/\/www\.threads\.(?:net|com))?\/@([^/?#]+)\/post\/([\w-]+)/;

interface Named {
  handle: string;
  code: string;
}

function namedBy(href: string | null | undefined): Named | null {
  const found = NAMED.exec(href ?? '');
  return found ? { handle: found[1] as string, code: found[2] as string } : null;
}

const own = (item: Element, selector: string): Element[] =>
  all(item, selector).filter((each) => each.parentElement?.closest(CARD) === item);

/** The link around the time names the post; in lists of activity the link around its words does. */
function nameOf(item: Element): Named | null {
  const links = own(item, POST);
  return namedBy((links.find((link) => one(link, 'time')) ?? links[0])?.getAttribute('href'));
}

/**
 * The author's words: the first run of text after the time that is no name, no button and no link elsewhere. Lines of one post
 * are spans of one box.
 */
function wordsOf(item: Element, time: Element): Element | null {
  for (const box of own(item, 'span[dir="auto"]')) {
    if (box.parentElement?.closest('span[dir="auto"]') || box.contains(time)) continue;
    if (!(time.compareDocumentPosition(box) & 4) || box.closest('[role="button"], button')) continue;
    const link = box.closest('a[href]');
    if (link && item.contains(link) && !namedBy(link.getAttribute('href'))) continue;
    return box;
  }
  return null;
}

interface Place {
  parent: string | null;
  thread: string;
}

/** On a post's own page what comes before it is what it answers, and what comes after answers it: by position only. */
function places(page: Page): Map<string, Place> {
  return page.memo('threads', () => {
    const found = new Map<string, Place>();
    const focus = namedBy(page.url.pathname)?.code;
    if (!focus) return found;
    const codes = all(page.document, CARD)
      .filter((card) => one(card, 'time') && !card.parentElement?.closest(CARD))
      .map((card) => nameOf(card)?.code)
      .filter((code) => code !== undefined);
    const at = codes.indexOf(focus);
    if (at < 0) return found;
    const thread = codes[0] as string;
    codes.forEach((code, i) => {
      if (!found.has(code))
        found.set(code, { parent: i === 0 ? null : i <= at ? (codes[i - 1] ?? null) : focus, thread });
    });
    return found;
  });
}

/** Like, reply, repost: buttons in that order below the words, each with its icon. */
function countsOf(item: Element): RawPost['counts'] {
  const shown = own(item, '[role="button"]:has(svg)')
    .filter((button) => !button.closest('a') && !button.hasAttribute('aria-haspopup'))
    .map((button) => parseCount(button.textContent) ?? 0);
  return shown.length >= 3 ? present({ likes: shown[0], replies: shown[1], shares: shown[2] }) : undefined;
}

function extract(item: Element, page: Page): RawPost | null {
  const time = own(item, 'time[datetime]')[0];
  if (item.parentElement?.closest(CARD) || !one(item, 'time')) return null; // a quote, or a face with a button
  const named = nameOf(item);
  if (!named && !one(item, POST)) return null; // somebody follows somebody: no post
  const { handle, code } = required(named, 'id');
  const place = places(page).get(code);
  const quoted = one(item, CARD);
  const quoteTime = one(quoted, 'time');
  const words = time ? wordsOf(item, time) : null;
  const quote = quoted && quoteTime ? readText(wordsOf(quoted, quoteTime), { pre: true }) : '';
  const text = readText(words, { pre: true, skip: 'time' });
  return {
    id: code,
    kind: place?.parent ? 'reply' : 'post',
    permalink: `/@${handle}/post/${code}`,
    threadId: place?.thread,
    parentId: place?.parent ?? null,
    parentInferred: place?.parent ? true : undefined,
    author: { name: handle, handle, href: `/@${handle}` },
    text,
    quotes: quote ? [{ author: (quoted && nameOf(quoted)?.handle) ?? '', text: quote }] : undefined,
    time: { machine: time?.getAttribute('datetime'), id: { scheme: 'instagram', value: code } },
    counts: countsOf(item),
    media: mediaOf(item),
  };
}

function mediaOf(item: Element): RawPost['media'] {
  const media = own(item, 'picture img[src]').map((image) => ({
    alt: image.getAttribute('alt') ?? '',
    href: image.getAttribute('src') ?? '',
  }));
  return media.length ? media : undefined;
}

function threads(page: Page): RawThread[] {
  const focus = namedBy(page.url.pathname);
  if (!focus) return [];
  const card = all(page.document, CARD).find((each) => nameOf(each)?.code === focus.code);
  const thread = places(page).get(focus.code)?.thread ?? focus.code;
  const expected = card && thread === focus.code ? countsOf(card)?.replies : undefined;
  return [{ id: thread, title: '', href: `/@${focus.handle}/post/${focus.code}`, expected: expected ?? null }];
}

/** The box in the dialog, which repeats the post it answers; or the one under the post the page is about. */
function composer(_item: Element | null, page: Page): HTMLElement | null {
  const box = one(page.document, '[role="dialog"] [contenteditable="true"]');
  return (box ?? one(page.document, '[contenteditable="true"][role="textbox"]')) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'threads',
  name: 'Threads',
  scope: 'site',
  matches: ['https://www.threads.com/*', 'https://www.threads.net/*', 'https://threads.com/*', 'https://threads.net/*'],
  sampleUrls: ['https://www.threads.com/@cafeteria/post/DIOcbVIudXl', 'https://www.threads.net/activity'],
  verified: '2025-04-09',
  item: CARD,
  extract,
  threads,
  composer,
  limit: 500,
  authorAnchor: (item) => own(item, 'a[href^="/@"]:not([href*="/post/"])').find((link) => textOf(link)) ?? null,
};
