/**
 * What the linear heads look at. Three groups, each of length one together: words (1-2-grams, negated copies, per
 * language), what the lexicon and the style say, and characters inside words (shared by all languages, so `model.ts` keeps
 * them by word). Every feature keeps the tokens it came from, so that a judgement can show its words.
 */
import { gramHashes, hashText, mix } from './hash';
import { lexiconOf } from './lexicon/all';
import { NEGATIVE_EMOJI, POSITIVE_EMOJI } from './lexicon/emoji';
import type { Match } from './lexicon/lexicon';
import { type Token, tokenize } from './text';

const WORDS = 0;
const LEXICON = 1;
const GROUPS = 2;

/** Features of one post in flat lists; entry i of each belongs together. Reused from post to post. */
export class FeatureList {
  hash = new Int32Array(4096);
  /** Group, and after `finish` the value is `value[group]`. */
  group = new Uint8Array(4096);
  /** Tokens it came from: first, and how many. */
  from = new Int32Array(4096);
  span = new Uint8Array(4096);
  size = 0;
  /** What one occurrence counts in each group. */
  readonly value = new Float64Array(GROUPS);
  private readonly counts = new Int32Array(GROUPS);

  clear(): void {
    this.size = 0;
    this.counts.fill(0);
  }

  add(hash: number, group: number, from: number, span: number): void {
    if (this.size === this.hash.length) this.grow();
    const at = this.size++;
    this.hash[at] = hash;
    this.group[at] = group;
    this.from[at] = from;
    this.span[at] = span;
    this.counts[group] = (this.counts[group] as number) + 1;
  }

  finish(): void {
    for (let g = 0; g < GROUPS; g++) this.value[g] = 1 / Math.sqrt(Math.max(1, this.counts[g] as number));
  }

  private grow(): void {
    const longer = <T extends Int32Array | Uint8Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    const size = this.hash.length * 2;
    this.hash = longer(this.hash, new Int32Array(size));
    this.group = longer(this.group, new Uint8Array(size));
    this.from = longer(this.from, new Int32Array(size));
    this.span = longer(this.span, new Uint8Array(size));
  }
}

/** A post cut up and looked up, before any judgement. */
export interface Parsed {
  text: string;
  lang: string;
  tokens: Token[];
  matches: Match[];
  /** 1 for a token under a negation. */
  under: Uint8Array;
  /** Good or bad by the lexicon, per token. */
  polarity: Float64Array;
  features: FeatureList;
}

const CHAR_SEED = hashText('c:');
const NEGATED_REACH = 4;

/** Whether the characters of a token are looked at. */
export function hasChars(token: Token): boolean {
  return token.kind === 'word' || token.kind === 'hashtag';
}

/** Character 2-5-grams of a word with its borders: the third group, the same for every language. */
export function charGrams(word: string): number[] {
  return gramHashes(` ${word.slice(0, 40)} `, 2, 5, CHAR_SEED);
}

/** Tokens under a negation: after a negator, up to four words or the next mark. */
function negated(tokens: readonly Token[], matches: readonly Match[]): Uint8Array {
  const under = new Uint8Array(tokens.length);
  for (const match of matches) {
    if (match.tag !== 'not') continue;
    for (let at = match.to; at < Math.min(tokens.length, match.to + NEGATED_REACH); at++) {
      if (tokens[at]?.kind === 'mark') break;
      under[at] = 1;
    }
  }
  return under;
}

function addWords(list: FeatureList, tokens: readonly Token[], under: Uint8Array, seed: number): void {
  const shared = hashText('w:');
  const notSeed = hashText('not:', seed);
  let before = hashText('<s>', seed);
  tokens.forEach((token, at) => {
    const own = token.kind === 'word' || token.kind === 'number' || token.kind === 'mark';
    const hash = hashText(token.fold, own ? seed : shared);
    list.add(mix(hash), WORDS, at, 1);
    list.add(mix(hashText(token.fold, hashText(' ', before))), WORDS, Math.max(0, at - 1), at > 0 ? 2 : 1);
    if (under[at] && token.kind !== 'mark') list.add(mix(hashText(token.fold, notSeed)), WORDS, at, 1);
    before = hash;
  });
}

const bucket = (count: number) => Math.min(4, count);

const TELLING = new Set(['?', '??', '!', '!!', '!?', '..', ':', '"']);

