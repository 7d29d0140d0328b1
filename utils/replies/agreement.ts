/**
 * Which few answers stand for all that look right: each pick is the one that is most like the answers still
 * unaccounted for, weighed by how likely each is. Two answers that say the same are never both picked.
 */
import { gramTerms, hashTerm } from './words';

/** An answer reduced to what comparing needs. */
export interface Shape {
  /** Hashes of its character runs, ascending, each once. */
  grams: Uint32Array;
  /** Hashes of the pages it points at: two answers that give the same page solve the same case. */
  links: number[];
}

const LINK = /https?:\/\/[^\s<>"')\]]+/giu;
const ARCHIVE = /^https?:\/\/web\.archive\.org\/web\/\d+\//iu;
/** Part of the likeness that a shared page makes. */
const LINK_SHARE = 0.1;
/** Longer answers are compared by their beginning. */
const MOST_GRAMS = 600;

export function shapeOf(reply: string): Shape {
  const links = (reply.match(LINK) ?? []).map((link) => {
    const plain = link
      .replace(ARCHIVE, '')
      .replace(/^https?:\/\//iu, '')
      .replace(/[?#][^\n]*$/u, '');
    return hashTerm(plain.replace(/(?<![/.,;:!])[/.,;:!]+$/u, '').toLowerCase());
  });
  return { grams: Uint32Array.from(new Set(gramTerms(reply).slice(0, MOST_GRAMS))).sort(), links };
}

/** How much of `truth` a reader of `draft` would have got, 0 to 1: F with recall counting double, as chrF does. */
export function likeness(draft: Shape, truth: Shape): number {
  return likenessOf(draft, truth, commonGrams(draft.grams, truth.grams));
}

function likenessOf(draft: Shape, truth: Shape, common: number): number {
  const words = common === 0 ? 0 : (5 * common) / (4 * truth.grams.length + draft.grams.length);
  if (draft.links.length === 0 && truth.links.length === 0) return words;
  const page = draft.links.some((link) => truth.links.includes(link)) ? 1 : 0;
  return LINK_SHARE * page + (1 - LINK_SHARE) * words;
}

function commonGrams(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common;
}

/** Above it two answers speak of the same. */
export const SAYS_THE_SAME = 0.5;

/** Above it they are the same answer. */
const SAME = 0.85;

/** Indexes of up to `limit` candidates, best first. `chances` says how likely each is the right answer. */
export function pickDiverse(shapes: readonly Shape[], chances: readonly number[], limit: number): number[] {
  const count = shapes.length;
  const like = new Float64Array(count * count).fill(1);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const [one, other] = [shapes[i] as Shape, shapes[j] as Shape];
      const common = commonGrams(one.grams, other.grams);
      like[i * count + j] = likenessOf(one, other, common);
      like[j * count + i] = likenessOf(other, one, common);
    }
  }
  const covered = new Float64Array(count);
  const picked: number[] = [];
  while (picked.length < limit) {
    let best = -1;
    let bestGain = -1;
    for (let i = 0; i < count; i++) {
      if (picked.some((other) => other === i || (like[other * count + i] ?? 0) > SAME)) continue;
      let gain = 0;
      for (let j = 0; j < count; j++)
        gain += (chances[j] ?? 0) * Math.max(0, (like[i * count + j] ?? 0) - (covered[j] ?? 0));
      if (gain > bestGain) [best, bestGain] = [i, gain];
    }
    if (best < 0) break;
    picked.push(best);
    for (let j = 0; j < count; j++) covered[j] = Math.max(covered[j] ?? 0, like[best * count + j] ?? 0);
  }
  return picked;
}
