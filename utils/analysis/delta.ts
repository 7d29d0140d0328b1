/**
 * What the user's corrections add to the model: a small linear delta over hashed words, learnt one correction at a time,
 * bounded, and made again from the list of corrections whenever it changes, so that undoing one undoes all it taught.
 * Similar posts share words, so they move with it; a post that shares one common word does not.
 */
import type { CorrectedLabel, Correction } from '../core/correction';
import { INTENTS, type Intent } from '../core/reading';
import { FeatureList, type Parsed, parse, WORDS } from './features';
import type { Token } from './text';

/** Heads of the delta: both sides of the tone, each intent, needs a reply. */
const HEADS = ['negative', 'positive', ...INTENTS, 'needsReply'] as const;
type Head = (typeof HEADS)[number];
const HEAD = new Map<Head, number>(HEADS.map((name, i) => [name, i]));

/** Logit by which the corrected words themselves are moved; no post is ever moved further. */
const STEP = 3;
/** A move smaller than this is one word in common: left out. */
const TOO_LITTLE = 0.6;
/** The newest corrections count; a year of daily ones fits. */
export const MOST_CORRECTIONS = 1000;
const MOST_FEATURES = 64;
/** Later corrections must not undo earlier ones that share words with them. */
const PASSES = 3;

/** By how much a post's logits are moved, by head. */
export interface Shift {
  negative: number;
  positive: number;
  needsReply: number;
  intents: Partial<Record<Intent, number>>;
}

/** Words that say little by themselves: only in pairs do they tell posts apart. */
const tells = (token: Token | undefined) => token !== undefined && token.kind !== 'mark' && token.fold.length > 3;

/** Hashes by which similar posts are known: telling words, and pairs of words. */
export function deltaFeatures(parsed: Parsed): number[] {
  const { hash, group, from, span, size } = parsed.features;
  const found = new Set<number>();
  for (let i = 0; i < size && found.size < MOST_FEATURES; i++) {
    if (group[i] !== WORDS) continue;
    if ((span[i] as number) < 2 && !tells(parsed.tokens[from[i] as number])) continue;
    found.add(hash[i] as number);
  }
  return [...found];
}

const list = new FeatureList();

/** The same of a text that is not being read. */
export function featuresOfText(text: string, lang: string): number[] {
  return deltaFeatures(parse(text, lang, list));
}

/** Where a correction wants the heads to be. */
function targets(label: CorrectedLabel, to: string): [Head, number][] {
  if (label !== 'tone') return [[label, to === 'yes' ? STEP : -STEP]];
  switch (to) {
    case 'positive':
      return [
        ['positive', STEP],
        ['negative', -STEP],
      ];
    case 'negative':
      return [
        ['positive', -STEP],
        ['negative', STEP],
      ];
    case 'mixed':
      return [
        ['positive', STEP / 2],
        ['negative', STEP / 2],
      ];
    default:
      return [
        ['positive', -STEP],
        ['negative', -STEP],
      ];
  }
}

export class Delta {
  /** Digest of the corrections it was learnt from: another list reads again. */
  readonly digest: string;
  private readonly weights = new Map<number, Float64Array>();

  constructor(corrections: readonly Correction[]) {
    const used = corrections
      .filter(({ features }) => features && features.length > 0)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .slice(-MOST_CORRECTIONS);
    let digest = 0;
    for (const { id, to, textHash } of used) {
      for (const char of `${id}|${to}|${textHash}`) digest = (Math.imul(digest, 31) + (char.codePointAt(0) ?? 0)) | 0;
    }
    this.digest = used.length > 0 ? `${used.length}-${(digest >>> 0).toString(36)}` : '';
    for (let pass = 0; pass < PASSES; pass++) for (const correction of used) this.learn(correction);
  }

  /** Moves the weights so that these words reach the target (normalised least mean squares). */
  private learn({ features = [], label, to }: Correction): void {
    const value = 1 / Math.sqrt(features.length);
    for (const [head, target] of targets(label, to)) {
      const k = HEAD.get(head) as number;
      let now = 0;
      for (const feature of features) now += (this.weights.get(feature)?.[k] ?? 0) * value;
      for (const feature of features) {
        const row = this.weights.get(feature) ?? new Float64Array(HEADS.length);
        row[k] = (row[k] as number) + (target - now) * value;
        this.weights.set(feature, row);
      }
    }
  }

  /** By how much this post moves, or undefined where nothing like it was corrected. */
  shiftOf(parsed: Parsed): Shift | undefined {
    if (this.weights.size === 0) return undefined;
    const features = deltaFeatures(parsed);
    const sums = new Float64Array(HEADS.length);
    let hits = 0;
    for (const feature of features) {
      const row = this.weights.get(feature);
      if (!row) continue;
      hits++;
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (row[k] as number);
    }
    if (hits === 0) return undefined;
    const value = 1 / Math.sqrt(features.length);
    const of = (head: Head) => {
      const sum = (sums[HEAD.get(head) as number] as number) * value;
      return Math.abs(sum) < TOO_LITTLE ? 0 : Math.max(-STEP, Math.min(STEP, sum));
    };
    const intents: Shift['intents'] = {};
    for (const name of INTENTS) if (of(name) !== 0) intents[name] = of(name);
    return { negative: of('negative'), positive: of('positive'), needsReply: of('needsReply'), intents };
  }
}
