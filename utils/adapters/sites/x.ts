import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readBody, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { inlineText, match, present } from '../values';

/**
 * X: `article[data-testid=tweet]` in a virtualised list of cells; and the server-rendered pages of twitter.com before 2020
 * (`.tweet[data-tweet-id]`). A quoted post is a card inside the article, not a post. Ids carry the time.
 */
const TWEET = 'article[data-testid="tweet"]';
const LEGACY = '.tweet[data-tweet-id]';
/** The card of a quoted post, and nothing else: link previews hold no user name. */
const CARD = 'div[role="link"]';
const NAME = '[data-testid="User-Name"]';
const TEXT = '[data-testid="tweetText"]';

/** A node of the post itself, not of the post it quotes. */
function own(item: Element, selector: string): Element | null {
  return all(item, selector).find((each) => !inCard(each, item)) ?? null;
}

function inCard(element: Element, item: Element): boolean {
  const card = element.closest(CARD);
  return card !== null && item.contains(card) && card.querySelector(NAME) !== null;
}

/** `/name/status/123` out of the link around the time; an advert shows no time, but its pictures link to it. */
function linkOf(item: Element): string | null {
  const time = own(item, 'a[href*="/status/"] > time')?.parentElement;
  return (time ?? own(item, 'a[href*="/status/"]'))?.getAttribute('href') ?? null;
}

const idIn = (href: string | null | undefined): string | null => match(href, /\/status(?:es)?\/(\d+)/);

/** A line in the column of avatars joins a post to the next one: two boxes in the first row, or one under the avatar. */
function isJoinedAbove(item: Element): boolean {
  if (own(item, '[data-testid="socialContext"]')) return false;
  const row = one(item, ':scope > div > div > div:first-child > div');
  return row?.children.length === 2 && row.firstElementChild?.children.length === 1 && !textOf(row);
}

function isJoinedBelow(item: Element): boolean {
  const column = own(item, '[data-testid="Tweet-User-Avatar"]')?.parentElement;
  return (column?.children.length ?? 0) > 1;
}

interface Place {
  parent: string | null;
  thread: string;
  /** Said by position only: below the post the page is about. */
  inferred: boolean;
}

/**
 * Where each post on the page stands. A post joined to the one in the cell before answers it. On a post's own page whatever
 * follows it, up to the next heading ("more posts"), answers it.
 */
function places(page: Page): Map<Element, Place> {
  return page.memo('x', () => {
    const found = new Map<Element, Place>();
    const focus = idIn(page.url.pathname);
    let above: { id: string; place: Place; joined: boolean } | null = null;
    let below: Place | null = null;
    for (const cell of all(page.document, '[data-testid="cellInnerDiv"]')) {
      const item = one(cell, TWEET);
      const id = item ? idIn(linkOf(item)) : null;
      if (!item || !id) {
        above = null;
        if (one(cell, 'h2, [role="heading"]')) below = null;
        continue;
      }
      const joined = above?.joined && (isJoinedAbove(item) || id === focus) ? above : null;
      const place: Place = joined
        ? { parent: joined.id, thread: joined.place.thread, inferred: false }
        : below
          ? { parent: focus, thread: below.thread, inferred: true }
          : { parent: null, thread: id, inferred: false };
      found.set(item, place);
      if (id === focus) below = place;
      above = { id, place, joined: isJoinedBelow(item) };
    }
    return found;
  });
}

/** Handles in links outside the words: the "replying to" line; then the ones named in the words. */
function mentionsOf(item: Element): { answers: boolean; mentions: string[] } {
  const handles = { line: [] as string[], words: [] as string[] };
  for (const link of all(item, 'a[href^="/"]')) {
    if (link.closest(NAME) || inCard(link, item)) continue;
    const handle = match(textOf(link), /^@(\w+)$/);
    if (handle) handles[link.closest(TEXT) ? 'words' : 'line'].push(handle);
  }
  return { answers: handles.line.length > 0, mentions: [...new Set([...handles.line, ...handles.words])] };
}

function quotesOf(item: Element): RawPost['quotes'] {
  const quotes = all(item, CARD)
    .filter((card) => one(card, NAME) && !card.parentElement?.closest(CARD))
    .map((card) => ({ author: textOf(card, `${NAME} > div`), text: inlineText(one(card, TEXT)) }))
    .filter(({ text }) => text);
  return quotes.length ? quotes : undefined;
}

function mediaOf(item: Element): RawPost['media'] {
  const media = all(item, '[data-testid="tweetPhoto"] img[src]')
    .filter((image) => !inCard(image, item))
    .map((image) => ({ alt: image.getAttribute('alt') ?? '', href: image.getAttribute('src') ?? '' }));
  return media.length ? media : undefined;
}

/** The count on a button, exact in its label, rounded in its text. */
function counted(item: Element, button: string): number | undefined {
  return parseCount(attr(item, button, 'aria-label')) ?? parseCount(textOf(item, `${button} [dir]`));
}

