/**
 * Reads a page as it changes. Only what was added or changed is looked at, in idle slices; what leaves the screen before
 * its turn is still read, because the queue holds on to it.
 */
import type { SiteHealth } from '../core/desk';
import type { HeardPost, PostKey } from '../core/post';
import { addressOf, watchAddress } from './address';
import { createChanges } from './changes';
import type { Adapter, Page } from './contract';
import { ELEMENTS_A_POST, PAGE_CAP, readItem, readThreads, rootsOf } from './harvest';
import { createLooks, REST } from './looks';
import { type Batch, createOutbox } from './outbox';
import { createPages } from './pages';
import { createProfiles } from './profile';
import { siteOf } from './resolve';
import { createSightings } from './sightings';
import { createSlices, type Idle } from './slices';

export interface WatchOptions {
  document: Document;
  choose: (page: Page) => Adapter;
  /** Resolves to the keys that were stored. */
  send: (batch: Batch) => Promise<PostKey[]>;
  /** Every post that is read, news or not. */
  heard?: (post: HeardPost, item: Element) => void;
  signal: AbortSignal;
  now?: () => number;
  idle?: Idle;
  /** Different posts read of one page before reading stops. */
  cap?: number;
}

export interface Watch {
  readonly adapter: Adapter;
  readonly site: string;
  readonly page: Page;
  health(): SiteHealth;
  keys(): PostKey[];
  elementOf(key: PostKey): Element | null;
  /** Reads what waits and sends all that is unsent: the page may be about to go. */
  flush(): void;
  /** Posts read and not yet acknowledged. */
  readonly unsent: number;
}

/** Few enough additions to read at once, before a virtual list takes them away again. */
const AT_ONCE = 40;
const BEFORE_LEAVING_MS = 45;
const THREADS_MS = 1000; // What the page says of its threads is asked no oftener.
/** After a change of address the old page stands for a moment under the new name: new elements are read, old ones wait. */
const SETTLE_MS = 700;

