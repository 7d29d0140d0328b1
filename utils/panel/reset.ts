/** Beginning again with one part, and only that: everything else stays, and it can be taken back. */
import { DEFAULT_SETTINGS } from '../core/settings';
import type { TertuliaDatabase } from '../store/schema';
import { changeSettings, readSettings } from '../store/settings';

export const RESET_PARTS = ['look', 'hours', 'watches', 'replies', 'readings', 'themes', 'rehearsals'] as const;
export type ResetPart = (typeof RESET_PARTS)[number];

/** Does it, and gives how to take it back. */
export async function resetPart(db: TertuliaDatabase, part: ResetPart): Promise<() => Promise<void>> {
  switch (part) {
    case 'look':
    case 'hours': {
      const before = await readSettings(db);
      await changeSettings(db, (was) => {
        if (part === 'hours') {
          const { hours: _hours, ...rest } = was;
          return rest;
        }
        const { language, theme, underlineEverywhere, singleKeys } = DEFAULT_SETTINGS;
        return { ...was, language, theme, underlineEverywhere, singleKeys };
      });
      return async () => {
        await changeSettings(db, () => before);
      };
    }
    case 'watches':
      return emptied(db, ['watches']);
    case 'replies':
      return emptied(db, ['savedReplies']);
    case 'rehearsals':
      return emptied(db, ['rehearsals']);
    case 'readings':
      // Read again from the words, which stay.
      await db.meta.delete('cursor:read');
      return emptied(db, ['readings']);
    case 'themes': {
      const cursors = await db.meta.where('name').startsWith('cursor:theme').toArray();
      const state = await db.meta.get('themeState');
      const back = await emptied(db, ['themes']);
      await db.meta.bulkDelete([...cursors.map(({ name }) => name), 'themeState']);
      return async () => {
        await back();
        await db.meta.bulkPut(state ? [...cursors, state] : cursors);
      };
    }
  }
}

async function emptied(db: TertuliaDatabase, names: readonly string[]): Promise<() => Promise<void>> {
  const tables = names.map((name) => db.table(name));
  return db.transaction('rw', tables, async () => {
    const rows = await Promise.all(tables.map((table) => table.toArray()));
    await Promise.all(tables.map((table) => table.clear()));
    return async () => {
      await Promise.all(tables.map((table, i) => table.bulkPut(rows[i] as object[])));
    };
  });
}
