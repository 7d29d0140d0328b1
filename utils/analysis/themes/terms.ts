/** From a post's text to its terms: folded words, pairs, names, link domains and concepts, each a 32-bit hash. */
import { conceptsOf, conceptTerms, splitTag } from './concepts';
import { asDerived, asPrimary, fold, hash32, pairHash, TermKind, wordHash } from './fold';
import { guessLanguage, isStop } from './stopwords';

export interface Term {
  hash: number;
  kind: TermKind;
  /** As the author wrote it. */
  surface: string;
}

export interface Terms {
  /** Distinct by hash, in order of appearance. */
  terms: Term[];
  /** Same for copies of one text, whoever posts them; 0 where the text is too short to tell a copy. */
  copyKey: number;
  /** Index into LANGS by the function words, or -1. */
  lang: number;
}

/** Link | @handle | #tag | word with inner apostrophes | a break between clauses. */
const PIECES =
  /(?:https?:\/\/|www\.)\S*|[@＠][\w.]+|[#＃][\p{L}\p{N}_]+|[\p{L}\p{N}_]+(?:['’]\p{L}+)*|[.!?;:,()[\]"“”«»|\n…]/gu;
const ELIDED = new Set([
  'dell',
  'all',
  'nell',
  'sull',
  'dall',
  'quell',
  'jusqu',
  'lorsqu',
  'puisqu',
  'sant',
  'quest',
  'bell',
  'aujourd',
]);
/** Domains that say where a link was made short, not where it leads. */
const SHORTENERS = new Set(
  't.co bit.ly goo.gl ow.ly tinyurl.com dlvr.it fb.me youtu.be buff.ly is.gd lnkd.in wp.me j.mp amzn.to ift.tt'.split(
    ' ',
  ),
);
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
/** Names of two to four capitalised words may hold these between. */
const LINKS_NAMES = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'do',
  'da',
  'dos',
  'of',
  'the',
  'di',
  'della',
  'du',
  'des',
  'von',
  'van',
  'der',
  'y',
  'e',
  'and',
]);
const COPY_WORDS = 8;
const LEAST_COPY_WORDS = 4;
/** Of a very long post only the beginning makes terms: it must not outweigh the rest. */
const MOST_WORDS = 400;

interface Token {
  /** Folded; '' for a break between clauses. */
  word: string;
  raw: string;
  capital: boolean;
  /** Whether it may stand as a term by itself. */
  content: boolean;
}

