/** The side panel; in Firefox, the sidebar. */
import { browser } from 'wxt/browser';

/** Firefox only; no types for it ship with the Chrome ones. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opens the panel. Must be the first call in the handler of a click, so the window's number has to be known before it
 * (`currentWindowId`).
 */
export function openPanel(windowId: number): Promise<void> {
  const sidebar = (browser as { sidebarAction?: SidebarAction }).sidebarAction;
  return sidebar ? sidebar.open() : browser.sidePanel.open({ windowId });
}

/** To be asked when a screen loads, long before the click that needs it. */
export async function currentWindowId(): Promise<number | null> {
  return (await browser.windows.getCurrent()).id ?? null;
}

/** The panel's page in a tab, at an address of its own: where no click of the user's opens the panel itself. */
export async function openPanelPage(address: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html${address}` as never) });
}
