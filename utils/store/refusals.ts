import type { TertuliaDatabase } from './schema';

const NAME = 'cursor:refused';

/** Counts messages, or parts of them, that were not taken: a number and nothing else. */
export async function countRefused(db: TertuliaDatabase, parts: number): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ name: NAME, value: (await refusals(db)) + parts });
  });
}

export async function refusals(db: TertuliaDatabase): Promise<number> {
  const row = await db.meta.get(NAME);
  return typeof row?.value === 'number' ? row.value : 0;
}
