import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import type { TertuliaDatabase } from './schema';

/** The settings, with defaults for what was never set or came with a later release. */
export async function readSettings(db: TertuliaDatabase): Promise<Settings> {
  return withDefaults(await db.meta.get('settings'));
}

/** Changes the settings from what they are now, in one transaction: two screens at once lose nothing. */
export async function changeSettings(
  db: TertuliaDatabase,
  change: (settings: Settings) => Settings,
): Promise<Settings> {
  return db.transaction('rw', db.meta, async () => {
    const settings = change(withDefaults(await db.meta.get('settings')));
    await db.meta.put({ name: 'settings', value: settings });
    return settings;
  });
}

/** The settings in a row of `meta`, whatever it holds. */
export function withDefaults(row: unknown): Settings {
  const value: unknown = row instanceof Object && 'value' in row ? row.value : null;
  return { ...structuredClone(DEFAULT_SETTINGS), ...(value instanceof Object && !Array.isArray(value) ? value : {}) };
}
