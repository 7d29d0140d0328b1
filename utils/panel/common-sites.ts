/** Sites that many listen to, offered by name before anything was heard. */
import { adapters, sites } from '../adapters/registry';
import { patternOf } from '../core/patterns';

export interface CommonSite {
  id: string;
  name: string;
  pattern: string;
  /** Day it was last seen working, or `from source`. */
  verified: string;
}

/** In this order where there are many; the rest follow by name. */
const FIRST = ['linkedin', 'facebook', 'instagram', 'youtube', 'reddit', 'x', 'github', 'hackernews', 'forocoches'];

/** Private ones are not offered: they are heard only where somebody goes and asks for them. */
export function commonSites(): CommonSite[] {
  const rank = (id: string) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return sites
    .filter(({ isPrivate }) => !isPrivate)
    .flatMap(({ id, name, sampleUrls, verified }) => {
      const pattern = sampleUrls[0] ? patternOf(sampleUrls[0]) : null;
      return pattern ? [{ id, name, pattern, verified }] : [];
    })
    .sort((a, b) => rank(a.id) - rank(b.id) || a.name.localeCompare(b.name));
}

/** What a report of capture health may hold: the adapter's own selector and date, nothing of a page or a person. */
export function adapterFacts(id: string): { item: string; verified: string } | null {
  const adapter = adapters.find((one) => one.id === id);
  return adapter ? { item: adapter.item, verified: adapter.verified } : null;
}
