/** Terms that more people use in a window than is usual for as many people seen, on that day of the week. */
import { type Baseline, DAY, HOUR, scaleAt } from './baseline';
import { type Exposure, exposureRatio } from './exposure';
import { effectivePeople } from './people';
import type { PostLog } from './post-log';
import { Sieve } from './sieve';
import { discoveryThreshold, negativeBinomialTail } from './tail';
import type { Tuning } from './tuning';
import { earlierWeeks, expectedBy } from './weekday';

export interface Burst {
  term: number;
  window: number;
  /** Effective people. */
  people: number;
  /** People usual for this exposure. */
  mean: number;
  p: number;
  /** Posts of the window that hold it. */
  posts: number[];
}

/** What a look at the log needs. */
export interface View {
  log: PostLog;
  baseline: Baseline;
  tuning: Tuning;
  now: number;
}

/** First look, before anything is known of copies, threads and weekdays. */
const PROMISING = 1e-3;

export function findBursts(view: View, exposure: Exposure & { postsOf(term: number): number[] }): Burst[] {
  const { baseline, log, now, tuning } = view;
  const { count } = exposure;
  const scale = scaleAt(now);
  const overall = exposure.pairs / (exposure.beforeAll + tuning.priorAuthors);
  const promising: { term: number; uses: number }[] = [];
  for (const use of count.uses) {
    const uses = tuning.priorUses + Math.max(0, baseline.usual(use.term, now) - use.mass / scale);
    const p = negativeBinomialTail(use.authors, overall * uses, Math.min(uses, tuning.largestSize));
    if (p < PROMISING) promising.push({ term: use.term, uses });
  }
  if (promising.length === 0) return [];
  const terms = promising.map((use) => use.term);
  const posts = terms.map((term) => exposure.postsOf(term));
  const weekly = usualOnThisDay(view, exposure, terms);
  const bursts: Burst[] = [];
  promising.forEach(({ term, uses }, i) => {
    const people = effectivePeople(log, posts[i]!, tuning);
    if (people < tuning.leastAuthors) return;
    const mean = Math.max(uses * exposureRatio(exposure, log, posts[i]!, tuning), weekly[i]!);
    const p = negativeBinomialTail(people, mean, Math.min(uses, tuning.largestSize));
    bursts.push({ term, window: count.window, people, mean, p, posts: posts[i]! });
  });
  const discovered = discoveryThreshold(
    bursts.map((burst) => burst.p),
    Math.max(count.tested, bursts.length),
    tuning.discoveryRate,
  );
  const limit = Math.max(discovered, tuning.seedP);
  return bursts.filter((burst) => burst.p <= limit);
}

/** For each term the posts that hold it. */
export function postsOf(log: PostLog, posts: ArrayLike<number>, terms: readonly number[]): number[][] {
  const place = new Map(terms.map((term, i) => [term, i]));
  const sieve = new Sieve();
  for (const term of terms) sieve.add(term);
  const found: number[][] = terms.map(() => []);
  for (let k = 0; k < posts.length; k++) {
    const post = posts[k]!;
    const end = log.start[post + 1]!;
    for (let i = log.start[post]!; i < end; i++) {
      const term = log.terms[i]!;
      if (!sieve.mayHold(term)) continue;
      const at = place.get(term);
      if (at !== undefined) found[at]!.push(post);
    }
  }
  return found;
}

/** People who said it in the same hours of earlier weeks, for as many people seen. Windows over a day hold every hour anyway. */
function usualOnThisDay(view: View, exposure: Exposure, terms: readonly number[]): Float64Array {
  const { log } = view;
  const { count, pairs } = exposure;
  const means = new Float64Array(terms.length);
  if (count.window > DAY + HOUR) return means;
  const weeks = earlierWeeks(log, count.from, count.to);
  const said = weeks.posts.map((posts) => postsOf(log, posts, terms));
  for (let i = 0; i < terms.length; i++) {
    const people = said.map((week) => new Set(week[i]!.map((post) => log.author[post]!)).size);
    means[i] = expectedBy(weeks, people, pairs);
  }
  return means;
}
