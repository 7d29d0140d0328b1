/**
 * Reads a page as it changes. Only what was added or changed is looked at, in idle slices; what leaves the screen before
 * its turn is still read, because the queue holds on to it.
 */
import type { SiteHealth } from '../core/desk';
import type { PostKey } from '../core/post';
import { addressOf, watchAddress } from './address';
import type { Adapter, Page } from './contract';
import { createPage, PAGE_CAP, readItem, readThreads, rootsOf } from './harvest';
import { type Batch, createOutbox } from './outbox';
import { siteOf } from './resolve';
import { createSightings } from './sightings';
import { createSlices, type Idle } from './slices';

export interface WatchOptions {
  document: Document;
  choose: (page: Page) => Adapter;
  /** Resolves to the keys that were stored. */
  send: (batch: Batch) => Promise<PostKey[]>;
  signal: AbortSignal;
  now?: () => number;
  idle?: Idle;
  /** Posts read of one page before reading stops. */
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
const AT_ONCE_MS = 3;
/** At most this much of reading at once per 100 ms. */
const AT_ONCE_BUDGET_MS = 6;
const BEFORE_LEAVING_MS = 45;
/** A reader of whole pages waits until the page is quiet, but not for ever. */
const QUIET_MS = 200;
const MOST_PATIENCE_MS = 1000;
/** A look at the whole page may cost one twentieth of the time. */
const REST = 20;
/** What the page says of its threads is asked no oftener. */
const THREADS_MS = 1000;
/** After a change of address the old page stands for a moment under the new name: new elements are read, old ones wait. */
const SETTLE_MS = 700;

export function watch(options: WatchOptions): Watch {
  const { document, choose, signal, now = Date.now, cap = PAGE_CAP } = options;
  const view = document.defaultView as Window & typeof globalThis;
  const sightings = createSightings();
  let page = createPage(document, addressOf(document), now());
  let adapter = choose(page);
  let site = siteOf(adapter, page);
  let pageMadeAt = performance.now();
  let isStale = false;
  let isCapped = false;
  let noticed = '';

  const subtrees = new Set<Node>();
  const items = new Set<Element>();
  const touched = new Set<Node>();
  const observed = new WeakSet<Node>();
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let threadsTimer: ReturnType<typeof setTimeout> | undefined;
  let nextThreads = 0;
  let lookDue = 0;
  let nextLook = 0;
  let isLookDue = false;
  let lookedAt: Page | null = null;
  let looking: { steps: Generator<undefined, Element[]>; page: Page; cost: number } | null = null;
  let spent = { since: 0, ms: 0 };

  const outbox = createOutbox({ send: options.send, health, signal });
  const slices = createSlices(work, signal, options.idle);
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
      subtrees.add(root);
    }
  }

  /**
   * The page object of this look; a new one after changes, since its memos describe the page as it was. Where they are dear
   * (a table over thousands of rows), not after every change.
   */
  function fresh(): Page {
    const time = performance.now();
    if (isStale && time - pageMadeAt >= page.spent * REST) {
      page = createPage(document, page.url, now());
      pageMadeAt = time;
      isStale = false;
    }
    return page;
  }

  function changed(records: MutationRecord[]): void {
    if (isCapped) return;
    address.check();
    isStale = true;
    const whole = adapter.items !== undefined;
    for (const { type, target, addedNodes } of records) {
      touched.add(target);
      if (whole || type !== 'childList') continue;
      for (let i = 0; i < addedNodes.length; i++) {
        const node = addedNodes[i] as Node;
        if (node.nodeType === 1) subtrees.add(node);
      }
    }
    if (whole) {
      lookSoon();
      return;
    }
    if (subtrees.size + touched.size <= AT_ONCE && mayReadAtOnce()) {
      const started = performance.now();
      slices.now(AT_ONCE_MS);
      spent.ms += performance.now() - started;
    } else slices.ask();
  }

  function mayReadAtOnce(): boolean {
    const time = performance.now();
    if (time - spent.since > 100) spent = { since: time, ms: 0 };
    return spent.ms < AT_ONCE_BUDGET_MS;
  }

  function lookSoon(): void {
    const time = performance.now();
    lookDue ||= time + MOST_PATIENCE_MS;
    clearTimeout(lookTimer);
    lookTimer = setTimeout(
      () => {
        lookDue = 0;
        isLookDue = true;
        slices.ask();
      },
      Math.max(nextLook - time, Math.min(QUIET_MS, lookDue - time)),
    );
  }

  /** Finds, step by step, the posts of a page that only the whole page can tell. True while there is more to do. */
  function look(deadline: number): boolean {
    const started = performance.now();
    if (!looking) {
      isLookDue = false;
      const current = fresh();
      const better = choose(current);
      if (better.id !== adapter.id) {
        begin(better);
        return true;
      }
      if (!adapter.items) return false;
      looking = { steps: adapter.items(current), page: current, cost: 0 };
    }
    for (;;) {
      const step = looking.steps.next();
      const time = performance.now();
      if (step.done) {
        found(step.value, looking.page);
        nextLook = time + (looking.cost + time - started) * REST;
        looking = null;
        return false;
      }
      if (time >= deadline) {
        looking.cost += time - started;
        return true;
      }
    }
  }

  /** New posts are read, and those in which something changed. With the page as it was looked at: its memos hold the find. */
  function found(list: Element[], looked: Page): void {
    lookedAt = looked;
    const known = new Set(list);
    for (const item of list) if (!sightings.hasRead(item)) items.add(item);
    for (const node of touched) {
      let up: Node | null = node;
      while (up && !known.has(up as Element)) up = up.parentNode;
      if (up) items.add(up as Element);
    }
    touched.clear();
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
    if ((isLookDue || looking) && look(deadline)) return true;
    if (adapter.items === undefined && gather(deadline)) return true;
    if (items.size) {
      // The memos of a look hold what was found: another page object would look again.
      const current = (adapter.items && lookedAt) || fresh();
      for (const item of items) {
        items.delete(item);
        const post = sightings.note(item, readItem(adapter, site, item, current));
        if (post) outbox.add(post, current.url.href);
        if (sightings.elements >= cap) {
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
    if (sightings.onPage && time >= nextThreads) {
      outbox.threads(readThreads(adapter, site, fresh()), site, page.url.href);
      nextThreads = performance.now() + Math.max(THREADS_MS, (performance.now() - time) * REST);
      clearTimeout(threadsTimer);
    } else if (sightings.onPage) {
      clearTimeout(threadsTimer);
      threadsTimer = setTimeout(slices.ask, nextThreads - time + 1);
    }
    const state = `${adapter.id} ${sightings.faults} ${isCapped}`;
    if (sightings.onPage && state !== noticed) {
      noticed = state;
      outbox.unwell(site, page.url.href);
    }
  }

  function begin(next: Adapter): void {
    adapter = next;
    looking = lookedAt = null;
    site = siteOf(adapter, page);
    subtrees.clear();
    items.clear();
    touched.clear();
    observeRoots();
    rescan();
  }

  /** Everything that stands on the page, once more. What did not change is not sent. */
  function rescan(): void {
    if (adapter.items) lookSoon();
    else {
      for (const root of rootsOf(adapter, fresh())) subtrees.add(root);
      slices.ask();
    }
  }

  function moved(url: URL): void {
    // What waits belongs to the page that is left.
    if (items.size + subtrees.size) slices.now(BEFORE_LEAVING_MS);
    items.clear();
    page = createPage(document, url, now());
    pageMadeAt = performance.now();
    isStale = false;
    sightings.turnPage();
    noticed = '';
    const next = choose(page);
    if (next.id !== adapter.id) {
      adapter = next;
      subtrees.clear();
      touched.clear();
      observeRoots();
    }
    site = siteOf(adapter, page);
    looking = lookedAt = null;
    nextThreads = 0;
    nextLook = performance.now() + SETTLE_MS;
    clearTimeout(settleTimer);
    settleTimer = setTimeout(rescan, SETTLE_MS);
  }

  function flush(): void {
    if (adapter.items && lookDue) isLookDue = true;
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
      clearTimeout(lookTimer);
      clearTimeout(settleTimer);
      clearTimeout(threadsTimer);
    },
    { once: true },
  );
  observeRoots();
  if (adapter.items) isLookDue = true;
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
