/** The popup: this page at a glance. Asks the page what it heard, and the store who of it waits for us. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { TroubleKind } from '../browser/trouble';
import type { Note } from '../core/desk';
import type { AccountKey, Post, PostKey } from '../core/post';
import type { Settings } from '../core/settings';
import type { PageGlance } from '../messaging/protocol';
import { kindOfFault } from '../store/errors';
import { localDay } from '../store/exposure';
import { notesFor, saveNote } from '../store/notes';
import { getPosts } from '../store/posts';
import type { TertuliaDatabase } from '../store/schema';
import { readSettings } from '../store/settings';
import { DAY } from '../text/dates';
import { type Here, hereOf, type PageState } from './popup-view';

/** The tab the popup was opened on. */
export interface TabHere {
  id: number;
  windowId: number;
  url: string | null;
}

/** What the popup needs of the browser: given by the entrypoint, invented by tests. */
export interface PopupDoors {
  tab(): Promise<TabHere | null>;
  glance(tabId: number): Promise<PageGlance | null>;
  /** Pattern to ask for on this address; null where nothing may be read. */
  patternOf(url: URL): string | null;
  allowed(pattern: string): Promise<boolean>;
  /** Opens the browser's own question. Must be called first in the click. */
  ask(pattern: string): Promise<boolean>;
  listen(pattern: string): Promise<boolean>;
  pause(pattern: string): Promise<boolean>;
  captureOnce(tabId: number): Promise<{ ok: boolean }>;
  openPanel(windowId: number, address: string): Promise<void>;
  /** What the background last said went wrong with keeping. */
  trouble(): Promise<StoreTroubleKind | null>;
  /** It was read: it need not be said again. */
  forgetTrouble(): Promise<void>;
}

/** A fault of the store, or a store that the browser emptied. */
export type StoreTroubleKind = TroubleKind;

export type PopupFault = 'denied' | 'notListening' | 'notCaptured' | 'noPanel';

export interface PopupModel {
  readonly page: ReadonlySignal<PageState>;
  /** null until the store has answered, or where nothing was heard. */
  readonly here: ReadonlySignal<Here | null>;
  readonly busy: ReadonlySignal<'listen' | 'capture' | null>;
  readonly fault: ReadonlySignal<PopupFault | null>;
  readonly storeFault: ReadonlySignal<StoreTroubleKind | null>;
  /** The note on the post in hand, and whether it was just kept. */
  readonly note: ReadonlySignal<Note | null>;
  listenHere(): void;
  pauseHere(): void;
  captureOnce(): void;
  /** In the click: the browser opens a panel for nothing else. */
  openPanel(address: string): void;
  keepNote(post: PostKey, text: string, tags: string[]): Promise<void>;
  /** A loss was read; from here on the popup is as always. */
  troubleRead(): void;
}

