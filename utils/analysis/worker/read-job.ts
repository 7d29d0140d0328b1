/**
 * Reads between the lines of every post that lacks a reading of this version: mentions first, then newest first, a batch at
 * a time. What a reading rests on (text, parent, whether we answered) is in its fingerprint: the newest posts are looked
 * at again at each run, since their threads still move.
 */
import { type Correction, withCorrections } from '../../core/correction';
import { makeLens } from '../../core/derive';
import type { Post, PostKey, ThreadKey } from '../../core/post';
import type { Reading } from '../../core/reading';
import { answersTo } from '../../store/answers';
import { rulePosts, rulingTables } from '../../store/ruling';
import type { TertuliaDatabase } from '../../store/schema';
import { readSettings } from '../../store/settings';
import { settleTurns } from '../../store/turns';
import { addresseeOf, type OurNames } from '../addressee';
import { hashText, mix } from '../hash';
import type { Reader, ReadRequest } from '../reader';
import type { JobContext } from './jobs';
import { type Learnt, learntFrom } from './learn-corrections';
import { openReader } from './model-file';
import { pendingOf } from './pending';

/** Posts read between two writes: small enough that a screen never waits for the database. */
const BATCH = 200;
/** Batches read without a rest: what one looks at first. A longer catching up leaves the database to others half the time. */
const AT_ONCE = 5;
/** From this length on a post says its language itself. */
const SPEAKS_FOR_ITSELF = 60;

type Shares = Map<string, number>;

/** What thread and author were heard to speak, while this run lasts. */
interface Heard {
  threads: Map<ThreadKey, Shares>;
  authors: Map<string, Shares>;
}

