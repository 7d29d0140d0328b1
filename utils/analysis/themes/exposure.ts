/** How much was seen: in a window, and before it. What is usual is always usual for as much seen, on the same sites. */
import { type Baseline, scaleAt } from './baseline';
import type { PostLog } from './post-log';
import type { Tuning } from './tuning';
import type { WindowCount } from './window';

export interface Exposure {
  count: WindowCount;
  /** (author, day) pairs of the window. */
  pairs: number;
  /** Decayed (author, day) pairs before the window, by site and in all. */
  before: Float64Array;
  beforeAll: number;
}

export function exposureOf(log: PostLog, baseline: Baseline, count: WindowCount, now: number): Exposure {
  const before = baseline.seen(log.sites.size, now);
  const scale = scaleAt(now);
  let beforeAll = 0;
  let pairs = 0;
  for (let site = 0; site < before.length; site++) {
    before[site] = Math.max(0, before[site]! - count.massBySite[site]! / scale);
    beforeAll += before[site]!;
    pairs += count.pairsBySite[site]!;
  }
  return { count, pairs, before, beforeAll };
}

/**
 * People of the window for each person before it, on the sites where these posts are. A site's part of the prior is its
 * part of what was heard before: on a site never heard before everything is new, so nothing there stands out.
 */
export function exposureRatio(exposure: Exposure, log: PostLog, posts: readonly number[], tuning: Tuning): number {
  const { count, before, beforeAll } = exposure;
  if (before.length === 1) return count.pairsBySite[0]! / (before[0]! + tuning.priorAuthors);
  const bySite = new Map<number, number>();
  for (const post of posts) bySite.set(log.site[post]!, (bySite.get(log.site[post]!) ?? 0) + 1);
  let ratio = 0;
  for (const [site, n] of bySite) {
    const share = (before[site]! + 1) / (beforeAll + before.length);
    ratio += (n / posts.length) * (count.pairsBySite[site]! / (before[site]! + tuning.priorAuthors * share));
  }
  return ratio;
}
