/** One look at what was heard: the windows that end now, how much was seen in them, and the terms that stand out. */
import { type Burst, findBursts, type View } from './bursts';
import type { Cluster } from './clusters';
import type { ThemeEvent } from './engine';
import type { Candidate } from './evidence';
import { type Exposure, exposureOf } from './exposure';
import { learnModel, limitFor, scorePost } from './model';
import { effectivePeople } from './people';
import { type Postings, postsOfAny } from './postings';
import type { Saved } from './snapshot';
import type { Tracked } from './tracked';
import type { Tuning } from './tuning';
import type { WindowCounter } from './window';

/** Terms a theme begins with. */
export const SEEDS = 3;

/** A window with its posts by term, until the next look. */
export type CountedExposure = Exposure & { postsOf(term: number): number[] };

export interface Moment {
  view: View;
  exposures: CountedExposure[];
  /** The posts of the last days by term: in them clusters are gathered. */
  look: Postings;
  /** Authors of those days, and decayed author-days in all. */
  seen: number;
  heard: number;
  changed: Set<Tracked>;
  events: ThemeEvent[];
}

/** Decayed author-days of all sites. */
export function heardBy({ baseline, log }: Pick<Saved, 'baseline' | 'log'>, at: number): number {
  let heard = 0;
  for (const sum of baseline.seen(log.sites.size, at)) heard += sum;
  return heard;
}

/** The counters of the tuning's windows, in its order; that of the look, the longest, knows the posts of all. */
export type Counters = Map<number, WindowCounter>;

export function lookAround(state: Saved, tuning: Tuning, counters: Counters, now: number): Moment {
  const { log, baseline } = state;
  const whole = counters.get(tuning.look)!;
  const exposures = tuning.windows.map((window) => {
    const count = counters.get(window)!.count(log, window, now, tuning.leastAuthors);
    const postsOf = (term: number) => whole.postsOf(term).filter((post) => log.at[post]! >= count.from);
    return { ...exposureOf(log, baseline, count, now), postsOf };
  });
  const looked = exposures.find((exposure) => exposure.count.window === tuning.look)!;
  const look: Postings = { of: (term) => whole.postsOf(term) };
  const view = { log, baseline, tuning, now };
  return {
    view,
    exposures,
    look,
    seen: looked.count.authors,
    heard: heardBy(state, now),
    changed: new Set(),
    events: [],
  };
}

/** Bursting terms of all windows; each term once, by its least likely window, with its posts of the longest. */
export function burstsOf({ view, exposures }: Moment): Burst[] {
  const best = new Map<number, Burst>();
  for (const exposure of exposures) {
    for (const burst of findBursts(view, exposure)) {
      const p = Math.min(1, burst.p * exposures.length);
      const known = best.get(burst.term);
      const posts = known && known.posts.length > burst.posts.length ? known.posts : burst.posts;
      if (!known || p < known.p) best.set(burst.term, { ...burst, p, posts });
      else known.posts = posts;
    }
  }
  return [...best.values()];
}

/** All posts of the last days that speak of the cluster, and the words they have in common. */
export function gather({ view, heard, look, seen }: Moment, cluster: Cluster): Candidate {
  const { log, tuning } = view;
  const seeds = seedsOf(cluster.bursts);
  const core = coreOf(cluster.bursts, seeds);
  let model = learnModel(view, heard, core, look, seeds);
  let people = effectivePeople(log, core, tuning);
  let posts: number[] = [];
  let limit = 0;
  for (let round = 0; round < 2; round++) {
    limit = limitFor(people, seen, tuning.margin);
    posts = postsOfAny(look, log, model.keys()).filter((post) => scorePost(model, log, post) > limit);
    people = effectivePeople(log, posts, tuning);
    if (round === 0) model = learnModel(view, heard, posts, look, seeds);
  }
  return { cluster, model, limit, posts };
}

/** Posts of a cluster that hold one of its seeds, or two of its terms: a general word alone says too little. */
export function coreOf(bursts: readonly Burst[], seeds: readonly number[]): number[] {
  const held = new Map<number, number>();
  for (const { term, posts } of bursts) {
    for (const post of posts) held.set(post, (held.get(post) ?? 0) + (seeds.includes(term) ? 2 : 1));
  }
  return [...held]
    .filter(([, n]) => n >= 2)
    .map(([post]) => post)
    .sort((a, b) => a - b);
}

export function seedsOf(bursts: readonly Burst[]): number[] {
  return [...bursts]
    .sort((a, b) => a.p - b.p || a.term - b.term)
    .slice(0, SEEDS)
    .map((burst) => burst.term);
}

/** What a cluster is known by from one look to the next. */
export function signature(bursts: readonly Burst[]): number {
  return seedsOf(bursts)
    .sort((a, b) => a - b)
    .reduce((sum, term) => (Math.imul(sum, 31) + term) >>> 0, 7);
}
