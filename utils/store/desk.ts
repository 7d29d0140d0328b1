/** The desk: what waits for us, what waits for them, what was put off, what is done. Read by index, a page at a time. */
import type { StateRow } from '../core/desk';
import type { AccountKey, Post, PostKey, State } from '../core/post';
import type { TertuliaDatabase } from './schema';
import { readTally } from './tally';
import { settleTurns, turnTables } from './turns';

export type DeskTab = State;

export interface DeskPage {
  posts: Post[];
  /** Posts on this tab in all. */
  total: number;
  more: boolean;
}

export interface DeskRequest {
  tab: DeskTab;
  limit: number;
  /** Default: the newest first; of what was put off, what comes back soonest. */
  order?: 'newest' | 'oldest';
}

/** Rows of one answer: a larger one holds up the frame in which it is unpacked. */
const PORTION = 250;

/** The first rows of a tab. Reads as many rows as it gives, however many are held. */
export async function deskPage(db: TertuliaDatabase, request: DeskRequest): Promise<DeskPage> {
  const { tab, limit } = request;
  const newest = (request.order ?? (tab === 'snoozed' ? 'oldest' : 'newest')) === 'newest';
  const [rows, tally] = await Promise.all([inOrder(db, tab, newest, limit + 1), readTally(db)]);
  return { posts: rows.slice(0, limit), total: tally[tab], more: rows.length > limit };
}

async function inOrder(db: TertuliaDatabase, tab: DeskTab, newest: boolean, limit: number): Promise<Post[]> {
  const posts = new Map<PostKey, Post>();
  let last: number | undefined;
  /** Posts of the last moment known: they come again, and first. */
  let again = 0;
  while (posts.size < limit) {
    const from = newest ? undefined : last;
    const to = newest ? last : undefined;
    const range = db.posts
      .where('[desk+deskAt]')
      .between([tab, from ?? Number.NEGATIVE_INFINITY], [tab, to ?? Number.POSITIVE_INFINITY], true, true);
    const asked = again + Math.min(PORTION, limit - posts.size);
    const rows = await (newest ? range.reverse() : range).limit(asked).toArray();
    for (const post of rows) posts.set(post.key, post);
    if (rows.length < asked) break;
    last = rows.at(-1)?.deskAt;
    again = [...posts.values()].filter(({ deskAt }) => deskAt === last).length;
  }
  return [...posts.values()].slice(0, limit);
}

/** Posts on each tab. */
export function deskCounts(db: TertuliaDatabase): Promise<Record<DeskTab, number>> {
  return readTally(db);
}

/** How many people wait for us: one number, and it counts people. */
export async function peopleWaiting(db: TertuliaDatabase): Promise<number> {
  return peopleOn(db, 'open');
}

/** Posts that wait for us, and whose they are; by index alone, for there may be many. */
export async function waitersOf(db: TertuliaDatabase): Promise<Map<PostKey, AccountKey>> {
  const waiters = new Map<PostKey, AccountKey>();
  const open = db.posts.where('[desk+authorKey]').between(['open', ''], ['open', '\uffff']);
  await open.eachKey((pair, { primaryKey }) => {
    waiters.set(primaryKey as PostKey, (pair as unknown as [DeskTab, AccountKey])[1]);
  });
  return waiters;
}

/** People on a tab: accounts the user joined count as the one person they are. */
export async function peopleOn(db: TertuliaDatabase, tab: DeskTab): Promise<number> {
  const [pairs, people] = await Promise.all([
    db.posts.where('[desk+authorKey]').between([tab, ''], [tab, '\uffff']).uniqueKeys(),
    db.people.toArray(),
  ]);
  const personOf = new Map(people.flatMap(({ id, accounts }) => accounts.map((account) => [account, id] as const)));
  return new Set(pairs.map((pair) => (pair as unknown as [DeskTab, string])[1]).map((one) => personOf.get(one) ?? one))
    .size;
}

