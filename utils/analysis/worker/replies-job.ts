/**
 * Drafts for one post. The memory of what we answered stays warm between calls: only what is new is read, and what was
 * changed or forgotten since is noticed before it could be offered.
 */
import type { ReplyContext, Suggestions } from '../../core/draft';
import type { PostKey } from '../../core/post';
import { languageOf } from '../../replies/manner';
import { ReplyMemory } from '../../replies/memory';
import { suggest } from '../../replies/suggest';
import { threadPosts } from '../../store/posts';
import type { TertuliaDatabase } from '../../store/schema';
import { readSettings } from '../../store/settings';

interface Warm {
  memory: ReplyMemory;
  /** Pairs up to here are known. */
  latest: number;
  known: Set<PostKey>;
  /** When all keys were last compared. */
  comparedAt: number;
}

const memories = new WeakMap<TertuliaDatabase, Warm>();
/** Read at a time, so that other jobs of the worker get their turn. */
const CHUNK = 1_000;
/** Times the drafts are made anew because a pair they rest on has gone or changed. */
const ATTEMPTS = 3;
/** One answer forgotten and an old one found leave their number as it was: now and then all keys are compared. */
const COMPARE_AFTER = 60_000;

export async function suggestFor(
  db: TertuliaDatabase,
  postKey: PostKey,
  { now }: { now: number },
): Promise<Suggestions> {
  const context = await contextFor(db, postKey, now);
  if (!context) return { drafts: [], advice: null };
  const warm = await warmMemory(db, now);
  let suggestions = suggest(context, warm.memory);
  for (let attempt = 1; attempt < ATTEMPTS && (await refresh(db, warm, suggestions)); attempt++) {
    suggestions = suggest(context, warm.memory);
  }
  return suggestions;
}

/** All that drafting may look at, for a stored post. */
export async function contextFor(db: TertuliaDatabase, postKey: PostKey, now: number): Promise<ReplyContext | null> {
  const post = await db.posts.get(postKey);
  if (!post) return null;
  const [reading, thread, settings, savedReplies] = await Promise.all([
    db.readings.get(postKey),
    threadPosts(db, post.threadKey),
    readSettings(db),
    db.savedReplies.toArray(),
  ]);
  const { ourName, brands } = settings;
  return { post, reading: reading ?? null, thread, ourName, brands, savedReplies, now };
}

/** The memory of past answers, brought up to date. */
export async function warmMemory(db: TertuliaDatabase, now: number): Promise<Warm> {
  const warm = memories.get(db) ?? {
    memory: new ReplyMemory(),
    latest: Number.NEGATIVE_INFINITY,
    known: new Set(),
    comparedAt: now,
  };
  memories.set(db, warm);
  await learn(db, warm, await db.pairs.where('at').above(warm.latest).primaryKeys());
  // Answers captured late are older than what is known; forgotten ones are gone.
  if ((await db.pairs.count()) !== warm.known.size || now - warm.comparedAt > COMPARE_AFTER) {
    warm.comparedAt = now;
    const held = new Set(await db.pairs.toCollection().primaryKeys());
    for (const id of warm.known) if (!held.has(id)) forget(warm, id);
    await learn(db, warm, [...held].filter((id) => !warm.known.has(id))); // biome-ignore format: one step
  }
  return warm;
}

async function learn(db: TertuliaDatabase, warm: Warm, ids: readonly PostKey[]): Promise<void> {
  for (let from = 0; from < ids.length; from += CHUNK) {
    const pairs = await db.pairs.bulkGet(ids.slice(from, from + CHUNK));
    for (const pair of pairs) {
      if (!pair) continue;
      // The page declares the language of its interface as often as that of the words.
      warm.memory.add({ ...pair, lang: languageOf({ text: pair.reply, lang: pair.lang }, null) });
      warm.known.add(pair.id);
      warm.latest = Math.max(warm.latest, pair.at);
    }
  }
}

function forget(warm: Warm, id: PostKey): void {
  warm.memory.forget(id);
  warm.known.delete(id);
}

/** Brings the pairs that drafts rest on up to date; true where any had changed. */
async function refresh(db: TertuliaDatabase, warm: Warm, { drafts }: Suggestions): Promise<boolean> {
  const used = drafts.flatMap(({ source }) => (source.kind === 'ownWords' ? [source] : []));
  const pairs = await db.pairs.bulkGet(used.map(({ pair }) => pair));
  const stale = used.filter(
    (source, i) => !pairs[i] || pairs[i].outcome !== source.outcome || pairs[i].at !== source.at,
  );
  for (const { pair } of stale) forget(warm, pair);
  await learn(db, warm, stale.map(({ pair }) => pair)); // biome-ignore format: one step
  return stale.length > 0;
}
