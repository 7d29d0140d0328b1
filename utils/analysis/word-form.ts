/** What is known of a spelling: its normal form, and what the heads made of it. */
import { hashText } from './hash';

/**
 * What is known of a spelling. Posts repeat their words, so what a head makes of a word is kept with it: one look-up a
 * token, not one a head. `kept` holds what the head of that place last made.
 */
export interface WordForm {
  norm: string;
  fold: string;
  /** Digest of `fold`. */
  hash: number;
  /** A letter was drawn out ("nooooo"). */
  drawnOut: boolean;
  /** Written in capitals, two letters or more. */
  capitals: boolean;
  readonly kept: (Kept | null)[];
}

/** What a head made of a word. Another head of the same kind makes its own. */
export interface Kept {
  readonly by: unknown;
}

/** Places of `WordForm.kept`, one for each kind of head. */
export const KEPT = { language: 0, tone: 1, feelings: 2, lexicon: 3 } as const;

const ACCENTS: Record<string, string> = {};
for (const [plain, accented] of Object.entries({
  a: 'áàâäãåā',
  e: 'éèêëē',
  i: 'íìîïī',
  o: 'óòôöõøō',
  u: 'úùûüū',
  c: 'ç',
  y: 'ýÿ',
  ss: 'ß',
  oe: 'œ',
  ae: 'æ',
})) {
  for (const char of accented) ACCENTS[char] = plain;
}

function normal(word: string): string {
  let low = /^[\x20-\x7e]*$/.test(word) ? word.toLowerCase() : word.normalize('NFKC').toLowerCase().normalize('NFC');
  if (low.includes('’')) low = low.replaceAll('’', "'");
  if (low.includes('\\u2019')) low = low.replaceAll('\\u2019', "'");
  return /[\p{N}]/u.test(low) ? low.replace(/\p{N}/gu, '0') : low;
}

/** "nooooo" → "no", "jajajaja" → "jaja". */
function squeeze(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/(\p{L}{2})\1{2,}\p{L}?/gu, '$1$1');
}

/** Without accents; ñ stays, "año" is not "ano". */
export function fold(word: string): string {
  if (/^[\x20-\x7eñ]*$/.test(word)) return word;
  let out = '';
  for (const char of word) out += ACCENTS[char] ?? char;
  return out;
}

/** Words come again and again; their forms are kept until there are too many. */
const forms = new Map<string, WordForm>();

function newForm(norm: string, folded: string, drawnOut = false, capitals = false): WordForm {
  return { norm, fold: folded, hash: hashText(folded), drawnOut, capitals, kept: [null, null, null, null] };
}

/** The form of a word, a number or a hashtag without its sign. */
export function formOf(word: string): WordForm {
  let form = forms.get(word);
  if (!form) {
    const plain = normal(word);
    const norm = squeeze(plain);
    const capitals = word.length > 1 && word !== word.toLowerCase() && word === word.toUpperCase();
    form = newForm(norm, fold(norm), norm.length < plain.length, capitals);
    if (forms.size > 30_000) forms.clear();
    forms.set(word, form);
  }
  return form;
}

/** Forms of what is no word: marks, faces, links, names. Few, and of our own making. */
const signs = new Map<string, WordForm>();

/** The form of a sign that is written as it is. */
export function signOf(norm: string): WordForm {
  let form = signs.get(norm);
  if (!form) {
    form = newForm(norm, norm);
    if (signs.size > 5_000) signs.clear();
    signs.set(norm, form);
  }
  return form;
}
