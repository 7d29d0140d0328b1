/**
 * Which language a post is in: by script where the script says it, else by characters inside its words. Short posts say
 * little, so what is known of the thread and the author counts for them.
 */
import { gramHashes, hashText, mix } from './hash';
import type { Token } from './text';

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
    if (LATIN.test(word.norm)) latin += word.norm.length;
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
  /** Score of a word for each class, its grams summed; last entry: how many grams. Words repeat. */
  private readonly words = new Map<string, Float32Array>();

  constructor(private readonly model: LanguageModel) {}

  private scoresOf(word: string): Float32Array {
    const known = this.words.get(word);
    if (known) return known;
    const { weights, bits } = this.model;
    const classes = DETECTED.length;
    const sums = new Float32Array(classes + 1);
    const slots = (1 << bits) - 1;
    const grams = languageGrams(word);
    for (const hash of grams) {
      const at = (hash & slots) * classes;
      for (let k = 0; k < classes; k++) sums[k] = (sums[k] as number) + (weights[at + k] as number);
    }
    sums[classes] = grams.length;
    if (this.words.size > 20_000) this.words.clear();
    this.words.set(word, sums);
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
      const scores = this.scoresOf(word.norm);
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
