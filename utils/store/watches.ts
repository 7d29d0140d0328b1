import type { Watch } from '../core/desk';
import type { TertuliaDatabase } from './schema';

export async function allWatches(db: TertuliaDatabase): Promise<Watch[]> {
  const watches = await db.watches.toArray();
  return watches.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Keeps a watch, new or changed. Posts already held are judged by it after `rederive`. */
export async function saveWatch(
  db: TertuliaDatabase,
  draft: { id?: string; name: string; query: string },
  now = Date.now(),
): Promise<Watch> {
  return db.transaction('rw', db.watches, async () => {
    const old = draft.id === undefined ? undefined : await db.watches.get(draft.id);
    const watch: Watch = { id: crypto.randomUUID(), ...draft, createdAt: old?.createdAt ?? now };
    await db.watches.put(watch);
    return watch;
  });
}

export async function removeWatch(db: TertuliaDatabase, id: string): Promise<void> {
  await db.watches.delete(id);
}
