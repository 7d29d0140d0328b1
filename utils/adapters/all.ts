/** Every adapter whole. Tests and the build read it; pages load only the readers they need, screens only the facts. */
import { anywhere } from './anywhere';
import { chooseFrom, siteAmong } from './choose';
import type { Adapter, Page } from './contract';
import { generic } from './generic/generic';

const files: Record<string, Adapter> =
  import.meta.env.MODE === 'generic'
    ? {}
    : import.meta.glob<Adapter>('./sites/*.ts', { eager: true, import: 'adapter' });

/** Every site, by file name. */
export const sites: readonly Adapter[] = Object.values(files);

/** All of them, the generic reader last. */
export const adapters: readonly Adapter[] = [...sites, ...anywhere];

export function adapterFor(page: Page): Adapter {
  return chooseFrom(adapters, page) ?? generic;
}

export function siteFor(url: URL): Adapter | undefined {
  return siteAmong(sites, url);
}
