/** Tabs that may show what somebody wrote. Addresses are visible only for sites the user granted. */
import { browser } from 'wxt/browser';
import { patternOf } from '../core/patterns';

/** Tabs of the post's own site: the one that shows its very page first, then the one in front. */
export async function tabsNear(url: string): Promise<number[]> {
  const pattern = patternOf(url);
  if (pattern === null) return [];
  const tabs = await browser.tabs.query({ url: pattern }).catch(() => []);
  const page = url.replace(/#.*$/, '');
  const nearness = (tab: (typeof tabs)[number]) =>
    (tab.url?.replace(/#.*$/, '') === page ? 4 : 0) + (tab.active ? 2 : 0);
  return tabs
    .sort((a, b) => nearness(b) - nearness(a))
    .flatMap((tab) => (tab.id === undefined || tab.discarded ? [] : [tab.id]));
}

export async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined);
}
