/** What the user said instead of what was read. Kept apart from the readings, which can always be made again. */
import {
  type CorrectedLabel,
  type Correction,
  correctionId,
  type LabelValue,
  labelOf,
  textHash,
  withCorrections,
} from '../core/correction';
import type { PostKey } from '../core/post';
import type { Reading } from '../core/reading';
import type { TertuliaDatabase } from './schema';
import { settleTurns, turnTables } from './turns';

/** Of a reading that has to be made again at once. */
const STALE = '';

/** Says what a label is. The post's reading says so at once; similar posts follow when the worker reads next. Null where there is no reading. */
export async function correct(
  db: TertuliaDatabase,
  postKey: PostKey,
  label: CorrectedLabel,
  to: LabelValue,
  now: number,
): Promise<{ before: Correction | undefined; is: Correction } | null> {
  return db.transaction('rw', [...turnTables(db), db.corrections], async () => {
    const id = correctionId(postKey, label);
    const [post, reading, before] = await Promise.all([
      db.posts.get(postKey),
      db.readings.get(postKey),
      db.corrections.get(id),
    ]);
    if (!post || !reading) return null;
    const was = before?.was ?? labelOf(reading, label);
    const is: Correction = { id, postKey, label, was, to, at: now, textHash: textHash(post.text) };
    await db.corrections.put(is);
    const others = (reading.corrected ?? []).filter((one) => one !== label);
    await db.readings.put({ ...withCorrections(bare(reading, others), [is], post.text) });
    await settleTurns(db, [post.threadKey], now);
    return { before, is };
  });
}

function bare({ corrected: _, ...reading }: Reading, others: NonNullable<Reading['corrected']>): Reading {
  return others.length > 0 ? { ...reading, corrected: others } : reading;
}

/** Takes a correction back: to the one before it, or to what the worker reads. */
export async function takeBackCorrection(db: TertuliaDatabase, id: string, before?: Correction): Promise<void> {
  await db.transaction('rw', db.corrections, db.readings, async () => {
    const held = await db.corrections.get(id);
    if (!held) return;
    if (before) await db.corrections.put(before);
    else await db.corrections.delete(id);
    await db.readings.where('key').equals(held.postKey).modify({ version: STALE });
  });
}

/** Puts corrections back that were taken back. */
export async function restoreCorrections(db: TertuliaDatabase, corrections: readonly Correction[]): Promise<void> {
  await db.transaction('rw', db.corrections, db.readings, async () => {
    await db.corrections.bulkPut([...corrections]);
    const keys = corrections.map(({ postKey }) => postKey);
    await db.readings.where('key').anyOf(keys).modify({ version: STALE });
  });
}

/** The newest first. */
export async function newestCorrections(db: TertuliaDatabase, most: number): Promise<Correction[]> {
  return db.corrections.orderBy('at').reverse().limit(most).toArray();
}
