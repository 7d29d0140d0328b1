/** Intents, several at once, by the signals of a post; each with the phrases that speak for it. */
import { INTENTS } from '../core/reading';
import type { Parsed } from './features';
import type { Match } from './lexicon/lexicon';
import type { DenseHead, IntentHead, ReadingModel } from './model';
import { placeOf, SIGNALS } from './signals';

/** Judged as intents are; irony is told as a hint only. */
export const HEADS: readonly IntentHead[] = [...INTENTS, 'irony'];

/** Places of the signals that are there: most are not. */
export function presentIn(signals: Float64Array): number[] {
  const places: number[] = [];
  for (let i = 0; i < signals.length; i++) if (signals[i]) places.push(i);
  return places;
}

/** `moved`: by how much corrections move the outcome. */
export function probability(head: DenseHead, signals: Float64Array, present: readonly number[], moved = 0): number {
  let z = head.intercept;
  for (const i of present) z += (head.weights[i] as number) * (signals[i] as number);
  return 1 / (1 + Math.exp(-(head.slope * z + head.shift + moved)));
}

/** How much a phrase speaks for a head: the weight of the signal it sets. */
export function pull(head: DenseHead, match: Match, parsed: Parsed): number {
  const place = placeOf(match.tag);
  if (place < 0) return 0;
  const turned = parsed.under[match.from] === 1 && match.tag !== 'not';
  const kind = turned ? 3 : Math.min(2, match.to - match.from - 1);
  return head.weights[place + kind] as number;
}

/** Throws where the model was trained for other signals. */
export function checkSignals(model: ReadingModel): void {
  if (model.signals.join() !== SIGNALS.join()) throw new TypeError('the model was trained for other signals');
}
