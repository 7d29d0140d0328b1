/**
 * What the linear heads look at. Three groups, each of length one together: words (1-2-grams, negated copies, per
 * language), what the lexicon and the style say, and characters inside words (shared by all languages, so `model.ts` keeps
 * them by word). Every feature keeps the tokens it came from, so that a judgement can show its words.
 */
import { gramHashes, hashText, mix } from './hash';
import { lexiconOf } from './lexicon/all';
import { NEGATIVE_EMOJI, POSITIVE_EMOJI } from './lexicon/emoji';
import { type Match, TAGS, type Tag } from './lexicon/lexicon';
import { type Token, tokenize } from './text';

/** Group of words and pairs of words. */
export const WORDS = 0;
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

/** Hashes that a language begins with, made once. */
interface Seeds {
  word: number;
  not: number;
  start: number;
  /** Of style and lexicon, by name: shared by all languages, and of this one. */
  named: Map<string, [shared: number, own: number]>;
}
const seedsByLanguage = new Map<string, Seeds>();

function seedsOf(lang: string): Seeds {
  let seeds = seedsByLanguage.get(lang);
  if (!seeds) {
    // Languages come from outside: only so many are remembered.
    if (seedsByLanguage.size > 200) seedsByLanguage.clear();
    const word = hashText(`${lang}:`);
    seeds = { word, not: hashText('not:', word), start: hashText('<s>', word), named: new Map() };
    seedsByLanguage.set(lang, seeds);
  }
  return seeds;
}

/** Adds a named feature twice: as every language shares it, and as this one says it. */
function addNamed(list: FeatureList, seeds: Seeds, name: string, from: number, span: number): void {
  let pair = seeds.named.get(name);
  if (!pair) {
    pair = [mix(hashText(name, SHARED)), mix(hashText(name, seeds.word ^ SHARED))];
    seeds.named.set(name, pair);
  }
  list.add(pair[0], LEXICON, from, span);
  list.add(pair[1], LEXICON, from, span);
}

const SHARED = hashText('named:');
const SHARED_WORD = hashText('w:');

function addWords(list: FeatureList, tokens: readonly Token[], under: Uint8Array, seeds: Seeds): void {
  let before = seeds.start;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, form } = tokens[at] as Token;
    const own = kind === 'word' || kind === 'number' || kind === 'mark';
    const hash = form.hash ^ (own ? seeds.word : SHARED_WORD);
    list.add(mix(hash), WORDS, at, 1);
    list.add(mix(Math.imul(before, 0x9e3779b1) ^ form.hash), WORDS, at > 0 ? at - 1 : 0, at > 0 ? 2 : 1);
    if (under[at] && kind !== 'mark') list.add(mix(form.hash ^ seeds.not), WORDS, at, 1);
    before = hash;
  }
}

