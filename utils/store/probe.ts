/**
 * A look at the database before Dexie opens it. Chromium deletes a damaged IndexedDB without a word and gives back an
 * empty one; the only sign is `dataLoss` on the event of the first open after it.
 */
import { StoreError, storeError } from './errors';

export interface Probe {
  exists: boolean;
  /** As the browser numbers it: Dexie multiplies its versions by ten. */
  version: number;
  /** What the browser says it threw away: `none`, `partial`, `total`. Firefox never says. */
  dataLoss: string;
}

/** Longer without any event, and the browser will not answer at all. */
const LONGEST_SILENCE = 10_000;

export function probe(name: string, factory: IDBFactory = indexedDB, patience = LONGEST_SILENCE): Promise<Probe> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreError('silent', null)), patience);
    const settle = (): void => clearTimeout(timer);
    let seen: Probe = { exists: true, version: 0, dataLoss: 'none' };
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(name);
    } catch (fault) {
      settle();
      reject(storeError(fault));
      return;
    }
    request.onupgradeneeded = (event) => {
      seen = { exists: false, version: 0, dataLoss: lossOf(event) };
      // Nothing is made here: the open fails with AbortError, and Dexie makes the database.
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      settle();
      const database = request.result;
      seen.version = database.version;
      database.close();
      resolve(seen);
    };
    request.onerror = (event) => {
      settle();
      event.preventDefault();
      if (seen.exists) reject(storeError(request.error));
      else resolve(seen);
    };
  });
}

function lossOf(event: IDBVersionChangeEvent): string {
  const loss: unknown = 'dataLoss' in event ? event.dataLoss : 'none';
  return typeof loss === 'string' ? loss : 'none';
}
