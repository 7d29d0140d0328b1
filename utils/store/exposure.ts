import type { Exposure } from '../core/desk';
import type { TertuliaDatabase } from './schema';

/** The local day of a moment, `YYYY-MM-DD`. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Adds posts and authors newly on screen to the day. Within the caller's transaction, where there is one. */
export async function addExposure(
  db: TertuliaDatabase,
  site: string,
  seen: { posts: number; authors: number },
  now: number,
): Promise<void> {
  if (seen.posts === 0 && seen.authors === 0) return;
  const day = localDay(now);
  await db.transaction('rw', db.exposure, async () => {
    await db.exposure.put(added(await db.exposure.get([site, day]), site, day, seen));
  });
}

/** The day's row with what was seen added. */
export function added(
  old: Exposure | undefined,
  site: string,
  day: string,
  seen: { posts: number; authors: number },
): Exposure {
  return { site, day, posts: (old?.posts ?? 0) + seen.posts, authors: (old?.authors ?? 0) + seen.authors };
}

/** Exposure of the days from `from` to `to`, both included, by day. */
export async function exposureBetween(db: TertuliaDatabase, from: string, to: string): Promise<Exposure[]> {
  return db.exposure.where('day').between(from, to, true, true).toArray();
}
