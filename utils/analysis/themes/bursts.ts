/** Terms that more people use in a window than is usual for as many people seen, on that day of the week. */
import { type Baseline, DAY, HOUR, scaleAt } from './baseline';
import type { PostLog } from './post-log';
import { discoveryThreshold, negativeBinomialTail } from './tail';
import type { Tuning } from './tuning';
import type { WindowCount, WindowCounter } from './window';

export interface Burst {
  term: number;
  window: number;
  /** Effective people: copies and threads capped. */
  people: number;
  /** People usual for this exposure. */
  mean: number;
  size: number;
  p: number;
  /** Posts of the window that hold it. */
  posts: number[];
}

export interface BurstContext {
  log: PostLog;
  baseline: Baseline;
  counter: WindowCounter;
  tuning: Tuning;
  now: number;
  /** Extra uses a term is charged with because the user said "not a theme". */
  charge(term: number): number;
}

/** What was seen: in the window, and before it at decayed weight, by site. */
export interface Exposure {
  count: WindowCount;
  before: Float64Array;
  beforeAll: number;
}

export function exposureOf(context: BurstContext, count: WindowCount): Exposure {
  const { baseline, log, now } = context;
  const before = baseline.seen(log.sites.size, now);
  const scale = scaleAt(now);
  let beforeAll = 0;
  for (let site = 0; site < before.length; site++) {
    before[site] = Math.max(0, before[site]! - count.massBySite[site]! / scale);
    beforeAll += before[site]!;
  }
  return { count, before, beforeAll };
}

/** Author-days of the window for each author-day before it, on the sites where these posts are. */
export function exposureRatio(exposure: Exposure, tuning: Tuning, log: PostLog, posts: readonly number[]): number {
  const { count, before, beforeAll } = exposure;
  const bySite = new Map<number, number>();
  for (const post of posts) bySite.set(log.site[post]!, (bySite.get(log.site[post]!) ?? 0) + 1);
  let ratio = 0;
  for (const [site, n] of bySite) {
    // A site's part of the prior is its part of what was heard before: on a site never heard before nothing stands out.
    const share = (before[site]! + 1) / (beforeAll + before.length);
    ratio += (n / posts.length) * (count.pairsBySite[site]! / (before[site]! + tuning.priorAuthors * share));
  }
  return ratio;
}

export function findBursts(context: BurstContext, exposure: Exposure): Burst[] {
  const { baseline, log, now, tuning } = context;
  const { count } = exposure;
  const scale = scaleAt(now);
  let pairs = 0;
  for (const n of count.pairsBySite) pairs += n;
  const overall = pairs / (exposure.beforeAll + tuning.priorAuthors);
  const candidates: { term: number; uses: number }[] = [];
  for (const use of count.uses) {
    const uses = tuning.priorUses + Math.max(0, baseline.usual(use.term, now) - use.mass / scale) + context.charge(use.term);
    const p = negativeBinomialTail(use.authors, overall * uses, Math.min(uses, tuning.largestSize));
    if (p < 1e-3) candidates.push({ term: use.term, uses });
  }
  if (candidates.length === 0) return [];
  const posts = postsOf(log, count.posts, candidates.map((c) => c.term));
  const weekly = sameWeekday(context, count, candidates.map((c) => c.term));
  const bursts: Burst[] = [];
  candidates.forEach(({ term, uses }, i) => {
    const people = effectivePeople(log, posts[i]!, tuning);
    if (people < tuning.leastAuthors) return;
    const mean = Math.max(uses * exposureRatio(exposure, tuning, log, posts[i]!), weekly[i]!);
    const size = Math.min(uses, tuning.largestSize);
    const p = negativeBinomialTail(people, mean, size);
    bursts.push({ term, window: count.to - count.from, people, mean, size, p, posts: posts[i]! });
  });
  const limit = discoveryThreshold(bursts.map((b) => b.p), Math.max(count.tested, bursts.length), tuning.discoveryRate);
  return bursts.filter((b) => b.p <= limit);
}

/**
 * People, but copies of one text count as two at most and one thread as three at most, so that neither a wave of copies
 * nor one long conversation looks like many voices.
 */
export function effectivePeople(log: PostLog, posts: readonly number[], tuning: Tuning): number {
  const people = new Set<number>();
  const ofCopy = new Map<number, Set<number>>();
  const ofThread = new Map<number, Set<number>>();
  for (const post of posts) {
    const author = log.author[post]!;
    if (people.has(author)) continue;
    const copies = membersOf(ofCopy, log.copyKey[post]!);
    const thread = membersOf(ofThread, log.thread[post]!);
    if (copies.size >= tuning.perCopy || thread.size >= tuning.perThread) continue;
    copies.add(author);
    thread.add(author);
    people.add(author);
  }
  return people.size;
}

function membersOf(groups: Map<number, Set<number>>, key: number): Set<number> {
  let group = groups.get(key);
  if (!group) {
    group = new Set();
    groups.set(key, group);
  }
  return group;
}

/** For each term the posts that hold it. */
export function postsOf(log: PostLog, posts: ArrayLike<number>, terms: readonly number[]): number[][] {
  const place = new Map(terms.map((term, i) => [term, i]));
  const found: number[][] = terms.map(() => []);
  for (let k = 0; k < posts.length; k++) {
    const post = posts[k]!;
    const end = log.start[post + 1]!;
    for (let i = log.start[post]!; i < end; i++) {
      const at = place.get(log.terms[i]!);
      if (at !== undefined) found[at]!.push(post);
    }
  }
  return found;
}

const WEEKS = 3;
/** A ritual need not keep the hour. */
const SLACK = 3 * HOUR;

/** People who said it in the same hours of earlier weeks, for as many people seen: a weekly ritual is usual on its day. */
function sameWeekday(context: BurstContext, count: WindowCount, terms: readonly number[]): Float64Array {
  const { log, tuning } = context;
  const means = new Float64Array(terms.length);
  if (count.to - count.from > DAY + HOUR) return means;
  let pairs = 0;
  for (const n of count.pairsBySite) pairs += n;
  const place = new Map(terms.map((term, i) => [term, i]));
  let weeks = 0;
  for (let week = 1; week <= WEEKS; week++) {
    const shift = week * 7 * DAY;
    const then = log.between(count.from - shift - SLACK, count.to - shift + SLACK);
    if (then.length === 0) continue;
    weeks++;
    const everyone = new Set<number>();
    const said: Set<number>[] = terms.map(() => new Set());
    for (const post of then) {
      everyone.add(log.author[post]!);
      const end = log.start[post + 1]!;
      for (let i = log.start[post]!; i < end; i++) {
        const at = place.get(log.terms[i]!);
        if (at !== undefined) said[at]!.add(log.author[post]!);
      }
    }
    const ratio = pairs / Math.max(everyone.size, 1);
    for (let i = 0; i < terms.length; i++) means[i] = means[i]! + 0.8 * said[i]!.size * ratio;
  }
  for (let i = 0; i < terms.length; i++) means[i] = weeks === 0 ? 0 : means[i]! / weeks;
  void tuning;
  return means;
}
