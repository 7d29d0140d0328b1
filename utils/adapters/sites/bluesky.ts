import { type Adapter, type Page, type RawPost, type RawProfile, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { hrefs, match, present } from '../values';

/**
 * Bluesky: `data-testid` names a post and its author in feeds (`feedItem-by-…`) and in threads (`postThreadItem-by-…`); links
 * name the record, and a record's key carries the time. Who answers whom is drawn: a line runs down to the avatar.
 */
const FEED = '[data-testid^="feedItem-by-"]';
const THREAD = '[data-testid^="postThreadItem-by-"]';
const WORDS = '[data-testid="postText"], [data-word-wrap="1"]';

const POST = /^(?:https:\/\/bsky\.app)?\/profile\/([^/?#]+)\/post\/([^/?#]+)/;

interface Named {
  handle: string;
  key: string;
}

function namedBy(href: string | null | undefined): Named | null {
  const found = POST.exec(href ?? '');
  return found ? { handle: found[1] as string, key: found[2] as string } : null;
}

/** The card of a quoted post: a link that is no `a`, inside the post. */
function cardOf(element: Element, item: Element): Element | null {
  const card = element.parentElement?.closest('[role="link"]:not(a)') ?? null;
  return card && card !== item && item.contains(card) ? card : null;
}

const own = (item: Element, selector: string): Element | null =>
  all(item, selector).find((each) => !cardOf(each, item)) ?? null;

/** The post the page is about begins with its avatar; any other begins with the place for the line from above. */
const isFocus = (item: Element): boolean => item.matches(THREAD) && one(item.firstElementChild, 'a') !== null;

function nameOf(item: Element, page: Page): Named | null {
  if (!isFocus(item))
    return namedBy(own(item, 'a[href*="/post/"][data-tooltip], a[href*="/post/"]')?.getAttribute('href'));
  const counts = all(item, 'a[href$="/liked-by"], a[href$="/reposted-by"], a[href$="/quotes"]')[0];
  return namedBy(counts?.getAttribute('href')) ?? namedBy(page.url.pathname);
}

/** Whether a line comes down from the post above: the cell over the avatar is not empty. */
function isJoined(item: Element): boolean {
  for (const row of [item.firstElementChild, item.children[1]]) {
    const cell = row?.firstElementChild;
    if (cell) return cell.childElementCount > 0 && !one(cell, 'a, img, [data-testid]');
  }
  return false;
}

interface Place {
  parent: string | null;
  thread: string;
  inferred: boolean;
}

/** In one walk: what stands joined to what, and what follows the post the page is about. */
function places(page: Page): Map<Element, Place> {
  return page.memo('bluesky', () => {
    const found = new Map<Element, Place>();
    let above: { id: string; place: Place; item: Element } | null = null;
    let focus: { id: string; thread: string } | null = null;
    for (const item of all(page.document, `${FEED}, ${THREAD}`)) {
      const id = nameOf(item, page)?.key;
      if (!id) continue;
      const inThread = item.matches(THREAD);
      const isHead = inThread && isFocus(item);
      const isAfter = above && above.item.matches(THREAD) === inThread;
      const joined: typeof above = isAfter && (isHead || isJoined(item)) ? above : null;
      const place: Place = joined
        ? { parent: joined.id, thread: joined.place.thread, inferred: false }
        : inThread && focus
          ? { parent: focus.id, thread: focus.thread, inferred: false }
          : { parent: null, thread: id, inferred: false };
      found.set(item, place);
      if (isHead) focus = { id, thread: place.thread };
      above = { id, place, item };
    }
    return found;
  });
}

function authorOf(item: Element, named: Named): RawPost['author'] {
  const handle = match(item.getAttribute('data-testid'), /-by-(.+)$/) ?? named.handle;
  let name = '';
  for (const link of all(item, 'a[href*="/profile/"]')) {
    if (/\/post\//.test(link.getAttribute('href') ?? '') || cardOf(link, item) || link.closest(WORDS)) continue;
    name = textOf(one(link, '[dir="auto"]') ?? link);
    if (name && !/^\W{0,2}@/.test(name)) break;
  }
  return { name: required(name, 'author'), handle, href: `/profile/${handle}` };
}

function quotesOf(item: Element): RawPost['quotes'] {
  const quotes = all(item, '[role="link"]:not(a)')
    .filter((card) => !cardOf(card, item))
    .map((card) => ({ author: textOf(card, '[dir="auto"]'), text: readText(one(card, WORDS), { pre: true }) }))
    .filter(({ text }) => text);
  return quotes.length ? quotes : undefined;
}

function mediaOf(item: Element): RawPost['media'] {
  const media = all(item, '[data-expoimage] img[src*="/feed_"]')
    .filter((image) => !cardOf(image, item))
    .map((image) => ({ alt: image.getAttribute('alt') ?? '', href: image.getAttribute('src') ?? '' }));
  return media.length ? media : undefined;
}

/** The label of the button has the exact number, its text a rounded one. */
function counted(item: Element, button: string, count: string): number | undefined {
  return parseCount(one(item, button)?.getAttribute('aria-label')) ?? parseCount(one(item, count)?.textContent);
}

function extract(item: Element, page: Page): RawPost {
  const named = required(nameOf(item, page), 'id');
  const author = authorOf(item, named);
  const place = places(page).get(item);
  const words = own(item, WORDS);
  const parent = place?.parent ?? null;
  return {
    id: named.key,
    kind: parent ? 'reply' : 'post',
    permalink: `/profile/${author.handle}/post/${named.key}`,
    threadId: place?.thread,
    parentId: parent,
    parentInferred: place?.inferred || undefined,
    author,
    text: readText(words, { pre: true }),
    quotes: quotesOf(item),
    time: { id: { scheme: 'bluesky', value: named.key } },
    counts: present({
      replies: counted(item, '[data-testid="replyBtn"]', '[data-testid="replyCount"]'),
      likes: counted(item, '[data-testid="likeBtn"]', '[data-testid="likeCount"]'),
      shares: parseCount(one(item, '[data-testid="repostCount"]')?.textContent),
    }),
    media: mediaOf(item),
  };
}

const SHOWN_NAME = '[data-testid="profileHeaderDisplayName"]';
const SHOWN_BIO = '[data-testid="profileHeaderDescription"]';

/** The largest element around a name that holds no other name, and nothing that `without` selects. */
function around(name: Element, without = ':not(*)'): Element {
  let widest = name;
  for (let up = name.parentElement; up && all(up, SHOWN_NAME).length === 1 && !one(up, without); up = up.parentElement)
    widest = up;
  return widest;
}

/** A profile says the handle beside the name. Screens one came from stay in the page, hidden; a bio may name anybody. */
function profile({ document, url }: Page): RawProfile | null {
  const handle = match(url.pathname, /^\/profile\/([^/:]+\.[^/:]+)\/?$/)?.toLowerCase();
  if (!handle) return null;
  const says = (text: string) =>
    text
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.endsWith(`@${handle}`));
  const name = all(document, SHOWN_NAME).find((each) => says(readText(around(each, SHOWN_BIO))));
  if (!name) return null;
  const header = around(name);
  const bio = one(header, SHOWN_BIO);
  return {
    name: textOf(name),
    handle,
    href: `/profile/${handle}`,
    bio: readText(bio, { pre: true }),
    links: hrefs(bio, 'a[href]:not([href^="/hashtag/"])'),
    alt: attr(header, '[data-testid="profileHeaderAviButton"] img', 'alt'),
  };
}

function threads(page: Page): RawThread[] {
  const head = all(page.document, THREAD).find(isFocus);
  const named = head && nameOf(head, page);
  if (!head || !named) return [];
  const thread = places(page).get(head)?.thread ?? named.key;
  const expected =
    thread === named.key ? counted(head, '[data-testid="replyBtn"]', '[data-testid="replyCount"]') : null;
  return [{ id: thread, title: '', href: `/profile/${named.handle}/post/${named.key}`, expected: expected ?? null }];
}

/** One box for all, in a dialog: it answers the post it shows above itself, and says which only by that. */
function composer(_item: Element | null, page: Page): HTMLElement | null {
  return one(page.document, '[data-testid="composePostView"] [contenteditable="true"]') as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'bluesky',
  name: 'Bluesky',
  scope: 'site',
  matches: ['https://bsky.app/*'],
  sampleUrls: ['https://bsky.app/profile/cafeteria.example/post/3mabcdefghi2k'],
  verified: '2026-01-27',
  item: `${FEED}, ${THREAD}`,
  extract,
  threads,
  profile,
  composer,
  limit: 300,
  authorAnchor: (item) => own(item, 'a[href*="/profile/"][aria-label]:not([href*="/post/"]):not(:has(img))'),
};
