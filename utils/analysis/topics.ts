/**
 * Names, products, hashtags and links of a post, in any language that has capitals. No dictionary: a name is what is written
 * with a capital where grammar asks for none. English can be told apart further (`nlp.ts`).
 */
import type { Topic, TopicKind } from '../core/topic';
import { ownWords } from './own-words';
import { type Token, tokenize } from './text';
import { isStop } from './themes/stopwords';

const MOST = 12;
/** Small words inside a name: "Puerta del Sol", "Ursula von der Leyen". */
const INSIDE = new Set(
  'de del la las los el do da dos das di della dei of the von der van den le du des y e &'.split(' '),
);
/** Written with a capital in English only. */
const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** Titles before a person. */
const TITLES = new Set(
  'sr sra srta don dona señor señora mr mrs ms dr dra prof herr frau monsieur madame mme signor signora senhor senhora'.split(
    ' ',
  ),
);
/** Where English, German and Romance sentences put no capital by grammar, except these. */
const ALWAYS_CAPITAL = new Set(['i', "i'm", "i've", "i'll", "i'd"]);
const ENDS = new Set(['.', '..', '!', '!!', '?', '??', '!?', ':', '"', '(', '-', '*', '•']);
const OPENS = new Set(['¿', '¡', '“', '«', '"', "'", '(', '‘']);

const isCapital = (word: string) => /^\p{Lu}/u.test(word);
/** "iPhone", "PS5", "X200", "WiFi6": letters of both sizes or with digits. */
const isModel = (word: string) =>
  /^(?=.*\p{L})(?=.*\d)[\p{L}\d.-]{2,20}$/u.test(word) ||
  /^\p{Ll}{1,3}\p{Lu}\p{L}+$|^\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u.test(word);
/** "20h", "3kg", "10am", "50e", "2x", "1º": an amount, not a thing. */
const isAmount = (word: string) => /^\d+(?:[.,]\d+)?\p{L}{1,3}$|^\d+(?:st|nd|rd|th|er|ème|ª|º)$/iu.test(word);

const VERSION = /^(?:\.\d+)+/;

interface Word {
  token: Token;
  raw: string;
  /** It begins a sentence: its capital says nothing. */
  first: boolean;
}

function wordsOf(text: string, tokens: readonly Token[]): (Word | null)[] {
  let first = true;
  let lastEnd = 0;
  return tokens.map((token) => {
    const broken = /\n/.test(text.slice(lastEnd, token.start));
    lastEnd = token.end;
    if (broken) first = true;
    if (token.kind === 'word' || token.kind === 'number') {
      const word = { token, raw: text.slice(token.start, token.end), first };
      first = false;
      return word;
    }
    if (token.kind === 'mark' && (ENDS.has(token.norm) || OPENS.has(token.norm))) first = true;
    if (token.kind === 'emoji' || token.kind === 'handle') first = true;
    return null;
  });
}

/** The topics of a text, in the order they are said, each once. */
export function topicsOf(whole: string, lang: string): Topic[] {
  const text = ownWords(whole);
  const tokens = tokenize(text);
  const found: Topic[] = [];
  const add = (kind: TopicKind, start: number, end: number, said = text.slice(start, end)) => {
    if (found.length < MOST && !found.some((topic) => topic.text.toLowerCase() === said.toLowerCase()))
      found.push({ kind, text: said, start, end });
  };
  for (const { kind, start, end } of tokens) {
    if (kind === 'hashtag') add('hashtag', start, end);
    else if (kind === 'link') {
      const host = hostOf(text.slice(start, end));
      if (host) add('link', start, end, host);
    }
  }
  const words = wordsOf(text, tokens);
  for (const { from, to, kind } of runsOf(words, lang)) {
    const start = (words[from] as Word).token.start;
    const { end } = (words[to - 1] as Word).token;
    // "4.1": a version is one word to people.
    const version = /\d$/.test(text.slice(start, end)) ? VERSION.exec(text.slice(end))?.[0].length : undefined;
    add(kind, start, end + (version ?? 0));
  }
  return found.sort((a, b) => a.start - b.start);
}

function hostOf(link: string): string | null {
  try {
    return new URL(/^https?:/i.test(link) ? link : `https://${link}`).hostname.replace(/^www\./, '');
  } catch {
    return null;
  }
}

interface Run {
  from: number;
  to: number;
  kind: TopicKind;
}

/** Runs of words that make a name together. */
function runsOf(words: readonly (Word | null)[], lang: string): Run[] {
  const said = words.filter((word) => word !== null);
  const shouted = said.filter(({ raw }) => raw.length > 1 && raw === raw.toUpperCase() && isCapital(raw)).length;
  // Who writes in capitals throughout, or never, tells no names by them.
  if (shouted * 2 > said.length && said.length > 3) return [];
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!begins(words, at, lang)) continue;
    let to = at + 1;
    for (let next = to; next < words.length && next < at + 7; next++) {
      const word = words[next];
      if (!word) break;
      if (isCapital(word.raw) || (word.token.kind === 'number' && next === to) || isModel(word.raw)) to = next + 1;
      else if (!INSIDE.has(word.token.norm) || next - to >= 2) break;
    }
    const run = { from: at, to, kind: kindOf(words, at, to) };
    if (isWorthIt(words, run, lang)) runs.push(run);
    at = to - 1;
  }
  return runs;
}

function begins(words: readonly (Word | null)[], at: number, lang: string): boolean {
  const word = words[at];
  if (!word || isAmount(word.raw)) return false;
  if (isModel(word.raw)) return true;
  const { norm, fold } = word.token;
  if (word.token.kind !== 'word' || !isCapital(word.raw) || word.raw.length < 2 || ALWAYS_CAPITAL.has(norm))
    return false;
  if (isStop(norm) || isStop(fold) || TITLES.has(norm)) return false;
  if (lang === 'en' && DAYS.test(norm)) return false;
  if (!word.first) return true;
  // At the head of a sentence only where more of the name follows, or where it is said again further in.
  const next = words[at + 1];
  if (next && isCapital(next.raw) && next.raw.length > 1 && !isStop(next.token.norm)) return true;
  return words.some((other) => other && !other.first && other.raw === word.raw);
}

function kindOf(words: readonly (Word | null)[], from: number, to: number): TopicKind {
  const run = words.slice(from, to);
  if (run.some((word) => word && (isModel(word.raw) || word.token.kind === 'number'))) return 'product';
  const before = words[from - 1];
  return before && TITLES.has(before.token.norm) ? 'person' : 'name';
}

/** German writes every noun with a capital: one alone is no name there. */
function isWorthIt(words: readonly (Word | null)[], { from, to, kind }: Run, lang: string): boolean {
  if (lang !== 'de' || kind !== 'name') return true;
  const capitals = words.slice(from, to).filter((word) => word && isCapital(word.raw)).length;
  return capitals >= 2;
}
