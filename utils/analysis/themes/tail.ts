/** The statistics of "more people than usual": negative-binomial tail and false discovery rate. */

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum = 0.99999999999980993;
  for (let i = 0; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i + 1);
  const t = z + LANCZOS.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * P(X ≥ x) for X negative binomial with the given mean and size (variance = mean + mean²/size).
 * Sums upwards from x, where terms fall, and stops when they no longer matter: exact far into the tail, where 1 - CDF is 0.
 */
export function negativeBinomialTail(x: number, mean: number, size: number): number {
  if (x <= 0) return 1;
  if (!(mean > 0)) return 0;
  const k = Math.ceil(x);
  const success = mean / (mean + size);
  // Below the mean the upper tail is long: sum the short lower one.
  if (k <= mean) {
    let term = Math.exp(size * Math.log1p(-success));
    let lower = term;
    for (let i = 1; i < k; i++) {
      term *= ((size + i - 1) / i) * success;
      lower += term;
    }
    return Math.max(0, 1 - lower);
  }
  const log =
    logGamma(size + k) - logGamma(size) - logGamma(k + 1) + size * Math.log1p(-success) + k * Math.log(success);
  let term = Math.exp(log);
  let sum = term;
  for (let i = k + 1; term > sum * 1e-12 && i < k + 100_000; i++) {
    term *= ((size + i - 1) / i) * success;
    sum += term;
  }
  return Math.min(1, sum);
}

/** The smallest count whose upper tail is at most `p`: the upper end of the usual range. */
export function usualUpTo(mean: number, size: number, p: number): number {
  const success = mean / (mean + size);
  let term = Math.exp(size * Math.log1p(-success));
  let below = term;
  let k = 0;
  while (1 - below > p && k < 100_000) {
    k++;
    term *= ((size + k - 1) / k) * success;
    below += term;
  }
  return k;
}

/**
 * Benjamini-Hochberg: the largest p that may be called a discovery among `tests` tests at rate `q`, or -1 for none.
 * `pvalues` may leave out those certainly too large; `tests` counts them.
 */
export function discoveryThreshold(pvalues: ArrayLike<number>, tests: number, q: number): number {
  const sorted = Float64Array.from(pvalues).sort();
  for (let rank = sorted.length; rank >= 1; rank--) {
    if (sorted[rank - 1]! <= (q * rank) / tests) return sorted[rank - 1]!;
  }
  return -1;
}
