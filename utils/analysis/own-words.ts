/** What a person said himself: quoted lines are somebody else's words, and are read as silence. Offsets stay. */

import { MAX_CHARS } from './text';

/** A quoted line: "> words", also nested. ">:(" is a face, ">5" a number. */
const QUOTED_LINE = /^[ \t]*>+[ \t]*(?=[\p{L}"“«¿¡@[*_(]).*$/gmu;
/** `[quote=somebody]…[/quote]`, as forums write it; an open one reaches to the end of its paragraph. */
const QUOTE_TAG = /\[quote[^\]\n]{0,200}\][\s\S]*?(?:\[\/quote\]|\n\n)/gi;
/** "Marta escribió:", "On Monday Jo wrote:" right before what they wrote. */
const WHO_SAID = /^[^\n>]{1,100}:[ \t]*\n(?=[ \t]*>)/gm;

const blank = (words: string) => words.replace(/[^\n]/g, ' ');

/** The text with what it quotes blanked out, as long as something of its own is left. */
export function ownWords(whole: string): string {
  // No more is ever read.
  const text = whole.length > MAX_CHARS ? whole.slice(0, MAX_CHARS) : whole;
  if (!text.includes('>') && !/\[quote/i.test(text)) return text;
  const own = text.replace(QUOTE_TAG, blank).replace(WHO_SAID, blank).replace(QUOTED_LINE, blank);
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(own) ? own : text;
}
