/**
 * Characters that hide, or that turn the text around them. On a screen they are shown as chips, so that nobody is misled by
 * what is not seen; where words are only spoken, or stand in one line of a file, they are left out.
 */

export interface Piece {
  text: string;
  /** Set where the piece is one hidden character: its short name. */
  hidden?: string;
}

const NAMES: Record<number, string> = {
  173: 'SHY',
  847: 'CGJ',
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
  12644: 'HF',
  65279: 'BOM',
  65440: 'HF',
  65529: 'IAA',
  65530: 'IAS',
  65531: 'IAT',
};

const HIDDEN =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
/** Scripts in which a joiner, or its opposite, is part of good spelling. */
const JOINS =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u;
const EMOJI = /\u{fe0f}|[\u{1f3fb}-\u{1f3ff}]|\p{Extended_Pictographic}/u;

/** Some of what hides counts as Arabic or Mongolian itself. */
const joins = (sign: string) => JOINS.test(sign) && !/\p{Cf}/u.test(sign);

function isSpelling(text: string, at: number, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  // Flags of regions (England, Scotland) are a black flag followed by tags.
  if (code >= 0xe0000) return /\u{1f3f4}[\u{e0000}-\u{e007f}]*$/u.test(text.slice(Math.max(0, at - 16), at));
  const before = [...text.slice(Math.max(0, at - 2), at)].pop() ?? '';
  const after = [...text.slice(at + 1, at + 3)][0] ?? '';
  if (code === 0x180e) return joins(before) && /\p{Script=Mongolian}/u.test(before);
  if (code === 0x200d) return joins(before) || (EMOJI.test(before) && /\p{Extended_Pictographic}/u.test(after));
  // What comes after must have something to be kept apart from: at the end of a name it only makes two of one.
  return code === 0x200c && joins(before) && joins(after);
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

/**
 * The text without them, for what is spoken or stands in one line. A name made of nothing else is said by what it is made of:
 * one that is never seen must not be nobody's.
 */
export function withoutHidden(text: string): string {
  const pieces = showHidden(text);
  if (pieces.length === 1 && !pieces[0]?.hidden) return text;
  const left = pieces.map((piece) => piece.text).join('');
  return left.trim() === '' ? pieces.map((piece) => (piece.hidden ? `[${piece.hidden}]` : '')).join('') : left;
}

/** The text with the name of each where it stood: for keys, which must stay apart and be read by people. */
export function namingHidden(text: string): string {
  return showHidden(text)
    .map((piece) => (piece.hidden ? `[${piece.hidden}]` : piece.text))
    .join('');
}

const OPENS_EMBEDDING = /[\u202a\u202b\u202d\u202e]/;
const OPENS_ISOLATE = /[\u2066-\u2068]/;
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line of a text as written, with every turn of direction it opens closed again: it ends where the line does. */
export function closingTurns(line: string): string {
  const open: string[] = [];
  for (const [sign] of line.matchAll(TURNS)) {
    if (OPENS_EMBEDDING.test(sign)) open.push('\u202c');
    else if (OPENS_ISOLATE.test(sign)) open.push('\u2069');
    else if (sign === '\u202c' ? open.at(-1) === sign : open.includes(sign)) {
      // The end of an isolate ends what was opened within it too.
      while (open.pop() !== sign);
    }
  }
  return open.length === 0 ? line : line + open.reverse().join('');
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name within a line of plain text. One written from right to left would take the dates and figures beside it along, so it
 * is isolated, as Unicode (UAX 9) has it; no other name carries anything that is not seen.
 */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
