/** Multinomial logistic regression by AdaGrad over hashed features, with an intercept per language. */
import { charGrams, FeatureList, hasChars, parse } from '../features';
import { random, shuffle } from './data';

/** One post as slots and values, ready for many passes. */
export interface Example {
  hash: Int32Array;
  value: Float32Array;
  /** Index of the language's intercepts. */
  lang: number;
  label: number;
  weight: number;
}

const list = new FeatureList();

/** The features of a post as the heads will see them; `extra` are further slots with values of their own. */
export function featuresOf(text: string, lang: string, extra: [hash: number, value: number][] = []) {
  const { tokens } = parse(text, lang, list);
  const chars = tokens.filter(hasChars).flatMap((token) => charGrams(token.fold));
  const size = list.size + chars.length + extra.length;
  const hash = new Int32Array(size);
  const value = new Float32Array(size);
  hash.set(list.hash.subarray(0, list.size));
  for (let i = 0; i < list.size; i++) value[i] = list.value[list.group[i] as number] as number;
  hash.set(chars, list.size);
  value.fill(1 / Math.sqrt(Math.max(1, chars.length)), list.size, list.size + chars.length);
  extra.forEach(([h, v], i) => {
    hash[list.size + chars.length + i] = h;
    value[list.size + chars.length + i] = v;
  });
  return { hash, value };
}

export function exampleOf(text: string, lang: string, langIndex: number, label: number, weight = 1): Example {
  return { ...featuresOf(text, lang), lang: langIndex, label, weight };
}

export interface LearnOptions {
  classes: number;
  bits: number;
  langs: number;
  epochs: number;
  rate: number;
  seed: number;
}

export interface Linear {
  bits: number;
  classes: number;
  /** `weights[slot * classes + class]`. */
  weights: Float32Array;
  /** `intercepts[lang * classes + class]`. */
  intercepts: Float32Array;
}

export function scores(model: Linear, example: Example, out: Float64Array): Float64Array {
  const { classes, weights, intercepts } = model;
  const slotMask = (1 << model.bits) - 1;
  for (let k = 0; k < classes; k++) out[k] = intercepts[example.lang * classes + k] as number;
  for (let i = 0; i < example.hash.length; i++) {
    const at = ((example.hash[i] as number) & slotMask) * classes;
    const value = example.value[i] as number;
    for (let k = 0; k < classes; k++) out[k] = (out[k] as number) + value * (weights[at + k] as number);
  }
  return out;
}

export function softmax(z: Float64Array, temperature = 1): Float64Array {
  let top = -Infinity;
  for (const x of z) top = Math.max(top, x);
  let sum = 0;
  for (let k = 0; k < z.length; k++) {
    z[k] = Math.exp(((z[k] as number) - top) / temperature);
    sum += z[k] as number;
  }
  for (let k = 0; k < z.length; k++) z[k] = (z[k] as number) / sum;
  return z;
}

export function learn(examples: readonly Example[], options: LearnOptions): Linear {
  const { classes, bits, langs, epochs, rate, seed } = options;
  const weights = new Float32Array((1 << bits) * classes);
  const squares = new Float32Array(weights.length);
  const intercepts = new Float32Array(langs * classes);
  const interceptSquares = new Float32Array(intercepts.length);
  const model: Linear = { bits, classes, weights, intercepts };
  const slots = (1 << bits) - 1;
  const next = random(seed);
  const order = examples.map((_, i) => i);
  const p = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffle(order, next)) {
      const e = examples[index] as Example;
      softmax(scores(model, e, p));
      for (let k = 0; k < classes; k++) {
        const g = ((p[k] as number) - (k === e.label ? 1 : 0)) * e.weight;
        const j = e.lang * classes + k;
        p[k] = g;
        interceptSquares[j] = (interceptSquares[j] as number) + g * g;
        intercepts[j] = (intercepts[j] as number) - (rate * g) / Math.sqrt((interceptSquares[j] as number) + 1e-8);
      }
      step(weights, squares, e, p, classes, slots, rate);
    }
  }
  return model;
}

/** One AdaGrad step along the gradients `p` of an example. */
function step(
  weights: Float32Array,
  squares: Float32Array,
  e: { hash: Int32Array; value: Float32Array },
  p: Float64Array,
  classes: number,
  slots: number,
  rate: number,
): void {
  for (let i = 0; i < e.hash.length; i++) {
    const at = ((e.hash[i] as number) & slots) * classes;
    const v = e.value[i] as number;
    for (let k = 0; k < classes; k++) {
      const g = (p[k] as number) * v;
      if (g === 0) continue;
      const j = at + k;
      const s = (squares[j] as number) + g * g;
      squares[j] = s;
      weights[j] = (weights[j] as number) - (rate * g) / Math.sqrt(s + 1e-10);
    }
  }
}

/** One post with several yes-or-no labels; weight 0 where a label is not known. */
export interface ManyExample {
  hash: Int32Array;
  value: Float32Array;
  labels: Uint8Array;
  weights: Float32Array;
}

/** Logits of several independent yes-or-no heads. */
export function manyScores(
  model: Linear,
  e: { hash: Int32Array; value: Float32Array },
  out: Float64Array,
): Float64Array {
  return scores(model, { ...e, lang: 0, label: 0, weight: 1 }, out);
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Several yes-or-no heads over the same features, learnt together. */
export function learnMany(examples: readonly ManyExample[], options: Omit<LearnOptions, 'langs'>): Linear {
  const { classes, bits, epochs, rate, seed } = options;
  const weights = new Float32Array((1 << bits) * classes);
  const squares = new Float32Array(weights.length);
  const intercepts = new Float32Array(classes);
  const interceptSquares = new Float32Array(classes);
  const model: Linear = { bits, classes, weights, intercepts };
  const next = random(seed);
  const order = examples.map((_, i) => i);
  const p = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffle(order, next)) {
      const e = examples[index] as ManyExample;
      manyScores(model, e, p);
      for (let k = 0; k < classes; k++) {
        const g = (sigmoid(p[k] as number) - (e.labels[k] as number)) * (e.weights[k] as number);
        p[k] = g;
        interceptSquares[k] = (interceptSquares[k] as number) + g * g;
        intercepts[k] = (intercepts[k] as number) - (rate * g) / Math.sqrt((interceptSquares[k] as number) + 1e-8);
      }
      step(weights, squares, e, p, classes, (1 << bits) - 1, rate);
    }
  }
  return model;
}
