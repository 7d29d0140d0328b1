/** Walks a page with an adapter. Every post is read on its own: one that fails is counted, the rest is kept. */
import type { HeardPost, PostKey } from '../core/post';
import type { Adapter, MissingField, Page } from './contract';
import { type HeardThread, resolvePost, resolveThread, siteOf } from './resolve';
import { finish } from './steps';

/** Different posts read of one page before reading stops, with a notice in its health. */
export const PAGE_CAP = 20_000;
/** Lists that take away what is out of sight make a post's elements anew when it comes back. A page that only makes elements ends here. */
export const ELEMENTS_A_POST = 5;

export interface Harvest {
  posts: HeardPost[];
  threads: HeardThread[];
  /** Elements that match the adapter's selector. */
  onPage: number;
  /** Elements that could not be read. */
  faults: number;
  /** Field name → how many elements lack it. */
  missing: Record<string, number>;
}

/** What became of one element. */
export type Reading = { post: HeardPost; missing?: undefined } | { post: null; missing: string | null };

/** A page as adapters see it, and what its memos cost so far, in milliseconds. */
export interface Look extends Page {
  readonly spent: number;
}

/** `memo` lives as long as the object: make a new one for each look. */
export function createPage(document: Document, url: URL, now: number): Look {
  const memos = new Map<string, unknown>();
  let spent = 0;
  return {
    document,
    url,
    now,
    get spent() {
      return spent;
    },
    memo<T>(name: string, make: () => T): T {
      let value = memos.get(name);
      if (value === undefined && !memos.has(name)) {
        const started = performance.now();
        value = make();
        memos.set(name, value);
        spent += performance.now() - started;
      }
      return value as T;
    },
  };
}

/** Reads one element. `missing` is the field it lacks, `error` for any other failure, null where it is no post. */
export function readItem(adapter: Adapter, site: string, item: Element, page: Page): Reading {
  try {
    const raw = adapter.extract(item, page);
    return raw ? { post: resolvePost(raw, site, page) } : { post: null, missing: null };
  } catch (error) {
    return { post: null, missing: fieldOf(error) };
  }
}

/** By name: an adapter's file brings its own `MissingField`. */
function fieldOf(error: unknown): string {
  return error instanceof Error && error.name === 'MissingField' ? (error as MissingField).field : 'error';
}

/** Where posts live: the adapter's roots, or the document. */
export function rootsOf(adapter: Adapter, page: Page): ParentNode[] {
  if (!adapter.roots) return [page.document];
  try {
    return [...adapter.roots(page)];
  } catch {
    return [page.document];
  }
}

/** Reads what is under `roots`, in document order, each key once: the fuller of two sightings. */
export function harvest(adapter: Adapter, page: Page, roots: Iterable<ParentNode> = rootsOf(adapter, page)): Harvest {
  const site = siteOf(adapter, page);
  const posts = new Map<PostKey, HeardPost>();
  const result: Harvest = { posts: [], threads: [], onPage: 0, faults: 0, missing: {} };
  // A reader of whole pages finds its own way into the roots.
  for (const root of adapter.items ? [page.document] : roots) {
    for (const item of adapter.items ? finish(adapter.items(page)) : root.querySelectorAll(adapter.item)) {
      if (result.onPage >= PAGE_CAP) break;
      const { post, missing } = readItem(adapter, site, item, page);
      if (!post && missing === null) continue;
      result.onPage++;
      if (post) {
        const known = posts.get(post.key);
        if (!known || isFuller(post, known)) posts.set(post.key, post);
      } else if (missing) {
        result.faults++;
        result.missing[missing] = (result.missing[missing] ?? 0) + 1;
      }
    }
  }
  result.posts = [...posts.values()];
  result.threads = readThreads(adapter, site, page);
  return result;
}

/** Conversations the page names. A failure here loses coverage, never posts. */
export function readThreads(adapter: Adapter, site: string, page: Page): HeardThread[] {
  try {
    return (adapter.threads?.(page) ?? []).map((raw) => resolveThread(raw, site, page));
  } catch {
    return [];
  }
}

/** Whether `b` says less than `a` of the same post on the same page: a preview, a copy in a sidebar. */
export function isFuller(a: HeardPost, b: HeardPost): boolean {
  if (Boolean(a.truncated) !== Boolean(b.truncated)) return Boolean(b.truncated);
  return (
    a.text.length > b.text.length || (a.text.length === b.text.length && a.parentKey !== null && b.parentKey === null)
  );
}
