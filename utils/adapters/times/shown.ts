/**
 * Moments as people read them: "hace 3 h", "12-mar-2020, 10:22", "Yesterday at 4:05 pm". Times without a zone are the
 * reader's. Never throws; null where it is no time.
 */
import { foldWord, isKnown, isMonthFirst, LANGUAGES, type Lexicon, lexiconOf, type Unit } from './lexicon';
import { offsetOf } from './machine';

export interface ShownTime {
  at: number;
  /** Words that are no part of a time: 0 where the text says nothing else. */
  strange: number;
  /** True where it counts from now ("3 h ago"), so that another look gives another moment. */
  relative: boolean;
}

interface Clock {
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of Greenwich, or null for the reader's own zone. */
  zone: number | null;
}

type Token = { number: number; digits: number; word?: undefined } | { word: string; number?: undefined };

const MS: Record<Unit, number> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_629_800_000,
  year: 31_557_600_000,
};
const CLOCK =
  /(?<![\d.])(\d{1,2})(?:\s?[:：]\s?|\s?h\s?(?=\d\d(?!\d)))(\d\d)(?:[:：](\d\d))?(?!\d)\s*([ap])?(?:\.?\s?m\b\.?)?(?:\s*(z\b|utc|gmt)?\s?([+-]\d\d:?\d\d)?)?/;
const HOUR = /(?<![\d.:])(\d{1,2})\s*([ap])\.?\s?m\b\.?/;
const YEAR_FIRST = /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일]?/;
const YEAR_LAST = /(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?!\d)/;
const DAY_MONTH = /^(\d{1,2})([./])(\d{1,2})\.?$/;
/** Joins a day to its month, or marks an ordinal. */
const JOINTS = new Set('de del di do of d den der the st nd rd th er re e o a th le'.split(' '));
const JUST_NOW =
  /^(just now|now|(hace )?un momento|ahora mismo|gerade eben|a l.instant|pochi istanti fa|agora mesmo|только что|щойно)$/;

/** `languages`: those of the post and the page, best first; others are tried after them unless `only`. */
export function parseShown(
  text: string,
  now: number,
  languages: readonly string[] = [],
  only = false,
): ShownTime | null {
  if (text.length > 400) return null;
  let rest = foldWord(text).trim();
  if (!rest || rest.length > 160) return null;
  if (JUST_NOW.test(rest)) return { at: now, strange: 0, relative: true };
  const clock = readClock(rest);
  if (clock) rest = clock.rest;
  const numeric = readNumeric(rest, languages);
  if (numeric) {
    const at = moment(numeric.year, numeric.month, numeric.day, clock?.clock ?? null, now);
    return at === null ? null : { at, strange: strangers(tokens(numeric.rest), null), relative: false };
  }
  const list = tokens(rest);
  if (list.some((t) => t.word !== undefined)) {
    for (const language of order(languages, only)) {
      const lexicon = lexiconOf(language);
      const at = readWords(rest, list, clock?.clock ?? null, lexicon, now);
      if (at) return { at: at.at, strange: strangers(list, lexicon), relative: at.relative };
    }
  }
  if (!clock || list.some((t) => t.number !== undefined)) return null;
  const today = new Date(now);
  let at = moment(today.getFullYear(), today.getMonth(), today.getDate(), clock.clock, now);
  if (at !== null && at > now + 300_000) at -= MS.day;
  return at === null ? null : { at, strange: strangers(list, null), relative: false };
}

const orders = new Map<string, string[]>();
function order(languages: readonly string[], only: boolean): string[] {
  const name = `${languages} ${only}`;
  let known = orders.get(name);
  if (!known) {
    known = orderOf(languages, only);
    if (orders.size < 200) orders.set(name, known);
  }
  return known;
}

function orderOf(languages: readonly string[], only: boolean): string[] {
  const first = languages.map((l) => l.toLowerCase().split(/[-_]/)[0] as string).filter((l) => /^[a-z]{2,3}$/.test(l));
  return [...new Set(only ? first : [...first, ...LANGUAGES])].filter(isKnown);
}

