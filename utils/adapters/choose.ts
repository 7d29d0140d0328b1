/** Which adapter reads a page: a site by its address, a platform by its markup, else the generic reader. */
import type { Adapter, Page } from './contract';

export function chooseFrom(adapters: readonly Adapter[], page: Page): Adapter | undefined {
  return (
    siteAmong(adapters, page.url) ??
    platformsOf(adapters, page).find((adapter) => detects(adapter, page)) ??
    adapters.find((adapter) => adapter.scope === 'generic')
  );
}

/** The one that the page says made it comes first: to find that a mark is missing takes a look at the whole page. */
function platformsOf(adapters: readonly Adapter[], page: Page): Adapter[] {
  const platforms = adapters.filter(({ scope }) => scope === 'platform');
  const maker = page.document.querySelector('meta[name="generator" i]')?.getAttribute('content')?.toLowerCase();
  if (!maker) return platforms;
  const isMaker = ({ id, name }: Adapter) => maker.includes(id) || maker.includes(name.toLowerCase());
  return [...platforms.filter(isMaker), ...platforms.filter((platform) => !isMaker(platform))];
}

export function siteAmong(adapters: readonly Adapter[], url: URL): Adapter | undefined {
  return adapters.find((site) => site.scope === 'site' && site.matches.some((pattern) => matchesPattern(pattern, url)));
}

/** Whether a platform is at work on the page; a detector that throws says no. */
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
