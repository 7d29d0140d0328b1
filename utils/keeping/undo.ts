/**
 * All or nothing across many transactions: each writes down, with what it changes, how to change it back. A restore that was
 * called off, failed or was killed is undone from there, at the latest when the browser next starts.
 */
import type { IndexableType } from 'dexie';
import type { TertuliaDatabase, UndoRow } from '../store/schema';
import { aloneIfFree } from './exclusive';

/** Writes rows and how to take them back, in one transaction. */
export async function putWithUndo(
  db: TertuliaDatabase,
  table: string,
  undo: Omit<UndoRow, 'id'>,
  rows: readonly object[],
) {
  if (rows.length === 0) return;
  const target = db.table(table);
  await db.transaction('rw', target, db.undoing, () =>
    Promise.all([db.undoing.add(undo), target.bulkPut(rows as object[])]),
  );
}

/** Puts everything back as it was. Each step is a transaction that also strikes itself out, so it can be cut short. */
export async function undoAll(db: TertuliaDatabase): Promise<number> {
  let steps = 0;
  for (;;) {
    const last = await db.undoing.orderBy(':id').last();
    if (!last) return steps;
    const target = db.table(last.table);
    await db.transaction('rw', target, db.undoing, async () => {
      await target.bulkDelete(last.added as IndexableType[]);
      await target.bulkPut(last.before as object[]);
      await db.undoing.delete(last.id);
    });
    steps++;
  }
}

/** Undoes what a killed restore left behind, unless one is at work now. To be called before anything is heard. */
export async function undoUnfinished(db: TertuliaDatabase): Promise<number> {
  if ((await db.undoing.count()) === 0) return 0;
  return (await aloneIfFree(() => undoAll(db))) ?? 0;
}
