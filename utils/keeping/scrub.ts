/**
 * What was forgotten, off the disk too. Deleting a row leaves its bytes in LevelDB's files until they are put together anew,
 * and its index entries until somebody walks past them (docs/decisions). So: walk every index, which drops entries of rows that
 * are gone, then write and throw away so much noise that LevelDB puts its files together anew.
 */
import type { TertuliaDatabase } from '../store/schema';
import { scrubbingIsOwed } from '../store/scrub-owed';

const NAME = 'tertulia-noise';
/** Twice what LevelDB gathers before it writes a file, and several times over: each time it looks at those before. */
const NOISE = 8 * 1024 * 1024;
const ROUNDS = 3;
/** Chromium keeps what is larger than 64 KB beside LevelDB, where it would move nothing. */
const VALUE = 32 * 1024;
const VALUES_A_TRANSACTION = 32;

/** Does what is owed; again at the next start where the browser closed meanwhile, or where there was no room for it. */
export async function scrubIfOwed(db: TertuliaDatabase): Promise<void> {
  if (!(await db.meta.get(scrubbingIsOwed.name))) return;
  await dropLeftEntries(db);
  for (let round = 0; round < ROUNDS; round++) await makeNoise();
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

async function makeNoise(): Promise<void> {
  await deleted();
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('noise');
  const noise = await result(asked);
  try {
    const value = new Uint8Array(VALUE);
    for (let at = 0; at < NOISE / VALUE; at += VALUES_A_TRANSACTION) {
      const transaction = noise.transaction('noise', 'readwrite', { durability: 'relaxed' });
      const store = transaction.objectStore('noise');
      // Noise, since anything else would be packed small.
      for (let i = 0; i < VALUES_A_TRANSACTION; i++) store.put(crypto.getRandomValues(value), at + i);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    }
  } finally {
    noise.close();
    await deleted();
  }
}

function deleted(): Promise<unknown> {
  return result(indexedDB.deleteDatabase(NAME));
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
