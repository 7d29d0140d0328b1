/** Folding and hashing: the engine keeps 32-bit hashes of folded words, never the words of posts. */

const MARKS = /\p{M}+/gu;
const SHARP_S = /ß/g;
/** Three or more of one letter say no more than two: "noooo" is "noo". */
const DRAWN_OUT = /(\p{L})\1{2,}/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is plain ASCII, by far the commonest text.
const PLAIN = /^[\x00-\x7f]*$/;

/** Lower case without accents; drawn-out letters shortened. */
export function fold(text: string): string {
  const lower = PLAIN.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(SHARP_S, 'ss');
  return text.length < 3 ? lower : lower.replace(DRAWN_OUT, '$1$1');
}

/** What a term is: part of its hash, so that the word, the concept and the domain of one spelling stay apart. */
export const TermKind = { word: 1, pair: 2, name: 3, domain: 4, concept: 5 } as const;
export type TermKind = (typeof TermKind)[keyof typeof TermKind];

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Words and domains are told from what is made of them (pairs, names, concepts) by the last bit of the hash. */
export function asPrimary(hash: number): number {
  return (hash | 1) >>> 0;
}

export function asDerived(hash: number): number {
  return (hash & ~1) >>> 0 || 2;
}

export function isPrimary(hash: number): boolean {
  return (hash & 1) === 1;
}

export function wordHash(word: string): number {
  return asPrimary(hash32(word, TermKind.word));
}

/** The pair of two words, in this order. */
export function pairHash(first: number, second: number): number {
  return asDerived(joinHash(first, second, TermKind.pair));
}

/** FNV-1a over UTF-16 units with a final mix; never 0, which marks an empty slot in the tables. */
export function hash32(text: string, seed = 0): number {
  let h = OFFSET ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return mix(h);
}

/** Joins two hashes into one, order kept. */
export function joinHash(a: number, b: number, seed = 0): number {
  return mix(Math.imul(a ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35) ^ (b >>> 13));
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  h = (h ^ (h >>> 16)) >>> 0;
  return h === 0 ? 1 : h;
}
