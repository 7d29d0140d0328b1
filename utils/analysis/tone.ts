/** Tone: three probabilities, and the label they justify, `mixed` where both sides are strong, or none. */
import type { Tone } from '../core/reading';
import type { Parsed } from './features';
import { HashedReader, type Scored } from './linear';
import type { ReadingModel } from './model';
import { KEPT } from './word-form';

/** Places of the classes in the tone head. */
export const NEGATIVE = 0;
export const POSITIVE = 1;

export interface ToneJudgement {
  tone: Tone;
  scored: Scored;
}

/** Both sides count as strong from here on, when the words say both too. */
const BOTH = 0.15;

/** Whether the words themselves say good and bad. */
function saysBoth(parsed: Parsed): boolean {
  let good = 0;
  let bad = 0;
  for (const value of parsed.polarity) {
    if (value > 0) good += value;
    else bad -= value;
  }
  return good >= 1 && bad >= 1;
}

const UNMOVED = { negative: 0, positive: 0 };

export class ToneReader {
  private readonly head: HashedReader;

  constructor(private readonly model: ReadingModel) {
    this.head = new HashedReader(model.tone, KEPT.tone);
  }

  /** `moved`: by how much corrections move either side. */
  read(parsed: Parsed, moved: { negative: number; positive: number } = UNMOVED): ToneJudgement {
    const scored = this.head.score(parsed);
    const { toneIntercepts, temperature } = this.model;
    const [biasNegative, biasPositive] = toneIntercepts[parsed.lang] ?? (toneIntercepts.und as [number, number]);
    const negativeLogit = ((scored.logits[NEGATIVE] as number) + biasNegative) / temperature + moved.negative;
    const positiveLogit = ((scored.logits[POSITIVE] as number) + biasPositive) / temperature + moved.positive;
    const top = Math.max(0, negativeLogit, positiveLogit);
    const n = Math.exp(negativeLogit - top);
    const u = Math.exp(-top);
    const p = Math.exp(positiveLogit - top);
    const sum = n + u + p;
    const scores = { positive: p / sum, neutral: u / sum, negative: n / sum };
    return { tone: this.label(scores, parsed), scored };
  }

  private label(scores: Tone['scores'], parsed: Parsed): Tone {
    const { positive, neutral, negative } = scores;
    if (parsed.tokens.length === 0) return { label: null, confidence: 0, scores };
    if (positive >= BOTH && negative >= BOTH && neutral < 0.5 && saysBoth(parsed)) {
      return { label: 'mixed', confidence: positive + negative, scores };
    }
    const best = Math.max(positive, neutral, negative);
    const confidence = this.rightAt(best, parsed.lang);
    if (confidence < this.model.abstainBelow) return { label: null, confidence, scores };
    const label = best === positive ? 'positive' : best === negative ? 'negative' : 'neutral';
    return { label, confidence, scores };
  }

  /** How often a judgement this sure was right, on posts held out from training. */
  private rightAt(best: number, lang: string): number {
    const steps = this.model.confidence[lang] ?? this.model.confidence.und;
    return steps?.findLast((step) => best >= step.from)?.right ?? best;
  }
}
