/**
 * What a model wrote, before anybody sees it as a draft. Plain text; no link or address that is not ours; no passage of a
 * stranger's; promises and figures that nobody gave it are marked to be checked. An answer that gives orders, or tells what
 * it was told, is no draft at all.
 */
import type { Blank } from '../../core/draft';
import { findDates } from '../dates';
import { speaksAsMachine } from '../hostile';
import { visibleText } from '../names';
import { findPromises } from '../promises';
import { blankWord } from '../templates/blank-words';
import { ModelFault } from './endpoint';
import type { ModelRequest } from './prompt';

/** What an answer may rest on. */
export interface Material {
  /** Our own words: past answers, saved replies, our posts in the conversation, our names. */
  ours: readonly string[];
  /** Everybody else's in the conversation. */
  theirs: readonly string[];
  now: number;
}

const LONGEST = 2_000;
/** So many words of theirs in a row are a quotation; of what we told the model, more, for our own words are plain ones. */
const RUN = 4;
const TOLD_RUN = 6;

export function checkAnswer(
  answer: string,
  request: ModelRequest,
  material: Material,
): { text: string; blanks: Blank[] } {
  const text = withoutEchoes(plainText(answer), material.theirs).slice(0, LONGEST).trim();
  if (text === '') throw new ModelFault('empty');
  const told = request.messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  if (text.includes(request.marker) || sharesRun(text, told, TOLD_RUN) || speaksAsMachine(text))
    throw new ModelFault('suspicious');
  return marked(withoutForeignWords(text, material, request.lang), material, request.lang);
}

/** Without a model's thinking, markup of any kind, and the quotation marks it puts around everything. */
export function plainText(answer: string): string {
  return visibleText(answer)
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, '')
    .replace(/<think>[\s\S]*?(?:<\/think>|$)/giu, '')
    .replace(/^```\w*\n?|```$/gmu, '')
    .replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)/gu, '')
    .replace(/\[([^\]\n]{1,300})\]\(([^)\n]{0,2000})\)/gu, '$1 ($2)')
    .replace(/<\/?[a-z!][^<>]{0,2000}>/giu, '')
    .replace(/[<>{}`]/gu, '')
    .replace(/\*\*|__|^#{1,6}\s+/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
    .replace(/^["“«]([\s\S]*)["”»]$/u, '$1')
    .trim();
}

const SENTENCE = /[^.!?\n]+[.!?]*\s*/gu;
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A reply has no need to say whole passages of theirs again. */
function withoutEchoes(text: string, theirs: readonly string[]): string {
  return (text.match(SENTENCE) ?? []).filter((sentence) => !sharesRun(sentence, theirs, RUN)).join('');
}

function sharesRun(text: string, others: readonly string[], length: number): boolean {
  const own = words(text);
  if (own.length < length) return false;
  const held = others.map((other) => ` ${words(other).join(' ')} `);
  return own.some(
    (_, at) =>
      at + length <= own.length && held.some((other) => other.includes(` ${own.slice(at, at + length).join(' ')} `)),
  );
}

const ADDRESS =
  /(?:[a-z][a-z\d+.-]*:\/\/|www\.|javascript:|data:|mailto:|tel:)[^\s<>"']*[^\s<>"'.,;:!?)\]]|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\p{L}\p{N}/.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*|(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.)+(?!(?:es|y|el|la|los|las|en|de|que|no|si|a|me|te|se|un|una|the|we|it|i|you|if|is|in|to)(?![\p{L}]))\p{L}{2,24}(?:\/[^\s]*)?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\+?\d[\d .()-]{7,}\d/giu;

/** Codes and shouted words, shares and sums: what somebody would have a draft say for them. */
const LOUD =
  /(?<![\p{L}\p{N}])(?:(?=[\p{L}\p{N}-]*\p{N})(?=[\p{L}\p{N}-]*\p{L})[\p{L}\p{N}-]{4,}|\p{Lu}{3,}|[€$£]\s?\p{N}[\p{N}.,]*|\p{N}[\p{N}.,]*\s?(?:%|€|eur(?:os?)?|usd|d[óo]lar(?:es)?|dollars?|\$|£)|\p{N}{5,})(?![\p{L}\p{N}])/giu;

/** A gap where an address, a code or a sum stood that our own material does not hold: the human puts the right one there. */
function withoutForeignWords(text: string, { ours, theirs }: Material, lang: string): string {
  const known = ours.join('\n').toLowerCase();
  const said = theirs.join('\n');
  const foreign = said.toLowerCase();
  const plain = text.replace(ADDRESS, (address) => {
    if (known.includes(address.toLowerCase())) return address;
    return `[${blankWord(/@/u.test(address) || /^[+\d(]/u.test(address) ? 'address' : 'link', lang)}]`;
  });
  return plain.replace(LOUD, (word) => {
    // A word in capitals is loud only if they wrote it so; in small letters it is any word.
    if (/^\p{L}+$/u.test(word) && (word !== word.toUpperCase() || !said.includes(word))) return word;
    if (known.includes(word.toLowerCase()) || !foreign.includes(word.toLowerCase())) return word;
    return `[${blankWord('number', lang)}]`;
  });
}

const FIGURE = /(?<![\p{L}\p{N}])[€$£]?\s?\p{N}+(?:[.,]\p{N}+)*\s?(?:%|€|eur(?:os?)?|usd|\$)?(?![\p{L}\p{N}])/giu;

/** Gaps the model left, and what nobody told it: promises, days, figures. */
function marked(text: string, { ours, theirs, now }: Material, lang: string): { text: string; blanks: Blank[] } {
  const blanks: Blank[] = [];
  const add = (blank: Blank) => {
    if (!blanks.some((other) => blank.start < other.end && blank.end > other.start)) blanks.push(blank);
  };
  for (const gap of text.matchAll(/\[([^[\]\n]{1,60})\]/gu))
    add({ start: gap.index, end: gap.index + gap[0].length, name: gap[1] ?? '' });
  const said = [...ours, ...theirs].join('\n').toLowerCase();
  const check = (start: number, end: number, word: Parameters<typeof blankWord>[0]) => {
    if (!said.includes(text.slice(start, end).trim().toLowerCase()))
      add({ start, end, name: blankWord(word, lang), kind: 'check' });
  };
  for (const { start, end } of findDates(text, now)) check(start, end, 'date');
  for (const found of text.matchAll(FIGURE)) {
    const lead = found[0].length - found[0].trimStart().length;
    check(found.index + lead, found.index + found[0].trimEnd().length, 'number');
  }
  const promised = ours.join('\n').toLowerCase();
  for (const { start, end, words: sentence } of findPromises(text, now)) {
    // A gap or a day inside it has its own mark: the words before and after it are left to that.
    if (!promised.includes(sentence.toLowerCase()))
      for (const [from, to] of around(start, end, blanks))
        add({ start: from, end: to, name: blankWord('promise', lang), kind: 'check' });
  }
  return { text, blanks: blanks.sort((a, b) => a.start - b.start) };
}

/** The parts of a passage that nothing is marked in yet. */
function around(start: number, end: number, blanks: readonly Blank[]): [number, number][] {
  const inside = blanks.filter((blank) => blank.start < end && blank.end > start).sort((a, b) => a.start - b.start);
  const parts: [number, number][] = [];
  let from = start;
  for (const blank of inside) {
    if (blank.start > from) parts.push([from, blank.start]);
    from = blank.end;
  }
  if (from < end) parts.push([from, end]);
  return parts;
}
