/** Words of a text as search sees them: folded, with the place where each stands. */
import { fold } from './normalize';

export interface Word {
  /** Case and accents folded. */
  word: string;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
}

/**
 * A run of letters and digits; each sign by itself in scripts that put no spaces between words. Invisible marks inside a
 * word belong to it: writers hide a name from searches with them.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}][\p{M}\p{Cf}]*)+/gu;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    words.push({ word: fold(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}
