/**
 * Looks at every stored post again after we changed: our accounts, our brands, our watches. In batches, each a transaction
 * with its cursor, so that it can be stopped or killed at any moment and goes on where it was.
 */
import { DERIVED, derive, type Lens, makeLens } from '../core/derive';
import type { Author, Post, PostKey } from '../core/post';
import type { TertuliaDatabase } from './schema';
import { readSettings } from './settings';
import { settleTurns, turnTables } from './turns';

const POSTS_A_BATCH = 1_000;
/** Conversations hold several posts each. */
const THREADS_A_BATCH = 100;
const CURSOR = 'cursor:rederive';
/** The lens that every stored post was last looked at through. */
const SEEN_THROUGH = 'cursor:lens';

export interface RederiveOptions {
  signal?: AbortSignal;
  /** Posts looked at, of how many. */
  onProgress?: (progress: { done: number; total: number }) => void;
  now?: () => number;
  /** Posts, and conversations, looked at in one transaction. */
  batch?: { posts: number; threads: number };
}

interface Cursor {
  /** Of the lens: another one begins anew. */
  version: string;
  phase: 'posts' | 'threads';
  after: string;
  done: number;
}

/** Whether who we are changed since stored posts were last looked at. */
export async function needsRederive(db: TertuliaDatabase): Promise<boolean> {
  const [lens, seen] = await Promise.all([currentLens(db), db.meta.get(SEEN_THROUGH)]);
  return seen?.value !== lens.version;
}

/** Resolves when all is up to date, or when `signal` aborts. */
export async function rederive(db: TertuliaDatabase, options: RederiveOptions = {}): Promise<void> {
  const { signal, onProgress, now = Date.now } = options;
  const size = options.batch ?? { posts: POSTS_A_BATCH, threads: THREADS_A_BATCH };
  const total = await db.posts.count();
  for (let more = true; more && !signal?.aborted; ) {
    const cursor = await db.transaction('rw', [...turnTables(db), db.meta, db.watches], async () => {
      const lens = await currentLens(db);
      const at = await cursorFor(db, lens);
      const next =
        at.phase === 'posts'
          ? await lookAtPosts(db, lens, at, size.posts)
          : await settleSome(db, at, size.threads, now());
      if (next) await db.meta.put({ name: CURSOR, value: JSON.stringify(next) });
      else {
        await db.meta.delete(CURSOR);
        await db.meta.put({ name: SEEN_THROUGH, value: lens.version });
      }
      return next;
    });
    onProgress?.({ done: Math.min(cursor?.done ?? total, total), total });
    more = cursor !== null;
  }
}

async function currentLens(db: TertuliaDatabase): Promise<Lens> {
  return makeLens(await readSettings(db), await db.watches.toArray());
}

async function cursorFor(db: TertuliaDatabase, lens: Lens): Promise<Cursor> {
  const row = await db.meta.get(CURSOR);
  const cursor = typeof row?.value === 'string' ? (JSON.parse(row.value) as Cursor) : null;
  return cursor?.version === lens.version ? cursor : { version: lens.version, phase: 'posts', after: '', done: 0 };
}

async function lookAtPosts(db: TertuliaDatabase, lens: Lens, cursor: Cursor, limit: number): Promise<Cursor> {
  const posts = await db.posts.where('key').above(cursor.after).limit(limit).toArray();
  const authors = await authorsOf(db, posts, lens);
  const changed = posts.flatMap((post) => {
    const derived = derive(post, lens, post.parentKey ? authors.get(post.parentKey) : undefined);
    const same = DERIVED.every((field) => post[field] === derived[field]);
    return same ? [] : [derived];
  });
  await db.posts.bulkPut(changed);
  await markConcerned(db, changed);
  const last = posts.at(-1);
  return last && posts.length === limit
    ? { ...cursor, after: last.key, done: cursor.done + posts.length }
    : { ...cursor, phase: 'threads', after: '', done: cursor.done + posts.length };
}

async function authorsOf(db: TertuliaDatabase, posts: readonly Post[], lens: Lens): Promise<Map<PostKey, Author>> {
  const authors = new Map(posts.map((post) => [post.key, post.author]));
  if (lens.us.length === 0) return authors;
  const missing = posts.flatMap(({ parentKey }) => (parentKey && !authors.has(parentKey) ? [parentKey] : []));
  for (const parent of await db.posts.bulkGet([...new Set(missing)]))
    if (parent) authors.set(parent.key, parent.author);
  return authors;
}

async function markConcerned(db: TertuliaDatabase, changed: readonly Post[]): Promise<void> {
  const keys = changed.flatMap((post) => (post.ours === 1 || post.mention === 1 ? [post.threadKey] : []));
  if (keys.length === 0) return;
  await db.threads
    .where('key')
    .anyOf([...new Set(keys)])
    .modify({ concernsUs: 1 });
}

/** Also conversations that concern us no more: their posts leave the desk. */
async function settleSome(db: TertuliaDatabase, cursor: Cursor, limit: number, now: number): Promise<Cursor | null> {
  const threads = await db.threads
    .where('key')
    .above(cursor.after)
    .filter(({ concernsUs }) => concernsUs === 1)
    .limit(limit)
    .primaryKeys();
  await settleTurns(db, threads, now);
  const last = threads.at(-1);
  return last !== undefined && threads.length === limit ? { ...cursor, after: last } : null;
}