/** Reads what is pending; gives how many readings were written. */
export async function readPending(
  db: TertuliaDatabase,
  { signal, onProgress }: JobContext,
  reader?: Reader,
  now = Date.now(),
): Promise<number> {
  const opened = reader ?? (await openReader());
  const learnt = await learntFrom(db);
  const run: Run = {
    db,
    reader: opened,
    learnt,
    heard: { threads: new Map(), authors: new Map() },
    us: await ourNames(db),
    now,
  };
  const pending = await pendingOf(db, opened.version, now);
  // Corrections were made or taken back since all was last read: similar posts may be read otherwise now.
  const again = learnt.isNew ? await othersBeside(db, pending.keys) : [];
  const keys = [...pending.keys, ...again];
  let written = 0;
  for (let from = 0; from < keys.length; from += BATCH) {
    signal.throwIfAborted();
    const began = performance.now();
    written += await readBatch(run, keys.slice(from, from + BATCH));
    onProgress({ done: Math.min(keys.length, from + BATCH), total: keys.length });
    if (from >= AT_ONCE * BATCH) await rest(performance.now() - began);
  }
  await Promise.all([learnt.done(), pending.done()]);
  return written;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What one run of reading works with. */
interface Run {
  db: TertuliaDatabase;
  reader: Reader;
  learnt: Learnt;
  heard: Heard;
  us: OurNames;
  now: number;
}

/** All other posts, the newest first. */
async function othersBeside(db: TertuliaDatabase, pending: readonly PostKey[]): Promise<PostKey[]> {
  const known = new Set(pending);
  return (await db.posts.orderBy('at').reverse().primaryKeys()).filter((key) => !known.has(key));
}

/** Written only where it is read otherwise now. */
async function readBatch({ db, reader, learnt, heard, us, now }: Run, keys: PostKey[]): Promise<number> {
  const [posts, held] = await Promise.all([db.posts.bulkGet(keys), db.readings.bulkGet(keys)]);
  const here = posts.filter((post): post is Post => post !== undefined);
  const [parents, answered, said] = await Promise.all([
    parentsOf(db, here),
    answeredByUs(db, here),
    learnt.of(here.map(({ key }) => key)),
  ]);
  const before = new Map(held.flatMap((reading) => (reading ? [[reading.key, reading] as const] : [])));
  const readings: Reading[] = [];
  for (const post of here) {
    const request = requestFor(post, parents.get(post.parentKey ?? ''), answered.has(post.key), us);
    const fingerprint = fingerprintOf(request);
    const old = before.get(post.key);
    const holds = old?.version === reader.version && old.fingerprint === fingerprint;
    // Of what stood before, only what a correction could move is looked at again.
    if (old && holds && !learnt.isNew) {
      remember(heard, post, old.lang);
      continue;
    }
    const prior = priorFor(heard, post);
    const result = withCorrections(
      reader.read({ ...request, languagePrior: prior }, learnt.delta),
      said.get(post.key) ?? NONE,
      post.text,
    );
    remember(heard, post, result.lang);
    const reading: Reading = { key: post.key, fingerprint, ...result };
    if (!(old && saysTheSame(old, reading))) readings.push(reading);
  }
  return write(db, readings, here, now);
}

const NONE: readonly Correction[] = [];

/** Whether a person would see no difference: languages told from neighbours may come out otherwise in another order. */
function saysTheSame(a: Reading, b: Reading): boolean {
  const said = ({ tone, intents, needsReply, corrected, version, fingerprint }: Reading) =>
    JSON.stringify([tone, Object.entries(intents).sort(), needsReply, corrected ?? [], version, fingerprint]);
  return said(a) === said(b);
}

/** Only for posts that are still there, with the text that was read: a person may have been forgotten meanwhile. */
async function write(db: TertuliaDatabase, readings: Reading[], posts: Post[], now: number): Promise<number> {
  if (readings.length === 0) return 0;
  const texts = new Map(posts.map((post) => [post.key, post.text]));
  const moved = new Set<ThreadKey>();
  const kept = await db.transaction('rw', rulingTables(db), async () => {
    const still = await db.posts.bulkGet(readings.map(({ key }) => key));
    const rows = readings.filter(({ key }, i) => still[i] && still[i].text === texts.get(key));
    for (const post of still) if (post?.mention === 1) moved.add(post.threadKey);
    await db.readings.bulkPut(rows);
    await settleTurns(db, moved, now);
    // Read and ruled in one: whoever is stopped in between finds the post unread and does both.
    await rulePosts(
      db,
      rows.map(({ key }) => key),
      now,
    );
    return rows.length;
  });
  return kept;
}

async function ourNames(db: TertuliaDatabase): Promise<OurNames> {
  const settings = await readSettings(db);
  return { lens: makeLens(settings, []), brands: settings.brands };
}

function requestFor(post: Post, parent: Post | undefined, answered: boolean, us: OurNames): ReadRequest {
  return {
    text: post.text,
    lang: post.lang,
    ours: post.ours === 1,
    addressesUs: post.mention === 1,
    answered,
    addressee: addresseeOf(post, us, parent),
    ...(parent && { parent: { text: parent.text, ours: parent.ours === 1 } }),
  };
}

/** Digest of all that a reading rests on. */
export function fingerprintOf({ text, lang, ours, answered, addressesUs, addressee, parent }: ReadRequest): string {
  const around = `${lang ?? ''}|${Number(ours)}${Number(answered)}${Number(addressesUs)}${addressee ?? ''}|${parent ? Number(parent.ours) : ''}`;
  const part = (seed: number) => (mix(hashText(around, hashText(text, seed))) >>> 0).toString(36);
  return `${part(1)}${part(2)}`;
}

async function parentsOf(db: TertuliaDatabase, posts: readonly Post[]): Promise<Map<PostKey, Post>> {
  const keys = [...new Set(posts.flatMap(({ parentKey }) => (parentKey ? [parentKey] : [])))];
  const parents = await db.posts.bulkGet(keys);
  return new Map(parents.flatMap((post) => (post ? [[post.key, post] as const] : [])));
}

/** Keys of posts that one of us answered. */
async function answeredByUs(db: TertuliaDatabase, posts: readonly Post[]): Promise<Set<PostKey>> {
  const theirs = posts.filter(({ ours }) => ours === 0).map(({ key }) => key);
  const replies = await answersTo(db, theirs);
  return new Set(replies.flatMap(({ ours, parentKey }) => (ours === 1 && parentKey ? [parentKey] : [])));
}

function remember(heard: Heard, post: Post, lang: string): void {
  if (lang === 'und') return;
  const count = <Key>(of: Map<Key, Shares>, key: Key) => {
    const shares = of.get(key) ?? new Map<string, number>();
    shares.set(lang, (shares.get(lang) ?? 0) + 1);
    of.set(key, shares);
  };
  count(heard.threads, post.threadKey);
  count(heard.authors, post.authorKey);
}

/** What thread and author speak, as shares; nothing for a post long enough to speak for itself. */
function priorFor(heard: Heard, post: Post): Partial<Record<string, number>> {
  if (post.text.length > SPEAKS_FOR_ITSELF) return {};
  const counts = new Map<string, number>();
  let total = 0;
  for (const shares of [heard.threads.get(post.threadKey), heard.authors.get(post.authorKey)]) {
    for (const [lang, count] of shares ?? []) {
      counts.set(lang, (counts.get(lang) ?? 0) + count);
      total += count;
    }
  }
  return Object.fromEntries([...counts].map(([lang, count]) => [lang, count / total]));
}
