/** What was written to the database, here or in any other context, as it is written: which rows of which table. */
import Dexie, { type ObservabilitySet } from 'dexie';
import type { TertuliaDatabase } from './schema';

/** Keys of the rows; null: so many, or a range of them, that each is not named. */
export type Changed = readonly string[] | null;

/** As Dexie passes ranges on: a tree, which between contexts is plain data. */
interface Ranges {
  from?: unknown;
  to?: unknown;
  l?: Ranges | null;
  r?: Ranges | null;
}

/** Calls back after each transaction that wrote to the table. Ends with `ends`. */
export function onChanged(
  db: TertuliaDatabase,
  table: 'posts' | 'notes',
  then: (keys: Changed) => void,
  ends: AbortSignal,
): void {
  const name = `idb://${db.name}/${table}/`;
  const heard = (parts: ObservabilitySet): void => {
    const rows = parts[name] as Ranges | undefined;
    const gone = parts[`${name}:dels`] as Ranges | undefined;
    if (!rows && !gone && !('all' in parts)) return;
    const keys: string[] = [];
    then((rows || gone) && named(rows, keys) && named(gone, keys) ? keys : null);
  };
  Dexie.on('storagemutated', heard);
  ends.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(heard), { once: true });
}

/** Gathers the keys; false where a range is more than one of them. */
function named(ranges: Ranges | null | undefined, keys: string[]): boolean {
  if (!ranges || !('from' in ranges)) return true;
  if (typeof ranges.from !== 'string' || ranges.from !== ranges.to) return false;
  keys.push(ranges.from);
  return named(ranges.l, keys) && named(ranges.r, keys);
}
