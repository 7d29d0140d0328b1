/** Where the looking for themes stopped: read by the job, and by whoever asks whether it is worth starting. */
import type { TertuliaDatabase } from './schema';

export const THEME_CURSOR = 'cursor:themes';

export interface ThemeCursor {
  /** Latest `firstSeenAt` heard. */
  seenAt: number;
  /** The names it set aside. */
  brands: string;
  /** Names the saved state it left. */
  stamp: string;
  /** When it looked. */
  lookedAt: number;
}

export async function readThemeCursor(db: TertuliaDatabase): Promise<ThemeCursor | null> {
  const row = await db.meta.get(THEME_CURSOR);
  if (typeof row?.value !== 'string') return null;
  try {
    return JSON.parse(row.value) as ThemeCursor;
  } catch {
    // Unreadable: hear everything again.
    return null;
  }
}

/** What fades does so without a new word: looked at now and then all the same. */
const AGAIN_MS = 6 * 3_600_000;

/** Whether anything came since the last look, or it is long ago. */
export async function isThereNews(db: TertuliaDatabase, now: number): Promise<boolean> {
  const [cursor, last] = await Promise.all([readThemeCursor(db), db.posts.orderBy('firstSeenAt').last()]);
  if (!last) return false;
  return !cursor || last.firstSeenAt > cursor.seenAt || now - (cursor.lookedAt ?? 0) > AGAIN_MS;
}
