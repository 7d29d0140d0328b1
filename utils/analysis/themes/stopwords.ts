/** Six stop lists in one map, which also say roughly which language a post is in. */
import { DE } from './stopwords/de';
import { EN } from './stopwords/en';
import { ES } from './stopwords/es';
import { FR } from './stopwords/fr';
import { IT } from './stopwords/it';
import { PT } from './stopwords/pt';

/** The languages the lists and the glossary speak, in the glossary's column order. */
export const LANGS = ['es', 'en', 'pt', 'fr', 'de', 'it'] as const;

const LISTS = [ES, EN, PT, FR, DE, IT];

/** Traces of links and of the sharing of posts, in no language. */
const NOISE = 'http https www com html rt via amp cc';

/** Word → one bit per language that lists it (bit 6: noise). */
const STOP = new Map<string, number>();
LISTS.forEach((list, i) => {
  for (const word of list.trim().split(/\s+/)) STOP.set(word, (STOP.get(word) ?? 0) | (1 << i));
});
for (const word of NOISE.split(' ')) STOP.set(word, (STOP.get(word) ?? 0) | 64);

export function isStop(word: string): boolean {
  return STOP.has(word);
}

/**
 * Which of the six a text is in by its function words, as an index into LANGS; -1 where they do not tell.
 * A word shared by several languages counts for each of them, but less.
 */
export function guessLanguage(words: readonly string[]): number {
  const score = [0, 0, 0, 0, 0, 0];
  for (const word of words) {
    const bits = (STOP.get(word) ?? 0) & 63;
    if (bits === 0) continue;
    const weight = 1 / BITS[bits]!;
    for (let i = 0; i < 6; i++) if (bits & (1 << i)) score[i]! += weight;
  }
  let best = 0;
  for (let i = 1; i < 6; i++) if (score[i]! > score[best]!) best = i;
  const top = score[best]!;
  if (top < 0.5) return -1;
  return score.every((s, i) => i === best || s < top * 0.99) ? best : -1;
}

const BITS = Array.from({ length: 64 }, (_, n) => [0, 1, 2, 3, 4, 5].filter((i) => n & (1 << i)).length);