/** Splits an elided or contracted word: "l'app" is "app", "don't" is "dont", "phone's" is "phone". */
export function joinApostrophes(word: string): string {
  const at = word.search(/['’]/);
  if (at < 0) return word;
  const left = word.slice(0, at);
  const right = word.slice(at + 1).replace(/['’]/g, '');
  if (left.length <= 2 || ELIDED.has(left)) return right;
  return right === 's' ? left : left + right;
}

/** Folds the plural of the Romance languages and English: "floods" and "flood" are one word. */
export function singular(word: string): string {
  return word.length >= 5 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

export function domainOf(link: string): string | null {
  const host = /^(?:https?:\/\/)?(?:www\.|m\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(link)?.[1]?.toLowerCase();
  return host && !SHORTENERS.has(host) ? host : null;
}

/**
 * Terms of a text. `brands` are folded words that every post about us holds: they make no term, alone or in a pair.
 */
export function termsOf(text: string, brands: ReadonlySet<string>): Terms {
  const found = new Map<number, Term>();
  const put = (hash: number, kind: TermKind, surface: string) => {
    const known = found.get(hash);
    if (!known) found.set(hash, { hash, kind, surface });
    else if (known.surface === '') known.surface = surface;
  };
  const tokens = tokensOf(text, put, brands);
  addWords(tokens, put);
  addNames(tokens, put);
  const words = tokens.map((token) => token.word);
  const lang = guessLanguage(words);
  for (const [concept, from, to] of conceptsOf(words, lang)) {
    const surface = tokens
      .slice(from, to)
      .map((token) => token.raw)
      .join(' ');
    for (const hash of conceptTerms(concept)) put(hash, TermKind.concept, surface);
  }
  return { terms: [...found.values()], copyKey: copyKeyOf(tokens), lang };
}

type Put = (hash: number, kind: TermKind, surface: string) => void;

function tokensOf(text: string, put: Put, brands: ReadonlySet<string>): Token[] {
  const tokens: Token[] = [];
  for (const [piece] of text.matchAll(PIECES)) {
    if (tokens.length >= MOST_WORDS) break;
    const first = piece[0]!;
    if (first === '@' || first === '＠') continue;
    if (/^(?:https?:\/\/|www\.)/.test(piece)) {
      const domain = domainOf(piece);
      if (domain) put(asPrimary(hash32(domain, TermKind.domain)), TermKind.domain, domain);
    } else if (first === '#' || first === '＃') {
      addTag(piece, tokens, put, brands);
    } else if (/[\p{L}\p{N}_]/u.test(first)) {
      const word = joinApostrophes(fold(piece));
      tokens.push({ word, raw: piece, capital: /^\p{Lu}/u.test(piece), content: isContent(word, brands) });
    } else tokens.push({ word: '', raw: '', capital: false, content: false });
  }
  return tokens;
}

/** A tag is a word of its own, and "#BoulderFlood" also says "Boulder" and "Flood". */
function addTag(piece: string, tokens: Token[], put: Put, brands: ReadonlySet<string>): void {
  const word = fold(piece.slice(1));
  if (isContent(word, brands)) put(wordHash(singular(word)), TermKind.word, piece);
  const parts = piece
    .slice(1)
    .split(CAMEL)
    .flatMap((part) => (part.length >= 6 ? splitTag(fold(part)) : [part]));
  for (const part of parts) {
    const folded = fold(part);
    const content = parts.length > 1 ? isContent(folded, brands) : false;
    tokens.push({ word: folded, raw: part, capital: false, content });
  }
}

function isContent(word: string, brands: ReadonlySet<string>): boolean {
  return word.length >= 3 && !/^[\p{N}_]+$/u.test(word) && !isStop(word) && !brands.has(word);
}

/** Words, and pairs of neighbours within a clause with the function words between them left out. */
function addWords(tokens: readonly Token[], put: Put): void {
  let before: Token | null = null;
  let beforeHash = 0;
  let gap = 0;
  for (const token of tokens) {
    if (token.word === '') before = null;
    else if (!token.content) gap++;
    else {
      const stem = singular(token.word);
      const hash = wordHash(stem);
      put(hash, TermKind.word, token.raw);
      if (before && gap <= 2) put(pairHash(beforeHash, hash), TermKind.pair, `${before.raw} ${token.raw}`);
      before = token;
      beforeHash = hash;
      gap = 0;
    }
  }
}

/** Runs of two to four capitalised words, unless the post shouts. */
function addNames(tokens: readonly Token[], put: Put): void {
  const said = tokens.filter((token) => token.word.length > 1);
  if (said.length > 4 && said.filter((token) => token.capital).length > 0.6 * said.length) return;
  for (let i = 0; i < tokens.length; i++) {
    if (!tokens[i]!.capital) continue;
    let end = i + 1;
    while (end < tokens.length && end - i < 5) {
      if (tokens[end]!.capital) end++;
      else if (LINKS_NAMES.has(tokens[end]!.word) && tokens[end + 1]?.capital) end += 2;
      else break;
    }
    const run = tokens.slice(i, end);
    if (run.length >= 2 && run.some((token) => token.content)) {
      // Two plain content words are already a pair; the name is then that pair.
      if (run.length > 2 || !run.every((token) => token.content)) {
        put(
          asDerived(hash32(run.map((token) => token.word).join(' '), TermKind.name)),
          TermKind.name,
          run.map((token) => token.raw).join(' '),
        );
      }
      i = end - 1;
    }
  }
}

/** What is copied is what follows the last "RT @somebody:", else the beginning. */
function copyKeyOf(tokens: readonly Token[]): number {
  const words = tokens.map((token) => token.word).filter((word) => word !== '' && !/^\p{N}+$/u.test(word));
  const shared = words.lastIndexOf('rt');
  const body = shared >= 0 && words.length - shared > LEAST_COPY_WORDS ? words.slice(shared + 1) : words;
  if (body.length < LEAST_COPY_WORDS) return 0;
  return hash32(body.slice(0, COPY_WORDS).join(' '), 7);
}