function readClock(text: string): { clock: Clock; rest: string } | null {
  const long = CLOCK.exec(text);
  const short = long ? null : HOUR.exec(text);
  const match = long ?? short;
  if (!match) return null;
  const half = long ? long[4] : short?.[2];
  let hour = Number(match[1]);
  const minute = long ? Number(long[2]) : 0;
  if (hour > 24 || minute > 59 || (half && hour > 12 && hour < 1)) return null;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const zone = long && (long[5] || long[6]) ? offsetOf(long[6]) : null;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  return { clock: { hour, minute, second: Number(long?.[3] ?? 0), zone }, rest };
}

interface Day {
  year: number;
  month: number;
  day: number;
  rest: string;
}

function readNumeric(text: string, languages: readonly string[]): Day | null {
  const first = YEAR_FIRST.exec(text);
  if (first) return day(Number(first[1]), Number(first[2]), Number(first[3]), text.replace(first[0], ' '));
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [a, b] = dayAndMonth(Number(last[1]), Number(last[2]), last[0].includes('.'), languages);
    return day(fullYear(Number(last[3])), b, a, text.replace(last[0], ' '));
  }
  const short = DAY_MONTH.exec(text);
  if (!short) return null;
  const [a, b] = dayAndMonth(Number(short[1]), Number(short[3]), short[2] === '.', languages);
  return day(Number.NaN, b, a, '');
}

function day(year: number, month: number, date: number, rest: string): Day | null {
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 ? { year, month: month - 1, day: date, rest } : null;
}

/** Day and month from two numbers: dots mean day first, more than 12 decides, else the language. */
function dayAndMonth(a: number, b: number, dots: boolean, languages: readonly string[]): [number, number] {
  if (dots || a > 12) return [a, b];
  if (b > 12) return [b, a];
  return isMonthFirst(languages[0] ?? 'en') ? [b, a] : [a, b];
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year <= (new Date().getFullYear() % 100) + 1 ? 2000 + year : 1900 + year;
}

/** Local unless the clock says its zone. Without a year: the last such day. */
function moment(year: number, month: number, date: number, clock: Clock | null, now: number): number | null {
  const [h, m, s] = clock ? [clock.hour, clock.minute, clock.second] : [0, 0, 0];
  const make = (y: number) =>
    clock?.zone != null
      ? Date.UTC(y, month, date, h, m, s) - clock.zone * 60_000
      : new Date(y, month, date, h, m, s).getTime();
  if (!Number.isNaN(year)) {
    const at = make(year);
    return Number.isFinite(at) && new Date(year, month, date).getDate() === date ? at : null;
  }
  const thisYear = new Date(now).getFullYear();
  const at = make(thisYear);
  return at > now + 2 * MS.day ? make(thisYear - 1) : at;
}

function tokens(text: string): Token[] {
  const list: Token[] = [];
  for (const [piece] of text.matchAll(/\d+|[\p{L}\p{M}]+/gu)) {
    if (/^\d/.test(piece)) list.push({ number: Number(piece), digits: piece.length });
    else list.push({ word: piece });
  }
  return list.slice(0, 40);
}

