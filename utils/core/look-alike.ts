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
/** Shorter ones look like many. */
const SHORTEST = 5;

function pairs(letters: string, as: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, as]));
}

/** What is left of a name when all that can be mistaken is written one way. */
export function skeletonOf(name: string): string {
  const plain = [
    ...fold(name)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, ''),
  ]
    .map((letter) => TWINS[letter] ?? letter)
    .join('');
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/(.)\1+/gu, '$1');
}

/** Our handles and the names of what is ours, by skeleton. */
export type Likenesses = ReadonlyMap<string, string>;

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
    const like = ours.get(skeletonOf(shown));
    if (like !== undefined) return like;
  }
  return null;
}
