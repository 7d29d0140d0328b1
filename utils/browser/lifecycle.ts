import { browser } from 'wxt/browser';

export type Began = 'install' | 'update' | 'start';

/** Calls back when the extension was installed or updated, and when the browser starts. */
export function onBegan(began: (how: Began) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => began(reason === 'install' ? 'install' : 'update'));
  browser.runtime.onStartup.addListener(() => began('start'));
}
