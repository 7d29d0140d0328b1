/**
 * What we answered before, found again. A new message is compared with the messages we answered (words, what they mean, and runs
 * of characters), never with our answers: that was measured to be worse than chance.
 */
import type { AnsweredPair, DraftReason, Outcome } from '../core/draft';
import type { PostKey } from '../core/post';
import { likeness, pickDiverse, SAYS_THE_SAME, type Shape, shapeOf } from './agreement';
import { TermIndex } from './index-terms';
import { conceptTerms, contentStems, gramTerms, wordTerms } from './words';

/** What is asked of the memory. */
export interface MemoryQuery {
  message: string;
  /** BCP 47 primary; answers known to be in another language are left out. null = any. */
  lang: string | null;
  /** Name of who is to be answered. */
  person: string;
  now: number;
}

/** A past answer that may serve again. */
export interface Remembered {
  pair: AnsweredPair;
  /** How likely it answers the new message too, 0 to 1. */
  likely: number;
  why: DraftReason[];
}

interface Candidate {
  pair: AnsweredPair;
  shape: Shape;
  score: number;
  /** Share of the belief that this is the one, 0 to 1 over all candidates. */
  chance: number;
}

const WORDS_WEIGHT = 0.4;
const GRAMS_WEIGHT = 0.6;
/** Meanings help where there are few words; a long message says enough by itself. */
const CONCEPTS_WEIGHT = 0.6;
const SHORT_MESSAGE = 10;
/** Candidates compared with each other: more cost time and change nothing. */
const POOL = 50;
/** How sharply belief falls with score. */
const SHARPNESS = 3;
const DAY = 86_400_000;

/** What happened next, as a factor: an answer that was thanked is worth more than one that started a quarrel. */
const OUTCOME_FACTOR: Record<Outcome, number> = { thanked: 1.12, solved: 1.1, silence: 0.97, argued: 0.6 };

const FEW = 4;
/** The most that outcome, recency and person can raise a score by. */
const MOST_FACTOR = 1.12 * 1.05 * 1.05;

/** Logistic weights, fitted on whether the best pick was right (docs/replies.md). */
const LIKELY = { words: 1.7, concepts: 1.5, grams: 1.1, agreeing: 4.2, base: -3.1 };

export class ReplyMemory {
  #pairs: AnsweredPair[] = [];
  #shapes: (Shape | null)[] = [];
  #places = new Map<PostKey, number>();
  #words = new TermIndex();
  #grams = new TermIndex();
  #concepts = new TermIndex();

  get size(): number {
    return this.#places.size;
  }

  /** Learns a pair. A pair known already only has its outcome and wording brought up to date. */
  add(pair: AnsweredPair): void {
    const place = this.#places.get(pair.id);
    if (place !== undefined && this.#pairs[place]?.message === pair.message) {
      if (this.#pairs[place].reply !== pair.reply) this.#shapes[place] = null;
      this.#pairs[place] = pair;
      return;
    }
    this.forget(pair.id);
    this.#places.set(pair.id, this.#pairs.length);
    this.#pairs.push(pair);
    this.#shapes.push(null);
    this.#words.add(wordTerms(pair.message));
    this.#grams.add(gramTerms(pair.message));
    this.#concepts.add(conceptTerms(pair.message));
  }

  /** Never found again. What it said is dropped; its place in the indexes holds hashes only. */
  forget(id: PostKey): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#places.delete(id);
    this.#shapes[place] = null;
    this.#pairs[place] = { id: '', at: 0, person: '', message: '', reply: '', lang: null, outcome: null };
  }

  /** The few past answers most worth sending again, best first. */
  search(query: MemoryQuery, limit: number): Remembered[] {
    const candidates = this.#candidates(query);
    const shapes = candidates.map(({ shape }) => shape);
    const chances = candidates.map(({ chance }) => chance);
    return pickDiverse(shapes, chances, limit).map((place) => {
      const picked = candidates[place] as Candidate;
      const alike = candidates.filter(
        (other) => other === picked || likeness(picked.shape, other.shape) > SAYS_THE_SAME,
      );
      // In a memory of a handful everything agrees with itself: that is no evidence.
      const agreeing = alike.reduce((sum, { chance }) => sum + chance, 0) * (1 - FEW / (candidates.length + FEW));
      return {
        pair: picked.pair,
        likely: likelihood(query.message, picked.pair.message, agreeing),
        why: reasons(picked.pair, query, alike.length),
      };
    });
  }