export function watch(options: WatchOptions): Watch {
  const { document, choose, signal, now = Date.now, cap = PAGE_CAP } = options;
  const view = document.defaultView as Window & typeof globalThis;
  const sightings = createSightings();
  const pages = createPages(document, addressOf(document), now);
  const { fresh } = pages;
  let adapter = choose(fresh());
  let site = siteOf(adapter, fresh());
  let isCapped = false;
  let noticed = '';

  const changes = createChanges();
  const { subtrees, touched } = changes;
  const items = new Set<Element>();
  const observed = new WeakSet<Node>();
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let threadsTimer: ReturnType<typeof setTimeout> | undefined;
  let nextThreads = 0;
  let lookedAt: Page | null = null;

  const outbox = createOutbox({ send: options.send, health, signal });
  const slices = createSlices(work, signal, options.idle);
  const looks = createLooks(slices.ask, signal);
  const profiles = createProfiles(outbox.profile, slices.ask, signal);
  const address = watchAddress(view, moved, signal);
  const observer = new view.MutationObserver(changed);

  function health(): SiteHealth {
    const { onPage, read, missing, faults } = sightings;
    const report: SiteHealth = { site, adapter: adapter.id, at: now(), onPage, read, missing, faults };
    if (isCapped) report.capped = true;
    return report;
  }

  function observeRoots(): void {
    for (const root of rootsOf(adapter, fresh())) {
      if (observed.has(root)) continue;
      observed.add(root);
      observer.observe(root, { childList: true, characterData: true, subtree: true });
      if (!adapter.items) subtrees.add(root); // A reader of whole pages found it by looking into it.
    }
  }

  function changed(records: MutationRecord[]): void {
    if (isCapped) return;
    address.check();
    pages.changed();
    const whole = adapter.items !== undefined;
    changes.note(records, !whole);
    if (whole) {
      looks.soon();
      if (changes.unsorted) slices.ask();
    } else if (changes.unsorted + subtrees.size + touched.size > AT_ONCE || !slices.atOnce()) slices.ask();
  }

  /** Goes on looking at the whole page. True while there is more to do. */
  function look(deadline: number): boolean {
    if (!looks.isUnderWay) {
      const better = choose(fresh());
      if (better.id !== adapter.id) {
        begin(better);
        return true;
      }
    }
    const { items: find } = adapter;
    if (!find) return false;
    const done = looks.step(deadline, fresh, find);
    if (!done) return true;
    lookedAt = done.page;
    // New posts are read, and those in which something changed.
    const known = new Set(done.items);
    for (const item of done.items) if (!sightings.hasRead(item)) items.add(item);
    for (let up of touched as Set<Node | null>) {
      while (up && !known.has(up as Element)) up = up.parentNode;
      if (up) items.add(up as Element);
    }
    touched.clear();
    return false;
  }

  /** From added subtrees and changed nodes to posts' elements. */
  function gather(deadline: number): boolean {
    const { item } = adapter;
    for (const node of subtrees) {
      subtrees.delete(node);
      const root = node as Element;
      if (root.firstElementChild) {
        const inside = root.querySelectorAll(item);
        for (let i = 0; i < inside.length; i++) items.add(inside[i] as Element);
      }
      if (root.nodeType === 1 && root.matches(item)) items.add(root);
      if (performance.now() >= deadline) return true;
    }
    for (const node of touched) {
      touched.delete(node);
      const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
      const around = element?.closest(item);
      if (around) items.add(around);
      if (performance.now() >= deadline) return true;
    }
    return false;
  }

  function work(deadline: number): boolean {
    if (isCapped) return false;
    address.check();
    if (changes.sort(deadline)) return true;
    if (looks.isDue && look(deadline)) return true;
    if (adapter.items === undefined && gather(deadline)) return true;
    if (items.size) {
      // The memos of a look hold what was found: another page object would look again.
      const current = (adapter.items && lookedAt) || fresh();
      const pageUrl = current.url.href;
      for (const item of items) {
        items.delete(item);
        const reading = readItem(adapter, site, item, current);
        if (reading.post) options.heard?.(reading.post, item);
        const post = sightings.note(item, reading);
        if (post) outbox.add(post, pageUrl);
        if (sightings.posts >= cap || sightings.elements >= cap * ELEMENTS_A_POST) {
          isCapped = true;
          observer.disconnect();
          finish();
          return false;
        }
        if (performance.now() >= deadline) return true;
      }
    }
    finish();
    return false;
  }

  /** All that was waiting is read: what the page says of itself. */
  function finish(): void {
    if (adapter.roots) {
      observeRoots();
      if (subtrees.size) slices.ask();
    }
    const time = performance.now();
    clearTimeout(threadsTimer);
    if (sightings.onPage && time >= nextThreads) {
      outbox.threads(readThreads(adapter, site, fresh()), site, pages.last.url.href);
      nextThreads = performance.now() + Math.max(THREADS_MS, (performance.now() - time) * REST);
    } else if (sightings.onPage) threadsTimer = setTimeout(slices.ask, nextThreads - time + 1);
    profiles.look(adapter, site, pages.last.url, fresh);
    const state = `${adapter.id} ${sightings.faults} ${isCapped}`;
    if (sightings.onPage && state !== noticed) {
      noticed = state;
      outbox.unwell(site, pages.last.url.href);
    }
  }

  function begin(next: Adapter): void {
    adapter = next;
    lookedAt = null;
    looks.forget();
    site = siteOf(adapter, pages.last);
    changes.clear();
    items.clear();
    observeRoots();
    rescan();
  }

  /** Everything that stands on the page, once more. What did not change is not sent. */
  function rescan(): void {
    if (adapter.items) looks.soon();
    else {
      for (const root of rootsOf(adapter, fresh())) subtrees.add(root);
      slices.ask();
    }
  }

  function moved(url: URL): void {
    // What waits belongs to the page that is left.
    if (items.size + subtrees.size + changes.unsorted) slices.now(BEFORE_LEAVING_MS);
    items.clear();
    const page = pages.turn(url);
    sightings.turnPage();
    noticed = '';
    const next = choose(page);
    if (next.id !== adapter.id) {
      adapter = next;
      changes.clear();
      observeRoots();
    }
    site = siteOf(adapter, page);
    lookedAt = null;
    looks.forget(SETTLE_MS);
    nextThreads = 0;
    clearTimeout(settleTimer);
    settleTimer = setTimeout(rescan, SETTLE_MS);
  }
  function flush(): void {
    if (adapter.items) looks.hurry();
    slices.now(BEFORE_LEAVING_MS);
    outbox.flush();
  }
  view.addEventListener('pagehide', flush, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(), { signal });
  view.addEventListener('pageshow', (event) => (event as PageTransitionEvent).persisted && rescan(), { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(settleTimer);
      clearTimeout(threadsTimer);
    },
    { once: true },
  );
  observeRoots();
  if (adapter.items) looks.now();
  slices.ask();

  return {
    get adapter() {
      return adapter;
    },
    get site() {
      return site;
    },
    get page() {
      return fresh();
    },
    health,
    keys: () => sightings.keys(),
    elementOf: (key) => sightings.elementOf(key),
    flush,
    get unsent() {
      return outbox.waiting;
    },
  };
}
