/** An inverted index that grows one document at a time and ranks by BM25. Documents are numbered in the order they come. */

/** Saturation of repeats, and how much length counts (Robertson and Zaragoza 2009). */
const K1 = 1.6;
const B = 0.85;
/** A term's count shares a number with its document: up to seven repeats are told apart, more say nothing more. */
const COUNTS = 8;
/** In a large index a term of every eighth document says nothing and costs the most. */
const COMMON = 1 / 8;
const LARGE = 500;

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
      const entry = id * COUNTS + Math.min(count, COUNTS - 1);
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

  /** Adds `weight` × BM25 divided by the best score to `into`, so that two indexes can be fused. Returns the best score. */
  score(terms: readonly number[], weight: number, into: Float64Array): number {
    const raw = new Float64Array(this.size);
    const average = this.#total / (this.size || 1);
    for (const term of new Set(terms)) {
      const list = this.#postings.get(term);
      if (!list || (this.size > LARGE && list.length > COMMON * this.size)) continue;
      const rarity = this.rarity(term) * (K1 + 1);
      for (const entry of list) {
        const id = (entry / COUNTS) | 0;
        const count = entry % COUNTS;
        const length = this.#lengths[id] ?? 0;
        raw[id] = (raw[id] ?? 0) + (rarity * count) / (count + K1 * (1 - B + (B * length) / average));
      }
    }
    let best = 0;
    for (const value of raw) if (value > best) best = value;
    if (best > 0) for (let id = 0; id < raw.length; id++) into[id] = (into[id] ?? 0) + (weight * (raw[id] ?? 0)) / best;
    return best;
  }
}

function countOf(terms: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
