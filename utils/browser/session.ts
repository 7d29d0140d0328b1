import { browser } from 'wxt/browser';

/** True the first time it is asked of a name since the browser started. */
export async function firstThisSession(name: string): Promise<boolean> {
  const key = `session:first:${name}`;
  if ((await browser.storage.session.get(key))[key] === true) return false;
  await browser.storage.session.set({ [key]: true });
  return true;
}
