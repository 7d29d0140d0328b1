/**
 * Tabs that may be read once, through `activeTab`, without a lasting permission. Kept for the session only, since the
 * background may sleep between the click and the script's first word.
 */
import { browser } from 'wxt/browser';

const name = (tabId: number): `session:${string}` => `session:once:${tabId}`;

/** Lets the page that stands in the tab now be read. */
export async function allowOnce(tabId: number, origin: string): Promise<void> {
  await browser.storage.session.set({ [name(tabId)]: origin });
}

/** Whether the tab was allowed, and still shows the same origin. */
export async function isAllowedOnce(tabId: number, origin: string): Promise<boolean> {
  const key = name(tabId);
  return (await browser.storage.session.get(key))[key] === origin;
}

/** Forgets tabs as they close: their numbers are used again. */
export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(name(tabId)));
}
