/**
 * Every change of the settings can be taken back, whichever control made it: what is written is compared with what stood there,
 * and only what changed goes back. So no control has to think of it, and none can forget it.
 */
import type { Settings, SiteSetting } from '../core/settings';
import type { TertuliaDatabase } from '../store/schema';
import { changeSettings } from '../store/settings';
import type { Undo } from './undo';

export type SettingKey = keyof Settings;

/** Written letter by letter, or a minute at a time. */
const TYPED: ReadonlySet<SettingKey> = new Set(['brands', 'ourName', 'hours']);

export interface SettingSteps {
  /** Writes, and makes a step of it. @throws what the store throws */
  change(apply: (settings: Settings) => Settings): Promise<void>;
}

/** `takenBack`: what has to follow when these are as they were again. */
export function settingSteps(
  db: TertuliaDatabase,
  undo: Undo,
  takenBack: (keys: readonly SettingKey[], before: Settings) => void,
): SettingSteps {
  return {
    async change(apply) {
      let before: Settings | undefined;
      const after = await changeSettings(db, (was) => {
        before = structuredClone(was);
        return apply(was);
      });
      if (!before) return;
      const was = before;
      const keys = changedKeys(was, after);
      const [first] = keys;
      if (!first) return;
      undo.did(
        { kind: 'setting', of: first },
        async () => {
          await changeSettings(db, (now) => withBack(now, was, after, keys));
          takenBack(keys, was);
        },
        // Somebody types: one step, back to where they began.
        keys.length === 1 && TYPED.has(first) ? `setting ${first}` : undefined,
      );
    },
  };
}

export function changedKeys(before: Settings, after: Settings): SettingKey[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as SettingKey[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** The settings of now with these keys as they were; of the sites, only those that were changed. */
function withBack(now: Settings, before: Settings, after: Settings, keys: readonly SettingKey[]): Settings {
  const back: Partial<Settings> = { ...now };
  for (const key of keys) {
    if (key === 'sites') back.sites = sitesBack(now.sites, before.sites, after.sites);
    else if (before[key] === undefined) delete back[key];
    else Object.assign(back, { [key]: before[key] });
  }
  return back as Settings;
}

/** Sites are listened to and left from other windows too: what those did stays. */
function sitesBack(now: SiteSetting[], before: SiteSetting[], after: SiteSetting[]): SiteSetting[] {
  const of = (list: SiteSetting[], pattern: string) => list.find((site) => site.pattern === pattern);
  return now.map((site) => {
    const was = of(before, site.pattern);
    return was && JSON.stringify(was) !== JSON.stringify(of(after, site.pattern)) ? was : site;
  });
}
