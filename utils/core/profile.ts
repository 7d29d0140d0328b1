/** What somebody says of themselves on their profile, as one saw it there. Untrusted, for ever. */
import { fold } from './normalize';
import type { AccountKey, Author } from './post';

/** As a page showed it: what the capture script sends. */
export interface HeardProfile {
  site: string;
  name: string;
  handle: string | null;
  /** The profile's own address, absolute http(s). */
  url: string | null;
  /** Plain text with line breaks, at most `LONGEST_BIO`. */
  bio: string;
  /** Where it leads, absolute http(s), at most `MOST_LINKS`. */
  links: string[];
  /** What the picture shows, where its description says more than whose it is. */
  avatar?: string;
}

/** As it is kept, one of each account: row `profile:<account>` of `meta`. */
export interface Profile extends HeardProfile {
  account: AccountKey;
  seenAt: number;
}

/** In UTF-16 units. */
export const LONGEST_BIO = 2_000;
export const LONGEST_ALT = 500;
export const MOST_LINKS = 20;
/** Words a description must have beside whose picture it is, to be kept. */
export const FEWEST_WORDS = 2;

/** Name of the row of `meta`. */
export const profileRow = (account: AccountKey) => `profile:${account}` as const;

/** What sites put around a name where somebody described nothing, in six languages. */
const FILLING = new Set(
  `avatar avatars picture pictures pic photo photos photograph image images img icon profile user users member account
  view full size sized large default placeholder the of for by my in a an and current logo header
  foto fotos imagen imagenes fotografia perfil usuario usuaria miembro cuenta defecto por de del la el los las un una ver
  imagem padrao conta membro usuaria utilizador do da dos das no na em
  profil photo utilisateur utilisatrice membre compte defaut le les des du une par voir
  bild profilbild benutzer benutzerin benutzerbild mitglied konto standard von vom der die das ein eine
  immagine profilo utente membro predefinita predefinito account di della dello il lo gli`.split(/\s+/),
);

const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): string[] => fold(text).match(WORD) ?? [];

/**
 * What a picture's description says beside whose it is, folded, one space between words: "Ana's avatar" says nothing.
 * '' where nothing is left.
 */
export function pictureSays(alt: string, { name, handle }: Pick<Author, 'name' | 'handle'>): string {
  const theirs = new Set([...wordsOf(name), ...wordsOf(handle ?? '')]);
  return wordsOf(alt)
    .filter((word) => word.length > 1 && !/^\d+$/.test(word) && !FILLING.has(word) && !theirs.has(word))
    .join(' ');
}

/** Words of what `pictureSays` gave. */
export const countWords = (said: string): number => (said === '' ? 0 : said.split(' ').length);
