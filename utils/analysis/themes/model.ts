/** What makes a post one of a theme: its words, each weighted by how much more the theme's posts use it than others do. */
import { type Baseline } from './baseline';
import type { PostLog } from './post-log';
import type { Tuning } from './tuning';

/** Term → weight (log of how many times likelier in the theme), strongest first. */
export type Model = Map<number, number>;

const MOST_TERMS = 40;
/** A word must be this sure (in standard deviations of its log-odds) to belong to a theme. */
const LEAST_Z = Number(process.env.Z ?? 3);
/** Of a post's words the strongest counts in full, each further one half of the one before: words of one thing repeat each other. */
const REPEATS = 0.5;

export interface ModelInput {
  log: PostLog;
  baseline: Baseline;
  tuning: Tuning;
  now: number;
  /** Decayed author-days heard. */
  heard: number;
}

/** Learns the words of the posts: log-odds against what is usual, with what is usual as the prior (Monroe et al. 2008). */
export function learnModel(input: ModelInput, posts: Iterable<number>): Model {
  const { log, baseline, tuning, now } = input;
  const people = new Set<number>();
  const users = new Map<number, Set<number>>();
  for (const post of posts) {
    people.add(log.author[post]!);
    for (const term of log.termsOf(post)) {
      const said = users.get(term);
      if (said) said.add(log.author[post]!);
      else users.set(term, new Set([log.author[post]!]));
    }
  }
  const n = people.size;
  const found: { term: number; weight: number; z: number }[] = [];
  for (const [term, said] of users) {
    if (said.size < Number(process.env.S ?? 2)) continue;
    // The usual rate holds the theme's own posts too: leave them out.
    const usual = Math.max(0, baseline.usual(term, now) - said.size);
    const rate = (usual + tuning.priorUses) / (input.heard + tuning.priorAuthors);
    const inside = (said.size + rate) / (n + 1);
    const weight = Math.log(inside / rate);
    const z = weight / Math.sqrt(1 / said.size + 1 / (usual + tuning.priorUses + 1));
    if (z >= LEAST_Z) found.push({ term, weight, z });
  }
  found.sort((a, b) => b.z - a.z || a.term - b.term);
  return new Map(found.slice(0, MOST_TERMS).map(({ term, weight }) => [term, weight]));
}

/** How strongly the post's words speak for the theme, in nats. */
export function scorePost(model: Model, terms: ArrayLike<number>): number {
  const weights: number[] = [];
  for (let i = 0; i < terms.length; i++) {
    const weight = model.get(terms[i]!);
    if (weight !== undefined) weights.push(weight);
  }
  weights.sort((a, b) => b - a);
  let score = 0;
  let factor = 1;
  for (const weight of weights) {
    score += factor * weight;
    factor *= REPEATS;
  }
  return score;
}

/** The score from which a post more likely belongs than not, when this share of people talk of the theme. */
export function threshold(people: number, seen: number): number {
  const share = Math.min(0.5, (people + 0.5) / (seen + 1));
  return Math.log((1 - share) / share) + Number((globalThis as any).MARGIN ?? 0);
}
