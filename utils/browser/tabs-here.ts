/** What the browser tells of the tabs that are open, and of ourselves. */
import { browser } from 'wxt/browser';
import { patternOf } from '../core/patterns';

/**
 * Patterns of the sites open now, the tab last used first. Only those we have permission for show their address: at the
 * first welcome there are none, and the page offers sites by name instead.
 */
export async function openTabPatterns(): Promise<string[]> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  const recent = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return [...new Set(recent.flatMap((tab) => (tab.url && patternOf(tab.url)) || []))];
}

/** The version in the manifest. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}
