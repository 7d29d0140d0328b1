/** Scores a parsed post by a hashed head, keeping what each token gave. Characters of a word are summed once per word. */
import { charGrams, hasChars, type Parsed } from './features';
import type { HashedHead } from './model';
import type { Token } from './text';
import type { Kept, WordForm } from './word-form';

export interface Scored {
  /** Both scores, without intercepts. */
  logits: [number, number];
  /** What each token gave: `byToken[token * 2 + which]`. Holds until the same head scores another post. */
  byToken: Float64Array;
}

/** Scores of a word's characters, and how many grams it has. */
interface WordScore extends Kept {
  first: number;
  second: number;
  grams: number;
}

const NO_CHARS: WordScore = { by: null, first: 0, second: 0, grams: 0 };

export class HashedReader {
  /** Used anew for each post. */
  private room = new Float64Array(512);
  private readonly rest: [number, number] = [0, 0];
  private readonly scores: WordScore[] = [];

  /** `place`: where words keep what this head makes of them. */
  constructor(
    private readonly head: HashedHead,
    private readonly place: number,
  ) {}

  private charsOf({ fold, kept }: WordForm): WordScore {
    const before = kept[this.place] as WordScore | null;
    if (before?.by === this) return before;
    const { weights, bits } = this.head;
    const slots = (1 << bits) - 1;
    const grams = charGrams(fold);
    let first = 0;
    let second = 0;
    for (const hash of grams) {
      const at = (hash & slots) * 2;
      first += weights[at] as number;
      second += weights[at + 1] as number;
    }
    const score: WordScore = { by: this, first, second, grams: grams.length };
    kept[this.place] = score;
    return score;
  }

  score(parsed: Parsed): Scored {
    const { tokens } = parsed;
    const places = tokens.length * 2;
    if (this.room.length < places) this.room = new Float64Array(places);
    const byToken = this.room;
    byToken.fill(0, 0, places);
    this.addFeatures(parsed, byToken);
    this.addChars(tokens, byToken);
    const [firstScale, secondScale] = this.head.scales;
    let [first, second] = this.rest;
    for (let i = 0; i < places; i += 2) {
      byToken[i] = (byToken[i] as number) * firstScale;
      byToken[i + 1] = (byToken[i + 1] as number) * secondScale;
      first += (byToken[i] as number) / firstScale;
      second += (byToken[i + 1] as number) / secondScale;
    }
    return { logits: [first * firstScale, second * secondScale], byToken };
  }

  /** Words and lexicon. What belongs to no token goes to `rest`. */
  private addFeatures(parsed: Parsed, byToken: Float64Array): void {
    const { weights, bits } = this.head;
    const { hash, group, value, from, span, size } = parsed.features;
    const slots = (1 << bits) - 1;
    let first = 0;
    let second = 0;
    for (let i = 0; i < size; i++) {
      const at = ((hash[i] as number) & slots) * 2;
      const one = weights[at] as number;
      const two = weights[at + 1] as number;
      if (one === 0 && two === 0) continue;
      const tokens = span[i] as number;
      const worth = value[group[i] as number] as number;
      if (tokens === 0) {
        first += one * worth;
        second += two * worth;
        continue;
      }
      const share = worth / tokens;
      const last = ((from[i] as number) + tokens) * 2;
      for (let t = (from[i] as number) * 2; t < last; t += 2) {
        byToken[t] = (byToken[t] as number) + one * share;
        byToken[t + 1] = (byToken[t + 1] as number) + two * share;
      }
    }
    this.rest[0] = first;
    this.rest[1] = second;
  }

  private addChars(tokens: readonly Token[], byToken: Float64Array): void {
    const { scores } = this;
    let grams = 0;
    for (let t = 0; t < tokens.length; t++) {
      const token = tokens[t] as Token;
      const score = hasChars(token) ? this.charsOf(token.form) : NO_CHARS;
      scores[t] = score;
      grams += score.grams;
    }
    const value = 1 / Math.sqrt(Math.max(1, grams));
    for (let t = 0; t < tokens.length; t++) {
      const score = scores[t] as WordScore;
      if (score === NO_CHARS) continue;
      byToken[t * 2] = (byToken[t * 2] as number) + score.first * value;
      byToken[t * 2 + 1] = (byToken[t * 2 + 1] as number) + score.second * value;
    }
  }
}
