/**
 * Which language a post is in: by script where the script says it, else by characters inside its words. Short posts say
 * little, so what is known of the thread and the author counts for them.
 */
import { gramHashes, hashText, mix } from './hash';
import type { Token } from './text';
import { KEPT, type WordForm } from './word-form';

/** Read in depth. Anything else the detector knows of is `und`. */
export const LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'it'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Classes of the detector, in the order of its weights. */
export const DETECTED = [...LANGUAGES, 'und'] as const;

/** Weights of the detector: `weights[slot * 7 + class]`. */
export interface LanguageModel {
  bits: number;
  weights: Int8Array;
  scale: number;
  intercepts: Float32Array;
  temperature: number;
}

export interface Detection {
  lang: string;
  confidence: number;
}

const GRAM_SEED = hashText('lang:');
const WORD_SEED = hashText('lang-word:');

/** Features of one word: its 1-4-grams with its borders, and itself. */
export function languageGrams(word: string): number[] {
  const grams = gramHashes(` ${word.slice(0, 30)} `, 1, 4, GRAM_SEED);
  grams.push(mix(hashText(word, WORD_SEED)));
  return grams;
}

/** Languages told by their script alone. Scripts shared by many languages (Cyrillic, Arabic) say nothing here. */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
];
const LATIN = /\p{Script=Latin}/u;

/** The language of a text whose letters are mostly not Latin, or undefined. */
function byScript(words: readonly Token[]): string | undefined {
  let latin = 0;
  let other = 0;
  let sample = '';
  for (const word of words) {
    const first = word.norm.charCodeAt(0);
    if ((first >= 0x61 && first <= 0x7a) || LATIN.test(word.norm)) latin += word.norm.length;
    else {
      other += word.norm.length * 2;
      if (sample.length < 200) sample += word.norm;
    }
  }
  if (other <= latin || !sample) return undefined;
  return SCRIPTS.find(([script]) => script.test(sample))?.[1] ?? 'und';
}

/** How strongly what is known beforehand speaks: as much as a few words do. */
const PRIOR_STRENGTH = 1;

export class LanguageDetector {
  constructor(private readonly model: LanguageModel) {}

  /** Score of a word for each class, its grams summed; last entry: how many grams. */
  private scoresOf({ norm, owner, kept }: WordForm): Float32Array {
    if (owner[KEPT.language] === this) return kept[KEPT.language] as Float32Array;
    const { weights, bits } = this.model;
    const classes = DETECTED.length;
    const sums = new Float32Array(classes + 1);
    const slots = (1 << bits) - 1;
    const grams = languageGrams(norm);
    for (const hash of grams) {
      const at = (hash & slots) * classes;
      for (let k = 0; k < classes; k++) sums[k] = (sums[k] as number) + (weights[at + k] as number);
    }
    sums[classes] = grams.length;
    owner[KEPT.language] = this;
    kept[KEPT.language] = sums;
    return sums;
  }

  /**
   * The likeliest language of the tokens. `prior` is what thread and author speak, as shares; `allowed` leaves out
   * languages that are not in use.
   */
  detect(tokens: readonly Token[], prior: Partial<Record<string, number>> = {}, strength = PRIOR_STRENGTH): Detection {
    const words = tokens.filter((token) => token.kind === 'word');
    const script = byScript(words);
    if (script) return { lang: script, confidence: script === 'und' ? 0.5 : 0.95 };
    const classes = DETECTED.length;
    const sums = new Float64Array(classes);
    let grams = 0;
    for (const word of words) {
      const scores = this.scoresOf(word.form);
      for (let k = 0; k < classes; k++) sums[k] = (sums[k] as number) + (scores[k] as number);
      grams += scores[classes] as number;
    }
    const { scale, intercepts, temperature } = this.model;
    const value = grams ? scale / Math.sqrt(grams) : 0;
    let best = 0;
    let total = 0;
    for (let k = 0; k < classes; k++) {
      const before = strength * Math.log(0.05 + (prior[DETECTED[k] as string] ?? 0));
      sums[k] = ((sums[k] as number) * value + (intercepts[k] as number)) / temperature + before;
      if ((sums[k] as number) > (sums[best] as number)) best = k;
    }
    const top = sums[best] as number;
    for (const sum of sums) total += Math.exp(sum - top);
    return { lang: DETECTED[best] as string, confidence: words.length ? 1 / total : 0 };
  }
}
