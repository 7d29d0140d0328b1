/**
 * Where the capture script runs. The list is never patched but computed whole from the settings and the permissions, and
 * compared with what is registered, so that it is right whatever happened before.
 */
import { browser } from 'wxt/browser';
import { covers } from '../core/patterns';
import type { Settings } from '../core/settings';
import { grantedPatterns } from './permissions';

const CAPTURE = 'capture';
const FILE = '/capture.js';

/** Builds for tests listen on every page without being asked; in all else they are the same. */
const EVERYWHERE = ['e2e', 'generic', 'bench'].includes(import.meta.env.MODE);

type Sites = Pick<Settings, 'sites'>;

/** What to register: where we listen, and what is left out of it. */
export interface Wanted {
  matches: string[];
  excludeMatches: string[];
}

export function wantedMatches({ sites }: Sites, granted: readonly string[], everywhere = EVERYWHERE): Wanted {
  const paused = sites.filter(({ listening }) => !listening).map(({ pattern }) => pattern);
  if (everywhere) return { matches: ['<all_urls>'], excludeMatches: paused.sort() };
  const listening = sites.filter((site) => site.listening && isGranted(site.pattern, granted));
  return { matches: [...new Set(listening.map(({ pattern }) => pattern))].sort(), excludeMatches: [] };
}

/** Whether a page of this origin may be listened to, by settings and permissions. */
export function mayListen(
  { sites }: Sites,
  granted: readonly string[],
  origin: string,
  everywhere = EVERYWHERE,
): boolean {
  const setting = sites.find(({ pattern }) => covers(pattern, `${origin}/`));
  if (setting && !setting.listening) return false;
  if (everywhere) return true;
  return setting !== undefined && granted.some((pattern) => covers(pattern, `${origin}/`));
}

function isGranted(pattern: string, granted: readonly string[]): boolean {
  const origin = pattern.replace('*://', 'https://').replace('//*.', '//').replace(/\/\*$/, '/');
  return granted.includes(pattern) || granted.some((given) => covers(given, origin));
}

let last: Promise<unknown> = Promise.resolve();

/** Registers what is wanted. Calls wait for one another: two at once would register twice. */
export function syncRegistrations(settings: Sites): Promise<Wanted> {
  const next = last.then(() => sync(settings));
  last = next.catch(() => undefined);
  return next;
}

async function sync(settings: Sites): Promise<Wanted> {
  const wanted = wantedMatches(settings, await grantedPatterns());
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [CAPTURE] });
  if (wanted.matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [CAPTURE] });
    return wanted;
  }
  const script = {
    id: CAPTURE,
    js: [FILE],
    ...wanted,
    allFrames: true,
    // Comment widgets live in frames without an address of their own.
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  return wanted;
}

/** Runs the script in tabs that were open before: after a permission was given, or the extension updated. */
export async function injectIntoOpenTabs(matches: readonly string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...matches] });
  await Promise.all(tabs.map((tab) => (tab.id === undefined || tab.discarded ? false : injectInto(tab.id))));
}

/** Runs the script in one tab. False where the browser does not let us: its own pages, a store, a tab gone meanwhile. */
export async function injectInto(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [FILE] });
    return true;
  } catch {
    return false;
  }
}
