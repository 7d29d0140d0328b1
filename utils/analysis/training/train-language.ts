/** The language detector: seven classes over hashed character n-grams, learnt from whole posts and from crops of them. */
import { DETECTED, type LanguageModel, languageGrams } from '../language';
import { tokenize } from '../text';
import { type Row, random } from './data';
import { type Example, learn } from './learn';
import { quantise } from './quantise';

const BITS = 15;

function classOf(lang: string): number {
  const at = (DETECTED as readonly string[]).indexOf(lang);
  return at < 0 ? DETECTED.length - 1 : at;
}

function example(words: readonly string[], lang: string, weight: number): Example {
  const hash = Int32Array.from(words.flatMap(languageGrams));
  return {
    hash,
    value: new Float32Array(hash.length).fill(1 / Math.sqrt(hash.length)),
    lang: 0,
    label: classOf(lang),
    weight,
  };
}

/** Each post whole, and `crops` runs of one to six words of it: short posts must be told apart too. */
function examples(rows: readonly Row[], crops: number, weight: number, next: () => number): Example[] {
  return rows.flatMap((row) => {
    const words = tokenize(row.text)
      .filter((token) => token.kind === 'word')
      .map((token) => token.norm);
    if (!words.length) return [];
    const made = [example(words, row.lang, weight)];
    for (let i = 0; i < crops; i++) {
      const size = 1 + Math.floor(next() * 6);
      const from = Math.floor(next() * Math.max(1, words.length - size + 1));
      made.push(example(words.slice(from, from + size), row.lang, weight / 2));
    }
    return made;
  });
}

export function trainLanguage(sets: { posts: Row[]; english: Row[]; other: Row[] }): LanguageModel {
  const next = random(7);
  const all = [
    ...examples(sets.posts, 3, 1, next),
    ...examples(sets.english, 0, 1, next),
    ...examples(sets.other, 4, 6, next),
  ];
  const classes = DETECTED.length;
  const model = learn(all, { classes, bits: BITS, langs: 1, epochs: 6, rate: 0.1, seed: 1 });
  // Softmax ignores what all classes share: taking the mean away leaves smaller numbers.
  for (let slot = 0; slot < 1 << BITS; slot++) {
    let mean = 0;
    for (let k = 0; k < classes; k++) mean += (model.weights[slot * classes + k] as number) / classes;
    for (let k = 0; k < classes; k++)
      model.weights[slot * classes + k] = (model.weights[slot * classes + k] as number) - mean;
  }
  const packed = quantise(model.weights, 1, 15);
  return {
    bits: BITS,
    weights: packed.weights,
    scale: packed.scales[0] as number,
    intercepts: model.intercepts,
    temperature: 1,
  };
}