function readTweet(item: Element, page: Page): RawPost | null {
  const href = linkOf(item);
  const sponsored = item.closest('[data-testid="placementTracking"]') !== null;
  if (!href && sponsored) return null; // an advert that leads elsewhere is no post
  const id = required(idIn(href), 'id');
  const link = own(item, `${NAME} a[href^="/"]`);
  const handle = required(match(link?.getAttribute('href'), /^\/(\w+)$/), 'author');
  const body = own(item, TEXT);
  const place = places(page).get(item) ?? { parent: null, thread: id, inferred: false };
  const { answers, mentions } = mentionsOf(item);
  return {
    id,
    kind: place.parent || answers ? 'reply' : 'post',
    permalink: `/${handle}/status/${id}`,
    threadId: place.thread,
    parentId: place.parent,
    parentInferred: place.inferred || undefined,
    author: { name: textOf(link) || handle, handle, href: `/${handle}` },
    text: inlineText(body),
    quotes: quotesOf(item),
    lang: body?.getAttribute('lang'),
    time: {
      machine: own(item, 'a[href*="/status/"] > time')?.getAttribute('datetime'),
      id: { scheme: 'x', value: id },
    },
    counts: present({
      replies: counted(item, '[data-testid="reply"]'),
      likes: counted(item, '[data-testid="like"], [data-testid="unlike"]'),
      shares: counted(item, '[data-testid="retweet"], [data-testid="unretweet"]'),
    }),
    media: mediaOf(item),
    mentions: mentions.length ? mentions : undefined,
    sponsored: sponsored || undefined,
    truncated: own(item, '[data-testid="tweet-text-show-more-link"]') ? true : undefined,
  };
}

/** Before 2020: facts in `data-*`; the conversation is named, the parent only by order inside a threaded conversation. */
function readLegacy(item: Element): RawPost | null {
  const data = (name: string): string | null => item.getAttribute(`data-${name}`);
  const id = required(data('tweet-id'), 'id');
  const handle = required(data('screen-name'), 'author');
  const thread = data('conversation-id') ?? id;
  const before = item.closest('.ThreadedConversation') ? legacyBefore(item) : null;
  const body = readBody(one(item, '.tweet-text'), { skip: '.u-hidden', pre: true });
  const quote = one(item, '.QuoteTweet');
  const mentions = data('mentions')?.split(' ').filter(Boolean);
  return {
    id,
    kind: thread === id ? 'post' : 'reply',
    permalink: data('permalink-path') ?? `/${handle}/status/${id}`,
    threadId: thread,
    parentId: before ?? (thread !== id && item.classList.contains('descendant') ? thread : null),
    parentInferred: before ? true : undefined,
    author: { name: textOf(item, '.fullname') || handle, handle, href: `/${handle}` },
    ...body,
    quotes: quote
      ? [
          {
            author: textOf(quote, '.QuoteTweet-fullname'),
            text: readText(one(quote, '.QuoteTweet-text'), { pre: true }),
          },
        ]
      : undefined,
    lang: attr(item, '.tweet-text', 'lang'),
    time: { machine: attr(item, '._timestamp', 'data-time-ms'), id: { scheme: 'x', value: id } },
    counts: present({
      replies: legacyCount(item, 'reply'),
      likes: legacyCount(item, 'favorite'),
      shares: legacyCount(item, 'retweet'),
    }),
    mentions: mentions?.length ? mentions : undefined,
    sponsored: item.matches('.promoted-tweet, [data-disclosure-type="promoted"]') || undefined,
  };
}

function legacyCount(item: Element, action: string): number | undefined {
  return parseCount(attr(item, `.ProfileTweet-action--${action} [data-tweet-stat-count]`, 'data-tweet-stat-count'));
}

function legacyBefore(item: Element): string | null {
  const around = all(item.closest('.ThreadedConversation'), LEGACY);
  return around[around.indexOf(item) - 1]?.getAttribute('data-tweet-id') ?? null;
}

function threads(page: Page): RawThread[] {
  const focus = idIn(page.url.pathname);
  if (!focus) return [];
  const legacy = one(page.document, '.permalink-tweet[data-conversation-id]');
  if (legacy) {
    const id = legacy.getAttribute('data-conversation-id') ?? focus;
    return [
      {
        id,
        title: '',
        href: `/i/status/${id}`,
        expected: id === focus ? (legacyCount(legacy, 'reply') ?? null) : null,
      },
    ];
  }
  for (const [item, place] of places(page)) {
    if (idIn(linkOf(item)) !== focus) continue;
    const expected = counted(item, '[data-testid="reply"]') ?? null;
    return [
      {
        id: place.thread,
        title: '',
        href: `/i/status/${place.thread}`,
        expected: place.thread === focus ? expected : null,
      },
    ];
  }
  return [];
}

/** The dialog answers the post it repeats; the box on a post's own page answers that post; the feed's box answers nobody. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const focus = idIn(page.url.pathname);
  const wanted = item ? idIn(linkOf(item)) : null;
  for (const box of all(page.document, '[data-testid^="tweetTextarea_"][contenteditable="true"]')) {
    const dialog = box.closest('[role="dialog"]');
    const repeated = one(dialog, TWEET);
    const answers = dialog ? repeated && idIn(linkOf(repeated)) : focus;
    if (answers && (!wanted || wanted === answers)) return box as HTMLElement;
  }
  return null;
}

export const adapter: Adapter = {
  id: 'x',
  name: 'X',
  scope: 'site',
  matches: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.x.com/*', 'https://mobile.twitter.com/*'],
  sampleUrls: ['https://x.com/home', 'https://twitter.com/cafeteria/status/1900000000000000000'],
  verified: '2025-12-01',
  item: `${TWEET}, ${LEGACY}`,
  extract: (item, page) => (item.matches(TWEET) ? readTweet(item, page) : readLegacy(item)),
  threads,
  composer,
  limit: 280,
  authorAnchor: (item) => (item.matches(TWEET) ? own(item, `${NAME} a`) : one(item, '.fullname')),
};
