/**
 * What a post is about, as a noun phrase cut from its own words and turned to our side: "mi pedido" → "tu pedido", "your app"
 * → "our app". No phrase is better than a wrong one: whatever looks like a link, an order or an insult gives none.
 */
import type { Reading } from '../core/reading';
import { givesOrders } from './hostile';
import { visibleText } from './names';
import { BARE_NOUNS, EMPTY_NOUNS, ENGLISH, MARKED, RUDE, SPANISH } from './topic-words';

export type Register = 'tu' | 'usted';

interface Found {
  words: string[];
  determiner: string;
  score: number;
}

const TOKEN = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*(?:\.\p{N}+)*|[^\s\p{L}\p{N}]/gu;
const LINKS = /(?:https?:\/\/|www\.)\S+|(?<!\S)\S{1,64}@\S+|[#@][\p{L}\p{N}_.-]+|<[^>]*>|`[^`]*`/giu;
/** A phrase longer than this is no name of a thing. */
const LONGEST = 48;

/** "your order", "la nueva actualización"; null where nothing trustworthy names it. `lang` en or es; others have none. */
export function topicOf(text: string, lang: string, register: Register, reading: Reading | null): string | null {
  if ((lang !== 'en' && lang !== 'es') || givesOrders(text)) return null;
  const plain = visibleText(text.slice(0, 4_000)).slice(0, 2_000).replace(LINKS, ' ; ');
  let best: Found | null = null;
  let position = 0;
  for (const sentence of plain.split(/(?<=[.!?;:\n])\s*/u)) {
    const bonus = asks(sentence) * 2 + evidenceIn(text, sentence, reading) - position++ * 0.3;
    for (const found of phrases(sentence, lang)) {
      const score = found.score + bonus;
      if (!best || score > best.score) best = { ...found, score };
    }
  }
  if (!best) return null;
  const phrase = lang === 'en' ? turnEnglish(best) : turnSpanish(best, register);
  return phrase && phrase.length <= LONGEST ? phrase : null;
}

function asks(sentence: string): number {
  return /[?¿]/u.test(sentence) || MARKED.test(sentence) ? 1 : 0;
}

function evidenceIn(text: string, sentence: string, reading: Reading | null): number {
  const start = text.indexOf(sentence.trim());
  if (!reading || start < 0) return 0;
  return reading.evidence.some((mark) => mark.start >= start && mark.start < start + sentence.length) ? 1 : 0;
}

function* phrases(sentence: string, lang: 'en' | 'es'): Generator<Found> {
  const tokens = sentence.match(TOKEN) ?? [];
  const grammar = lang === 'en' ? ENGLISH : SPANISH;
  for (let i = 0; i < tokens.length; i++) {
    // A capital inside a sentence begins a name ("Los Olivos"), and "ni una" counts to none.
    if (i > 0 && /^\p{Lu}/u.test(tokens[i] ?? '')) continue;
    if (/^(?:ni|ningun[ao]?|not|no)$/iu.test(tokens[i - 1] ?? '')) continue;
    const determiner = (tokens[i] ?? '').toLowerCase();
    // "A bike" is the matter only of who wants one.
    if (/^(?:an?|un|una)$/u.test(determiner) && !grammar.wants.has((tokens[i - 1] ?? '').toLowerCase())) continue;
    const weight = grammar.determiners.get(determiner);
    const head = weight === undefined ? [] : grammar.head(tokens, i + 1);
    if (weight === undefined || head.length === 0) {
      const bare = BARE_NOUNS[lang].get(determiner);
      if (bare) yield { words: bare.split(' ').slice(1), determiner: bare.split(' ')[0] ?? '', score: 0.5 };
      continue;
    }
    const noun = (head.at(-1) ?? '').toLowerCase();
    const words = [...head, ...grammar.tail(tokens, i + 1 + head.length)];
    if (words.some((word) => RUDE.has(word.toLowerCase()) || !/^[\p{L}\p{N}'’.-]{1,20}$/u.test(word))) continue;
    if (EMPTY_NOUNS.has(noun) || EMPTY_NOUNS.has((head[0] ?? '').toLowerCase()) || /^[\p{N}.]+$/u.test(head[0] ?? ''))
      continue;
    const before = (tokens[i - 1] ?? '').toLowerCase();
    yield { words, determiner, score: weight + (grammar.leads.has(before) ? 1 : 0) + Math.min(words.length, 3) * 0.2 };
  }
}

function turnEnglish({ determiner, words }: Found): string {
  const turned: Record<string, string> = {
    my: 'your',
    our: 'your',
    your: 'our',
    ur: 'our',
    this: 'the',
    that: 'the',
    these: 'the',
    those: 'the',
  };
  return `${turned[determiner] ?? determiner} ${words.map((word) => inner(word, turned)).join(' ')}`;
}

const inner = (word: string, turned: Record<string, string>) =>
  (word === word.toLowerCase() && ['my', 'our', 'your'].includes(word) ? turned[word] : word) ?? word;

function turnSpanish({ determiner, words }: Found, register: Register): string | null {
  const [yours, yoursMany] = register === 'usted' ? ['su', 'sus'] : ['tu', 'tus'];
  const noun = words.find((word) => !SPANISH.before.has(word.toLowerCase())) ?? '';
  const isMany = /s$/u.test(noun) && !/(?:is|us|ás|és)$/u.test(noun);
  const isFeminine = SPANISH.isFeminine(noun.toLowerCase());
  const rest = words.map((word) =>
    word === 'mi' || word === 'nuestro' || word === 'nuestra'
      ? (yours ?? word)
      : word === 'mis'
        ? (yoursMany ?? word)
        : word,
  );
  const article = isMany ? (isFeminine ? 'las' : 'los') : isFeminine ? 'la' : 'el';
  const ours = `nuestr${isFeminine ? 'a' : 'o'}${isMany ? 's' : ''}`;
  const turned = (() => {
    switch (determiner) {
      case 'mi': case 'nuestro': case 'nuestra': return yours;
      case 'mis': case 'nuestros': case 'nuestras': return yoursMany;
      case 'tu': case 'tus': case 'vuestro': case 'vuestra': case 'vuestros': case 'vuestras': return ours;
      case 'el': case 'la': case 'los': case 'las': return determiner;
      case 'del': case 'al': return 'el';
      default: return article;
    }
  })(); // biome-ignore format: a table
  return `${turned} ${rest.join(' ')}`;
}

/** "de el" → "del", "a el" → "al": to be applied after a phrase is put into a sentence. */
export function contract(text: string): string {
  return text.replace(/(?<![\p{L}])(de|a|De|A) el (?=\p{L})/gu, '$1l ');
}
