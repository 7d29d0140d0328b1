/** An inverted index that grows one document at a time and ranks by BM25. Documents are numbered in the order they come. */

/** Saturation of repeats, and how much length counts (Robertson and Zaragoza 2009). */
const K1 = 1.6;
const B = 0.85;
/** A term's count shares a number with its document: up to seven repeats are told apart, more say nothing more. */
const COUNTS = 7;
const SHIFT = 3;
/** Entries looked at for one query. The rarest terms come first, so what is left out says the least and costs the most. */
const MOST_POSTINGS = 60_000;

export class TermIndex {
  #postings = new Map<number, number[]>();
  #lengths: number[] = [];
  #total = 0;

  get size(): number {
    return this.#lengths.length;
  }

  add(terms: readonly number[]): void {
    const id = this.#lengths.length;
    for (const [term, count] of countOf(terms)) {
      const entry = (id << SHIFT) | Math.min(count, COUNTS);
      const list = this.#postings.get(term);
      if (list) list.push(entry);
      else this.#postings.set(term, [entry]);
    }
    this.#lengths.push(terms.length);
    this.#total += terms.length;
  }

  /** Rarity of a term: high where few documents have it. */
  rarity(term: number): number {
    const held = this.#postings.get(term)?.length ?? 0;
    return Math.log(1 + (this.size - held + 0.5) / (held + 0.5));
  }

  #rarestFirst(terms: readonly number[]): [term: number, list: readonly number[]][] {
    const found: [number, readonly number[]][] = [];
    for (const term of new Set(terms)) {
      const list = this.#postings.get(term);
      if (list) found.push([term, list]);
    }
    return found.sort((a, b) => a[1].length - b[1].length);
  }

  /** Adds `weight` × BM25 divided by the best score to `into`, so that two indexes can be fused. Returns the best score. */
  score(terms: readonly number[], weight: number, into: Float64Array): number {
    const raw = new Float64Array(this.size);
    const average = this.#total / (this.size || 1);
    const [base, slope] = [K1 * (1 - B), (K1 * B) / (average || 1)];
    let left = MOST_POSTINGS;
    for (const [term, list] of this.#rarestFirst(terms)) {
      left -= list.length;
      if (left < 0) break;
      const rarity = this.rarity(term) * (K1 + 1);
      for (let i = 0; i < list.length; i++) {
        const entry = list[i] as number;
        const id = entry >>> SHIFT;
        const count = entry & COUNTS;
        raw[id] = (raw[id] as number) + (rarity * count) / (count + base + slope * (this.#lengths[id] as number));
      }
    }
    let best = 0;
    for (let id = 0; id < raw.length; id++) best = Math.max(best, raw[id] as number);
    if (best > 0) for (let id = 0; id < raw.length; id++) into[id] = (into[id] ?? 0) + (weight * (raw[id] ?? 0)) / best;
    return best;
  }
}

function countOf(terms: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
