import { type Adapter, type Page, type RawPost, type RawProfile, type RawThread, required } from '../contract';
import { all, attr, one, readBody, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { first, hrefs, match } from '../values';

/**
 * Mastodon and its forks on any host: the web client (`.status[data-id]`, `.detailed-status`) and the pages servers before
 * 4.0 rendered themselves (`.entry` with microformats). Status ids carry the time; a quoted status is drawn as a status
 * inside `.status__quote` and is not a post of its own.
 */
const ITEM = '.status[data-id], .detailed-status, .entry .status:not([data-id])';
const QUOTE = '.status__quote';
/** Innermost first: the older clients have no more than the outermost. */
const TEXT = ['.status__content__text--visible', '.status__content__text', '.e-content', '.status__content'];
const SKIP = '.quote-inline, .status__content__spoiler-link, .poll, .translate-button, button';
const STAMP = '.detailed-status__datetime, .status__relative-time, a.u-uid';

/** A node of the status itself, not of the one it quotes. */
function own(item: Element, selector: string): Element | null {
  return all(item, selector).find((each) => each.closest(QUOTE) === item.closest(QUOTE)) ?? null;
}

/** `/@name@host/123`, `/users/name/statuses/123`, `/notice/123`: the last number. */
const idIn = (href: string | null | undefined): string | null => match(href, /\/(\d{5,})\/?(?:[?#]|$)/);

function wordsIn(item: Element): Element | null {
  for (const selector of TEXT) {
    const found = own(item, selector);
    if (found) return found;
  }
  return null;
}

function idOf(item: Element): string | null {
  return item.getAttribute('data-id') ?? idIn(own(item, STAMP)?.getAttribute('href'));
}

/** Where a status stands among the others of its thread. */
interface Place {
  parent: string | null;
  inferred: boolean;
}

interface Thread {
  root: string | null;
  places: Map<string, Place>;
}

/**
 * A status's own page shows its ancestors, the status, and the answers depth first. The client marks with
 * `--first-in-thread` an answer that does not continue the status above it; a line with no such mark joins the two.
 */
function thread(page: Page): Thread {
  return page.memo('mastodon', () => {
    const places = new Map<string, Place>();
    const focus = one(page.document, '.detailed-status');
    const focusId = focus ? idOf(focus) : null;
    if (!focus || !focusId) return { root: null, places };
    let before: string | null = null;
    let root: string | null = null;
    let isBelow = false;
    for (const item of all(page.document, ITEM)) {
      const id = item.closest(QUOTE) ? null : idOf(item);
      if (!id) continue;
      root ??= id;
      if (item === focus) {
        places.set(id, { parent: before, inferred: false });
        isBelow = true;
      } else places.set(id, isBelow ? answerTo(item, before, focusId) : { parent: before, inferred: true });
      before = id;
    }
    return { root, places };
  });
}

function answerTo(item: Element, before: string | null, focusId: string): Place {
  const line = own(item, '.status__line');
  if (before === focusId || (line && !item.classList.contains('status--first-in-thread'))) {
    return { parent: before, inferred: false };
  }
  // A line that does not go on below can only come from the post above all answers.
  if (line && !line.classList.contains('status__line--full')) return { parent: focusId, inferred: false };
  return { parent: focusId, inferred: true };
}

/** A warning hides the words until it is opened: then it is all there is. */
function wordsOf(item: Element): Pick<RawPost, 'text' | 'truncated'> | null {
  const warning = readText(own(item, '.content-warning p, .content-warning__text, .p-summary'));
  const body = wordsIn(item);
  if (!body) return warning ? { text: warning, truncated: true } : null;
  const { text, truncated } = readBody(body, { skip: SKIP });
  return { text: warning ? `${warning}\n\n${text}` : text, truncated };
}

function quotesOf(item: Element): RawPost['quotes'] {
  const quote = item.closest(QUOTE) ? null : one(item, QUOTE);
  const text = readText(first(quote, TEXT.join(' | ')), { skip: SKIP });
  return text ? [{ author: textOf(quote, '.display-name__html'), text }] : undefined;
}

function mediaOf(item: Element): RawPost['media'] {
  const media = all(item, '.media-gallery__item-thumbnail[href], .attachment-list__list a[href]')
    .filter((link) => !link.closest(QUOTE))
    .map((link) => ({ alt: attr(link, 'img', 'alt') ?? '', href: link.getAttribute('href') ?? '' }));
  return media.length ? media : undefined;
}

function mentionsOf(body: Element | null): string[] | undefined {
  const handles = all(body, 'a.mention:not(.hashtag)').map(
    (link) => match(link.getAttribute('href'), /@([^/?#]+)\/?$/) ?? '',
  );
  return handles.length ? handles.filter(Boolean) : undefined;
}

function read(item: Element, page: Page): RawPost | null {
  if (item.closest(QUOTE)) return null;
  const words = wordsOf(item);
  // A post hidden by a filter shows only the filter's name.
  if (!words && own(item, '.filter-warning')) return null;
  const id = required(idOf(item), 'id');
  const link = own(item, '.status__display-name, .detailed-status__display-name, .p-author a');
  const href = link?.getAttribute('href');
  const account = match(href, /\/@([^/?#]+)/) ?? match(textOf(item, '.display-name__account'), /^@?(\S+)/);
  const name = own(item, '.display-name__html, .display-name strong, .p-name');
  const stamp = own(item, STAMP);
  const { root, places } = thread(page);
  const place = places.get(id);
  const { text, truncated } = words ?? { text: required<string>(null, 'text'), truncated: false };
  return {
    id,
    kind: place?.parent || item.matches('.status-reply') ? 'reply' : 'post',
    permalink: stamp?.getAttribute('href'),
    threadId: place ? (root ?? undefined) : undefined,
    parentId: place?.parent,
    parentInferred: place?.inferred || undefined,
    author: { name: textOf(name) || required(account, 'author'), handle: account, href },
    text,
    truncated,
    quotes: quotesOf(item),
    lang: wordsIn(item)?.getAttribute('lang'),
    time: {
      machine: attr(stamp, 'time', 'datetime') ?? attr(item, 'data.dt-published', 'value'),
      id: { scheme: 'mastodon', value: id },
      shown: textOf(stamp),
    },
    counts: countsOf(item),
    media: mediaOf(item),
    mentions: mentionsOf(wordsIn(item)),
  };
}

function countsOf(item: Element): RawPost['counts'] {
  const likes = parseCount(textOf(item, '.detailed-status__favorites'));
  const shares = parseCount(textOf(item, '.detailed-status__reblogs'));
  return likes === undefined && shares === undefined ? undefined : { likes: likes ?? 0, shares: shares ?? 0 };
}

function threads(page: Page): RawThread[] {
  const { root } = thread(page);
  return root ? [{ id: root, title: '', href: page.url.pathname, expected: null }] : [];
}

/**
 * An account's own page, in the client and as servers before 4.0 rendered it. The header names the account again: after a
 * change of address the one before stands there for a moment.
 */
function profile({ document, url }: Page): RawProfile | null {
  const handle = match(url.pathname, /^(?:\/web)?\/@([^/]+)(?:\/(?:with_replies|media|featured))?\/?$/);
  const title = one(document, '.account__header__tabs__name h1, .public-account-header__tabs__name h1');
  const named = textOf(title, 'small').toLowerCase();
  if (!handle || !named.startsWith(`@${handle.split('@')[0]?.toLowerCase()}`)) return null;
  const bio = one(document, '.account__header__content');
  return {
    name: readText(title, { skip: 'small' }),
    handle,
    href: `/@${handle}`,
    bio: readText(bio),
    links: [...hrefs(bio, 'a[href]:not(.hashtag)'), ...hrefs(document, '.account__header__fields dd a[href]')],
    alt: attr(document.documentElement, '.account__header .avatar img, .public-account-header .avatar img', 'alt'),
  };
}

/** The compose form says whom it answers by repeating the person; without that it starts a thread of its own. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const box = one(page.document, '.compose-form textarea');
  const indicator = one(page.document, '.reply-indicator, .compose-form__reply-indicator');
  if (!box || !indicator) return null;
  const wanted = item ? own(item, '.status__display-name, .detailed-status__display-name')?.getAttribute('href') : null;
  return !wanted || attr(indicator, 'a[href*="/@"]', 'href') === wanted ? (box as HTMLElement) : null;
}

/** Every server sets its own. The form shows how many are left. */
function limit(page: Page, box: HTMLElement | null): number | null {
  const left = match(textOf(one(page.document, '.compose-form .character-counter')), /^(-?\d+)$/);
  const written = box instanceof HTMLTextAreaElement ? [...box.value].length : 0;
  return left === null ? null : Number(left) + written;
}

export const adapter: Adapter = {
  id: 'mastodon',
  name: 'Mastodon',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://mastodon.example/@ana/110000000000000001'],
  verified: 'from source',
  source: 'mastodon/mastodon: components/status.jsx, detailed_status.tsx, status_content.jsx, status_quoted.tsx (4.5)',
  item: ITEM,
  detect: ({ document }) => one(document, '#mastodon, .activity-stream > .entry') !== null,
  extract: read,
  threads,
  profile,
  composer,
  limit,
  authorAnchor: (item) => own(item, '.status__display-name, .detailed-status__display-name, .p-author a'),
};
