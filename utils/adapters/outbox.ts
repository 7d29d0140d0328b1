/**
 * Posts on their way to the store. Each is kept until an answer names its key; a failed flush is tried again, later each
 * time. At most 250 ms of posts are ever unsent.
 */
import type { SiteHealth } from '../core/desk';
import type { HeardPost, PostKey } from '../core/post';
import type { HeardProfile } from '../core/profile';
import type { HeardThread } from './resolve';

export const FLUSH_MS = 250;
export const FLUSH_POSTS = 50;
/** Batches under way at once. */
const MOST_ON_THE_WAY = 3;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** Health alone is worth a message, but not often. */
const HEALTH_MS = 2000;

/** One flush: what `captured` of the messaging protocol carries. */
export interface Batch {
  site: string;
  pageUrl: string;
  posts: HeardPost[];
  threads: HeardThread[];
  exposure: { posts: number; authors: number };
  health: SiteHealth;
  profile?: HeardProfile;
}

export interface OutboxOptions {
  /** Resolves to the keys that were stored. */
  send: (batch: Batch) => Promise<PostKey[]>;
  health: () => SiteHealth;
  signal: AbortSignal;
}

export interface Outbox {
  add(post: HeardPost, pageUrl: string): void;
  threads(threads: HeardThread[], site: string, pageUrl: string): void;
  /** What the person whose page it is says of themselves. */
  profile(profile: HeardProfile, pageUrl: string): void;
  /** The health changed without a post. */
  unwell(site: string, pageUrl: string): void;
  /** Sends all that waits, now. */
  flush(): void;
  /** Posts not yet acknowledged. */
  readonly waiting: number;
}

interface Parcel {
  post: HeardPost;
  pageUrl: string;
  onTheWay: boolean;
}

export function createOutbox({ send, health, signal }: OutboxOptions): Outbox {
  const parcels = new Map<PostKey, Parcel>();
  const unsent = new Set<PostKey>();
  const exposed = { posts: new Set<PostKey>(), authors: new Map<string, Set<string>>() };
  const exposure = { posts: 0, authors: 0 };
  const threadsSent = new Map<string, string>();
  let threads: HeardThread[] = [];
  let told: { profile: HeardProfile; pageUrl: string; due: boolean } | null = null;
  let notice: { site: string; pageUrl: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let retry = FIRST_RETRY_MS;
  let onTheWay = 0;

  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function schedule(ms: number): void {
    const at = Date.now() + ms;
    if (signal.aborted || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => flush(false), ms);
  }

  function take(): Batch | null {
    let first: Parcel | undefined;
    const posts: HeardPost[] = [];
    for (const key of unsent) {
      const parcel = parcels.get(key) as Parcel;
      // A batch is of one site and one page: a parcel of another waits for the next.
      if (first && (parcel.post.site !== first.post.site || parcel.pageUrl !== first.pageUrl)) continue;
      first ??= parcel;
      parcel.onTheWay = true;
      unsent.delete(key);
      posts.push(parcel.post);
      if (posts.length >= FLUSH_POSTS) break;
    }
    const about = first
      ? { site: first.post.site, pageUrl: first.pageUrl }
      : told?.due
        ? { site: told.profile.site, pageUrl: told.pageUrl }
        : notice;
    if (!about) return null;
    notice = null;
    const batch: Batch = { ...about, posts, threads, exposure: { ...exposure }, health: health() };
    // It is kept beside something of theirs: said at once, and once more with the first of their posts.
    const own = told?.pageUrl === about.pageUrl && told.profile.site === about.site ? told : null;
    const isTheirs = own !== null && posts.some(({ author }) => shown(author) === shown(own.profile));
    if (own && (own.due || isTheirs)) batch.profile = own.profile;
    if (own) own.due = false;
    if (isTheirs) told = null;
    threads = [];
    exposure.posts = 0;
    exposure.authors = 0;
    return batch;
  }

  function flush(all: boolean): void {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    while (!signal.aborted && (all || onTheWay < MOST_ON_THE_WAY)) {
      const batch = take();
      if (!batch) return;
      onTheWay++;
      void deliver(batch);
    }
  }

  async function deliver(batch: Batch): Promise<void> {
    let stored: Set<PostKey> | null = null;
    try {
      stored = new Set(await send(batch));
    } catch (fault) {
      // What is refused whole will be refused again: it is let go. Any other fault may pass.
      stored = isRefusal(fault) ? new Set(batch.posts.map((post) => post.key)) : null;
    }
    onTheWay--;
    if (signal.aborted) return;
    let refused = 0;
    for (const post of batch.posts) {
      const parcel = parcels.get(post.key);
      if (!parcel) continue;
      // Replaced while under way: the newer wording is still owed.
      if (parcel.post !== post) continue;
      if (stored?.has(post.key)) parcels.delete(post.key);
      else {
        parcel.onTheWay = false;
        unsent.add(post.key);
        refused++;
      }
    }
    if (stored === null) {
      // What came with the posts is owed again too.
      exposure.posts += batch.exposure.posts;
      exposure.authors += batch.exposure.authors;
      threads = [...batch.threads, ...threads];
      const { profile, pageUrl } = batch;
      if (profile && (!told || told.profile === profile)) told = { profile, pageUrl, due: true };
      if (!batch.posts.length) notice ??= { site: batch.site, pageUrl: batch.pageUrl };
    }
    if (stored === null || refused) {
      schedule(retry);
      retry = Math.min(LAST_RETRY_MS, retry * 2);
    } else {
      retry = FIRST_RETRY_MS;
      if (unsent.size || told?.due) schedule(unsent.size >= FLUSH_POSTS ? 0 : FLUSH_MS);
    }
  }

  return {
    add(post, pageUrl) {
      parcels.set(post.key, { post, pageUrl, onTheWay: false });
      unsent.add(post.key);
      if (!exposed.posts.has(post.key)) {
        exposed.posts.add(post.key);
        exposure.posts++;
      }
      const author = post.author.handle ?? post.author.name;
      const authors = exposed.authors.get(post.site) ?? new Set();
      if (!authors.size) exposed.authors.set(post.site, authors);
      if (!authors.has(author)) {
        authors.add(author);
        exposure.authors++;
      }
      schedule(unsent.size >= FLUSH_POSTS && onTheWay === 0 ? 0 : FLUSH_MS);
    },
    threads(heard, site, pageUrl) {
      for (const thread of heard) {
        const state = `${thread.claimed}\n${thread.title}\n${thread.url}`;
        if (threadsSent.get(thread.key) === state) continue;
        threadsSent.set(thread.key, state);
        threads.push(thread);
        notice ??= { site, pageUrl };
      }
      if (threads.length) schedule(FLUSH_MS);
    },
    profile(profile, pageUrl) {
      told = { profile, pageUrl, due: true };
      schedule(FLUSH_MS);
    },
    unwell(site, pageUrl) {
      notice ??= { site, pageUrl };
      schedule(HEALTH_MS);
    },
    flush: () => flush(true),
    get waiting() {
      return parcels.size;
    },
  };
}

const shown = ({ name, handle }: Pick<HeardProfile, 'name' | 'handle'>): string => handle?.toLowerCase() ?? name;

/** By its reason: the channel that refuses is not known here. */
function isRefusal(fault: unknown): boolean {
  return fault instanceof Error && 'reason' in fault && fault.reason === 'refused';
}
