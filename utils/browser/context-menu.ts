import { browser } from 'wxt/browser';

/** `menu_<item>` in the locales. */
export type MenuItem = 'capturePage' | 'openDesk';

/** Made once, when installed or updated: the browser remembers them. */
export async function makeContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  const documentUrlPatterns = ['http://*/*', 'https://*/*'];
  browser.contextMenus.create({
    id: 'capturePage' satisfies MenuItem,
    title: browser.i18n.getMessage('menu_capturePage'),
    contexts: ['page', 'frame', 'selection', 'link', 'action'],
    documentUrlPatterns,
  });
  browser.contextMenus.create({
    id: 'openDesk' satisfies MenuItem,
    title: browser.i18n.getMessage('menu_openDesk'),
    contexts: ['page', 'action'],
  });
}

export interface MenuClick {
  tabId: number;
  windowId: number;
  url: string | null;
}

/** The handlers run in the click itself: what needs one may be called first thing. */
export function onContextMenu(handlers: Record<MenuItem, (click: MenuClick) => void>): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id === undefined || !Object.hasOwn(handlers, menuItemId)) return;
    handlers[menuItemId as MenuItem]({ tabId: tab.id, windowId: tab.windowId, url: tab.url ?? null });
  });
}