function readWords(
  text: string,
  list: Token[],
  clock: Clock | null,
  lexicon: Lexicon,
  now: number,
): { at: number; relative: boolean } | null {
  const month = readMonth(list, lexicon);
  if (month) {
    const at = moment(month.year, month.month, month.day, clock, now);
    return at === null ? null : { at, relative: false };
  }
  for (const [phrase, count, unit] of lexicon.phrases) {
    if (!hasPhrase(text, phrase)) continue;
    if (unit === 'second') {
      if (text === phrase) return { at: now, relative: true };
    } else if (unit === 'day') {
      const base = new Date(now);
      base.setDate(base.getDate() + count);
      const at = moment(base.getFullYear(), base.getMonth(), base.getDate(), clock, now);
      return at === null ? null : { at, relative: !clock };
    } else return { at: now + count * MS[unit], relative: true };
  }
  let ago = 0;
  let pairs = 0;
  for (let i = 0; i + 1 < list.length; i++) {
    const number = list[i]?.number;
    const unit = number === undefined ? null : unitOf(list[i + 1]?.word, lexicon, true);
    if (number === undefined || !unit) continue;
    ago += number * MS[unit];
    pairs++;
  }
  if (pairs && ago < 60 * MS.year) return { at: now - ago, relative: true };
  const hasNumber = list.some((t) => t.number !== undefined);
  if (hasNumber) return null;
  for (const { word } of list) {
    const weekday = word === undefined ? undefined : lexicon.weekdays.get(word);
    if (weekday === undefined) continue;
    const base = new Date(now);
    base.setDate(base.getDate() - ((base.getDay() - weekday + 7) % 7));
    const at = moment(base.getFullYear(), base.getMonth(), base.getDate(), clock, now);
    return at === null ? null : { at: at > now ? at - MS.week : at, relative: false };
  }
  if (clock) return null;
  for (const { word } of list) {
    const unit = unitOf(word, lexicon, false);
    if (unit) return { at: now - MS[unit], relative: true };
  }
  return null;
}

function hasPhrase(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  const before = text[at - 1];
  const after = text[at + phrase.length];
  return !(before && /\p{L}/u.test(before)) && !(after && /\p{L}/u.test(after));
}

function unitOf(word: string | undefined, lexicon: Lexicon, afterNumber: boolean): Unit | null {
  if (!word) return null;
  const exact = lexicon.units.get(word) ?? (word.length > 2 ? lexicon.units.get(word.replace(/s$/, '')) : undefined);
  if (exact) return exact;
  if (!afterNumber || word.length < 2) return null;
  // "sem", "Wo": the start of one unit's names only.
  let unit: Unit | null = null;
  for (const [name, of] of lexicon.units) {
    if (!name.startsWith(word)) continue;
    if (unit && unit !== of) return null;
    unit = of;
  }
  return unit;
}

function readMonth(list: Token[], lexicon: Lexicon): Omit<Day, 'rest'> | null {
  let best: Omit<Day, 'rest'> | null = null;
  for (let i = 0; i < list.length; i++) {
    const word = list[i]?.word;
    const month = word === undefined ? undefined : lexicon.months.get(word);
    if (month === undefined) continue;
    const before = neighbour(list, i, -1);
    const after = neighbour(list, i, 1);
    const found = { year: Number.NaN, month, day: 1 };
    if (before && before.number <= 31 && before.digits <= 2 && before.number > 0) {
      found.day = before.number;
      if (after && (after.digits === 4 || after.digits === 2)) found.year = fullYear(after.number);
    } else if (after && after.digits <= 2 && after.number <= 31 && after.number > 0) {
      found.day = after.number;
      const next = neighbour(list, list.indexOf(after), 1) ?? before;
      if (next && (next.digits === 4 || next.digits === 2)) found.year = fullYear(next.number);
    } else if (after?.digits === 4) found.year = after.number;
    else continue;
    if (!(found.year < 1900 || found.year > 2200) && (!best || lexicon.weekdays.has(list[i]?.word ?? '')))
      best ??= found;
    else if (!best) best = null;
  }
  return best;
}

/** The number next to `at`, across joints only. */
function neighbour(list: Token[], at: number, step: 1 | -1): Extract<Token, { number: number }> | null {
  for (let i = at + step, hops = 0; i >= 0 && i < list.length && hops < 3; i += step, hops++) {
    const token = list[i];
    if (token?.number !== undefined) return token;
    if (!token?.word || !JOINTS.has(token.word)) return null;
  }
  return null;
}

function strangers(list: Token[], lexicon: Lexicon | null): number {
  let strange = 0;
  for (const { word } of list) {
    if (word === undefined || JOINTS.has(word) || word.length === 1) continue;
    if (lexicon && (lexicon.fillers.has(word) || lexicon.months.has(word) || lexicon.weekdays.has(word))) continue;
    if (lexicon && (unitOf(word, lexicon, true) || lexicon.phrases.some(([phrase]) => hasPhrase(phrase, word))))
      continue;
    strange++;
  }
  return strange;
}
