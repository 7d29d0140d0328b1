/** From floating weights to one small whole number each, so that they pack well. */

export interface Quantised {
  weights: Int8Array;
  scales: number[];
}

/** Rounds each column to `levels` steps either side of zero; the scale is the one that loses least. */
export function quantise(weights: Float32Array, classes: number, levels: number): Quantised {
  const out = new Int8Array(weights.length);
  const scales: number[] = [];
  for (let k = 0; k < classes; k++) {
    const column = Float32Array.from(
      { length: weights.length / classes },
      (_, i) => weights[i * classes + k] as number,
    );
    const sorted = column.map(Math.abs).sort();
    let best = { scale: 1, loss: Number.POSITIVE_INFINITY };
    for (const share of [0.98, 0.99, 0.995, 0.998, 0.999, 1]) {
      const top = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
      const scale = top / levels || 1;
      let loss = 0;
      for (const w of column) loss += (w - clip(Math.round(w / scale), levels) * scale) ** 2;
      if (loss < best.loss) best = { scale, loss };
    }
    scales.push(best.scale);
    column.forEach((w, i) => {
      out[i * classes + k] = clip(Math.round(w / best.scale), levels);
    });
  }
  return { weights: out, scales };
}

const clip = (x: number, levels: number) => Math.max(-levels, Math.min(levels, x));
