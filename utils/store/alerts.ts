/** What was told of the themes, and what is news: one transaction decides, so that nothing is told twice. */
import { isNews, remembered, type Told, toldOf, toTell } from '../core/alerts';
import { DEFAULT_ALERTS } from '../core/settings';
import type { Theme } from '../core/theme';
import type { TertuliaDatabase } from './schema';
import { withDefaults } from './settings';

/** Looked at on the themes screen until then. */
const SEEN = 'cursor:themesSeen';

/**
 * Claims the themes to tell now, and gives back with them those that were claimed before and never shown: who claimed
 * them was stopped in between.
 */
export async function claimAlerts(
  db: TertuliaDatabase,
  moment: { now: number; minute: number },
): Promise<{ fresh: Theme[]; unsure: Theme[] }> {
  return db.transaction('rw', db.themes, db.meta, async () => {
    const { alerts = DEFAULT_ALERTS } = withDefaults(await db.meta.get('settings'));
    if (!alerts.notify) return { fresh: [], unsure: [] };
    const told = await readTold(db);
    const themes = await db.themes.toArray();
    const fresh = toTell(themes, told, alerts, moment);
    const unsure = themes.filter((theme) => told.some((one) => one.id === theme.id && !one.shown));
    if (fresh.length > 0) {
      await writeTold(db, remembered([...told, ...fresh.map((theme) => toldOf(theme, moment.now))]));
    }
    return { fresh, unsure };
  });
}

/** The word stands on the screen, or has stood there. */
export async function alertsShown(db: TertuliaDatabase, ids: readonly string[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const told = await readTold(db);
    await writeTold(
      db,
      told.map((one) => (ids.includes(one.id) ? { ...one, shown: true } : one)),
    );
  });
}

/** Themes that alert and came since the themes were last looked at: the badge's second word. */
export async function newThemes(db: TertuliaDatabase, now: number): Promise<number> {
  const seen = await db.meta.get(SEEN);
  const since = typeof seen?.value === 'number' ? seen.value : 0;
  const themes = await db.themes.toArray();
  return themes.filter((theme) => isNews(theme, now) && theme.alertedAt > since).length;
}

/** The user is looking at them. */
export async function themesSeen(db: TertuliaDatabase, now: number): Promise<void> {
  await db.meta.put({ name: SEEN, value: now });
}

async function readTold(db: TertuliaDatabase): Promise<Told[]> {
  const row = await db.meta.get('cursor:told');
  if (typeof row?.value !== 'string') return [];
  try {
    return JSON.parse(row.value) as Told[];
  } catch {
    return [];
  }
}

async function writeTold(db: TertuliaDatabase, told: readonly Told[]): Promise<void> {
  await db.meta.put({ name: 'cursor:told', value: JSON.stringify(told) });
}
