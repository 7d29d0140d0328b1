/**
 * Which language a post is in: by script where the script says it, else by characters inside its words. Short posts say
 * little, so what is known of the thread and the author counts for them.
 */
import { gramHashes, hashText, mix } from './hash';
import type { Token } from './text';
import { KEPT, type Kept, type WordForm } from './word-form';

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

function isLatin(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 0x61 && first <= 0x7a) || LATIN.test(word);
}

/** The language of a text whose letters are mostly not Latin, or undefined. */
function byScript(tokens: readonly Token[]): string | undefined {
  let latin = 0;
  let other = 0;
  let sample = '';
  for (const { kind, norm } of tokens) {
    if (kind !== 'word') continue;
    if (isLatin(norm)) latin += norm.length;
    else {
      other += norm.length * 2;
      if (sample.length < 200) sample += norm;
    }
  }
  if (other <= latin || !sample) return undefined;
  return SCRIPTS.find(([script]) => script.test(sample))?.[1] ?? 'und';
}

/** How strongly what is known beforehand speaks: as much as a few words do. */
const PRIOR_STRENGTH = 1;
const UNHEARD = Math.log(0.05);
const NO_PRIOR: Partial<Record<string, number>> = {};

/** What the detector makes of a word. */
interface WordScores extends Kept {
  /** For each class, its grams summed. */
  sums: Float64Array;
  grams: number;
  latin: boolean;
}

export class LanguageDetector {
  /** Used anew for each post. */
  private readonly sums = new Float64Array(DETECTED.length);

  constructor(private readonly model: LanguageModel) {}

  private scoresOf({ norm, kept }: WordForm): WordScores {
    const before = kept[KEPT.language] as WordScores | null;
    if (before?.by === this) return before;
    const { weights, bits } = this.model;
    const classes = DETECTED.length;
    const sums = new Float64Array(classes);
    const slots = (1 << bits) - 1;
    const grams = languageGrams(norm);
    for (const hash of grams) {
      const at = (hash & slots) * classes;
      for (let k = 0; k < classes; k++) sums[k] = (sums[k] as number) + (weights[at + k] as number);
    }
    const scores: WordScores = { by: this, sums, grams: grams.length, latin: isLatin(norm) };
    kept[KEPT.language] = scores;
    return scores;
  }

  /**
   * The likeliest language of the tokens. `prior` is what thread and author speak, as shares; `allowed` leaves out
   * languages that are not in use.
   */
  detect(tokens: readonly Token[], prior = NO_PRIOR, strength = PRIOR_STRENGTH): Detection {
    const classes = DETECTED.length;
    const { sums } = this;
    sums.fill(0);
    let grams = 0;
    let words = 0;
    let isAllLatin = true;
    for (const { kind, form } of tokens) {
      if (kind !== 'word') continue;
      const scores = this.scoresOf(form);
      for (let k = 0; k < classes; k++) sums[k] = (sums[k] as number) + (scores.sums[k] as number);
      grams += scores.grams;
      words++;
      isAllLatin &&= scores.latin;
    }
    const script = isAllLatin ? undefined : byScript(tokens);
    if (script) return { lang: script, confidence: script === 'und' ? 0.5 : 0.95 };
    const { scale, intercepts, temperature } = this.model;
    const value = grams ? scale / Math.sqrt(grams) : 0;
    let best = 0;
    let total = 0;
    for (let k = 0; k < classes; k++) {
      const heard = prior === NO_PRIOR ? 0 : (prior[DETECTED[k] as string] ?? 0);
      const before = strength * (heard === 0 ? UNHEARD : Math.log(0.05 + heard));
      sums[k] = ((sums[k] as number) * value + (intercepts[k] as number)) / temperature + before;
      if ((sums[k] as number) > (sums[best] as number)) best = k;
    }
    const top = sums[best] as number;
    for (const sum of sums) total += Math.exp(sum - top);
    return { lang: DETECTED[best] as string, confidence: words ? 1 / total : 0 };
  }
}
