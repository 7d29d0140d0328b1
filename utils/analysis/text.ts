/**
 * Cuts a post into tokens that keep their place in the original text. Each token is normalised on its own, so a span found
 * in normal form always maps back to what the person wrote.
 */

import { formOf, signOf, type WordForm } from './word-form';

export type TokenKind = 'word' | 'number' | 'link' | 'handle' | 'hashtag' | 'emoji' | 'mark';

export interface Token {
  kind: TokenKind;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  /** Lower case, compatibility forms resolved, drawn-out letters squeezed, digits as 0. */
  norm: string;
  /** `norm` without accents (ñ stays): people leave them out. */
  fold: string;
  /** What is known of this very spelling, shared by all tokens that have it. */
  form: WordForm;
}

/** Nobody writes more in one post; past this a text is data, not talk. */
export const MAX_CHARS = 6000;
const MAX_TOKENS = 1200;

const OTHER = 1;
const SPACE = 2;
const LETTER = 3;
const DIGIT = 4;
const PICTURE = 5;

/** Class of each UTF-16 unit, filled as units are met. */
const classes = new Uint8Array(0x10000);

function classify(char: string): number {
  if (/^[\p{L}\p{M}]/u.test(char)) return LETTER;
  if (/^\p{N}/u.test(char)) return DIGIT;
  if (/^[\s\p{Zs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u.test(char)) return SPACE;
  if (/^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(char)) return PICTURE;
  return OTHER;
}

/** Letters, digits, pictures beyond the first plane, by code point. Bounded by what Unicode has. */
const astral = new Map<number, number>();

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const code = text.codePointAt(at) as number;
    let found = astral.get(code);
    if (!found) {
      found = code > 0xffff ? classify(String.fromCodePoint(code)) : OTHER;
      astral.set(code, found);
    }
    return found;
  }
  let found = classes[unit] as number;
  if (!found) {
    found = classify(String.fromCharCode(unit));
    classes[unit] = found;
  }
  return found;
}

/** Length in UTF-16 units of the code point at `at`. */
function sizeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? 2 : 1;
}

const LINK = /(?:https?:\/\/|www\.)[^\s<>"']{1,2000}/iy;
/** What data sets and clean-ups leave where a link was. */
const BARE_LINK = /^(?:https?|url)$/;
const EMOTICON =
  /(?:>?[:;=8][-'^]?(?:\)+|\(+|[dpDP3oO/\\|\]*[](?![\p{L}\d]))|[xX][dD]+(?![\p{L}\d])|<3+|\^_?\^|[tT]_[tT]|-_+-|:'\))/uy;
const PICTURES =
  /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)*|\p{Regional_Indicator})/uy;
const EMOTICON_STARTS = new Set([...':;=8xX<^tT->']);

/** Romance words written on to the next with an apostrophe; English ones ("don't") stay whole. */
const ELISIONS = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quelqu dell all nell sull dall un quest quell com dov tutt sant anch'.split(
    ' ',
  ),
);

function sign(kind: TokenKind, start: number, end: number, norm: string): Token {
  return { kind, start, end, norm, fold: norm, form: signOf(norm) };
}

function spelt(kind: TokenKind, start: number, end: number, form: WordForm): Token {
  return { kind, start, end, norm: form.norm, fold: form.fold, form };
}

/** Where the word that starts at `from` ends; an apostrophe between letters belongs to it, except after an elision. */
function wordEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === DIGIT) {
      at += sizeAt(text, at);
      continue;
    }
    const unit = text.charCodeAt(at);
    const literal = unit === 0x5c && text.startsWith('\\u2019', at) ? 6 : 0;
    const size = unit === 0x27 || unit === 0x2019 ? 1 : literal;
    if (!size || at === from || at + size >= limit || classAt(text, at + size) !== LETTER) break;
    if (ELISIONS.has(text.slice(from, at).toLowerCase())) return at + size;
    at += size;
  }
  return at;
}

