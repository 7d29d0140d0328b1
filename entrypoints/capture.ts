/**
 * Runs in the pages of sites the user listens to. Reads what the page shows, sends it, answers the panel. Adds nothing to
 * the page, and leaves no trace a page could find.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { chooseFrom } from '../utils/adapters/choose';
import { insertText } from '../utils/adapters/composer/insert';
import { readers, silent } from '../utils/adapters/readers';
import { type Watch, watch } from '../utils/adapters/watch';
import { accountKey } from '../utils/core/keys';
import type { AccountKey, HeardPost, PostKey } from '../utils/core/post';
import { onToPage, sendFromPage } from '../utils/messaging/channel';
import type { PageGlance, ToPage } from '../utils/messaging/protocol';
import { atRest } from '../utils/page/at-rest';

/** One capture per frame: a global of our isolated world, which the page cannot see. */
interface Capture {
  /** False once the extension was updated or removed: a newer script takes over. */
  isAlive(): boolean;
  /** Asks again whether to listen. */
  wake(): Promise<void>;
  /** Which posts a reply box may answer, likeliest first, and how long an answer may be; null where nothing is listened to. */
  postsFor(box: HTMLElement): { keys: PostKey[]; sure: boolean; limit: number | null } | null;
  /** Id of the adapter that reads; null where nothing is listened to. */
  readonly adapter: string | null;
  /** Tells of every post that is read, of those already read first. */
  follow(listener: (seen: Seen) => void, signal: AbortSignal): void;
}
/** A post, who wrote it, and where it stands. */
interface Seen {
  key: PostKey;
  account: AccountKey;
  name: string;
  item: Element;
  /** Where a post's author's name stands, as far as the adapter says. Asked by who needs it: few names have a badge. */
  anchorOf(item: Element): Element | null;
}
interface Author {
  account: AccountKey;
  name: string;
}
const PLACE = Symbol.for('tertulia.capture');
const world = globalThis as typeof globalThis & { [PLACE]?: Capture };

/** How often an orphan may find out that it is one when the page stands still. */
const PULSE_MS = 10_000;

export default defineUnlistedScript(() => {
  if (world[PLACE]?.isAlive()) {
    begin(world[PLACE]);
    return;
  }
  world[PLACE] = createCapture();
  begin(world[PLACE]);
});

/** Refused where the page has no address of its own that could be listened to: Firefox runs us in empty tabs as well. */
function begin(capture: Capture): void {
  capture.wake().catch(() => undefined);
}

function createCapture(): Capture {
  const life = new AbortController();
  let listening: AbortController | null = null;
  let current: Watch | null = null;
  const authors = new Map<PostKey, Author>();
  /** Who speaks often is one and the same here, and told apart from others once. */
  const people = new Map<string, Author>();
  const followers = new Set<(seen: Seen) => void>();

  /** After an update of the extension the old script keeps running beside the new one, unless it notices. */
  function isAlive(): boolean {
    if (life.signal.aborted) return false;
    if (browser.runtime?.id) return true;
    life.abort();
    return false;
  }

  function stop(): void {
    current?.flush();
    listening?.abort();
    listening = null;
    current = null;
    authors.clear();
    people.clear();
  }

  function authorOf({ site, author }: HeardPost): Author {
    const { name, handle } = author;
    const written = `${site}\n${handle ?? ''}\n${name}`;
    const known = people.get(written);
    if (known) return known;
    const person = { account: accountKey(site, author), name };
    people.set(written, person);
    return person;
  }

  function heard(post: HeardPost, item: Element): void {
    const author = authorOf(post);
    authors.set(post.key, author);
    if (followers.size > 0) tell(post.key, author, item, followers);
  }

  function tell(key: PostKey, author: Author, item: Element, listeners: Iterable<(seen: Seen) => void>): void {
    const anchorOf = current?.adapter.authorAnchor ?? unknown;
    for (const listener of listeners) listener({ key, account: author.account, name: author.name, item, anchorOf });
  }

  function follow(listener: (seen: Seen) => void, signal: AbortSignal): void {
    followers.add(listener);
    signal.addEventListener('abort', () => followers.delete(listener), { once: true });
    for (const key of current?.keys() ?? []) {
      const item = current?.elementOf(key);
      const author = authors.get(key);
      if (item && author) tell(key, author, item, [listener]);
    }
  }

  function start(): void {
    if (listening) return;
    listening = new AbortController();
    current = watch({
      document,
      choose: (page) => chooseFrom(readers(), page) ?? silent,
      signal: AbortSignal.any([life.signal, listening.signal]),
      heard,
      async send(batch) {
        if (!isAlive()) throw new Error('orphaned');
        // What was refused is no post and never will be: it is not sent again.
        const { ack, refused = [] } = await sendFromPage('captured', batch);
        return [...ack, ...refused];
      },
    });
  }

  async function wake(): Promise<void> {
    await shown(life.signal);
    await atRest(document, life.signal);
    if (!isAlive()) return;
    const answer = await sendFromPage('hello', { url: location.href });
    if (!isAlive()) return;
    if (answer.listening) start();
    else stop();
  }

  function glance(): PageGlance | null {
    if (!current) return null;
    const { adapter, site } = current;
    return {
      site,
      siteName: adapter.scope === 'site' ? adapter.name : site,
      adapter: adapter.id,
      verified: adapter.verified,
      listening: true,
      health: current.health(),
      keys: current.keys(),
    };
  }

  const pulse = setInterval(isAlive, PULSE_MS);
  life.signal.addEventListener(
    'abort',
    () => {
      clearInterval(pulse);
      listening?.abort();
    },
    { once: true },
  );
  onToPage(
    handlersFor(
      () => current,
      glance,
      stop,
      () => void wake().catch(() => undefined),
    ),
    life.signal,
  );
  return {
    isAlive,
    wake,
    postsFor: (box) => current && postsFor(current, box),
    get adapter() {
      return current?.adapter.id ?? null;
    },
    follow,
  };
}

