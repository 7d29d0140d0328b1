/** Finds concepts of the glossary in a text, so that two languages, or two wordings, meet in one term. */
import { asDerived, fold, hash32, TermKind } from './fold';
import { COMMUNITY } from './glossary/community';
import { FAMILIES } from './glossary/families';
import { SERVICE } from './glossary/service';
import { TRADE } from './glossary/trade';
import { WORLD } from './glossary/world';
import { isStop, LANGS } from './stopwords';

/** One way to say a concept. */
interface Wording {
  concept: string;
  /** The only language (index into LANGS) it counts in, or -1 for any. */
  lang: number;
  /** Further words of a phrase; a final `*` takes what follows. */
  rest: string[];
}

const exact = new Map<string, Wording[]>();
const stems = new Map<string, Wording[]>();
const LEAST_STEM = 3;
const LEAST_PART = 4;

for (const glossary of [SERVICE, TRADE, COMMUNITY, WORLD]) {
  for (const line of glossary.trim().split('\n')) {
    const [concept, ...columns] = line.split('|').map((cell) => cell.trim());
    columns.forEach((column, lang) => {
      for (const wording of column.split(',')) addWording(concept!, wording.trim(), lang);
    });
  }
}

function addWording(concept: string, wording: string, lang: number): void {
  const [first, ...rest] = fold(wording.replace(/!/g, '')).split(/\s+/);
  if (!first) return;
  const entry = { concept, lang: wording.includes('!') ? lang : -1, rest };
  const [index, word] = first.endsWith('*') ? [stems, first.slice(0, -1)] : [exact, first];
  const known = index.get(word);
  if (known) known.push(entry);
  else index.set(word, [entry]);
}

const familiesOf = new Map<string, string[]>();
for (const [family, concepts] of Object.entries(FAMILIES)) {
  for (const concept of concepts.split(' ')) familiesOf.set(concept, [...(familiesOf.get(concept) ?? []), family]);
}

/** The terms of a concept: its own, and one for each family of concepts it is of. */
export function conceptTerms(concept: string): number[] {
  const families = (familiesOf.get(concept) ?? []).map((family) => `family ${family}`);
  return [concept, ...families].map((name) => asDerived(hash32(name, TermKind.concept)));
}

/** Concepts of a folded text with the words that say them; `lang` is what the text was taken for, or -1. */
export function conceptsOf(words: readonly string[], lang: number): [concept: string, from: number, to: number][] {
  const found: [string, number, number][] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.length < 2) continue;
    for (const entry of wordingsOf(word)) {
      const fits = entry.lang < 0 || entry.lang === lang || (lang < 0 && !isStop(word));
      if (fits && follows(words, i + 1, entry.rest)) found.push([entry.concept, i, i + 1 + entry.rest.length]);
    }
  }
  return found;
}

/** Beginnings of all stems: most words need not be looked up letter by letter. */
const beginnings = new Set([...stems.keys()].map((stem) => stem.slice(0, LEAST_STEM)));

function wordingsOf(word: string): readonly Wording[] {
  const found: Wording[] = [];
  const add = (entries: Wording[] | undefined) => {
    if (entries) found.push(...entries);
  };
  add(exact.get(word));
  if (word.length > 4 && word.endsWith('s')) add(exact.get(word.slice(0, -1)));
  if (!beginnings.has(word.slice(0, LEAST_STEM))) return found;
  for (let end = LEAST_STEM; end <= word.length; end++) add(stems.get(word.slice(0, end)));
  return found;
}

function follows(words: readonly string[], from: number, rest: readonly string[]): boolean {
  return rest.every((part, i) => {
    const word = words[from + i];
    return word !== undefined && (part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part);
  });
}

/** Whether a wording of the glossary is just this word. */
function isWording(entries: Wording[] | undefined): boolean {
  return entries?.some((entry) => entry.rest.length === 0) ?? false;
}

function canEndTag(word: string): boolean {
  return (
    isWording(exact.get(word)) ||
    isWording(stems.get(word)) ||
    (word.endsWith('s') && isWording(exact.get(word.slice(0, -1))))
  );
}

/** Between a first word and a name: "prayforboston", "fuerzaparavalencia". */
const JOINS = ['for', 'para', 'pour', 'fur', 'per'];

/**
 * Takes words of the glossary off the ends of a tag written in one piece, so that "prayforboston" meets "Boston" and
 * "coloradoflood" meets "Colorado". What is left must be a word's length; a tag that holds no such word stays whole.
 */
export function splitTag(tag: string): string[] {
  const parts = [tag];
  for (let cut = 2; cut <= tag.length - LEAST_PART; cut++) {
    if (!canEndTag(tag.slice(cut))) continue;
    parts.splice(0, 1, tag.slice(0, cut), tag.slice(cut));
    break;
  }
  const first = parts[0]!;
  for (let cut = first.length - LEAST_PART; cut >= LEAST_PART; cut--) {
    if (!isWording(exact.get(first.slice(0, cut)))) continue;
    const rest = first.slice(cut);
    const join = JOINS.find((word) => rest.startsWith(word) && rest.length - word.length >= LEAST_PART);
    parts.splice(0, 1, first.slice(0, cut), ...(join ? [join, rest.slice(join.length)] : [rest]));
    break;
  }
  return parts;
}

/** For tests and records: how many concepts there are. */
export function countConcepts(): number {
  return new Set([...exact.values(), ...stems.values()].flat().map((entry) => entry.concept)).size;
}

/** The languages of the glossary's columns. */
export const GLOSSARY_LANGS = LANGS;
