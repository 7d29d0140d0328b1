/**
 * An older answer of ours made to serve again. Names change; facts do not: whatever may be true of the old case only is
 * either taken out (what belongs to the other person) or marked for the human to check (a link, a number, a day).
 */
import type { AnsweredPair, Blank } from '../core/draft';
import { findDates } from './dates';
import { callingName, visibleText } from './names';
import { type BlankWord, blankWord } from './templates/blank-words';

export interface Adapted {
  text: string;
  blanks: Blank[];
}

/** Whom the new draft is for. */
export interface Addressee {
  /** What to call them; empty for no name. */
  name: string;
  /** What they wrote: a number that they name themselves needs no check. */
  message: string;
  now: number;
}

const LETTER_BEFORE = String.raw`(?<![\p{L}\p{N}@._/-])`;
const LETTER_AFTER = String.raw`(?![\p{L}\p{N}@_]|[./-]\p{L})`;
const LEADING_HANDLES = /^(?:\s*@[\p{L}\p{N}_.-]+[\s,:]*)+/u;
/** "^JA", "-AB", "/MK" and the like at the very end: initials of whoever answered then. */
const AGENT_INITIALS = /(?<!\s)\s*(?:[\^*/]\s?[A-Z]\p{L}{0,8}|[-–—]\s?[A-Z]{2,3})\s*$/u;
const GREETING =
  /^((?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|hola|buenas(?: tardes| noches)?|buenos días|muy buenas|estimad[oa]|querid[oa]|olá|bonjour|salut|hallo|ciao)(?: there| again| de nuevo)?),?\s+(\p{Lu}[\p{L}'’-]{1,20})(?=\s*[,.!:;–—-]|\s*\n|\s+(?:and|y)\b)/iu;
const NOT_NAMES =
  /^(?:there|again|all|everyone|folks|team|equipo|todos|todas|buenas|buenos|muchas|gracias|thanks|and|y|we|sorry|yes|no|sí)$/iu;

export function adaptReply(pair: AnsweredPair, to: Addressee): Adapted {
  const text = visibleText(pair.reply).replace(LEADING_HANDLES, '').replace(AGENT_INITIALS, '').trim();
  return settleFacts(renamed(text, pair.person, to.name), pair, to);
}

/** The old person's name becomes the new one's; without a new one it goes, with the comma that set it off. */
function renamed(text: string, person: string, name: string): string {
  const first = callingName({ name: person, handle: null });
  let result = text;
  for (const old of new Set([person.trim(), first, person.trim().replace(/\s/gu, '')])) {
    // Most answers call nobody by name: looking for it plainly costs nothing, the patterns below do.
    if (old.length < 2 || !result.toLowerCase().includes(old.toLowerCase())) continue;
    const called = new RegExp(`${LETTER_BEFORE}@?${escaped(old)}${LETTER_AFTER}`, 'giu');
    result = name ? result.replace(called, () => name) : withoutName(result, called.source);
  }
  return result.replace(GREETING, (whole, hello: string, called: string) => {
    if (NOT_NAMES.test(called) || called === name.split(' ')[0]) return whole;
    return name ? `${hello} ${name}` : hello;
  });
}

function withoutName(text: string, called: string): string {
  const bare = text
    .replace(new RegExp(String.raw`,\s*${called}(?=\s*[,.!?:;]|\s*$)`, 'giu'), '')
    .replace(new RegExp(String.raw`^${called}\s*[,:.!–-]\s*`, 'giu'), '')
    .replace(new RegExp(String.raw`\s*${called}`, 'giu'), '');
  return bare.trimStart().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A passage that was true of the older case. */
interface Fact {
  start: number;
  end: number;
  word: BlankWord;
}

const LINK = /(?:https?:\/\/|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]]/giu;
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,253}\.\p{L}{2,24}/giu;
const HANDLE = /(?<![\p{L}\p{N}/.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*/giu;
const NUMBER =
  /(?<![\p{L}\p{N}])[#€$£]?\s?\+?\p{N}(?:[\p{N}.,:/ -]*\p{N})?\s?(?:%|€|eur(?:os?)?|usd|\$)?(?!\p{N})|(?<![\p{L}\p{N}])(?=[\p{Lu}\p{N}-]*\p{N})[\p{Lu}][\p{Lu}\p{N}-]{3,}(?![\p{L}\p{N}])/giu;

function settleFacts(text: string, pair: AnsweredPair, to: Addressee): Adapted {
  const facts: Fact[] = [];
  const add = (start: number, end: number, word: BlankWord) => {
    if (end > start && !facts.some((other) => start < other.end && end > other.start)) facts.push({ start, end, word });
  };
  for (const found of text.matchAll(LINK)) add(found.index, found.index + found[0].length, 'link');
  for (const found of text.matchAll(MAIL)) add(found.index, found.index + found[0].length, 'address');
  for (const found of text.matchAll(HANDLE)) add(found.index, found.index + found[0].length, 'address');
  for (const date of findDates(text, to.now)) add(date.start, date.end, 'date');
  for (const found of text.matchAll(NUMBER)) {
    const lead = found[0].length - found[0].trimStart().length;
    add(found.index + lead, found.index + found[0].trimEnd().length, 'number');
  }
  return write(text, facts.sort((a, b) => a.start - b.start), pair, to); // biome-ignore format: one step
}

function write(text: string, facts: readonly Fact[], pair: AnsweredPair, to: Addressee): Adapted {
  let out = '';
  let from = 0;
  const blanks: Blank[] = [];
  for (const { start, end, word } of facts) {
    const said = text.slice(start, end);
    out += text.slice(from, start);
    from = end;
    const name = blankWord(word, pair.lang);
    const begin = out.length;
    const isTheirs = belongsToSomebody(said, word) && saysToo(pair.message, said);
    if (saysToo(to.message, said) && word === 'number') out += said;
    else {
      out += isTheirs ? `[${name}]` : said;
      blanks.push({ start: begin, end: out.length, name, ...(!isTheirs && { kind: 'check' as const }) });
    }
  }
  return { text: out + text.slice(from), blanks };
}

/** An order number, an account, an address; a version or a price is everybody's. */
function belongsToSomebody(said: string, word: BlankWord): boolean {
  return word === 'address' || (word === 'number' && said.replace(/[^\p{L}\p{N}]/gu, '').length >= 4);
}

function saysToo(message: string, said: string): boolean {
  const text = message.toLowerCase();
  const wanted = said.toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + wanted.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
