/** Keeps `waitsSince` and the desk in step with what was said, for whole conversations at a time. */
import type { StateRow } from '../core/desk';
import type { AnsweredPair } from '../core/draft';
import type { Post, PostKey, Thread, ThreadKey } from '../core/post';
import { type Standing, standings } from '../core/standing';
import { changedPairs, repliesOf } from './pairs';
import type { TertuliaDatabase } from './schema';
import { type DeskMove, tallyAfter } from './tally';

/** A conversation longer than this is looked at without the posts that neither name us nor are ours. */
const LONGEST_WHOLE = 600;

/** Every table that settling reads or writes: a transaction around it must hold them all. */
export function turnTables(db: TertuliaDatabase) {
  return [db.posts, db.threads, db.states, db.readings, db.pairs, db.meta];
}

/** What settling changes. */
export interface TurnChanges {
  posts: Post[];
  moves: DeskMove[];
  lapsed: PostKey[];
  returned: StateRow[];
  pairs: AnsweredPair[];
}

/**
 * Works out whose turn it is in these conversations and writes what changed. Called in the transaction that changed posts
 * or states, and after readings changed. `also`: posts of theirs to be looked at even in a very long conversation.
 */
export async function settleTurns(
  db: TertuliaDatabase,
  threadKeys: Iterable<ThreadKey>,
  now: number,
  also: readonly Post[] = [],
): Promise<void> {
  const keys = [...new Set(threadKeys)];
  if (keys.length === 0) return;
  await db.transaction('rw', turnTables(db), async () => {
    const threads = (await db.threads.bulkGet(keys)).filter((thread) => thread !== undefined);
    const changes = await planTurns(db, threads, byKey(also, 'key'), now, new Set(also.map(({ key }) => key)));
    const tally = await tallyAfter(db, changes.moves);
    await Promise.all([
      changes.posts.length > 0 && db.posts.bulkPut(changes.posts),
      tally && db.meta.put(tally),
      ...writeTurns(db, changes),
    ]);
  });
}

/** Writes all of the changes but the posts, which the caller may have more to write of. */
export function writeTurns(
  db: TertuliaDatabase,
  { lapsed, returned, pairs }: TurnChanges,
): (false | Promise<unknown>)[] {
  return [
    lapsed.length > 0 && Promise.resolve(db.states.bulkDelete(lapsed)),
    returned.length > 0 && Promise.resolve(db.states.bulkPut(returned)),
    pairs.length > 0 && Promise.resolve(db.pairs.bulkPut(pairs)),
  ];
}

/**
 * Works it out without writing. `pending`: posts as they are about to be written, in place of what is held of them.
 * `byHand`: posts whose state was just set or taken away; all others that have one stand on the desk already.
 */
export async function planTurns(
  db: TertuliaDatabase,
  threads: readonly Pick<Thread, 'key' | 'held'>[],
  pending: ReadonlyMap<PostKey, Post>,
  now: number,
  byHand: ReadonlySet<PostKey> = new Set(),
): Promise<TurnChanges> {
  const whole = await conversations(db, threads, pending);
  const posts = await withCopies(db, whole, threads, pending);
  const theirs = posts.filter(({ ours }) => ours === 0);
  const onDesk = theirs.filter(({ key, desk }) => desk !== undefined || byHand.has(key));
  const replies = repliesOf(posts);
  const [states, readings, pairs] = await Promise.all([
    db.states.bulkGet(onDesk.map(({ key }) => key)),
    db.readings.bulkGet(theirs.filter(({ mention }) => mention === 1).map(({ key }) => key)),
    db.pairs.bulkGet(replies.map(({ key }) => key)),
  ]);
  const result = standings(posts, byKey(states, 'postKey'), now, byKey(readings, 'key'));
  const changed = posts.flatMap((post) => {
    const after = placed(post, result.posts.get(post.key));
    return after ? [{ before: post.desk, after }] : [];
  });
  return {
    posts: changed.map(({ after }) => after),
    moves: changed.map(({ before, after }) => ({ before, after: after.desk })),
    lapsed: result.lapsed,
    returned: result.returned,
    pairs: changedPairs(replies, posts, pairs, now),
  };
}

/** The post at its place on the desk, or null where it stands there already. */
function placed(post: Post, standing: Standing | undefined): Post | null {
  const waitsSince = standing?.desk === 'open' ? standing.deskAt : undefined;
  if (post.desk === standing?.desk && post.deskAt === standing?.deskAt && post.waitsSince === waitsSince) return null;
  const { waitsSince: _waited, desk: _desk, deskAt: _at, ...rest } = post;
  return { ...rest, ...standing, ...(waitsSince !== undefined && { waitsSince }) };
}

async function conversations(
  db: TertuliaDatabase,
  threads: readonly Pick<Thread, 'key' | 'held'>[],
  pending: ReadonlyMap<PostKey, Post>,
): Promise<Post[]> {
  const wanted = new Set(threads.map(({ key }) => key));
  const long = new Set(threads.filter(({ held }) => held > LONGEST_WHOLE).map(({ key }) => key));
  const [whole, parts] = await Promise.all([
    equalTo(
      db,
      'threadKey',
      [...wanted].filter((key) => !long.has(key)),
    ),
    equalTo(db, 'part', [...long]),
  ]);
  const found = byKey([...whole, ...parts], 'key');
  for (const post of pending.values()) found.set(post.key, post);
  if (long.size > 0) {
    // Whom we answered, mention or not.
    const answered = [...found.values()].flatMap(({ ours, parentKey }) => (ours === 1 && parentKey ? [parentKey] : []));
    const missing = answered.filter((key) => !found.has(key));
    for (const parent of await db.posts.bulkGet([...new Set(missing)])) if (parent) found.set(parent.key, parent);
  }
  return [...found.values()].filter(({ threadKey }) => wanted.has(threadKey));
}

/** Each value its own request for all its rows: `anyOf` walks a cursor, which costs a request a row. */
async function equalTo(
  db: TertuliaDatabase,
  index: 'threadKey' | 'part' | 'said',
  values: readonly string[],
): Promise<Post[]> {
  return (await Promise.all(values.map((value) => db.posts.where(index).equals(value).toArray()))).flat();
}

/** Adds the conversations in which the same person put up the same message: an answer to one answers the other. */
async function withCopies(
  db: TertuliaDatabase,
  posts: Post[],
  threads: readonly Pick<Thread, 'key' | 'held'>[],
  pending: ReadonlyMap<PostKey, Post>,
): Promise<Post[]> {
  // An answer of ours may turn any of them; a new post of theirs only itself.
  const all = pending.size === 0 || [...pending.values()].some(({ ours }) => ours === 1);
  const said = new Set(posts.flatMap((post) => (all || pending.has(post.key) ? (post.said ?? []) : [])));
  if (said.size === 0) return posts;
  const copies = await equalTo(db, 'said', [...said]);
  const known = new Set(threads.map(({ key }) => key));
  const elsewhere = new Set(copies.filter(({ threadKey }) => !known.has(threadKey)).map(({ threadKey }) => threadKey));
  if (elsewhere.size === 0) return posts;
  const others = (await db.threads.bulkGet([...elsewhere])).filter((thread) => thread !== undefined);
  return [...posts, ...(await conversations(db, others, pending))];
}

function byKey<T extends object, K extends keyof T>(rows: readonly (T | undefined)[], key: K): Map<T[K] & PostKey, T> {
  return new Map(rows.flatMap((row) => (row ? [[row[key] as T[K] & PostKey, row] as const] : [])));
}