/** Sets where a post stands. It holds until something new happens in its exchange. Gives what was set before, for undo. */
export async function setState(
  db: TertuliaDatabase,
  postKey: PostKey,
  state: State,
  until: number | null = null,
  now = Date.now(),
): Promise<StateRow | undefined> {
  const [before] = await setStates(db, [postKey], state, until, now);
  return before;
}

/** As `setState`, for many posts in one transaction. */
export async function setStates(
  db: TertuliaDatabase,
  postKeys: readonly PostKey[],
  state: State,
  until: number | null = null,
  now = Date.now(),
  why?: StateRow['why'],
): Promise<(StateRow | undefined)[]> {
  return changeStates(db, postKeys, now, () =>
    db.states.bulkPut(postKeys.map((postKey) => ({ postKey, state, until, setAt: now, ...(why && { why }) }))),
  );
}

/** Takes a state set by hand away: whose turn it is decides again. Gives what was set. */
export async function clearState(
  db: TertuliaDatabase,
  postKey: PostKey,
  now = Date.now(),
): Promise<StateRow | undefined> {
  const [before] = await changeStates(db, [postKey], now, () => db.states.delete(postKey));
  return before;
}

/**
 * Back to the desk: a state set by hand is taken away; what is done or waiting by itself (they thanked us, we answered) is
 * opened by hand. Gives what was set before, for undo.
 */
export async function reopenPosts(
  db: TertuliaDatabase,
  postKeys: readonly PostKey[],
  now = Date.now(),
): Promise<(StateRow | undefined)[]> {
  return db.transaction('rw', turnTables(db), async () => {
    const before = await changeStates(db, postKeys, now, () => db.states.bulkDelete([...postKeys]));
    const settled = await db.posts.bulkGet([...postKeys]);
    const resting = settled.flatMap((post, i) => (post?.desk === 'done' && !before[i] ? post.key : []));
    if (resting.length > 0) await setStates(db, resting, 'open', null, now);
    return before;
  });
}

/** Undo: puts states back as `setStates` gave them. */
export async function restoreStates(
  db: TertuliaDatabase,
  postKeys: readonly PostKey[],
  before: readonly (StateRow | undefined)[],
  now = Date.now(),
): Promise<void> {
  await changeStates(db, postKeys, now, async () => {
    await db.states.bulkDelete([...postKeys]);
    await db.states.bulkPut(before.filter((row) => row !== undefined));
  });
}

async function changeStates(
  db: TertuliaDatabase,
  postKeys: readonly PostKey[],
  now: number,
  change: () => PromiseLike<unknown>,
): Promise<(StateRow | undefined)[]> {
  return db.transaction('rw', turnTables(db), async () => {
    const before = await db.states.bulkGet([...postKeys]);
    await change();
    await settlePosts(db, postKeys, now);
    return before;
  });
}

/** Brings back what was put off until now or earlier. Gives how many posts came back. */
export async function returnSnoozed(db: TertuliaDatabase, now = Date.now()): Promise<number> {
  return db.transaction('rw', turnTables(db), async () => {
    const due = await db.states
      .where('until')
      .belowOrEqual(now)
      .filter(({ state }) => state === 'snoozed')
      .primaryKeys();
    await settlePosts(db, due, now);
    return due.length;
  });
}

/** When the next post put off comes back; null where none will. */
export async function nextReturn(db: TertuliaDatabase, now = Date.now()): Promise<number | null> {
  const next = await db.states
    .where('until')
    .above(now)
    .filter(({ state }) => state === 'snoozed')
    .first();
  return next?.until ?? null;
}

async function settlePosts(db: TertuliaDatabase, postKeys: readonly PostKey[], now: number): Promise<void> {
  const posts = await db.posts.bulkGet([...postKeys]);
  await settleTurns(
    db,
    posts.flatMap((post) => post?.threadKey ?? []),
    now,
    posts.filter((post) => post !== undefined),
  );
}