function* marksOf(tokens: readonly Token[]): Generator<string> {
  for (const token of tokens) {
    if (token.kind === 'mark') {
      if (TELLING.has(token.norm)) yield token.norm;
    } else if (token.kind !== 'word') yield token.kind;
  }
}

function addStyle(list: FeatureList, tokens: readonly Token[], lang: string): void {
  let capitals = 0;
  let drawnOut = 0;
  let names = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.kind === 'word') words++;
    if (token.kind === 'handle') names++;
    if (token.capitals) capitals++;
    if (token.drawnOut) drawnOut++;
  }
  const flag = (name: string) => {
    list.add(mix(hashText(name, hashText('s:'))), LEXICON, 0, 0);
    list.add(mix(hashText(name, hashText(`s:${lang}:`))), LEXICON, 0, 0);
  };
  flag('any');
  flag(`size=${Math.min(6, Math.floor(Math.log2(words + 1)))}`);
  if (capitals > 1) flag(capitals > words / 2 ? 'allCapitals' : 'capitals');
  if (drawnOut) flag('drawnOut');
  if (names) flag(`names=${bucket(names)}`);
  for (const name of new Set(marksOf(tokens))) flag(`has=${name}`);
  const last = tokens.at(-1);
  if (last) flag(`last=${last.kind === 'mark' ? last.norm : last.kind}`);
}

const POLARITY: Record<string, number> = { '+2': 2, '+1': 1, '-1': -1, '-2': -2 };

/** Polarity of each token by the lexicon, a negation turning it; the longest phrase at a place wins. */
function polarities(tokens: readonly Token[], matches: readonly Match[], under: Uint8Array): Float64Array {
  const found = new Float64Array(tokens.length);
  const reach = new Int32Array(tokens.length);
  for (const match of matches) {
    const strength = POLARITY[match.tag];
    const length = match.to - match.from;
    if (strength === undefined || length < (reach[match.from] as number)) continue;
    for (let at = match.from; at < match.to; at++) {
      found[at] = 0;
      reach[at] = Math.max(reach[at] as number, length);
    }
    // "no" inside a phrase ("no funciona") is part of it; before it ("no me gusta") it turns.
    found[match.from] = under[match.from] ? (strength > 0 ? -strength * 0.7 : 0.3 * -strength) : strength;
  }
  tokens.forEach((token, at) => {
    if (token.kind !== 'emoji') return;
    found[at] = POSITIVE_EMOJI.has(token.norm) ? 1 : NEGATIVE_EMOJI.has(token.norm) ? -1 : 0;
  });
  return found;
}

function addLexicon(list: FeatureList, parsed: Parsed): void {
  const { matches, lang, under, polarity } = parsed;
  const seeds = [hashText('l:'), hashText(`l:${lang}:`)];
  const say = (name: string, from = 0, span = 0) => {
    for (const seed of seeds) list.add(mix(hashText(name, seed)), LEXICON, from, span);
  };
  for (const match of matches) {
    const turned = under[match.from] && match.tag !== 'not' ? '!' : '';
    say(`${match.tag}${turned}`, match.from, Math.min(255, match.to - match.from));
  }
  let good = 0;
  let bad = 0;
  let lastHalf = 0;
  const turn = matches.findLast((match) => match.tag === 'but')?.to ?? -1;
  polarity.forEach((value, at) => {
    if (value > 0) good += value;
    else bad -= value;
    if (turn >= 0 && at >= turn) lastHalf += value;
  });
  say(`good=${bucket(Math.round(good))}`);
  say(`bad=${bucket(Math.round(bad))}`);
  say(`sum=${Math.max(-4, Math.min(4, Math.round(good - bad)))}`);
  if (good && bad) say('both');
  if (turn >= 0) say(`but=${Math.sign(lastHalf)}`);
}

/** Reads features of `text`, taken to be in `lang`, into `list` (cleared first). */
export function parse(text: string, lang: string, list: FeatureList, tokens: Token[] = tokenize(text)): Parsed {
  const matches = lexiconOf(lang).find(tokens);
  const under = negated(tokens, matches);
  const polarity = polarities(tokens, matches, under);
  const parsed: Parsed = { text, lang, tokens, matches, under, polarity, features: list };
  list.clear();
  addWords(list, tokens, under, hashText(`${lang}:`));
  addStyle(list, tokens, lang);
  addLexicon(list, parsed);
  list.finish();
  return parsed;
}
