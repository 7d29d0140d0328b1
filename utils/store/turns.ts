/** Keeps `waitsSince` and the desk in step with what was said, for whole conversations at a time. */
import { fold } from '../core/normalize';
import type { Post, PostKey, ThreadKey } from '../core/post';
import { type Standing, standings } from '../core/standing';
import { keepPairs } from './pairs';
import type { TertuliaDatabase } from './schema';

/** A conversation longer than this is looked at without the posts that neither name us nor are ours. */
const LONGEST_WHOLE = 600;

/** Copies of a message shorter than this are chance. */
const SHORTEST_COPY = 20;

/** Every table that settling reads or writes: a transaction around it must hold them all. */
export function turnTables(db: TertuliaDatabase) {
  return [db.posts, db.threads, db.states, db.readings, db.pairs];
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
    const whole = await withCopies(db, await conversations(db, keys), keys);
    const posts = [...byKey([...also, ...whole], 'key').values()];
    const concerned = posts.filter((post) => post.ours === 0);
    const [states, readings] = await Promise.all([
      db.states.bulkGet(concerned.map(({ key }) => key)),
      db.readings.bulkGet(concerned.filter(({ mention }) => mention === 1).map(({ key }) => key)),
    ]);
    const result = standings(posts, byKey(states, 'postKey'), now, byKey(readings, 'key'));
    const changed = posts.flatMap((post) => placed(post, result.posts.get(post.key)) ?? []);
    await Promise.all([
      changed.length > 0 && db.posts.bulkPut(changed),
      result.lapsed.length > 0 && db.states.bulkDelete(result.lapsed),
      result.returned.length > 0 && db.states.bulkPut(result.returned),
      keepPairs(db, posts, now),
    ]);
  });
}

/** The post at its place on the desk, or null where it stands there already. */
function placed(post: Post, standing: Standing | undefined): Post | null {
  const waitsSince = standing?.desk === 'open' ? standing.deskAt : undefined;
  if (post.desk === standing?.desk && post.deskAt === standing?.deskAt && post.waitsSince === waitsSince) return null;
  const { waitsSince: _waited, desk: _desk, deskAt: _at, ...rest } = post;
  return { ...rest, ...standing, ...(waitsSince !== undefined && { waitsSince }) };
}

async function conversations(db: TertuliaDatabase, keys: readonly ThreadKey[]): Promise<Post[]> {
  const threads = await db.threads.bulkGet([...keys]);
  const long = threads.flatMap((thread) => (thread && thread.held > LONGEST_WHOLE ? [thread.key] : []));
  const isLong = new Set(long);
  const [whole, ours, mentions] = await Promise.all([
    db.posts
      .where('threadKey')
      .anyOf(keys.filter((key) => !isLong.has(key)))
      .toArray(),
    byFlag(db, 'ours', long),
    byFlag(db, 'mention', long),
  ]);
  if (long.length === 0) return whole;
  // Whom we answered, mention or not.
  const answered = ours.flatMap(({ parentKey }) => parentKey ?? []);
  const parents = (await db.posts.bulkGet([...new Set(answered)])).filter((post) => post !== undefined);
  return [...byKey([...whole, ...ours, ...mentions, ...parents], 'key').values()];
}

function byFlag(db: TertuliaDatabase, flag: 'ours' | 'mention', keys: readonly ThreadKey[]): Promise<Post[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return db.posts
    .where(`[threadKey+${flag}]`)
    .anyOf(keys.map((key) => [key, 1]))
    .toArray();
}

/** Adds the conversations in which the same person put up the same message: an answer to one answers the other. */
async function withCopies(db: TertuliaDatabase, posts: Post[], keys: readonly ThreadKey[]): Promise<Post[]> {
  const texts = new Map<string, string>();
  for (const post of posts) {
    if (post.ours === 0 && (post.mention === 1 || post.desk) && post.text.length >= SHORTEST_COPY) {
      texts.set(post.authorKey, fold(post.text));
    }
  }
  if (texts.size === 0) return posts;
  const authors = [...texts.keys()];
  const others = await db.posts
    .where('[desk+authorKey]')
    .anyOf(
      authors.flatMap((author) => [
        ['open', author],
        ['waiting', author],
      ]),
    )
    .toArray();
  const known = new Set(keys);
  const copies = others.filter((other) => !known.has(other.threadKey) && posts.some((post) => isCopy(post, other)));
  if (copies.length === 0) return posts;
  return [...posts, ...(await conversations(db, [...new Set(copies.map(({ threadKey }) => threadKey))]))];
}

function isCopy(post: Post, other: Post): boolean {
  return (
    post.authorKey === other.authorKey && post.text.length >= SHORTEST_COPY && fold(post.text) === fold(other.text)
  );
}

function byKey<T extends object, K extends keyof T>(rows: readonly (T | undefined)[], key: K): Map<T[K] & PostKey, T> {
  return new Map(rows.flatMap((row) => (row ? [[row[key] as T[K] & PostKey, row] as const] : [])));
}
