/**
 * Where the capture script runs. The list is never patched but computed whole from the settings and the permissions, and
 * compared with what is registered, so that it is right whatever happened before.
 */
import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { sites as knownSites, readersOf } from '../adapters/registry';
import { mayMark } from '../core/marks';
import { covers } from '../core/patterns';
import type { Settings } from '../core/settings';
import { grantedPatterns } from './permissions';

const CAPTURE = 'capture';
/** In this order: what one writes in the page asks what was captured of it. */
const FILES = ['/capture.js', '/composing.js'];
/** Badges and notes in the page: last, and only where they may stand. */
const MARKS = '/marks.js';

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
  return (everywhere || setting !== undefined) && granted.some((pattern) => covers(pattern, `${origin}/`));
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

/** One script per set of readers: a page loads those of its own site and no other. */
export function scriptsFor({ matches, excludeMatches }: Wanted, settings: Sites['sites'] = []): Script[] {
  const everywhere = matches.includes('<all_urls>');
  // A script for frames without an address of their own is registered by host: the browser takes no path.
  const hosts = () =>
    new Set(knownSites.flatMap((site) => site.matches.map((match) => match.replace(/(\/\/[^/]+)\/.*$/, '$1/*'))));
  const patterns = everywhere ? [...hosts()] : matches;
  const byFiles = new Map<string, Script>();
  for (const pattern of patterns) {
    const js = [...readersOf(pattern), ...filesFor(pattern, settings)];
    const id = `${CAPTURE}:${js.map((file) => /(?<![^/])([^/]+)\.js$/.exec(file)?.[1]).join('+')}`;
    const script = byFiles.get(id) ?? { ...SCRIPT, id, js, matches: [], excludeMatches };
    script.matches.push(pattern);
    byFiles.set(id, script);
  }
  const scripts = [...byFiles.values()];
  if (everywhere) {
    scripts.push({
      ...SCRIPT,
      id: CAPTURE,
      js: [...readersOf('<all_urls>'), ...FILES, MARKS],
      matches: ['<all_urls>'],
      excludeMatches: [...excludeMatches, ...patterns],
    });
  }
  return scripts;
}

/** Host of a pattern: what the terms of a site are known by. What was said of a site holds for each of its hosts. */
function filesFor(pattern: string, settings: Sites['sites']): string[] {
  const host = /^[^/]*\/\/(?:\*\.)?([^/:]+)/.exec(pattern)?.[1] ?? '';
  const said = settings.find(
    (site) => site.pattern === pattern || covers(site.pattern, pattern.replace(/\*$/, '')),
  )?.marks;
  return mayMark(host, said) ? [...FILES, MARKS] : FILES;
}

const SCRIPT = {
  allFrames: true,
  // Comment widgets live in frames without an address of their own.
  matchOriginAsFallback: true,
  runAt: 'document_idle' as const,
  persistAcrossSessions: true,
};

type Script = typeof SCRIPT & Wanted & { id: string; js: string[] };

async function sync(settings: Sites): Promise<Wanted> {
  const wanted = wantedMatches(settings, await grantedPatterns());
  const scripts = scriptsFor(wanted, settings.sites);
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const gone = registered.filter((id) => id.startsWith(CAPTURE) && !scripts.some((script) => script.id === id));
  if (gone.length) await browser.scripting.unregisterContentScripts({ ids: gone });
  const changed = scripts.filter(({ id }) => registered.includes(id));
  if (changed.length) await browser.scripting.updateContentScripts(changed);
  const added = scripts.filter(({ id }) => !registered.includes(id));
  if (added.length) await browser.scripting.registerContentScripts(added);
  return wanted;
}

/** Runs the script in tabs that were open before: after a permission was given, or the extension updated. */
export async function injectIntoOpenTabs(matches: readonly string[], settings: Sites['sites'] = []): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...matches] });
  await Promise.all(
    tabs.map((tab) => (tab.id === undefined || tab.discarded ? false : injectInto(tab.id, tab.url, settings))),
  );
}

/**
 * Runs the script in one tab, with the readers of its address. False where the browser does not let us: its own pages, a
 * store, a tab gone meanwhile.
 */
export async function injectInto(tabId: number, address?: string, settings: Sites['sites'] = []): Promise<boolean> {
  try {
    const url = address ?? (await browser.tabs.get(tabId)).url ?? '';
    const origin = URL.canParse(url) ? `${new URL(url).origin}/*` : '<all_urls>';
    const files = [...readersOf(origin), ...filesFor(origin, settings)] as ScriptPublicPath[];
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files });
    return true;
  } catch {
    return false;
  }
}
