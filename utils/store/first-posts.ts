/** Everybody who ever spoke, a post of each: many accounts in few questions. */
import type { AccountKey, Post } from '../core/post';
import type { TertuliaDatabase } from './schema';

interface Rec {
  key: IDBValidKey;
  value: unknown;
}

/** Not in every browser, nor in TypeScript's own words yet (Indexed DB 3.0; Chromium 141). */
interface AsksForRecords {
  getAllRecords(options: { query: IDBKeyRange | null; count: number; direction: 'nextunique' }): IDBRequest<Rec[]>;
}

/**
 * One post of each of the next accounts after `after`, in the order of their keys, at most `limit`. With a cursor each account is
 * a question of its own: forty thousand take many seconds, in which every screen waits.
 */
export async function firstPosts(db: TertuliaDatabase, after: AccountKey | null, limit: number): Promise<Post[]> {
  if (!db.isOpen()) await db.open();
  const index = db.backendDB().transaction('posts').objectStore('posts').index('authorKey');
  if (asksForRecords(index)) {
    const query = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const request = index.getAllRecords({ query, count: limit, direction: 'nextunique' });
    const records = await new Promise<Rec[]>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return records.map(({ value }) => value as Post);
  }
  const all = after === null ? db.posts.orderBy('authorKey') : db.posts.where('authorKey').above(after);
  const keys = (await all.limit(limit * POSTS_EACH).keys()) as AccountKey[];
  const accounts = [...new Set(keys)].slice(0, limit);
  const firsts = await Promise.all(accounts.map((account) => db.posts.where('authorKey').equals(account).first()));
  return firsts.filter((post) => post !== undefined);
}

/** Where accounts cannot be asked for by themselves: so many posts are looked through for each. */
const POSTS_EACH = 8;

function asksForRecords(index: object): index is AsksForRecords {
  return 'getAllRecords' in index;
}
