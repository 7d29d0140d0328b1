/** Says a word about new themes, once each, whoever is stopped at whatever moment. */
import type { Theme } from '../core/theme';
import { alertsShown, claimAlerts } from '../store/alerts';
import type { TertuliaDatabase } from '../store/schema';

export interface TellDoors {
  mayNotify(): Promise<boolean>;
  /** Ids of the notices that stand there now. */
  shown(): Promise<ReadonlySet<string>>;
  /** One of the same id takes the place of the first. */
  notify(notice: { id: string; title: string; message: string }): Promise<void>;
  /** Words in the user's language. */
  words(themes: readonly Theme[]): Promise<{ title: string; message: string }>;
}

const PREFIX = 'theme:';

/** One notice for all that is new: a theme of its own by its name, several together. */
export async function tellThemes(
  db: TertuliaDatabase,
  doors: TellDoors,
  moment: { now: number; minute: number },
): Promise<void> {
  if (!(await doors.mayNotify())) return;
  const { fresh, unsure } = await claimAlerts(db, moment);
  const themes = [...unsure, ...fresh];
  if (themes.length === 0) return;
  const id = noticeOf(themes);
  // Claimed before and never marked as shown: it was, if it stands there.
  const standing = unsure.length > 0 ? await doors.shown() : new Set<string>();
  const left = standing.has(noticeOf(unsure)) ? fresh : themes;
  if (left.length > 0) await doors.notify({ id: left === themes ? id : noticeOf(left), ...(await doors.words(left)) });
  await alertsShown(
    db,
    themes.map((theme) => theme.id),
  );
}

/** Known by what it tells, so that telling the same twice shows it once. */
function noticeOf(themes: readonly Theme[]): string {
  return `${PREFIX}${themes
    .map((theme) => theme.id)
    .sort()
    .join(' ')}`;
}

/** The address in the panel that a notice speaks of; null for a notice of somebody else's. */
export function addressOf(notice: string): string | null {
  if (!notice.startsWith(PREFIX)) return null;
  const ids = notice.slice(PREFIX.length).split(' ');
  return ids.length === 1 ? `#/theme/${encodeURIComponent(ids[0] ?? '')}` : '#/themes';
}
