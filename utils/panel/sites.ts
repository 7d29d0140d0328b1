/** Where we listen: one row a site, from the settings, the permissions and what was heard. Pure. */
import { mayMark } from '../core/marks';
import { covers } from '../core/patterns';
import type { SiteSetting } from '../core/settings';
import type { HealthRow } from '../store/schema';

export interface SiteRow {
  /** The pattern, or the site id where there is none: unique. */
  id: string;
  /** null: read once, never listened to. */
  pattern: string | null;
  host: string;
  /** Site ids heard there. */
  sites: string[];
  listening: boolean;
  /** The browser lets us. */
  granted: boolean;
  keep: SiteSetting['keep'];
  retentionDays: number | null;
  /** Of conversations with us or about us; undefined: as the rest. */
  retentionOursDays: number | null | undefined;
  /** Badges and notes may stand in its pages. */
  marks: boolean;
  posts: number;
  /** Last heard; null = never. */
  lastAt: number | null;
  health: HealthRow[];
}

export function hostOf(pattern: string): string {
  const host = /^[^/]*\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern;
  return host.replace(/^(\*|www)\./, '');
}

export interface SitesKnown {
  settings: readonly SiteSetting[];
  granted: readonly string[];
  health: readonly HealthRow[];
  /** Posts held, by site id. */
  posts: ReadonlyMap<string, number>;
}

export function siteRows({ settings, granted, health, posts }: SitesKnown): SiteRow[] {
  const claimed = new Set<string>();
  const rows = settings.map((site): SiteRow => {
    const own = health.filter(({ origin }) => origin !== undefined && covers(site.pattern, `${origin}/`));
    for (const row of own) claimed.add(row.site);
    return {
      ...rowOf(own, posts),
      id: site.pattern,
      pattern: site.pattern,
      host: hostOf(site.pattern),
      listening: site.listening,
      granted: isGranted(site.pattern, granted),
      keep: site.keep,
      retentionDays: site.retentionDays,
      retentionOursDays: site.retentionOursDays,
      marks: mayMark(hostOf(site.pattern), site.marks),
    };
  });
  const once = health
    .filter(({ site }) => !claimed.has(site))
    .map((row): SiteRow => {
      const host = row.origin && URL.canParse(row.origin) ? new URL(row.origin).host : row.site;
      return {
        ...rowOf([row], posts),
        id: row.site,
        pattern: null,
        host: host.replace(/^www\./, ''),
        listening: false,
        granted: false,
        keep: 'everything',
        retentionDays: null,
        retentionOursDays: undefined,
        marks: false,
      };
    });
  return [...rows, ...once];
}

function rowOf(health: HealthRow[], posts: ReadonlyMap<string, number>) {
  const sites = health.map(({ site }) => site);
  return {
    sites,
    health,
    posts: sites.reduce((sum, site) => sum + (posts.get(site) ?? 0), 0),
    lastAt: health.length > 0 ? Math.max(...health.map(({ at }) => at)) : null,
  };
}

function isGranted(pattern: string, granted: readonly string[]): boolean {
  const address = pattern.replace('*://', 'https://').replace('//*.', '//').replace(/\*$/, '');
  return granted.some((given) => given === pattern || covers(given, address));
}

/** A site is half read when posts of the page were not read, or a field is missing in some. */
export function isHalfRead({ onPage, read, missing }: Pick<HealthRow, 'onPage' | 'read' | 'missing'>): boolean {
  return read < onPage || Object.values(missing).some((posts) => posts > 0);
}

/** What an address typed by hand means: `foro.example.org`, `https://foro.example.org/t/1`. null: no address. */
export function patternFromTyped(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || !/^([\w-]+\.)+[\w-]{2,}$|^localhost$/.test(url.hostname)) return null;
  return `${url.protocol}//${url.hostname}/*`;
}
