/** 32-bit hashes of features: no dictionary ships, only weights by hash. Changing this means training again. */

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** FNV-1a over UTF-16 units, continued from `seed`. */
export function hashText(text: string, seed: number = BASIS): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

/** Spreads the bits (murmur3's last step), so that the low ones can be a slot. */
export function mix(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Adds the hashes of all substrings of 'from' to 'to' characters of `text`, each continued from `seed`. */
export function gramHashes(text: string, from: number, to: number, seed: number, into: number[] = []): number[] {
  for (let start = 0; start < text.length; start++) {
    let hash = seed;
    const end = Math.min(text.length, start + to);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
      if (at - start + 1 >= from) into.push(mix(hash));
    }
  }
  return into;
}
