/** Finds the adapter of a page: a site by its address, a platform by its markup, else the generic reader. */
import type { Adapter, Page } from './contract';
import { generic } from './generic/generic';

/** `wxt build --mode generic` measures the generic reader alone. */
const alone = import.meta.env.MODE === 'generic';

const siteFiles: Record<string, Adapter> = alone
  ? {}
  : import.meta.glob<Adapter>('./sites/*.ts', { eager: true, import: 'adapter' });
const platformFiles: Record<string, Adapter> = alone
  ? {}
  : import.meta.glob<Adapter>('./platforms/*.ts', { eager: true, import: 'adapter' });

/** Every site, by file name. */
export const sites: readonly Adapter[] = Object.values(siteFiles);
/** Every platform, by file name. */
export const platforms: readonly Adapter[] = Object.values(platformFiles);
/** All of them, the generic reader last. */
export const adapters: readonly Adapter[] = [...sites, ...platforms, generic];

export function adapterFor(page: Page): Adapter {
  return siteFor(page.url) ?? platforms.find((platform) => detects(platform, page)) ?? generic;
}

export function siteFor(url: URL): Adapter | undefined {
  return sites.find((site) => site.matches.some((pattern) => matchesPattern(pattern, url)));
}

/** Whether an adapter claims the page; a detector that throws does not. */
export function detects(adapter: Adapter, page: Page): boolean {
  try {
    return adapter.detect?.(page) ?? false;
  } catch {
    return false;
  }
}

const compiled = new Map<string, RegExp>();

/** A WebExtension match pattern: `https://*.example.org/foo*`, `*://…`, `<all_urls>`. */
export function matchesPattern(pattern: string, url: URL): boolean {
  let test = compiled.get(pattern);
  if (!test) {
    test = compile(pattern);
    compiled.set(pattern, test);
  }
  return test.test(`${url.protocol}//${url.host}${url.pathname}${url.search}`);
}

function compile(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^(https?|file):\/\//;
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^*/]+)(\/.*)$/.exec(pattern);
  if (!parts) return /^\b$/;
  const [, scheme, host, path] = parts as unknown as [string, string, string, string];
  const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const hosts = host === '*' ? '[^/]+' : host.startsWith('*.') ? `([^/]+\\.)?${literal(host.slice(2))}` : literal(host);
  return new RegExp(`^${scheme === '*' ? 'https?' : scheme}://${hosts}(:\\d+)?${literal(path).replaceAll('*', '.*')}$`);
}