/** Where the run of one punctuation mark (or of ! and ? together) ends. */
function markEnd(text: string, from: number, limit: number): number {
  const first = text[from] as string;
  const loud = '!?¡¿'.includes(first);
  let at = from + sizeAt(text, from);
  while (at < limit && (loud ? '!?'.includes(text[at] as string) : text[at] === first)) at++;
  return at;
}

function markNorm(run: string): string {
  const first = run[0] as string;
  if (run.length === 1) return first === '…' ? '..' : first;
  const loud = run.replace(/[¡¿]/g, '');
  if (loud.includes('!') && loud.includes('?')) return '!?';
  return first + first;
}

const isName = (text: string, at: number) => {
  const kind = classAt(text, at);
  return kind === LETTER || kind === DIGIT || text.charCodeAt(at) === 0x5f;
};

function nameEnd(text: string, from: number, limit: number, handle: boolean): number {
  let at = from;
  while (
    at < limit &&
    (isName(text, at) || (handle && /[.-]/.test(text[at] as string) && at + 1 < limit && isName(text, at + 1)))
  ) {
    at += sizeAt(text, at);
  }
  return at;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** "😂😂😂" is one laugh: skin tones and variation selectors are no part of the meaning. */
function pictureNorm(picture: string): string {
  return picture.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '');
}

function emoticonNorm(face: string): string {
  if (face.startsWith('<3')) return '❤';
  if (/^x/i.test(face)) return ':d';
  if (/'\(|t_t/i.test(face)) return ":'(";
  const mouth = face.at(-1)?.toLowerCase() ?? '';
  if (face.startsWith('^') || mouth === ')' || mouth === ']') return face.startsWith(';') ? ';)' : ':)';
  if (mouth === '(' || mouth === '[') return ':(';
  if (face.startsWith('-')) return '-_-';
  return mouth === '\\' || mouth === '|' ? ':/' : `:${mouth}`;
}

function wordToken(text: string, start: number, end: number): Token {
  const form = formOf(text.slice(start, end));
  return BARE_LINK.test(form.norm) ? sign('link', start, end, '<link>') : spelt('word', start, end, form);
}

/** The token that starts at `at`, which is no space. */
function tokenAt(text: string, at: number, limit: number): Token {
  const char = text[at] as string;
  const kind = classAt(text, at);
  if (char === 'h' || char === 'H' || char === 'w' || char === 'W') {
    const link = matchAt(LINK, text, at);
    if (link) return sign('link', at, Math.min(limit, at + link.length), '<link>');
  }
  if (EMOTICON_STARTS.has(char)) {
    const face = matchAt(EMOTICON, text, at);
    if (face) return sign('emoji', at, Math.min(limit, at + face.length), emoticonNorm(face));
  }
  if ((char === '@' || char === '#') && at + 1 < limit && isName(text, at + 1)) {
    const end = nameEnd(text, at + 1, limit, char === '@');
    return char === '@'
      ? sign('handle', at, end, '<name>')
      : spelt('hashtag', at, end, formOf(text.slice(at + 1, end)));
  }
  if (kind === LETTER) return wordToken(text, at, wordEnd(text, at, limit));
  if (kind === DIGIT) {
    const end = wordEnd(text, at, limit);
    return spelt('number', at, end, formOf(text.slice(at, end)));
  }
  if (kind === PICTURE) {
    const picture = matchAt(PICTURES, text, at) ?? String.fromCodePoint(text.codePointAt(at) as number);
    return sign('emoji', at, Math.min(limit, at + picture.length), pictureNorm(picture));
  }
  const end = markEnd(text, at, limit);
  return sign('mark', at, end, markNorm(text.slice(at, end)));
}

/** The tokens of a text in order, the first `MAX_CHARS` characters of it at most. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const limit = Math.min(text.length, MAX_CHARS);
  let at = 0;
  while (at < limit && tokens.length < MAX_TOKENS) {
    if (classAt(text, at) === SPACE) {
      at++;
      continue;
    }
    const token = tokenAt(text, at, limit);
    tokens.push(token);
    at = Math.max(token.end, at + 1);
  }
  return tokens;
}
