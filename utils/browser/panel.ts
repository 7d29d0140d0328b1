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
