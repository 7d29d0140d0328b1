import { browser } from 'wxt/browser';

export interface OpenTab {
  id: number;
  windowId: number;
  /** Known only where we have permission, or were just invited by a click. */
  url: string | null;
  title: string | null;
}

/** The tab in front of the user. */
export async function activeTab(): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return { id: tab.id, windowId: tab.windowId, url: tab.url ?? null, title: tab.title ?? null };
}

/** Calls back with the tab in front whenever it is another one, or shows another page. */
export function onActiveTabChanged(changed: (tab: OpenTab | null) => void, signal: AbortSignal): void {
  const look = (): void => {
    activeTab().then(
      (tab) => signal.aborted || changed(tab),
      () => undefined,
    );
  };
  const updated = (_: number, change: { url?: string; status?: string }): void => {
    if (change.url !== undefined || change.status === 'complete') look();
  };
  browser.tabs.onActivated.addListener(look);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener(
    'abort',
    () => {
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(updated);
    },
    { once: true },
  );
}

/** Goes to a page, in the tab that shows it already where there is one we may know of. */
export async function openPage(url: string): Promise<void> {
  const [open] = await browser.tabs.query({ url: url.replace(/#.*$/, '') }).catch(() => []);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}

/** Opens our options page, at a section. */
export async function openOptions(section: 'welcome' | 'settings'): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}options.html#${section}` });
}

/** The origin a tab shows, where we may know it and people can talk there; else null. */
export async function originOf(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const url = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}

/** Numbers of all open tabs, whether or not we may know what they show. */
export async function allTabs(): Promise<number[]> {
  return (await browser.tabs.query({})).flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
}

/** Numbers of the open tabs that a pattern covers. */
export async function tabsCovered(pattern: string): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: pattern }).catch(() => []);
  return tabs.flatMap(({ id }) => id ?? []);
}
