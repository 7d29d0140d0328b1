/**
 * Do those who use a word also share other unusual words? People who happen to use one word on one day do not; people
 * who talk of one thing do. It is evidence apart from how many they are.
 */
import type { View } from './bursts';
import { conceptsOf, conceptTerms } from './concepts';
import { fold, isPrimary, pairHash } from './fold';
import { independentVoices } from './people';
import type { Surfaces } from './surfaces';

/** So many independent voices must share the second word: two are too easily copies of each other. */
const LEAST_VOICES = 3;
/** Words keep company for many reasons: agreement never speaks louder than this. */
const MOST_SAID = 1e-3;
/** Weight of the general rate of a word beside its rate among earlier posts of the kind. */
const PRIOR_POSTS = 5;

/**
 * Probability that as many independent posts of the cluster share some word besides the burst, were they no more alike
 * than posts with this burst have been; corrected for the number of words looked at.
 */
export function agreement(
  view: View,
  surfaces: Surfaces,
  heard: number,
  posts: readonly number[],
  past: readonly number[],
  bursts: readonly number[],
): number {
  const { log, baseline, tuning, now } = view;
  const voices = independentVoices(log, posts);
  const uses = new Map<number, number[]>();
  for (const voice of voices) {
    for (const term of log.termsOf(voice)) {
      const list = uses.get(term);
      if (list) list.push(voice);
      else uses.set(term, [voice]);
    }
  }
  const seed = mostUsed(bursts, uses);
  if (seed === null) return 1;
  const before = new Map<number, number>();
  for (const post of past) for (const term of log.termsOf(post)) before.set(term, (before.get(term) ?? 0) + 1);
  const seedPosts = (uses.get(seed) ?? []).join();
  let words = 0;
  let best = 1;
  for (const [term, said] of uses) {
    if (!isPrimary(term)) continue;
    words++;
    if (term === seed || said.length < LEAST_VOICES || said.join() === seedPosts) continue;
    if (isNeighbour(seed, term, uses) || saysTheSame(seed, term, surfaces)) continue;
    const usual = Math.max(0, baseline.usual(term, now) - said.length) + tuning.priorUses;
    const general = usual / (heard + tuning.priorAuthors);
    const rate = Math.min(0.9, ((before.get(term) ?? 0) + PRIOR_POSTS * general) / (past.length + PRIOR_POSTS));
    best = Math.min(best, binomialTail(voices.length, rate, said.length));
  }
  return Math.min(1, Math.max(MOST_SAID, best * Math.max(1, words)));
}

function mostUsed(bursts: readonly number[], uses: ReadonlyMap<number, number[]>): number | null {
  let best: number | null = null;
  for (const term of bursts) {
    const n = uses.get(term)?.length ?? 0;
    const top = best === null ? 0 : (uses.get(best)?.length ?? 0);
    if (n > top || (n === top && best !== null && term < best)) best = term;
  }
  return best;
}

/** Two words of one name or phrase are one word. */
function isNeighbour(seed: number, term: number, uses: ReadonlyMap<number, number[]>): boolean {
  const together = (uses.get(pairHash(seed, term))?.length ?? 0) + (uses.get(pairHash(term, seed))?.length ?? 0);
  return 2 * together >= uses.get(term)!.length;
}

/** Words of one concept, or the concept itself. */
function saysTheSame(seed: number, term: number, surfaces: Surfaces): boolean {
  const concepts = conceptHashes(surfaces.of(term));
  if (concepts.has(seed)) return true;
  for (const concept of conceptHashes(surfaces.of(seed))) if (concepts.has(concept)) return true;
  return false;
}

function conceptHashes(surface: string | undefined): Set<number> {
  const words = fold((surface ?? '').replace('#', '')).split(/\s+/);
  return new Set(conceptsOf(words, -1).flatMap(([concept]) => conceptTerms(concept)));
}

/** P(X ≥ k) for X binomial. */
export function binomialTail(n: number, rate: number, k: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  let logChoose = 0;
  for (let i = 0; i < k; i++) logChoose += Math.log((n - i) / (i + 1));
  let term = Math.exp(logChoose + k * Math.log(rate) + (n - k) * Math.log1p(-rate));
  let sum = term;
  for (let i = k; i < n; i++) {
    term *= (((n - i) / (i + 1)) * rate) / (1 - rate);
    sum += term;
  }
  return Math.min(1, sum);
}

/** Two independent probabilities as one (Fisher). */
export function combine(a: number, b: number): number {
  const product = Math.max(a * b, 1e-300);
  return Math.min(1, product * (1 - Math.log(product)));
}
