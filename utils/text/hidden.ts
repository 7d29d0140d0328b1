/** Characters that hide, or that turn the text around them: shown as chips, so that nobody is misled by what is not seen. */

export interface Piece {
  text: string;
  /** Set where the piece is one hidden character: its short name. */
  hidden?: string;
}

const NAMES: Record<number, string> = {
  173: 'SHY',
  1564: 'ALM',
  6158: 'MVS',
  8203: 'ZWSP',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8206: 'LRM',
  8207: 'RLM',
  8234: 'LRE',
  8235: 'RLE',
  8236: 'PDF',
  8237: 'LRO',
  8238: 'RLO',
  8288: 'WJ',
  8289: 'FA',
  8290: 'IT',
  8291: 'IS',
  8292: 'IP',
  8294: 'LRI',
  8295: 'RLI',
  8296: 'FSI',
  8297: 'PDI',
  65279: 'BOM',
};

const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;
/** Scripts and emoji in which a joiner, or its opposite, is part of good spelling. */
const JOINS =
  /\u{fe0f}|[\u{1f3fb}-\u{1f3ff}]|\p{Extended_Pictographic}|[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}]/u;

function isSpelling(text: string, at: number, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  // Flags of regions (England, Scotland) are a black flag followed by tags.
  if (code >= 0xe0000) return /\u{1f3f4}[\u{e0000}-\u{e007f}]*$/u.test(text.slice(Math.max(0, at - 16), at));
  if (code !== 0x200c && code !== 0x200d) return false;
  const before = [...text.slice(Math.max(0, at - 2), at)].pop() ?? '';
  return JOINS.test(before);
}

/** The text in pieces, hidden characters apart. One piece for nearly every text. */
export function showHidden(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (isSpelling(text, match.index, match[0])) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: '', hidden: NAMES[match[0].codePointAt(0) ?? 0] ?? 'TAG' });
    from = match.index + match[0].length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) });
  return pieces;
}
