/** Scores a parsed post by a hashed head, keeping what each token gave. Characters of a word are summed once per word. */
import { charGrams, hasChars, type Parsed } from './features';
import type { HashedHead } from './model';
import type { Token } from './text';
import type { WordForm } from './word-form';

export interface Scored {
  /** Both scores, without intercepts. */
  logits: [number, number];
  /** What each token gave: `byToken[token * 2 + which]`. */
  byToken: Float64Array;
}

/** Scores of a word's characters, and how many grams it has. */
interface WordScore {
  first: number;
  second: number;
  grams: number;
}

export class HashedReader {
  /** `place`: where words keep what this head makes of them. */
  constructor(
    private readonly head: HashedHead,
    private readonly place: number,
  ) {}

  private charsOf({ fold, owner, kept }: WordForm): WordScore {
    if (owner[this.place] === this) return kept[this.place] as WordScore;
    const { weights, bits } = this.head;
    const slots = (1 << bits) - 1;
    const grams = charGrams(fold);
    const score = { first: 0, second: 0, grams: grams.length };
    for (const hash of grams) {
      const at = (hash & slots) * 2;
      score.first += weights[at] as number;
      score.second += weights[at + 1] as number;
    }
    owner[this.place] = this;
    kept[this.place] = score;
    return score;
  }

  score(parsed: Parsed): Scored {
    const { tokens } = parsed;
    const byToken = new Float64Array(Math.max(1, tokens.length) * 2);
    const whole = this.addFeatures(parsed, byToken);
    this.addChars(tokens, byToken);
    const [firstScale, secondScale] = this.head.scales;
    let [first, second] = whole;
    for (let i = 0; i < byToken.length; i += 2) {
      byToken[i] = (byToken[i] as number) * firstScale;
      byToken[i + 1] = (byToken[i + 1] as number) * secondScale;
      first += (byToken[i] as number) / firstScale;
      second += (byToken[i + 1] as number) / secondScale;
    }
    return { logits: [first * firstScale, second * secondScale], byToken };
  }

  /** Words and lexicon. What belongs to no token is given back. */
  private addFeatures(parsed: Parsed, byToken: Float64Array): [number, number] {
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
    return [first, second];
  }

  private addChars(tokens: readonly Token[], byToken: Float64Array): void {
    const scores: (WordScore | undefined)[] = [];
    let grams = 0;
    for (const token of tokens) {
      const score = hasChars(token) ? this.charsOf(token.form) : undefined;
      scores.push(score);
      grams += score?.grams ?? 0;
    }
    const value = 1 / Math.sqrt(Math.max(1, grams));
    for (let t = 0; t < scores.length; t++) {
      const score = scores[t];
      if (!score) continue;
      byToken[t * 2] = (byToken[t * 2] as number) + score.first * value;
      byToken[t * 2 + 1] = (byToken[t * 2 + 1] as number) + score.second * value;
    }
  }
}
