/** Keeps what the capture scripts heard. The only writer of posts; called by the background alone. */
import type { CaptureBatch } from '../core/capture';
import { derive, type Lens, makeLens } from '../core/derive';
import { mergeSighting } from '../core/merge';
import { covers } from '../core/patterns';
import type { Author, HeardPost, KeptPost, Post, PostKey } from '../core/post';
import { addExposure } from './exposure';
import { nextSequence } from './ledger';
import type { TertuliaDatabase } from './schema';
import { readSettings } from './settings';
import { countThreads, type Move } from './thread-rows';
import { settleTurns, turnTables } from './turns';

/**
 * Keeps a batch in one transaction and gives the keys it answers for. They may be acknowledged once this promise has
 * resolved, since only then is it on disk. The same batch twice changes nothing but when its posts were last seen.
 * `origin`: where the browser says it was heard.
 */
export async function keepBatch(
  db: TertuliaDatabase,
  batch: CaptureBatch,
  now = Date.now(),
  origin?: string,
): Promise<PostKey[]> {
  const tables = [...turnTables(db), db.exposure, db.health, db.watches, db.meta];
  await db.transaction('rw', tables, async () => {
    const settings = await readSettings(db);
    const lens = makeLens(settings, await db.watches.toArray());
    const site = settings.sites.find(({ pattern }) => covers(pattern, batch.pageUrl));
    const moves = await mergeBatch(db, batch, { lens, now, origin, mentionsOnly: site?.keep === 'mentions' });
    const concerned = await countThreads(db, moves, batch.threads, now);
    await settleTurns(db, concerned, now);
    await addExposure(db, batch.site, batch.exposure, now);
    await db.health.put({ ...batch.health, site: batch.site, at: now, ...(origin !== undefined && { origin }) });
    await nextSequence(db);
  });
  return [...new Set(batch.posts.map(({ key }) => key))];
}

interface Hearing {
  lens: Lens;
  now: number;
  origin: string | undefined;
  mentionsOnly: boolean;
}

async function mergeBatch(
  db: TertuliaDatabase,
  batch: CaptureBatch,
  { lens, now, origin, mentionsOnly }: Hearing,
): Promise<Move[]> {
  const heard = new Map<PostKey, HeardPost[]>();
  for (const post of batch.posts) heard.set(post.key, [...(heard.get(post.key) ?? []), post]);
  const held = await db.posts.bulkGet([...heard.keys()]);
  const merged = [...heard.values()].map((sightings, i) => mergeAll(held[i], sightings, now));
  const authors = await parentAuthors(db, merged, lens);
  const moves = merged.map((kept, i): Move => {
    const before = held[i];
    const post = derive(kept, lens, kept.parentKey ? authors.get(kept.parentKey) : undefined);
    const heardOn = origin ?? before?.heardOn;
    return { before, after: { ...post, ...deskOf(before), ...(heardOn !== undefined && { heardOn }) } };
  });
  const kept = mentionsOnly ? await onlyConcerning(db, moves) : moves;
  await db.posts.bulkPut(kept.map(({ after }) => after));
  return [...kept, ...(await answersToNewOurs(db, kept))];
}

/** A clock set back must not make what is heard now look older than what is held. */
function mergeAll(held: Post | undefined, sightings: readonly HeardPost[], now: number): KeptPost {
  const at = Math.max(now, held?.lastSeenAt ?? 0);
  return sightings.reduce<KeptPost | undefined>(
    (kept, sighting) => mergeSighting(kept, sighting, at),
    held,
  ) as KeptPost;
}

function deskOf(post: Post | undefined): Pick<Post, 'waitsSince' | 'desk' | 'deskAt'> {
  return {
    ...(post?.waitsSince !== undefined && { waitsSince: post.waitsSince }),
    ...(post?.desk !== undefined && { desk: post.desk }),
    ...(post?.deskAt !== undefined && { deskAt: post.deskAt }),
  };
}

/** Who wrote the posts these answer. Not asked where nobody is us: then nothing can be an answer to us. */
async function parentAuthors(
  db: TertuliaDatabase,
  posts: readonly KeptPost[],
  lens: Lens,
): Promise<Map<PostKey, Author>> {
  const authors = new Map(posts.map((post) => [post.key, post.author]));
  if (lens.us.length === 0) return authors;
  const missing = posts.flatMap(({ parentKey }) => (parentKey && !authors.has(parentKey) ? [parentKey] : []));
  for (const parent of await db.posts.bulkGet([...new Set(missing)]))
    if (parent) authors.set(parent.key, parent.author);
  return authors;
}

/** A post of ours heard after its answers: those are answers to us. */
async function answersToNewOurs(db: TertuliaDatabase, moves: readonly Move[]): Promise<Move[]> {
  const ours = moves.flatMap(({ before, after }) => (after.ours === 1 && before?.ours !== 1 ? [after.key] : []));
  if (ours.length === 0) return [];
  const answers = await db.posts.where('parentKey').anyOf(ours).toArray();
  const changed = answers
    .filter((post) => post.ours === 0 && post.mention === 0 && !post.sponsored)
    .map((post): Move => ({ before: post, after: { ...post, mention: 1 } }));
  if (changed.length > 0) await db.posts.bulkPut(changed.map(({ after }) => after));
  return changed;
}

/** "Mentions and their threads only": posts of conversations that hold none are let go. */
async function onlyConcerning(db: TertuliaDatabase, moves: readonly Move[]): Promise<Move[]> {
  const named = new Set(moves.flatMap(({ after }) => (after.mention || after.ours ? [after.threadKey] : [])));
  const threads = await db.threads.bulkGet([...new Set(moves.map(({ after }) => after.threadKey))]);
  for (const thread of threads) if (thread?.concernsUs) named.add(thread.key);
  return moves.filter(({ before, after }) => before || named.has(after.threadKey));
}
