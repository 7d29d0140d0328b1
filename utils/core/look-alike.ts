/**
 * Accounts that look like one of us and are not. Two handles look alike where their skeletons are equal: what is left when
 * letters that look the same are written one way (the idea of Unicode TR 39, for the letters handles are made of), marks
 * between words dropped and doubled letters said once.
 */
import { fold } from './normalize';
import type { Author } from './post';

/** Letters of other scripts and figures that stand for a Latin letter. Source: Unicode's confusables.txt, the lower case letters. */
const TWINS: Readonly<Record<string, string>> = {
  ...pairs('аàạɑαᴀ4', 'a'),
  ...pairs('еẹєε3', 'e'),
  ...pairs('оοօ0', 'o'),
  ...pairs('рρ', 'p'),
  ...pairs('сϲ', 'c'),
  ...pairs('хχ', 'x'),
  ...pairs('уγ', 'y'),
  ...pairs('іιı1l|!ӏꞁ', 'i'),
  ...pairs('ѕ5$', 's'),
  ...pairs('јϳ', 'j'),
  ...pairs('к', 'k'),
  ...pairs('мм', 'm'),
  ...pairs('нһ', 'h'),
  ...pairs('тτ', 't'),
  ...pairs('вβ', 'b'),
  ...pairs('ԁ', 'd'),
  ...pairs('ƒ', 'f'),
  ...pairs('ɡ', 'g'),
  ...pairs('ո', 'n'),
  ...pairs('υս', 'u'),
  ...pairs('ѵν', 'v'),
  ...pairs('ԝ', 'w'),
};
/** Capitals that look like another Latin letter than their small ones do. */
const CAPITALS: Readonly<Record<string, string>> = {
  Ν: 'n',
  Μ: 'm',
  Κ: 'k',
  Η: 'h',
  Υ: 'y',
  Ζ: 'z',
  Ρ: 'p',
  Χ: 'x',
  Н: 'h',
  У: 'y',
};
/** Shorter ones look like many. */
const SHORTEST = 5;
/** Two letters that change places are overlooked in long names; in short ones they make another. */
const SHORTEST_SWAPPED = 7;
const LONGEST_SWAPPED = 80;

function pairs(letters: string, as: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, as]));
}

/** Letters that look the same written one way; marks between words dropped. */
function lettersOf(name: string): string {
  const small = fold([...name].map((letter) => CAPITALS[letter] ?? letter).join(''));
  return [...small.normalize('NFKD').replace(/\p{M}+/gu, '')]
    .map((letter) => TWINS[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What is left of a name when all that can be mistaken is written one way. */
export function skeletonOf(name: string): string {
  return lettersOf(name)
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/(.)\1+/gu, '$1');
}

/** Our handles and the names of what is ours, by skeleton. */
export type Likenesses = ReadonlyMap<string, string>;

/** Whom somebody might be taken for. */
export interface Mistakable {
  ours: Likenesses;
  known: Likenesses;
}

/** `names`: handles of ours and brands, as they are written. */
export function likenessesOf(names: readonly string[]): Likenesses {
  const found = new Map<string, string>();
  for (const name of names) {
    const bare = name.trim().replace(/^@+/, '');
    const skeleton = skeletonOf(bare);
    if (skeleton.length >= SHORTEST && !found.has(skeleton)) found.set(skeleton, bare);
  }
  return found;
}

/** The name of ours that somebody who is not us might be taken for, or null. To be asked of others' posts only. */
export function looksLike({ name, handle }: Pick<Author, 'name' | 'handle'>, ours: Likenesses): string | null {
  // The host of a federated handle is no part of the likeness.
  for (const shown of [handle?.replace(/^@+/, '').replace(/@.*$/, ''), name]) {
    if (!shown) continue;
    const skeleton = skeletonOf(shown);
    const like = ours.get(skeleton) ?? swappedLike(skeleton, ours);
    if (like !== undefined) return like;
  }
  return null;
}

/** As another one with two neighbouring letters in each other's place. */
function swappedLike(skeleton: string, ours: Likenesses): string | undefined {
  if (skeleton.length < SHORTEST_SWAPPED || skeleton.length > LONGEST_SWAPPED) return undefined;
  for (let i = 0; i + 1 < skeleton.length; i++) {
    const like = ours.get(`${skeleton.slice(0, i)}${skeleton[i + 1]}${skeleton[i]}${skeleton.slice(i + 2)}`);
    if (like !== undefined) return like;
  }
  return undefined;
}

/** Names of people one knows, by their letters. */
export function facesOf(names: readonly string[]): Likenesses {
  const found = new Map<string, string>();
  for (const name of names) {
    const letters = lettersOf(name);
    if (letters.length >= SHORTEST && !found.has(letters)) found.set(letters, name);
  }
  return found;
}

/**
 * Somebody known whose name looks the same and is written with other letters, or null. Names that are only alike, one letter
 * doubled or two in each other's place, are other people's: Mariana and Marianna.
 */
export function looksLikeKnown({ name, handle }: Pick<Author, 'name' | 'handle'>, known: Likenesses): string | null {
  for (const shown of [handle?.replace(/^@+/, '').replace(/@.*$/, ''), name]) {
    const like = shown && known.get(lettersOf(shown));
    if (like && plainly(like) !== plainly(shown)) return like;
  }
  return null;
}

const plainly = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]+/gu, '');
