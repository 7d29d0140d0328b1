/** Permission by site. A pattern is an origin, `https://forum.example.org/*`. */
import { browser } from 'wxt/browser';

export function hasPermission(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Asks the user. Must be the first call in the handler of a click: any `await` before it loses the click. */
export function requestPermission(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Firefox has its own question for what may leave the machine, since this version. */
const ASKS_FOR_DATA = 140;

/** As `requestPermission`, for an address that posts are to be sent to. */
export function requestSending(pattern: string): Promise<boolean> {
  const firefox = Number(/Firefox\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0);
  if (firefox < ASKS_FOR_DATA) return requestPermission(pattern);
  const wanted = { origins: [pattern], data_collection: ['personalCommunications', 'websiteContent'] };
  return browser.permissions.request(wanted as Parameters<typeof browser.permissions.request>[0]);
}

export function removePermission(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

/** Every origin granted now. */
export async function grantedPatterns(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Calls back whenever a permission was given or taken away, here or in the browser's own settings. */
export function onPermissionsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
