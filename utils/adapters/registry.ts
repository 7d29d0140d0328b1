/**
 * What there is to know of the adapters without reading pages: names, addresses, dates. Taken from the adapters' own files
 * when the package is built (`build.ts`), so that neither background nor screens carry the readers.
 */
import facts from 'virtual:adapter-facts';
import type { Adapter } from './contract';
import { ANYWHERE, readerFile } from './readers';

export type AdapterFacts = Pick<
  Adapter,
  'id' | 'name' | 'scope' | 'matches' | 'sampleUrls' | 'verified' | 'source' | 'item' | 'isPrivate'
> & { limit?: number };

/** Sites, platforms, and the generic reader last. */
export const adapters: readonly AdapterFacts[] = facts;

export const sites: readonly AdapterFacts[] = facts.filter(({ scope }) => scope === 'site');

/** Files to run before the capture script on the pages of a pattern (an origin, or `<all_urls>` for what is no site's). */
export function readersOf(pattern: string): string[] {
  const met = sites.filter((site) => site.matches.some((match) => hostsMeet(hostOf(match), hostOf(pattern))));
  const isWhole = met.some((site) => site.matches.some((match) => isAllOf(match, pattern)));
  return [...met.map(({ id }) => id), ...(isWhole ? [] : [ANYWHERE])].map(readerFile);
}

function hostOf(pattern: string): string {
  return /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1] ?? '';
}

function hostsMeet(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** Whether the host of `a` lies within that of `b`: `www.reddit.com` within `*.reddit.com`. */
function isWithin(a: string, b: string): boolean {
  const bare = a.replace(/^\*\./, '');
  return b.startsWith('*.') ? bare === b.slice(2) || bare.endsWith(b.slice(1)) : a === b;
}

function isAllOf(match: string, pattern: string): boolean {
  const host = hostOf(match);
  return match.endsWith(`://${host}/*`) && isWithin(hostOf(pattern), host);
}
