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
  for (let i = 0; i < count.uses.length; i++) {
    const term = count.uses.term[i]!;
    const authors = count.uses.authors[i]!;
    const uses = tuning.priorUses + Math.max(0, (baseline.terms.get(term) - count.uses.mass[i]!) / scale);
    const mean = overall * uses;
    const size = Math.min(uses, tuning.largestSize);
    if (isUsual(authors, mean, size)) continue;
    const p = negativeBinomialTail(authors, mean, size);
    if (p < PROMISING) promising.push({ term, uses });
  }
  if (promising.length === 0) return [];
  const likely: Likely[] = [];
  for (const { term, uses } of promising) {
    const posts = exposure.postsOf(term);
    const people = effectivePeople(log, posts, tuning);
    if (people < tuning.leastAuthors) continue;
    const mean = uses * exposureRatio(exposure, log, posts, tuning);
    const size = Math.min(uses, tuning.largestSize);
    likely.push({ term, window: count.window, people, mean, p: negativeBinomialTail(people, mean, size), posts, size });
  }
  // Earlier weeks can only make a term less surprising: what is out without them need not be asked.
  const first = discovered(likely, likely.length, exposure, tuning);
  const asked = likely.filter((burst) => burst.p <= first);
  if (asked.length === 0) return [];
  const weekly = usualOnThisDay(view, exposure, asked);
  const bursts = asked.map(({ size, ...burst }, i): Burst => {
    if (weekly[i]! <= burst.mean) return burst;
    return { ...burst, mean: weekly[i]!, p: negativeBinomialTail(burst.people, weekly[i]!, size) };
  });
  const limit = discovered(bursts, likely.length, exposure, tuning);
  return bursts.filter((burst) => burst.p <= limit);
}

/** A burst before earlier weeks are asked. */
interface Likely extends Burst {
  size: number;
}

/** The largest p of a burst. `tests`: at least so many terms were tested. */
function discovered(bursts: readonly Burst[], tests: number, { count }: Exposure, tuning: Tuning): number {
  const found = discoveryThreshold(
    bursts.map((burst) => burst.p),
    Math.max(count.tested, tests),
    tuning.discoveryRate,
  );
  return Math.max(found, tuning.seedP);
}

/** Within one standard deviation of the mean: far more likely than anything promising, so the tail need not be summed. */
export function isUsual(authors: number, mean: number, size: number): boolean {
  const over = authors - mean;
  return over <= 0 || over * over <= mean + (mean * mean) / size;
}

/** People who said it in the same hours of earlier weeks, for as many people seen. Windows over a day hold every hour anyway. */
function usualOnThisDay(view: View, exposure: Exposure, bursts: readonly Burst[]): Float64Array {
  const { log } = view;
  const { count, pairs } = exposure;
  const means = new Float64Array(bursts.length);
  if (count.window > DAY + HOUR) return means;
  const place = new Map(bursts.map(({ term }, i) => [term, i]));
  const sieve = new Sieve(place.keys());
  const weeks = earlierWeeks(log, count.from, count.to);
  const people = bursts.map(() => weeks.posts.map(() => new Set<number>()));
  weeks.posts.forEach((posts, week) => {
    sieve.passEach(log, posts, (post, term) => {
      const i = place.get(term);
      if (i !== undefined) people[i]![week]!.add(log.author[post]!);
    });
  });
  for (let i = 0; i < bursts.length; i++) {
    means[i] = expectedBy(
      weeks,
      people[i]!.map((said) => said.size),
      pairs,
    );
  }
  return means;
}
