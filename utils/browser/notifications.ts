/** A word at the edge of the screen, where the user allowed it. */
import { browser } from 'wxt/browser';
import { withoutHidden } from '../core/hidden';

export interface Notice {
  /** A second one of the same id takes the place of the first. */
  id: string;
  title: string;
  message: string;
}

/** A file of ours: Chromium fetches it, and our policy lets it fetch nothing that is not a file of ours (a drawn one never showed). */
const ICON = '/notice.png';

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Asks the user. Must be the first call in the handler of a click. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

export function stopNotifying(): Promise<boolean> {
  return browser.permissions.remove({ permissions: ['notifications'] });
}

/** Ids of the words that stand on the screen now, or in its list. */
export async function noticesShown(): Promise<Set<string>> {
  return new Set(Object.keys((await browser.notifications?.getAll()) ?? {}));
}

export async function notify({ id, title, message }: Notice): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL(ICON as never),
    // No chip can be shown there.
    title: withoutHidden(title),
    message: withoutHidden(message),
  });
}

/** Calls back when one is clicked. The permission may come later than the background: asked for at each wake. */
export function onNoticeClicked(clicked: (id: string) => void): void {
  browser.notifications?.onClicked.addListener((id) => {
    clicked(id);
    void browser.notifications.clear(id);
  });
}
