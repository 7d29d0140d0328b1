/** Text cut into what retrieval counts. Links and handles say nothing about what is asked, so they go first. */
import { conceptsOf } from './concepts';

const LINKS = /https?:\/\/\S+|www\.\S+/giu;
const HANDLES = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu;
const MARKS = /\p{M}/gu;
const WORD = /[\p{L}\p{N}]+/gu;
/** Longer texts add nothing to a search and would cost time without end. */
const LONGEST = 4_000;

/** Lower case, without accents, links and handles. */
export function foldText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(LINKS, ' ')
    .replace(HANDLES, ' ')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase();
}

export function foldedWords(text: string): string[] {
  return foldText(text).match(WORD) ?? [];
}

/** Cuts the endings that most often differ between two ways to say the same, in English and in Romance languages. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const bare = word.replace(/(?:ing|ed|es|s|ly)$/u, '');
  return bare.length > 4 ? bare.replace(/[aoe]$/u, '') : bare;
}

/** FNV-1a, 32 bits: terms are kept as numbers, twenty thousand answers fit in little memory. */
export function hashTerm(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Stemmed words as hashes, repeats kept. */
export function wordTerms(text: string): number[] {
  return foldedWords(text)
    .filter((word) => !FUNCTION_WORDS.has(word))
    .map((word) => hashTerm(stem(word)));
}

/** The meanings of the words (see `concepts.ts`), each once. */
export function conceptTerms(text: string): number[] {
  return [...new Set(foldedWords(text).flatMap(conceptsOf))].map((concept) => hashTerm(concept));
}

/** Runs of four characters, across word ends: they forgive typing errors and inflection. */
export function gramTerms(text: string): number[] {
  const plain = ` ${foldedWords(text).join(' ')} `;
  const terms: number[] = [];
  for (let i = 0; i + 4 <= plain.length; i++) terms.push(hashTerm(plain, i, i + 4));
  return terms;
}

const FUNCTION_WORDS = new Set(
  (
    'a an the and or but if of to in on at for with from by as is are was were be been am do does did have has had i you he she it we they ' +
    'me him her us them my your his its our their this that these those not no so just can will would could should there here what when ' +
    'how why who which than then too very im ive dont its youre hi hello hey please thanks thank ' +
    'el la los las un una unos unas y o u e pero si de del al en con por para sin sobre como es son era eran ser estar esta estan esto ' +
    'este estos estas ese esa eso yo tu el ella nosotros vosotros ellos ellas me te se le les lo nos os mi mis tus su sus que quien cual ' +
    'cuando donde porque muy mas ya no ni hay he ha han has hemos hola buenas gracias favor'
  ).split(' '),
);

/** Words that carry meaning, as their stems: what two messages must share to be about the same. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of foldedWords(text)) if (word.length > 2 && !FUNCTION_WORDS.has(word)) stems.add(stem(word));
  return stems;
}
