/**
 * Forgetting. Posts go in batches, each with all that hangs on it, so that a large site does not hold up everything else;
 * what was begun is written down first and is finished at the next start if it is cut short.
 */

import type { Post, PostKey } from '../core/post';
import type { Theme } from '../core/theme';
import { countRemoved } from './ledger';
import { leaveProfiles, PROFILES } from './profiles';
import type { TertuliaDatabase } from './schema';
import { scrubbingIsOwed } from './scrub-owed';
import { tallyAfter } from './tally';

const POSTS_A_BATCH = 500;
const FORGETTING = 'cursor:forget:';

export interface EraseOptions {
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Posts removed in one transaction. */
  batch?: number;
}

/** Forgets all of a site: its posts, and the readings, states, notes, answers, conversations and counts that belong to them. */
export async function forgetSite(db: TertuliaDatabase, site: string, options: EraseOptions = {}): Promise<void> {
  const limit = options.batch ?? POSTS_A_BATCH;
  await db.meta.put({ name: `${FORGETTING}${site}`, value: site });
  const ofSite = () => db.posts.where('[site+at]').between([site, -Infinity], [site, Infinity], true, true);
  const total = await ofSite().count();
  let done = 0;
  for (let more = true; more && !options.signal?.aborted; ) {
    const removed = await removeSome(db, () => ofSite().limit(limit).toArray());
    done += removed;
    options.onProgress?.({ done, total: Math.max(total, done) });
    more = removed === limit;
  }
  if (options.signal?.aborted) return;
  await db.transaction(
    'rw',
    [db.threads, db.exposure, db.health, db.themes, db.notes, db.people, db.meta],
    async () => {
      await leavePeople(db, site);
      await db.threads.where('[site+lastAt]').between([site, -Infinity], [site, Infinity], true, true).delete();
      await db.exposure.where('[site+day]').between([site, ''], [site, '\uffff'], true, true).delete();
      await db.health.delete(site);
      // What the themes were counted from cannot be taken apart: it is counted again from what is left.
      await db.meta.delete('themeState');
      await db.meta.where('name').startsWith('cursor:theme').delete();
      await db.meta.where('name').startsWith(`${PROFILES}${site}:`).delete();
      await db.meta.delete(`${FORGETTING}${site}`);
      await db.meta.put(scrubbingIsOwed);
    },
  );
}

/** Notes on its conversations, and its accounts of people: who has no other account goes, with what was noted of them. */
async function leavePeople(db: TertuliaDatabase, site: string): Promise<void> {
  let notes = await db.notes.where('target').startsWith(`thread:${site}:`).delete();
  const prefix = `${site}:`;
  notes += await db.notes.where('target').startsWith(`person:${prefix}`).delete();
  for (const person of await db.people
    .filter(({ accounts }) => accounts.some((key) => key.startsWith(prefix)))
    .toArray()) {
    const accounts = person.accounts.filter((key) => !key.startsWith(prefix));
    if (accounts.length > 0) await db.people.put({ ...person, accounts });
    else {
      await db.people.delete(person.id);
      notes += await db.notes.where('target').equals(`person:${person.id}`).delete();
    }
  }
  await countRemoved(db, 'notes', notes);
}

/** Finishes what was being forgotten when the browser closed. */
export async function finishForgetting(db: TertuliaDatabase, options: EraseOptions = {}): Promise<void> {
  const begun = await db.meta.where('name').startsWith(FORGETTING).toArray();
  for (const { value } of begun) if (typeof value === 'string') await forgetSite(db, value, options);
}

/** Removes posts and what hangs on them, in one transaction. */
export async function removeSome(db: TertuliaDatabase, choose: () => PromiseLike<Post[]>): Promise<number> {
  const tables = [
    ...[db.posts, db.threads, db.readings, db.states, db.notes, db.pairs, db.themes, db.meta],
    ...[db.putDrafts, db.sent, db.promises, db.corrections, db.ruled, db.cares, db.people],
  ];
  return db.transaction('rw', tables, async () => {
    const posts = await choose();
    const keys = posts.map(({ key }) => key);
    if (keys.length === 0) return 0;
    const tally = await tallyAfter(
      db,
      posts.map(({ desk }) => ({ before: desk, after: undefined })),
    );
    await Promise.all([
      tally && db.meta.put(tally),
      db.posts.bulkDelete(keys),
      db.readings.bulkDelete(keys),
      db.states.bulkDelete(keys),
      db.ruled.bulkDelete(keys),
      db.cares.bulkDelete(keys),
      db.pairs.bulkDelete(keys),
      db.sent.bulkDelete(keys),
      db.corrections.where('postKey').anyOf(keys).delete(),
      db.putDrafts.where('post').anyOf(keys).delete(),
      db.promises.where('post').anyOf(keys).delete(),
      db.promises.where('reply').anyOf(keys).delete(),
    ]);
    const notes = await db.notes
      .where('target')
      .anyOf(keys.map((key) => `post:${key}`))
      .delete();
    await countRemoved(db, 'posts', keys.length);
    await countRemoved(db, 'notes', notes);
    await leaveProfiles(db, posts);
    await leaveThreads(db, posts);
    await leaveThemes(db, new Set(keys));
    return keys.length;
  });
}

async function leaveThreads(db: TertuliaDatabase, posts: readonly Post[]): Promise<void> {
  const gone = new Map<string, number>();
  for (const { threadKey } of posts) gone.set(threadKey, (gone.get(threadKey) ?? 0) + 1);
  const threads = (await db.threads.bulkGet([...gone.keys()])).filter((thread) => thread !== undefined);
  for (const thread of threads) thread.held -= gone.get(thread.key) ?? 0;
  await db.threads.bulkPut(threads.filter(({ held }) => held > 0));
  await db.threads.bulkDelete(threads.filter(({ held }) => held <= 0).map(({ key }) => key));
}

async function leaveThemes(db: TertuliaDatabase, gone: ReadonlySet<PostKey>): Promise<void> {
  const themes = (await db.themes.toArray()).filter((theme) => theme.postKeys.some((key) => gone.has(key)));
  const left = themes.map((theme): Theme => {
    const postKeys = theme.postKeys.filter((key) => !gone.has(key));
    return { ...theme, postKeys, quoteKeys: theme.quoteKeys.filter((key) => !gone.has(key)) };
  });
  await db.themes.bulkPut(left.filter(({ postKeys }) => postKeys.length > 0));
  await db.themes.bulkDelete(left.filter(({ postKeys }) => postKeys.length === 0).map(({ id }) => id));
}
