import type { Thread, ThreadKey } from '../core/post';
import type { TertuliaDatabase } from './schema';

/** Conversations, those with the newest post first. `before` is the last one of the page before. */
export async function recentThreads(
  db: TertuliaDatabase,
  { limit, before, site }: { limit: number; before?: Thread; site?: string },
): Promise<Thread[]> {
  const upper = before?.lastAt ?? Number.MAX_SAFE_INTEGER;
  const rows =
    site === undefined
      ? db.threads.where('lastAt').belowOrEqual(upper)
      : db.threads.where('[site+lastAt]').between([site, 0], [site, upper], true, true);
  return rows
    .reverse()
    .filter((thread) => !before || thread.lastAt < before.lastAt || thread.key < before.key)
    .limit(limit)
    .toArray();
}

/** The conversations of these keys; those not held are absent. */
export async function getThreads(db: TertuliaDatabase, keys: readonly ThreadKey[]): Promise<Map<ThreadKey, Thread>> {
  const threads = await db.threads.bulkGet([...new Set(keys)]);
  return new Map(threads.flatMap((thread) => (thread ? [[thread.key, thread] as const] : [])));
}
