/** Multinomial logistic regression by AdaGrad over hashed features, with an intercept per language. */
import { FeatureList, parse } from '../features';
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

export function exampleOf(text: string, lang: string, langIndex: number, label: number, weight = 1): Example {
  parse(text, lang, list);
  const hash = list.hash.slice(0, list.size);
  const value = new Float32Array(list.size);
  for (let i = 0; i < list.size; i++) value[i] = list.value[list.group[i] as number] as number;
  return { hash, value, lang: langIndex, label, weight };
}

export interface LearnOptions {
  classes: number;
  bits: number;
  langs: number;
  epochs: number;
  rate: number;
  seed: number;
  /** Share of features left out at each step, at random. */
  dropout?: number;
  l2?: number;
  /** Label smoothing. */
  smooth?: number;
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
  const { classes, bits, langs, epochs, rate, seed, dropout = 0, l2 = 0, smooth = 0 } = options;
  const weights = new Float32Array((1 << bits) * classes);
  const squares = new Float32Array(weights.length);
  const intercepts = new Float32Array(langs * classes);
  const interceptSquares = new Float32Array(intercepts.length);
  const model: Linear = { bits, classes, weights, intercepts };
  const slotMask = (1 << bits) - 1;
  const next = random(seed);
  const order = examples.map((_, i) => i);
  const p = new Float64Array(classes);
  const keep = new Uint8Array(65536);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffle(order, next)) {
      const e = examples[index] as Example;
      const { hash, value } = e;
      const size = hash.length;
      const scale = dropout ? 1 / (1 - dropout) : 1;
      for (let k = 0; k < classes; k++) p[k] = intercepts[e.lang * classes + k] as number;
      for (let i = 0; i < size; i++) {
        if (dropout) {
          keep[i] = next() >= dropout ? 1 : 0;
          if (!keep[i]) continue;
        }
        const at = ((hash[i] as number) & slotMask) * classes;
        const v = (value[i] as number) * scale;
        for (let k = 0; k < classes; k++) p[k] = (p[k] as number) + v * (weights[at + k] as number);
      }
      softmax(p);
      for (let k = 0; k < classes; k++) {
        const target = (k === e.label ? 1 - smooth : 0) + smooth / classes;
        p[k] = ((p[k] as number) - target) * e.weight;
        const j = e.lang * classes + k;
        const g = p[k] as number;
        interceptSquares[j] = (interceptSquares[j] as number) + g * g;
        intercepts[j] = (intercepts[j] as number) - (rate * g) / Math.sqrt((interceptSquares[j] as number) + 1e-8);
      }
      for (let i = 0; i < size; i++) {
        if (dropout && !keep[i]) continue;
        const at = ((hash[i] as number) & slotMask) * classes;
        const v = (value[i] as number) * scale;
        for (let k = 0; k < classes; k++) {
          const j = at + k;
          const w = weights[j] as number;
          const g = (p[k] as number) * v + l2 * w;
          const s = (squares[j] as number) + g * g;
          squares[j] = s;
          if (s > 0) weights[j] = w - (rate * g) / Math.sqrt(s + 1e-10);
        }
      }
    }
  }
  return model;
}
