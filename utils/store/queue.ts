/**
 * What waits for us though nobody named us: news of a conversation that is followed, and somebody new whom nobody answered.
 * Each comes onto the desk as a row like any other, with the reason beside it, and leaves it in the same ways.
 */
import type { Post, PostKey, Thread } from '../core/post';
import { clearState, setStates } from './desk';
import { localDay } from './exposure';
import type { TertuliaDatabase } from './schema';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Others get this long to answer somebody new. */
const PATIENCE = 4 * HOUR;
/** Older ones have gone their way. */
const LOOK_BACK = 7 * DAY;
/** A place known for less than this knows nobody: everybody would be new. */
const ACQUAINTED = 7 * DAY;
/** Where we wrote this often lately, we are at home: whoever comes there comes to us. */
const AT_HOME = 5;
const LATELY = 90 * DAY;
/** More newcomers than this at once would bury those who named us. */
const MOST_NEW = 10;
const MOST_THREADS = 200;
const CURSOR = 'cursor:queue';

/** Follows a conversation from now on, or no longer. Gives the row as it was, for undo. */
export async function followThread(
  db: TertuliaDatabase,
  key: string,
  on: boolean,
  now = Date.now(),
): Promise<Thread | undefined> {
  return db.transaction('rw', db.threads, async () => {
    const before = await db.threads.get(key);
    if (!before) return undefined;
    const { followed: _on, followedTo: _to, ...rest } = before;
    await db.threads.put(on ? { ...rest, followed: 1, followedTo: now } : rest);
    return before;
  });
}

/** Brings the desk up to date. Cheap where nothing came: to be called often. Gives how many rows came. */
export async function queueNews(db: TertuliaDatabase, now = Date.now()): Promise<number> {
  const identity = await db.meta.get('identity');
  const sequence = identity?.name === 'identity' ? identity.value.sequence : 0;
  const last = await db.meta.get(CURSOR);
  // Patience runs out without anything new being heard.
  const mark = `${sequence} ${Math.floor(now / HOUR)}`;
  if (last?.value === mark) return 0;
  const came = (await queueFollowed(db, now)) + (await queueNewcomers(db, now));
  await db.meta.put({ name: CURSOR, value: mark });
  return came;
}

async function queueFollowed(db: TertuliaDatabase, now: number): Promise<number> {
  let came = 0;
  for (const thread of await db.threads.where('followed').equals(1).toArray()) {
    const posts = await db.posts.where('threadKey').equals(thread.key).toArray();
    const news = posts
      .filter((post) => isTheirs(post) && post.firstSeenAt > (thread.followedTo ?? 0))
      .sort((a, b) => a.at - b.at);
    if (news.length === 0) continue;
    // One row a conversation: whoever opens it sees the rest.
    const stands = posts.some(({ desk, ours }) => desk === 'open' && ours === 0);
    const [first] = news.filter(({ desk }) => desk === undefined);
    if (!stands && first) {
      await setStates(db, [first.key], 'open', null, now, 'followed');
      came++;
    }
    await db.threads.update(thread.key, { followedTo: now });
  }
  return came;
}

const isTheirs = (post: Post): boolean => post.ours === 0 && !post.sponsored;

async function queueNewcomers(db: TertuliaDatabase, now: number): Promise<number> {
  const standing = await db.states.where('state').equals('open').toArray();
  const queued = standing.filter(({ why }) => why === 'newcomer').map(({ postKey }) => postKey);
  const left = queued.length - (await dropAnswered(db, queued, now));
  const room = MOST_NEW - left;
  if (room <= 0) return 0;
  const homes = await homesOf(db, now);
  const recent = await db.threads
    .where('lastAt')
    .above(now - LOOK_BACK)
    .reverse()
    .limit(MOST_THREADS)
    .toArray();
  const found: Post[] = [];
  for (const { key, site, concernsUs } of recent) {
    if (!homes.has(site) && concernsUs !== 1) continue;
    const posts = await db.posts.where('threadKey').equals(key).toArray();
    if (!homes.has(site) && !posts.some(({ ours }) => ours === 1)) continue;
    if (!(await isAcquainted(db, site, now))) continue;
    for (const post of posts) if (mayBeNew(post, now) && !isAnswered(post, posts)) found.push(post);
  }
  const newcomers: PostKey[] = [];
  for (const post of found.sort((a, b) => a.at - b.at)) {
    if (newcomers.length >= room) break;
    const first = await db.posts.where('[authorKey+at]').between([post.authorKey, -Infinity], [post.authorKey, Infinity]).first(); // biome-ignore format: one step
    // A state of whatever kind was decided: nobody is put back after that.
    if (first?.key === post.key && !(await db.states.get(post.key))) newcomers.push(post.key);
  }
  if (newcomers.length > 0) await setStates(db, newcomers, 'open', null, now, 'newcomer');
  return newcomers.length;
}

/** Whom somebody answered meanwhile is no longer left alone. */
async function dropAnswered(db: TertuliaDatabase, keys: readonly PostKey[], now: number): Promise<number> {
  let dropped = 0;
  for (const post of await db.posts.bulkGet([...keys])) {
    if (!post) continue;
    if (!isAnswered(post, await db.posts.where('threadKey').equals(post.threadKey).toArray())) continue;
    await clearState(db, post.key, now);
    dropped++;
  }
  return dropped;
}

/** A host where we write again and again; on a network whole of strangers only the conversations we are in count. */
async function homesOf(db: TertuliaDatabase, now: number): Promise<Set<string>> {
  const ours = await db.posts
    .where('[ours+at]')
    .between([1, now - LATELY], [1, Infinity])
    .reverse()
    .limit(2_000)
    .toArray();
  const counts = new Map<string, number>();
  for (const { site } of ours) if (site.includes('.')) counts.set(site, (counts.get(site) ?? 0) + 1);
  return new Set([...counts].filter(([, posts]) => posts >= AT_HOME).map(([site]) => site));
}

async function isAcquainted(db: TertuliaDatabase, site: string, now: number): Promise<boolean> {
  const first = await db.exposure.where('[site+day]').between([site, ''], [site, '\uffff']).first();
  return first !== undefined && first.day <= localDay(now - ACQUAINTED);
}

function mayBeNew(post: Post, now: number): boolean {
  return isTheirs(post) && post.desk === undefined && post.at > now - LOOK_BACK && post.at < now - PATIENCE;
}

/** By a reply to the very post; where the conversation has no tree, by whatever somebody else said after it. */
function isAnswered(post: Post, thread: readonly Post[]): boolean {
  const hasTree = thread.some(({ parentKey }) => parentKey !== null);
  return thread.some(
    (other) => other.authorKey !== post.authorKey && (hasTree ? other.parentKey === post.key : other.at > post.at),
  );
}
