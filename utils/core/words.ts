/** Words of a text as search sees them: folded, with the place where each stands. */
import { fold } from './normalize';

export interface Word {
  /** Case and accents folded. */
  word: string;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
}

/** Scripts that put no spaces between words. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]';
const HAS_UNSPACED = new RegExp(UNSPACED, 'u');

/**
 * A run of letters and digits. Invisible marks inside a word belong to it: writers hide a name from searches with them.
 */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;
/** The same, with each sign of an unspaced script by itself. */
const WORD_OR_SIGN = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}][\\p{M}\\p{Cf}]*)+`, 'gu');

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(HAS_UNSPACED.test(text) ? WORD_OR_SIGN : WORD)) {
    words.push({ word: fold(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** The words alone, which is a good deal quicker where their places are not asked for. */
export function foldedWords(text: string): string[] {
  const folded = fold(text);
  return folded.match(HAS_UNSPACED.test(folded) ? WORD_OR_SIGN : WORD) ?? [];
}
