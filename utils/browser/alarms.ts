/** What has to happen later, whether or not the background sleeps until then. */
import { browser } from 'wxt/browser';

/** `tend`: badge, ledger, silence, now and again. `retention`: once a day. `snooze`: when the next post comes back. `themes`: reads and
 * looks for themes if anything came. */
export type AlarmName = 'tend' | 'retention' | 'snooze' | 'themes';

const PERIODS_MIN: Partial<Record<AlarmName, number>> = { tend: 5, themes: 10, retention: 24 * 60 };

/** Sets the repeating alarms that are not set yet: setting one again would put it off. */
export async function keepAlarms(): Promise<void> {
  for (const [name, periodInMinutes] of Object.entries(PERIODS_MIN)) {
    const set = await browser.alarms.get(name);
    if (!set) await browser.alarms.create(name, { periodInMinutes, delayInMinutes: 1 });
  }
}

/** Sets, moves or clears the single alarm of that name. */
export async function wakeAt(name: 'snooze', when: number | null): Promise<void> {
  if (when === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when });
}

export function onAlarm(handlers: Record<AlarmName, () => void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (Object.hasOwn(handlers, name)) handlers[name as AlarmName]();
  });
}
