/**
 * What we answered before, found again. A new message is compared with the messages we answered (words and
 * character runs), never with our answers: that was measured to be worse than chance.
 */
import type { AnsweredPair, DraftReason, Outcome } from '../core/draft';
import type { PostKey } from '../core/post';
import { pickDiverse, type Shape, shapeOf, supporters } from './agreement';
import { TermIndex } from './index-terms';
import { contentStems, gramTerms, hashTerm, wordTerms } from './words';

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
  /** Share of the meaning of the new message that the old one has too, 0 to 1. */
  overlap: number;
  why: DraftReason[];
}

const WORDS_WEIGHT = 0.4;
const GRAMS_WEIGHT = 0.6;
/** Candidates compared with each other: more cost time and change nothing. */
const POOL = 50;
/** How sharply likelihood falls with score. */
const SHARPNESS = 2.5;
const DAY = 86_400_000;

/** What happened next, as a factor: an answer that was thanked is worth more than one that started a quarrel. */
const OUTCOME_FACTOR: Record<Outcome, number> = { thanked: 1.12, solved: 1.1, silence: 0.97, argued: 0.6 };

export class ReplyMemory {
  #pairs: AnsweredPair[] = [];
  #shapes: (Shape | null)[] = [];
  #places = new Map<PostKey, number>();
  #words = new TermIndex();
  #grams = new TermIndex();

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
  }

  /** Never found again. */
  forget(id: PostKey): void {
    this.#places.delete(id);
  }

  /** The few past answers most worth sending again, best first. */
  search(query: MemoryQuery, limit: number): Remembered[] {
    const candidates = this.#candidates(query);
    const shapes = candidates.map(({ place }) => this.#shape(place));
    const top = candidates[0]?.score ?? 0;
    const weights = candidates.map(({ score }) => Math.exp(((score - top) / (top || 1)) * SHARPNESS));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const chances = weights.map((weight) => weight / sum);
    const asked = contentStems(query.message);
    return pickDiverse(shapes, chances, limit).map((index) => {
      const pair = this.#pairs[candidates[index]?.place ?? 0] as AnsweredPair;
      const overlap = this.#overlap(asked, pair.message);
      return { pair, overlap, why: reasons(pair, query, overlap, supporters(shapes, chances, index)) };
    });
  }

  #candidates(query: MemoryQuery): { place: number; score: number }[] {
    const scores = new Float64Array(this.#pairs.length);
    this.#words.score(wordTerms(query.message), WORDS_WEIGHT, scores);
    this.#grams.score(gramTerms(query.message), GRAMS_WEIGHT, scores);
    const found: { place: number; score: number }[] = [];
    const person = query.person.toLowerCase();
    scores.forEach((score, place) => {
      const pair = this.#pairs[place] as AnsweredPair;
      if (this.#places.get(pair.id) !== place) return;
      if (query.lang && pair.lang && pair.lang !== query.lang) return;
      const age = Math.max(0, query.now - pair.at) / DAY;
      const factor =
        (pair.outcome ? OUTCOME_FACTOR[pair.outcome] : 1) *
        (1 + 0.05 * Math.exp(-age / 60)) *
        (person && pair.person.toLowerCase() === person ? 1.05 : 1);
      // Even without a word in common an answer of ours is a little likely: small memories are mostly one subject.
      found.push({ place, score: (score + 0.001) * factor });
    });
    return found.sort((a, b) => b.score - a.score || b.place - a.place).slice(0, POOL);
  }

  #shape(place: number): Shape {
    this.#shapes[place] ??= shapeOf(this.#pairs[place]?.reply ?? '');
    return this.#shapes[place];
  }

  #overlap(asked: ReadonlySet<string>, message: string): number {
    const said = contentStems(message);
    let all = 0;
    let shared = 0;
    for (const word of asked) {
      const rarity = this.#words.rarity(hashTerm(word));
      all += rarity;
      if (said.has(word)) shared += rarity;
    }
    return all > 0 ? shared / all : 0;
  }
}

function reasons(pair: AnsweredPair, query: MemoryQuery, overlap: number, agreeing: number): DraftReason[] {
  const why: DraftReason[] = [];
  if (pair.outcome === 'thanked' || pair.outcome === 'solved') why.push(pair.outcome);
  if (query.person && pair.person.toLowerCase() === query.person.toLowerCase()) why.push('samePerson');
  if (agreeing >= 2) why.push('severalAgree');
  if (overlap > 0) why.push('sameWords');
  if (query.now - pair.at < 14 * DAY) why.push('recent');
  return why;
}
