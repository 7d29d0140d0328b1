import { browser } from 'wxt/browser';

/** The version in the manifest, read from the package: Chromium gives a page without a screen no `getManifest`. */
export async function packagedVersion(): Promise<string> {
  const manifest = await fetch(browser.runtime.getURL('/manifest.json' as never));
  const { version } = (await manifest.json()) as { version: string };
  return version;
}
