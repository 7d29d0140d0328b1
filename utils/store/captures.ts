/** Keeps what the capture scripts heard. The only writer of posts; called by the background alone. */
import type { CaptureBatch } from '../core/capture';
import { derive, type Lens, makeLens, withRole } from '../core/derive';
import { type Blotter, makeBlotter, withoutForgotten } from '../core/forgotten';
import { mergeSighting } from '../core/merge';
import { covers } from '../core/patterns';
import type { Author, HeardPost, KeptPost, Post, PostKey, Thread } from '../core/post';
import { added, localDay } from './exposure';
import { nextIdentity } from './ledger';
import { keepProfile } from './profiles';
import type { TertuliaDatabase } from './schema';
import { withDefaults } from './settings';
import { tallyAfter } from './tally';
import { countThreads, type Move, threadKeysOf } from './thread-rows';
import { planTurns, turnTables, writeTurns } from './turns';

/**
 * Keeps a batch in one transaction and gives the keys it answers for. They may be acknowledged once this promise has
 * resolved, since only then is it on disk. The same batch twice changes nothing but when its posts were last seen.
 * `origin`: where the browser says it was heard.
 *
 * All is read, worked out and written in few rounds: each round of requests costs more than the work between.
 */
export async function keepBatch(
  db: TertuliaDatabase,
  batch: CaptureBatch,
  now = Date.now(),
  origin?: string,
): Promise<PostKey[]> {
  const sightings = new Map<PostKey, HeardPost[]>();
  for (const post of batch.posts) sightings.set(post.key, [...(sightings.get(post.key) ?? []), post]);
  const keys = [...sightings.keys()];
  const day = localDay(now);
  await db.transaction(
    'rw',
    [...turnTables(db), db.exposure, db.health, db.watches, db.meta, db.forgotten],
    async () => {
      const [found, settingsRow, identity, watches, exposure, forgotten] = await Promise.all([
        db.posts.bulkGet(keys),
        db.meta.get('settings'),
        db.meta.get('identity'),
        db.watches.toArray(),
        db.exposure.get([batch.site, day]),
        db.forgotten.toArray(),
      ]);
      const blotter = makeBlotter(forgotten);
      const { heldOf, heardOf, claims } = blotter
        ? withoutThem(batch, sightings, found, blotter)
        : { heldOf: found, heardOf: [...sightings.values()], claims: batch.threads };
      const settings = withDefaults(settingsRow);
      const lens = makeLens(settings, watches);
      const heard = await hear(db, heardOf, heldOf, lens, { now, origin });
      const answers = await answersToNewOurs(db, heard);
      const rows = await db.threads.bulkGet(threadKeysOf([...heard, ...answers], claims));
      const site = settings.sites.find(({ pattern }) => covers(pattern, batch.pageUrl));
      const kept = site?.keep === 'mentions' ? onlyConcerning(heard, rows) : heard;
      const moves = [...kept, ...answers];
      const threads = countThreads(rows, moves, claims, now);
      const pending = new Map(moves.map(({ after }) => [after.key, after]));
      const turns = threads.concerned.length > 0 ? await planTurns(db, threads.concerned, pending, now) : null;
      for (const post of turns?.posts ?? []) pending.set(post.key, post);
      const tally = turns ? await tallyAfter(db, turns.moves) : null;
      await Promise.all([
        pending.size > 0 && db.posts.bulkPut([...pending.values()]),
        threads.put.length > 0 && db.threads.bulkPut(threads.put),
        threads.empty.length > 0 && db.threads.bulkDelete(threads.empty),
        db.exposure.put(added(exposure, batch.site, day, batch.exposure)),
        // A profile without a post says nothing of how posts are read.
        (!batch.profile || batch.health.onPage > 0) &&
          db.health.put({ ...batch.health, site: batch.site, at: now, ...(origin !== undefined && { origin }) }),
        db.meta.put(nextIdentity(identity)),
        tally && db.meta.put(tally),
        ...(turns ? writeTurns(db, turns) : []),
      ]);
      if (batch.profile) await keepProfile(db, batch.profile, blotter, now);
    },
  );
  return keys;
}

/** What was heard without the people who were forgotten: their posts are answered for and not kept. */
function withoutThem(
  batch: CaptureBatch,
  sightings: ReadonlyMap<PostKey, HeardPost[]>,
  held: readonly (Post | undefined)[],
  blotter: Blotter,
) {
  const rows = [...sightings.values()].map((list, i) => ({
    held: held[i],
    heard: list.flatMap((post) => withoutForgotten(post, blotter) ?? []),
  }));
  const left = rows.filter(({ heard }) => heard.length > 0);
  return {
    heldOf: left.map(({ held }) => held),
    heardOf: left.map(({ heard }) => heard),
    claims: batch.threads.map((claim) => ({
      ...claim,
      title: blotter.text(claim.title),
      url: blotter.text(claim.url),
    })),
  };
}

interface Hearing {
  now: number;
  origin: string | undefined;
}

/** Each post as it was held and as it is with what was heard now. */
async function hear(
  db: TertuliaDatabase,
  sightings: readonly HeardPost[][],
  held: readonly (Post | undefined)[],
  lens: Lens,
  { now, origin }: Hearing,
): Promise<Move[]> {
  const merged = sightings.map((list, i) => mergeAll(held[i], list, now));
  const authors = await parentAuthors(db, merged, lens);
  return merged.map((kept, i): Move => {
    const before = held[i];
    const post = derive(kept, lens, kept.parentKey ? authors.get(kept.parentKey) : undefined);
    const heardOn = origin ?? before?.heardOn;
    return { before, after: { ...post, ...deskOf(before), ...(heardOn !== undefined && { heardOn }) } };
  });
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
  if (missing.length === 0) return authors;
  for (const parent of await db.posts.bulkGet([...new Set(missing)])) {
    if (parent) authors.set(parent.key, parent.author);
  }
  return authors;
}

/** A post of ours heard after its answers: those are answers to us. */
async function answersToNewOurs(db: TertuliaDatabase, heard: readonly Move[]): Promise<Move[]> {
  const ours = heard.flatMap(({ before, after }) => (after.ours === 1 && before?.ours !== 1 ? [after.key] : []));
  if (ours.length === 0) return [];
  const known = new Set(heard.map(({ after }) => after.key));
  const answers = await db.posts.where('parentKey').anyOf(ours).toArray();
  return answers
    .filter((post) => !known.has(post.key) && post.ours === 0 && post.mention === 0 && !post.sponsored)
    .map((post) => ({ before: post, after: withRole(post, true) }));
}

/** "Mentions and their threads only": posts of conversations that hold none are let go. */
function onlyConcerning(moves: readonly Move[], threads: readonly (Thread | undefined)[]): Move[] {
  const named = new Set(moves.flatMap(({ after }) => (after.mention || after.ours ? [after.threadKey] : [])));
  for (const thread of threads) if (thread?.concernsUs) named.add(thread.key);
  return moves.filter(({ before, after }) => before || named.has(after.threadKey));
}