/** Extension shops: browsers let no extension read them. */
const SHOPS = /^(chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;
/** A script just injected needs a moment before it answers. */
const PATIENCE_MS = 2_500;
const ASK_AGAIN_MS = 120;

export function pageOf(url: string | null): { kind: 'unreadable'; why: 'browser' | 'shop' | 'file' | 'none' } | URL {
  if (!url || !URL.canParse(url)) return { kind: 'unreadable', why: 'none' };
  const parsed = new URL(url);
  if (parsed.protocol === 'file:') return { kind: 'unreadable', why: 'file' };
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return { kind: 'unreadable', why: 'browser' };
  return SHOPS.test(parsed.hostname) ? { kind: 'unreadable', why: 'shop' } : parsed;
}

export function openPopup(db: () => TertuliaDatabase, doors: PopupDoors, ends: AbortSignal): PopupModel {
  const page = signal<PageState>({ kind: 'looking' });
  const here = signal<Here | null>(null);
  const busy = signal<'listen' | 'capture' | null>(null);
  const fault = signal<PopupFault | null>(null);
  const storeFault = signal<StoreTroubleKind | null>(null);
  const note = signal<Note | null>(null);
  let tab: TabHere | null = null;

  async function look(patience = 0): Promise<void> {
    tab ??= await doors.tab();
    const found = pageOf(tab?.url ?? null);
    const pattern = found instanceof URL ? doors.patternOf(found) : null;
    if (!tab || !(found instanceof URL) || pattern === null) {
      page.value = found instanceof URL ? { kind: 'unreadable', why: 'browser' } : found;
      return;
    }
    const host = found.host.replace(/^www\./, '');
    const [allowed, wanted, glance] = await Promise.all([
      doors.allowed(pattern),
      isWanted(pattern),
      glanceWithin(tab.id, patience),
    ]);
    if (ends.aborted) return;
    if (!glance) {
      page.value =
        allowed && wanted ? { kind: 'asleep', host, pattern } : { kind: 'silent', host, pattern, granted: allowed };
      return;
    }
    page.value = {
      kind: 'heard',
      siteName: glance.siteName,
      pattern,
      listening: glance.listening,
      health: glance.health,
      confirmed: glance.verified !== 'from source',
    };
    await gather(glance.keys);
  }

  // Asked for before anything else: the store opens while the browser tells which tab this is.
  let settings = readSoon();
  function readSoon(): Promise<Settings> {
    const reading = Promise.resolve().then(() => readSettings(db()));
    reading.catch(() => undefined);
    return reading;
  }

  async function isWanted(pattern: string): Promise<boolean> {
    try {
      const { sites } = await settings;
      return sites.some((site) => site.pattern === pattern && site.listening);
    } catch (reason) {
      storeFault.value = kindOfFault(reason);
      return false;
    }
  }

  async function glanceWithin(tabId: number, patience: number): Promise<PageGlance | null> {
    const until = performance.now() + patience;
    for (;;) {
      const glance = await doors.glance(tabId).catch(() => null);
      // A page just woken has heard nothing at first: its first words are worth the wait.
      if ((glance && (glance.health.onPage > 0 || performance.now() >= until)) || ends.aborted) return glance;
      if (performance.now() >= until) return glance;
      await new Promise((done) => setTimeout(done, ASK_AGAIN_MS));
    }
  }

  async function gather(keys: readonly PostKey[]): Promise<void> {
    try {
      const store = db();
      const posts = await getPosts(store, keys);
      here.value = hereOf(posts, await besideOf(store, posts));
      const first = here.value.waiting[0]?.post;
      note.value = first ? ((await notesFor(store, `post:${first.key}`))[0] ?? null) : null;
    } catch (reason) {
      storeFault.value = kindOfFault(reason);
    }
  }

  /** Runs what a click asked for, then looks again; while it runs, the button says so. */
  async function run(
    what: 'listen' | 'capture',
    failed: PopupFault,
    work: () => Promise<boolean>,
    patience = PATIENCE_MS,
  ): Promise<void> {
    busy.value = what;
    fault.value = null;
    const done = await work().catch(() => false);
    if (!done) fault.value = fault.value ?? failed;
    settings = readSoon();
    await look(done ? patience : 0).catch(() => undefined);
    busy.value = null;
  }

  doors.trouble().then(
    (kind) => {
      storeFault.value ??= kind;
    },
    () => undefined,
  );
  void look().catch(() => {
    page.value = { kind: 'unreadable', why: 'none' };
  });

  return {
    page,
    here,
    busy,
    fault,
    storeFault,
    note,
    listenHere() {
      const now = page.value;
      if (now.kind !== 'silent' && now.kind !== 'asleep' && now.kind !== 'heard') return;
      // The question first, synchronously in the click; everything else after it.
      const asked = doors.ask(now.pattern);
      void run('listen', 'notListening', async () => {
        if (!(await asked)) {
          fault.value = 'denied';
          return false;
        }
        return doors.listen(now.pattern);
      });
    },
    pauseHere() {
      const now = page.value;
      if (now.kind !== 'heard') return;
      const stop = async () => {
        const paused = await doors.pause(now.pattern);
        if (paused) here.value = null;
        return paused;
      };
      // Nothing is waited for: the page falls silent at once.
      void run('listen', 'notListening', stop, 0);
    },
    captureOnce() {
      const id = tab?.id;
      if (id !== undefined) void run('capture', 'notCaptured', async () => (await doors.captureOnce(id)).ok);
    },
    openPanel(address) {
      if (!tab) return;
      doors.openPanel(tab.windowId, address).catch(() => {
        fault.value = 'noPanel';
      });
    },
    troubleRead() {
      storeFault.value = null;
      void doors.forgetTrouble().catch(() => undefined);
    },
    async keepNote(post, text, tags) {
      const old = note.value;
      try {
        const draft = { target: `post:${post}` as const, text, tags };
        note.value = await saveNote(db(), old ? { ...draft, id: old.id } : draft);
      } catch (reason) {
        storeFault.value = kindOfFault(reason);
      }
    },
  };
}

/** Who is new can only be told where one has listened for a while: on the first day everybody is. */
const KNOWN_AFTER = 7 * DAY;

async function isKnownSite(db: TertuliaDatabase, site: string | undefined, now: number): Promise<boolean> {
  if (site === undefined) return false;
  const first = await db.exposure
    .where('[site+day]')
    .between([site, ''], [site, localDay(now - KNOWN_AFTER)], true, true)
    .first();
  return first !== undefined;
}

/** Newcomers are looked for among so many people of a page: each costs a look at an index. */
const MOST_LOOKED = 40;

async function besideOf(db: TertuliaDatabase, posts: readonly Post[]) {
  const now = Date.now();
  const people = [...new Set(posts.filter((post) => !post.ours).map((post) => post.authorKey))].slice(0, MOST_LOOKED);
  const own = new Map<AccountKey, number>();
  for (const post of posts) own.set(post.authorKey, (own.get(post.authorKey) ?? 0) + 1);
  const keys = posts.map((post) => post.key);
  const [known, themes, counts, answers, readings, parents] = await Promise.all([
    isKnownSite(db, posts[0]?.site, now),
    db.themes.toArray(),
    Promise.all(
      people.map((author) =>
        db.posts
          .where('authorKey')
          .equals(author)
          .limit((own.get(author) ?? 0) + 1)
          .count(),
      ),
    ),
    db.posts.where('parentKey').anyOf(keys).keys(),
    db.readings.bulkGet(keys),
    getPosts(db, [...new Set(posts.flatMap((post) => post.parentKey ?? []))]),
  ]);
  return {
    themes,
    firstHeard: new Set(people.filter((author, i) => known && (counts[i] ?? 0) <= (own.get(author) ?? 0))),
    wantAnswer: new Set(readings.flatMap((reading) => (reading?.needsReply.value ? [reading.key] : []))),
    answered: new Set(answers.map(String)),
    parents: new Map(parents.map((post) => [post.key, post])),
    now,
  };
}
