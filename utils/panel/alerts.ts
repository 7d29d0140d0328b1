/** The settings of alerts. Words at the edge of the screen need the browser's leave: asked for in the click that wants them. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type AlertSettings, DEFAULT_ALERTS } from '../core/settings';
import type { TertuliaDatabase } from '../store/schema';
import { changeSettings, readSettings } from '../store/settings';
import { live } from './live';
import type { SettingsModel } from './settings';

export interface AlertDoors {
  /** Opens the browser's own question. Must be called first in the click. */
  ask(): Promise<boolean>;
  may(): Promise<boolean>;
  withdraw(): Promise<boolean>;
}

export interface AlertsModel {
  readonly alerts: ReadonlySignal<AlertSettings | undefined>;
  /** The browser's question was answered with no. */
  readonly denied: ReadonlySignal<boolean>;
  turnOn(): void;
  turnOff(): Promise<void>;
  change(to: Partial<AlertSettings>): Promise<void>;
}

export function openAlerts(
  db: TertuliaDatabase,
  settings: Pick<SettingsModel, 'change' | 'undo'>,
  doors: AlertDoors,
  ends: AbortSignal,
): AlertsModel {
  const denied = signal(false);
  const alerts = live(
    () => async () => {
      const { alerts: held = DEFAULT_ALERTS } = await readSettings(db);
      // Leave that was taken back in the browser's own settings counts.
      return { ...held, notify: held.notify && (await doors.may()) };
    },
    ends,
  );
  const change = async (to: Partial<AlertSettings>) => {
    await settings.change((was) => ({ ...was, alerts: { ...DEFAULT_ALERTS, ...was.alerts, ...to } }));
  };
  return {
    alerts: alerts.value,
    denied,
    change,
    turnOn() {
      doors.ask().then(
        (granted) => {
          denied.value = !granted;
          return granted ? change({ notify: true, since: Date.now() }) : undefined;
        },
        () => {
          denied.value = true;
        },
      );
    },
    async turnOff() {
      await changeSettings(db, (was) => ({ ...was, alerts: { ...DEFAULT_ALERTS, ...was.alerts, notify: false } }));
      await doors.withdraw().catch(() => false);
      // Asked for first, in the click or key that takes it back.
      settings.undo.did({ kind: 'setting', of: 'alerts' }, () =>
        doors.ask().then((granted) => {
          denied.value = !granted;
          if (!granted) throw new Error('declined');
          return change({ notify: true });
        }),
      );
    },
  };
}
