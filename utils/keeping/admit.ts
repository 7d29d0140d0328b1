/** What a file may bring in: nobody who was forgotten, here or where the file was made. */
import { isTheirs, makeBlotter, passagesOf } from '../core/forgotten';
import type { Post } from '../core/post';
import type { TertuliaDatabase } from '../store/schema';
import { blotRow } from './blot';

type Row = Record<string, unknown>;

/** A gate for batches of one file, in its order: its own tombstones come before its posts. */
export function gate(db: TertuliaDatabase): (table: string, rows: Row[]) => Promise<Row[]> {
  return async (table, rows) => {
    // Tombstones that come in are worked through when all is in (`finishForgettingPeople`).
    if (table === 'forgotten') return rows.map((row) => ({ ...row, passages: [] }));
    const stones = await db.forgotten.toArray();
    const blotter = makeBlotter(stones);
    if (!blotter) return rows;
    const isOut = (row: Row) =>
      table === 'posts' && isTheirs(String(row.site), (row as unknown as Post).author, blotter);
    const out = rows.filter(isOut) as unknown as Post[];
    // What they wrote is known again from here: others in the file may repeat it, so all is swept once more at the end.
    const [stone] = stones;
    if (out.length > 0 && stone) {
      const passages = passagesOf(out.map(({ text }) => text));
      await db.forgotten.update(stone.id, { passages: [...new Set([...(stone.passages ?? []), ...passages])] });
    }
    const key = db.table(table).schema.primKey.keyPath as string | string[];
    return rows.flatMap((row): Row[] => {
      if (isOut(row)) return [];
      const of = Array.isArray(key) ? key.map((part) => row[part]) : row[key];
      const left = blotRow(table, row, of, blotter);
      return left ? [left] : [];
    });
  };
}
