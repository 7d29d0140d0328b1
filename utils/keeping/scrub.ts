/**
 * What was forgotten, off the disk too. Deleting a row leaves its bytes in LevelDB's files until they are put together anew,
 * and its index entries until somebody walks past them (docs/decisions/0016). So: walk every index, which drops entries of rows
 * that are gone, then write noise before and after everything else and drop it, until LevelDB has put together anew whatever
 * lies between.
 */
import type { TertuliaDatabase } from '../store/schema';
import { scrubbingIsOwed } from '../store/scrub-owed';

const MB = 1024 * 1024;
/**
 * LevelDB holds 10 MB at its first level and 100 MB at its second, and moves what is above that down, one part of the keys after
 * another. What deletes has to come down as far as what it deletes: a small store is gone through with the first figure, and
 * as much again as there is takes it through the second.
 */
const NOISE = 40 * MB;
const MOST_NOISE = 160 * MB;
/** Chromium keeps what is larger than 64 KB beside LevelDB, where it would move nothing. */
const VALUE = 32 * 1024;
const VALUES_A_TRANSACTION = 32;

/** Does what is owed; again at the next start where the browser closed meanwhile, or where there was no room for it. */
export async function scrubIfOwed(db: TertuliaDatabase): Promise<void> {
  if (!(await db.meta.get(scrubbingIsOwed.name))) return;
  await dropLeftEntries(db);
  try {
    await makeNoise(db);
  } finally {
    await db.transaction('rw', db.noiseBefore, db.noiseAfter, () =>
      Promise.all([db.noiseBefore.clear(), db.noiseAfter.clear()]),
    );
  }
  await db.meta.delete(scrubbingIsOwed.name);
}

/** Only a transaction that may write drops what it finds to be left over. */
async function dropLeftEntries(db: TertuliaDatabase): Promise<void> {
  for (const table of db.tables) {
    const { indexes } = table.schema;
    if (indexes.length > 0)
      await db.transaction('rw', table, () => Promise.all(indexes.map(({ name }) => table.orderBy(name).count())));
  }
}

/** Each part spans the store, so that each is put together with all that it spans. */
async function makeNoise(db: TertuliaDatabase): Promise<void> {
  const { usage = 0 } = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  const rows = Math.min(MOST_NOISE, NOISE + usage) / VALUE;
  const value = new Uint8Array(VALUE);
  for (let at = 0; at < rows; at += VALUES_A_TRANSACTION) {
    // Past Dexie, which waits for the disk each time: noise may be lost.
    const transaction = db
      .backendDB()
      .transaction(['noiseBefore', 'noiseAfter'], 'readwrite', { durability: 'relaxed' });
    const sides = [transaction.objectStore('noiseBefore'), transaction.objectStore('noiseAfter')] as const;
    // Noise, since anything else would be packed small.
    for (let i = 0; i < VALUES_A_TRANSACTION; i++) sides[(i % 2) as 0 | 1].put(crypto.getRandomValues(value), at + i);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
}