  #candidates(query: MemoryQuery): Candidate[] {
    const found = this.#best(query, this.#scores(query.message));
    const top = found[0]?.score ?? 0;
    const pool = found.map(({ place, score }) => ({
      pair: this.#pairs[place] as AnsweredPair,
      shape: this.#shape(place),
      score,
      chance: Math.exp(((score - top) / (top || 1)) * SHARPNESS),
    }));
    const sum = pool.reduce((total, { chance }) => total + chance, 0);
    for (const candidate of pool) candidate.chance /= sum;
    return pool;
  }

  /** The few with the highest scores, without sorting all. */
  #best(query: MemoryQuery, scores: Float64Array): { place: number; score: number }[] {
    const person = query.person.toLowerCase();
    const best: { place: number; score: number }[] = [];
    let least = 0;
    for (const place of this.#places.values()) {
      // Even without a word in common an answer of ours is a little likely: small memories are mostly one subject.
      const raw = (scores[place] ?? 0) + 0.001;
      if (raw * MOST_FACTOR <= least) continue;
      const pair = this.#pairs[place] as AnsweredPair;
      if (query.lang && pair.lang && pair.lang !== query.lang) continue;
      const score = raw * factorOf(pair, person, query.now);
      if (best.length === POOL && score < least) continue;
      let at = best.length;
      while (at > 0 && isBefore({ place, score }, best[at - 1])) at--;
      best.splice(at, 0, { place, score });
      if (best.length > POOL) best.pop();
      if (best.length === POOL) least = best.at(-1)?.score ?? 0;
    }
    return best;
  }

  #scores(message: string): Float64Array {
    const scores = new Float64Array(this.#pairs.length);
    this.#words.score(wordTerms(message), WORDS_WEIGHT, scores);
    this.#grams.score(gramTerms(message), GRAMS_WEIGHT, scores);
    const brevity = Math.min(1, SHORT_MESSAGE / (1 + contentStems(message).size));
    this.#concepts.score(conceptTerms(message), CONCEPTS_WEIGHT * brevity, scores);
    return scores;
  }

  #shape(place: number): Shape {
    this.#shapes[place] ??= shapeOf(this.#pairs[place]?.reply ?? '');
    return this.#shapes[place];
  }
}

/** Higher scores first; of equals the newer. */
function isBefore(one: { place: number; score: number }, other: { place: number; score: number } | undefined): boolean {
  return !other || one.score > other.score || (one.score === other.score && one.place > other.place);
}

function factorOf(pair: AnsweredPair, person: string, now: number): number {
  const age = Math.max(0, now - pair.at) / DAY;
  const outcome = pair.outcome ? OUTCOME_FACTOR[pair.outcome] : 1;
  return outcome * (1 + 0.05 * Math.exp(-age / 60)) * (person && pair.person.toLowerCase() === person ? 1.05 : 1);
}

function likelihood(asked: string, before: string, agreeing: number): number {
  const words = shared(contentStems(asked), contentStems(before));
  const concepts = shared(new Set(conceptTerms(asked)), new Set(conceptTerms(before)));
  if (words + concepts === 0) return 0.1;
  const sum =
    LIKELY.base +
    LIKELY.words * words +
    LIKELY.concepts * concepts +
    LIKELY.grams * shared(new Set(gramTerms(asked)), new Set(gramTerms(before))) +
    LIKELY.agreeing * agreeing;
  return 1 / (1 + Math.exp(-sum));
}

/** Dice: twice what both have, of all that both have. */
function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let both = 0;
  for (const one of a) if (b.has(one)) both++;
  return (2 * both) / (a.size + b.size || 1);
}

function reasons(pair: AnsweredPair, query: MemoryQuery, agreeing: number): DraftReason[] {
  const why: DraftReason[] = [];
  if (pair.outcome === 'thanked' || pair.outcome === 'solved') why.push(pair.outcome);
  if (query.person && pair.person.toLowerCase() === query.person.toLowerCase()) why.push('samePerson');
  if (agreeing >= 3) why.push('severalAgree');
  why.push('sameWords');
  if (query.now - pair.at < 14 * DAY) why.push('recent');
  return why;
}
