/** Whether a cluster is news: its own words put to the past say how many people are usual for as much seen. */
import { agreement, combine } from './agreement';
import { DAY, HOUR } from './baseline';
import type { Burst, View } from './bursts';
import type { Cluster } from './clusters';
import { type Exposure, exposureRatio } from './exposure';
import { ask, decayedPeople, HISTORY } from './history';
import type { Model } from './model';
import { effectivePeople } from './people';
import type { Surfaces } from './surfaces';
import { negativeBinomialTail } from './tail';
import { earlierWeeks, expectedBy } from './weekday';

export interface Evidence {
  /** Effective people of the window that decided, the posts seen in it, and the people usual for that. */
  people: number;
  seen: number;
  usual: number;
  p: number;
}

export interface Candidate {
  cluster: Cluster;
  model: Model;
  limit: number;
  /** Posts that belong, by time. */
  posts: number[];
}

/**
 * Weighs candidates together, so that the past is read once. Each is looked at twice, by its most surprising word alone
 * and by all its words: a name may be news among words that are not, or many common words be news together.
 */
export function weigh(
  view: View,
  surfaces: Surfaces,
  heard: number,
  exposures: readonly Exposure[],
  look: number,
  candidates: readonly Candidate[],
): Evidence[] {
  const { log, now } = view;
  const until = now + 1 - look;
  const words = candidates.map(({ cluster }) => ({ model: new Map([[strongest(cluster).term, 1]]), limit: 0 }));
  const pasts = ask(log, [...candidates, ...words], now - HISTORY, until);
  return candidates.map((candidate, i) => {
    const seed = strongest(candidate.cluster);
    const terms = candidate.cluster.bursts.map((burst) => burst.term);
    const past = pasts[i]!;
    const together = countPeople(view, exposures, candidate, past);
    const p = combine(together.p, agreement(view, surfaces, heard, candidate.posts, past, terms));
    const alike = agreement(view, surfaces, heard, seed.posts, pasts[candidates.length + i]!, [seed.term]);
    const alone = combine(seed.p, alike);
    if (p <= alone) return { ...together, p: Math.min(1, 2 * p) };
    const seen = exposures.find(({ count }) => count.window === seed.window)?.count.posts.length ?? 0;
    return { people: seed.people, seen, usual: seed.mean, p: Math.min(1, 2 * alone) };
  });
}

function strongest(cluster: Cluster): Burst {
  return cluster.bursts.reduce((best, burst) =>
    burst.p < best.p || (burst.p === best.p && burst.term < best.term) ? burst : best,
  );
}

/** The window in which so many people are least usual; its p pays for the choice among windows. */
function countPeople(
  view: View,
  exposures: readonly Exposure[],
  candidate: Candidate,
  past: readonly number[],
): Evidence {
  const { log, now, tuning } = view;
  const uses = tuning.priorUses + decayedPeople(log, past, now);
  let best: Evidence = { people: 0, seen: 0, usual: 0, p: 1 };
  for (const exposure of exposures) {
    const { window, from, to } = exposure.count;
    const mine = candidate.posts.filter((post) => log.at[post]! >= from);
    if (mine.length === 0) continue;
    const people = effectivePeople(log, mine, tuning);
    let usual = uses * exposureRatio(exposure, log, mine, tuning);
    if (window <= DAY + HOUR && window >= DAY) {
      const weeks = earlierWeeks(log, from, to);
      const asked = weeks.posts.map((posts) => inBoth(log, posts, past));
      usual = Math.max(usual, expectedBy(weeks, asked, exposure.pairs));
    }
    const p = negativeBinomialTail(people, usual, Math.min(uses, tuning.largestSize)) * exposures.length;
    if (p < best.p) best = { people, seen: exposure.count.posts.length, usual, p };
  }
  return best;
}

function inBoth(log: View['log'], posts: Uint32Array, past: readonly number[]): number {
  const known = new Set(past);
  const people = new Set<number>();
  for (const post of posts) if (known.has(post)) people.add(log.author[post]!);
  return people.size;
}