const bucket = (count: number) => Math.min(4, count);
/** "good=0", "names=3"…: made once. */
const counted = (name: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${name}=${from + i}`);
const SIZES = counted('size', 0, 6);
const NAMES = counted('names', 0, 4);
const GOOD = counted('good', 0, 4);
const BAD = counted('bad', 0, 4);
const SUMS = counted('sum', -4, 4);
const BUTS = counted('but', -1, 1);

const TELLING = new Set(['?', '??', '!', '!!', '!?', '..', ':', '"']);

const KINDS = ['word', 'number', 'link', 'handle', 'hashtag', 'emoji', 'mark'] as const;
const HAS = new Map([...TELLING, ...KINDS].map((name) => [name as string, `has=${name}`]));

function addStyle(list: FeatureList, tokens: readonly Token[], seeds: Seeds): void {
  let capitals = 0;
  let drawnOut = 0;
  let names = 0;
  let words = 0;
  const seen = new Set<string>();
  for (const { kind, norm, form } of tokens) {
    if (kind === 'word') words++;
    else if (kind !== 'mark') seen.add(kind);
    else if (TELLING.has(norm)) seen.add(norm);
    if (kind === 'handle') names++;
    if (form.capitals) capitals++;
    if (form.drawnOut) drawnOut++;
  }
  const flag = (name: string) => addNamed(list, seeds, name, 0, 0);
  flag('any');
  flag(SIZES[Math.min(6, Math.floor(Math.log2(words + 1)))] as string);
  if (capitals > 1) flag(capitals > words / 2 ? 'allCapitals' : 'capitals');
  if (drawnOut) flag('drawnOut');
  if (names) flag(NAMES[bucket(names)] as string);
  for (const name of seen) flag(HAS.get(name) as string);
  const last = tokens.at(-1);
  // Marks are few, but a text may end in any sign there is: only those that tell something are named.
  if (last) flag(last.kind === 'mark' ? (LAST.get(last.norm) ?? 'last=mark') : (LAST.get(last.kind) as string));
}

const LAST = new Map([...TELLING, '.', ')', ...KINDS].map((name) => [name as string, `last=${name}`]));

const POLARITY = new Map<Tag, number>([
  ['+2', 2],
  ['+1', 1],
  ['-1', -1],
  ['-2', -2],
]);

/** Polarity of each token by the lexicon, a negation turning it; the longest phrase at a place wins. */
function polarities(tokens: readonly Token[], matches: readonly Match[], under: Uint8Array): Float64Array {
  const found = new Float64Array(tokens.length);
  const reach = new Int32Array(tokens.length);
  for (const match of matches) {
    const strength = POLARITY.get(match.tag);
    const length = match.to - match.from;
    if (strength === undefined || length < (reach[match.from] as number)) continue;
    for (let at = match.from; at < match.to; at++) {
      found[at] = 0;
      reach[at] = Math.max(reach[at] as number, length);
    }
    // "no" inside a phrase ("no funciona") is part of it; before it ("no me gusta") it turns.
    found[match.from] = under[match.from] ? (strength > 0 ? -strength * 0.7 : 0.3 * -strength) : strength;
  }
  for (let at = 0; at < tokens.length; at++) {
    const { kind, norm } = tokens[at] as Token;
    if (kind !== 'emoji') continue;
    found[at] = POSITIVE_EMOJI.has(norm) ? 1 : NEGATIVE_EMOJI.has(norm) ? -1 : 0;
  }
  return found;
}

/** Each tag as it is named when a negation turns it. */
const TURNED = new Map(TAGS.map((tag) => [tag, `${tag}!`]));

function addLexicon(list: FeatureList, parsed: Parsed, seeds: Seeds): void {
  const { matches, under, polarity } = parsed;
  let turn = -1;
  for (const { tag, from, to } of matches) {
    const name = under[from] && tag !== 'not' ? (TURNED.get(tag) as string) : tag;
    addNamed(list, seeds, name, from, Math.min(255, to - from));
    if (tag === 'but') turn = to;
  }
  let good = 0;
  let bad = 0;
  let lastHalf = 0;
  for (let at = 0; at < polarity.length; at++) {
    const value = polarity[at] as number;
    if (value > 0) good += value;
    else bad -= value;
    if (turn >= 0 && at >= turn) lastHalf += value;
  }
  const say = (name: string | undefined) => addNamed(list, seeds, name as string, 0, 0);
  say(GOOD[bucket(Math.round(good))]);
  say(BAD[bucket(Math.round(bad))]);
  say(SUMS[Math.max(-4, Math.min(4, Math.round(good - bad))) + 4]);
  if (good && bad) say('both');
  if (turn >= 0) say(BUTS[Math.sign(lastHalf) + 1]);
}

/** Reads features of `text`, taken to be in `lang`, into `list` (cleared first). */
export function parse(text: string, lang: string, list: FeatureList, tokens: Token[] = tokenize(text)): Parsed {
  const matches = lexiconOf(lang).find(tokens);
  const under = negated(tokens, matches);
  const polarity = polarities(tokens, matches, under);
  const parsed: Parsed = { text, lang, tokens, matches, under, polarity, features: list };
  list.clear();
  const seeds = seedsOf(lang);
  addWords(list, tokens, under, seeds);
  addStyle(list, tokens, seeds);
  addLexicon(list, parsed, seeds);
  list.finish();
  return parsed;
}
