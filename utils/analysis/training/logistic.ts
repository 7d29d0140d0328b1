/** Small logistic regression (full batch, Adam, L2) over sparse rows: for heads that learn from a thousand posts of our own. */

export interface Dense {
  weights: Float64Array;
  intercept: number;
}

/** What is there of a row: places and values. Most of it is not. */
export interface Sparse {
  at: Int32Array;
  value: Float64Array;
}

export function sparse(row: Float64Array): Sparse {
  const at = Int32Array.from([...row.keys()].filter((j) => row[j]));
  return { at, value: Float64Array.from(at, (j) => row[j] as number) };
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

export interface FitOptions {
  /** `weight` counts a row more or less, 0 leaves it out. */
  weight: readonly number[];
  size: number;
  /** Pull towards `prior`, by place. */
  l2: (place: number) => number;
  steps?: number;
  prior?: Dense;
}

/** Fits one yes-or-no head. */
export function fitLogistic(rows: readonly Sparse[], labels: readonly number[], options: FitOptions): Dense {
  const { weight, size, l2, steps = 150, prior } = options;
  const used = rows.map((_, i) => i).filter((i) => (weight[i] as number) > 0);
  const start = new Float64Array(size + 1);
  if (prior) {
    start.set(prior.weights);
    start[size] = prior.intercept;
  }
  const w = start.slice();
  const m = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  const g = new Float64Array(size + 1);
  const total = used.reduce((sum, i) => sum + (weight[i] as number), 0);
  const pulls = Float64Array.from({ length: size }, (_, j) => l2(j) / total);
  for (let step = 1; step <= steps; step++) {
    g.fill(0);
    for (const i of used) {
      const { at, value } = rows[i] as Sparse;
      let z = w[size] as number;
      for (let n = 0; n < at.length; n++) z += (w[at[n] as number] as number) * (value[n] as number);
      const error = ((sigmoid(z) - (labels[i] as number)) * (weight[i] as number)) / total;
      for (let n = 0; n < at.length; n++) {
        const j = at[n] as number;
        g[j] = (g[j] as number) + error * (value[n] as number);
      }
      g[size] = (g[size] as number) + error;
    }
    const rate = 0.1 * (step < steps / 2 ? 1 : 2 * (1 - step / steps) + 0.01);
    const mScale = 1 / (1 - 0.9 ** step);
    const vScale = 1 / (1 - 0.99 ** step);
    for (let j = 0; j <= size; j++) {
      const slope =
        (g[j] as number) + (j < size ? (pulls[j] as number) * ((w[j] as number) - (start[j] as number)) : 0);
      m[j] = 0.9 * (m[j] as number) + 0.1 * slope;
      v[j] = 0.99 * (v[j] as number) + 0.01 * slope * slope;
      w[j] = (w[j] as number) - (rate * (m[j] as number) * mScale) / (Math.sqrt((v[j] as number) * vScale) + 1e-8);
    }
  }
  return { weights: w.slice(0, size), intercept: w[size] as number };
}

export function logit(model: Dense, { at, value }: Sparse): number {
  let z = model.intercept;
  for (let n = 0; n < at.length; n++) z += (model.weights[at[n] as number] as number) * (value[n] as number);
  return z;
}
