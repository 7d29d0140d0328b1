/**
 * Names of months, weekdays and units of time per language, from CLDR. Those of common languages are at hand (`words.ts`): the
 * browser's first `Intl.DateTimeFormat` looks through all its locales in one call, which a page feels. Others are made from
 * the browser's own data, on first use. Nothing is written by hand but the order in which languages are tried.
 */
import { WORDS, type Words } from './words';

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Lexicon {
  /** Folded word → 0..11. */
  months: Map<string, number>;
  /** Folded word → 0 (Sunday) .. 6. */
  weekdays: Map<string, number>;
  /** Folded word → unit. */
  units: Map<string, Unit>;
  /** Folded phrase → days or units from now: "yesterday" → [-1, 'day']. Longest first. */
  phrases: [string, number, Unit][];
  /** Words that only join the others: "ago", "a las", "um". */
  fillers: Set<string>;
}

/** Tried in this order after the language of the page. */
export const LANGUAGES = [
  'en',
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'ca',
  'ru',
  'uk',
  'nl',
  'pl',
  'tr',
  'ja',
  'ko',
  'zh',
] as const;

export const UNITS: Unit[] = ['minute', 'second', 'hour', 'day', 'week', 'month', 'year'];
const made = new Map<string, Lexicon>();

/** Lower case, without accents, dots and marks of direction; other letters as they are. */
export function foldWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ');
}

export function lexiconOf(language: string): Lexicon {
  const known = made.get(language);
  if (known) return known;
  const words = wordsOf(language);
  const lexicon = words ? unpack(words) : lexiconByIntl(language);
  made.set(language, lexicon);
  return lexicon;
}

/** Whether the words of a language are to be had. */
export function isKnown(language: string): boolean {
  return wordsOf(language) !== undefined || Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
}

function wordsOf(language: string): Words | undefined {
  return Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
}

function unpack({ months, weekdays, units, phrases, fillers }: Words): Lexicon {
  const mapOf = <T>(groups: string, meaning: (index: number) => T) =>
    new Map(
      groups
        .split(',')
        .flatMap((group, i) => (group ? group.split('|').map((word): [string, T] => [word, meaning(i)]) : [])),
    );
  const named = phrases.split(',').flatMap((phrase, i): Lexicon['phrases'] => (phrase ? [[phrase, ...NAMED[i]!]] : []));
  return {
    months: mapOf(months, Number),
    weekdays: mapOf(weekdays, Number),
    units: mapOf(units, (i) => UNITS[i]!),
    phrases: named.sort((a, b) => b[0].length - a[0].length),
    fillers: new Set(fillers ? fillers.split(',') : []),
  };
}

/** As the browser has it (`docs/decisions/0020`: dear the first time). */
export function lexiconByIntl(language: string): Lexicon {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const formats: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ];
  for (const options of formats) {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const word = part(format, Date.UTC(2021, month, 15), 'month');
      if (word) addWord(months, word, month);
    }
  }
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
    // 3 January 2021 was a Sunday.
    for (let day = 0; day < 7; day++) addWord(weekdays, format.format(Date.UTC(2021, 0, 3 + day)), day);
  }
  const units = new Map<string, Unit>();
  const fillers = new Set<string>();
  const phrases: [string, number, Unit][] = [];
  for (const style of ['long', 'short', 'narrow'] as const) {
    const relative = new Intl.RelativeTimeFormat(language, { style, numeric: 'always' });
    for (const unit of UNITS) {
      for (const count of [1, 2, 5]) {
        const parts = relative.formatToParts(-count, unit);
        addUnit(units, parts, unit);
        if (style === 'long') for (const p of parts) if (p.type === 'literal') addFillers(fillers, p.value);
      }
    }
  }
  for (const unit of UNITS) {
    for (const unitDisplay of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
      for (const count of [1, 3])
        for (const piece of format.formatToParts(count)) if (piece.type === 'unit') addWord(units, piece.value, unit);
    }
  }
  const auto = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [count, unit] of NAMED) {
    const words = auto.format(count, unit);
    if (!/\d/.test(words)) phrases.push([foldWord(words), count, unit]);
  }
  phrases.sort((a, b) => b[0].length - a[0].length);
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
  for (const p of full.formatToParts(0))
    if (p.type === 'literal' || p.type === 'dayPeriod') addFillers(fillers, p.value);
  for (const word of units.keys()) fillers.delete(word);
  return {
    months,
    weekdays,
    units,
    phrases,
    fillers,
  };
}

export const NAMED: [number, Unit][] = [
  [0, 'second'],
  [0, 'day'],
  [-1, 'day'],
  [-2, 'day'],
  [-1, 'week'],
  [-1, 'month'],
  [-1, 'year'],
];

function part(format: Intl.DateTimeFormat, at: number, type: string): string {
  return format.formatToParts(at).find((p) => p.type === type)?.value ?? '';
}

function addWord<T>(map: Map<string, T>, word: string, value: T): void {
  const folded = foldWord(word).replace(/\./g, '').trim();
  if (folded && !/^\d+$/.test(folded) && !map.has(folded)) map.set(folded, value);
}

function addFillers(fillers: Set<string>, text: string): void {
  for (const word of foldWord(text).match(/\p{L}+/gu) ?? []) fillers.add(word);
}

/** The word after the number is the unit's name. */
function addUnit(units: Map<string, Unit>, parts: Intl.RelativeTimeFormatPart[], unit: Unit): void {
  const at = parts.findIndex((p) => p.type === 'integer');
  const after = parts[at + 1]?.value.trim().split(/\s+/)[0];
  if (at >= 0 && after) addWord(units, after, unit);
}

const monthFirst = new Map<string, boolean>();
/** Whether dates of numbers are written month first; a region decides (`en-GB`). */
export function isMonthFirst(language: string): boolean {
  let known = monthFirst.get(language);
  if (known === undefined) {
    known = isMonthFirstAtHand(language) ?? isMonthFirstByIntl(language);
    monthFirst.set(language, known);
  }
  return known;
}

function isMonthFirstAtHand(written: string): boolean | undefined {
  const [, language = '', region = ''] = /^([a-z]{2})(?:-([a-z]{2}))?$/i.exec(written) ?? [];
  const words = wordsOf(language.toLowerCase());
  if (!words) return undefined;
  const sign = region.toUpperCase();
  if (words.monthFirst.split(' ').includes(sign || '*')) return true;
  return !sign || words.dayFirst.split(' ').includes(sign) ? false : undefined;
}

/** As the browser has it; false where it does not know the language. */
export function isMonthFirstByIntl(language: string): boolean {
  try {
    const parts = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric' }).formatToParts(0);
    return parts.findIndex((p) => p.type === 'month') < parts.findIndex((p) => p.type === 'day');
  } catch {
    return false;
  }
}
