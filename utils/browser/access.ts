import { browser } from 'wxt/browser';

/** By default every content script reads all of `storage.local`. Firefox has no such method, and no such default. */
export async function keepStorageToOurselves(): Promise<void> {
  const areas = [browser.storage.local, browser.storage.session];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
