/** Tabs that show a page somebody wrote on. Addresses are visible only for sites the user granted. */
import { browser } from 'wxt/browser';

/** Tabs of the post's own site, the one in front first, then those whose address is nearest. */
export async function tabsNear(url: string): Promise<number[]> {
  let pattern: string;
  try {
    pattern = `${new URL(url).origin}/*`;
  } catch {
    return [];
  }
  const tabs = await browser.tabs.query({ url: pattern.replace(/:\d+\/\*$/, '/*') }).catch(() => []);
  const page = url.replace(/#.*$/, '');
  const nearness = (tab: { url?: string | undefined; active?: boolean }) =>
    (tab.active ? 2 : 0) + (tab.url?.replace(/#.*$/, '') === page ? 4 : 0);
  return tabs
    .sort((a, b) => nearness(b) - nearness(a))
    .flatMap((tab) => (tab.id === undefined || tab.discarded ? [] : [tab.id]));
}

export async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true }).catch(() => {});
}

export async function openPage(url: string): Promise<void> {
  if (/^https?:\/\//.test(url)) await browser.tabs.create({ url });
}

export function openOptions(): void {
  void browser.runtime.openOptionsPage();
}