const unknown = () => null;

/** Posts looked at for one box. */
const MOST_ASKED = 300;

function postsFor({ adapter, page, keys, elementOf }: Watch, box: HTMLElement) {
  const posts = keys()
    .slice(-MOST_ASKED)
    .flatMap((key) => ({ key, item: elementOf(key) }));
  const around = posts.filter(({ item }) => item?.contains(box)).reverse();
  const answered = posts.filter(({ item }) => {
    const theirs = item && adapter.composer?.(item, page);
    return theirs === box || theirs?.contains(box);
  });
  return {
    keys: [...new Set([...around, ...answered, ...posts].map(({ key }) => key))],
    // One form for all posts of a page says of none that it is the one.
    sure: around.length > 0 || answered.length === 1,
    limit: limitOf({ adapter, page }, box),
  };
}

function limitOf({ adapter, page }: Pick<Watch, 'adapter' | 'page'>, box: HTMLElement | null): number | null {
  return typeof adapter.limit === 'function' ? adapter.limit(page, box) : (adapter.limit ?? null);
}

type Handlers = { [K in keyof ToPage]: (request: ToPage[K]['request']) => ToPage[K]['response'] | undefined };

/** `undefined` leaves the answer to another frame of the tab. */
function handlersFor(
  current: () => Watch | null,
  glance: () => PageGlance | null,
  stop: () => void,
  recheck: () => void,
): Handlers {
  const isTop = window === window.top;
  return {
    glance: () => (isTop ? (glance() ?? undefined) : undefined),
    insert({ postKey, text }) {
      const watched = current();
      const item = watched?.elementOf(postKey) ?? null;
      if (!watched || (!item && !isTop)) return undefined;
      const box = watched.adapter.composer?.(item, watched.page) ?? focusedBox();
      if (!box) return { inserted: false, reason: item ? 'noBox' : 'notOnPage' };
      return insertText(box, text) ? { inserted: true } : { inserted: false, reason: 'refused' };
    },
    limit({ postKey }) {
      const watched = current();
      const item = watched?.elementOf(postKey);
      return watched && item
        ? { limit: limitOf(watched, watched.adapter.composer?.(item, watched.page) ?? null) }
        : undefined;
    },
    reveal({ postKey }) {
      const item = current()?.elementOf(postKey);
      if (!item) return isTop ? { found: false } : undefined;
      item.scrollIntoView({ block: 'center', behavior: 'smooth' });
      mark(item);
      return { found: true };
    },
    stop() {
      stop();
      return { stopped: true };
    },
    recheck() {
      recheck();
      return { asked: true };
    },
  };
}

/** The box the user was last typing in, where the adapter knows none. */
function focusedBox(): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  return active.matches('textarea') || active.isContentEditable ? active : null;
}

/** Shows for a moment which post is meant, without touching its attributes or the page's styles. */
function mark(item: Element): void {
  item.animate(
    [
      { outline: '3px solid rgb(192 96 48 / 0.9)', outlineOffset: '4px' },
      { outline: '3px solid rgb(192 96 48 / 0)', outlineOffset: '4px' },
    ],
    { duration: 1600, easing: 'ease-out' },
  );
}

/** A page that the browser loads ahead of time was not read by anybody yet. */
function shown(signal: AbortSignal): Promise<void> {
  const ahead = document as Document & { prerendering?: boolean };
  if (!ahead.prerendering) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true, signal });
  });
}
