/** Permission by site. A pattern is an origin, `https://forum.example.org/*`. */
import { browser } from 'wxt/browser';

export function hasPermission(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Asks the user. Must be the first call in the handler of a click: any `await` before it loses the click. */
export function requestPermission(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
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
