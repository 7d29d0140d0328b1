/** Small dense logistic regression (full batch, Adam, L2): for heads that learn from a thousand posts of our own. */

export interface Dense {
  weights: Float64Array;
  intercept: number;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Fits one yes-or-no head. `weight` counts a row more or less, 0 leaves it out; `l2` pulls towards `prior`. */
export function fitLogistic(
  rows: readonly Float64Array[],
  labels: readonly number[],
  weight: readonly number[],
  l2: number,
  steps = 300,
  prior?: Dense,
): Dense {
  const used = rows.map((_, i) => i).filter((i) => (weight[i] as number) > 0);
  const size = rows[0]?.length ?? 0;
  const start = new Float64Array(size + 1);
  if (prior) start.set([...prior.weights, prior.intercept]);
  const w = start.slice();
  const m = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  const g = new Float64Array(size + 1);
  // Rows are mostly zeros: only what is there is visited.
  const sparse = used.map((i) => [...(rows[i] as Float64Array)].flatMap((x, j) => (x ? [[j, x] as const] : [])));
  const total = used.reduce((sum, i) => sum + (weight[i] as number), 0);
  for (let step = 1; step <= steps; step++) {
    g.fill(0);
    used.forEach((i, n) => {
      let z = w[size] as number;
      for (const [j, x] of sparse[n] as (readonly [number, number])[]) z += (w[j] as number) * x;
      const error = ((sigmoid(z) - (labels[i] as number)) * (weight[i] as number)) / total;
      for (const [j, x] of sparse[n] as (readonly [number, number])[]) g[j] = (g[j] as number) + error * x;
      g[size] = (g[size] as number) + error;
    });
    const rate = 0.1 * (step < steps / 2 ? 1 : 2 * (1 - step / steps) + 0.01);
    for (let j = 0; j <= size; j++) {
      const slope = (g[j] as number) + (j < size ? (l2 / total) * ((w[j] as number) - (start[j] as number)) : 0);
      m[j] = 0.9 * (m[j] as number) + 0.1 * slope;
      v[j] = 0.99 * (v[j] as number) + 0.01 * slope * slope;
      const mHat = (m[j] as number) / (1 - 0.9 ** step);
      const vHat = (v[j] as number) / (1 - 0.99 ** step);
      w[j] = (w[j] as number) - (rate * mHat) / (Math.sqrt(vHat) + 1e-8);
    }
  }
  return { weights: w.slice(0, size), intercept: w[size] as number };
}

export function logit(model: Dense, row: Float64Array): number {
  let z = model.intercept;
  for (let j = 0; j < row.length; j++) z += (model.weights[j] as number) * (row[j] as number);
  return z;
}
