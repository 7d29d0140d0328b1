/** The one connection of each context. */
import Dexie from 'dexie';
import { StoreError, storeError } from './errors';
import { type Probe, probe } from './probe';
import { TertuliaDatabase } from './schema';

export type { TertuliaDatabase } from './schema';

let connection: TertuliaDatabase | undefined;
let lastProbe: Probe | undefined;

/** The database; opens by itself at the first query. Made at the first call, so that importing this file costs nothing. */
export function database(): TertuliaDatabase {
  connection ??= new TertuliaDatabase();
  return connection;
}

export interface OpenOptions {
  db?: TertuliaDatabase;
  /** Another window holds an older version open: to be said within moments, since the wait has no end by itself. */
  onBlocked?: () => void;
}

/** Opens the database, looking first at what the browser may have thrown away. Throws `StoreError`. */
export async function openDatabase({ db = database(), onBlocked }: OpenOptions = {}): Promise<TertuliaDatabase> {
  if (db.isOpen()) return db;
  const seen = await probe(db.name);
  lastProbe = seen;
  // Dexie opens a newer database as well as it can; rows of a format not known yet must not be touched.
  if (seen.version > Math.round(db.verno * 10)) throw new StoreError('newerVersion', null);
  const blocked = (): void => onBlocked?.();
  db.on('blocked', blocked);
  try {
    await db.open();
  } catch (fault) {
    throw storeError(fault);
  } finally {
    db.on('blocked').unsubscribe(blocked);
  }
  return db;
}

/** What the look before the last open found, for the ledger. */
export function probed(): Probe | undefined {
  return lastProbe;
}

/**
 * Runs a query or command and gives its faults a kind. "Kept" is only said after the promise of a transaction resolved:
 * a request succeeds before its transaction may still abort.
 */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Dexie.DexieError || fault instanceof DOMException) throw storeError(fault);
    throw fault;
  }
}
