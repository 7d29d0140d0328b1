/**
 * The words for dates that are at hand mean what the browser's own data say. `WRITE_WORDS=1 npx vitest run
 * tests/adapters/words.test.ts` writes them anew from the data of the Node that runs it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isMonthFirst,
  isMonthFirstByIntl,
  LANGUAGES,
  type Lexicon,
  lexiconByIntl,
  lexiconOf,
  NAMED,
  UNITS,
} from '../../utils/adapters/times/lexicon';
import { CLDR, WORDS, type Words } from '../../utils/adapters/times/words';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function regionsOf(language: string): string[] {
  const tags = LETTERS.flatMap((a) => LETTERS.map((b) => `${language}-${a}${b}`));
  return tags
    .filter((tag) => new Intl.DateTimeFormat(tag).resolvedOptions().locale === tag)
    .map((tag) => tag.slice(language.length + 1));
}

function groups<T>(map: Map<string, T>, values: readonly T[]): string {
  const lists = values.map((value) => [...map].filter(([, of]) => of === value).map(([word]) => word));
  if (lists.flat().some((word) => /[,|]/.test(word))) throw new Error('a word has our separators in it');
  return lists.map((list) => list.join('|')).join(',');
}

function pack(language: string): Words {
  const { months, weekdays, units, phrases, fillers } = lexiconByIntl(language);
  const phraseOf = ([count, unit]: (typeof NAMED)[number]) =>
    phrases.find(([, n, of]) => n === count && of === unit)?.[0] ?? '';
  const regions = regionsOf(language);
  const isFirst = (region: string) => isMonthFirstByIntl(`${language}-${region}`);
  return {
    months: groups(
      months,
      LETTERS.slice(0, 12).map((_, i) => i),
    ),
    weekdays: groups(
      weekdays,
      LETTERS.slice(0, 7).map((_, i) => i),
    ),
    units: groups(units, UNITS),
    phrases: NAMED.map(phraseOf).join(','),
    fillers: [...fillers].join(','),
    monthFirst: [...(isMonthFirstByIntl(language) ? ['*'] : []), ...regions.filter(isFirst)].join(' '),
    dayFirst: regions.filter((region) => !isFirst(region)).join(' '),
  };
}

const header = `/**
 * Words for dates in common languages, from Unicode CLDR ${process.versions.cldr}; written by \`tests/adapters/words.test.ts\`, never by hand.
 * Groups are parted by commas, words of one meaning by bars: twelve months, seven weekdays from Sunday, units and phrases in the
 * order of \`UNITS\` and \`NAMED\` in \`lexicon.ts\`. Regions that write the month or the day first; \`*\`: the language itself.
 */
export interface Words {
  months: string;
  weekdays: string;
  units: string;
  phrases: string;
  fillers: string;
  monthFirst: string;
  dayFirst: string;
}

export const CLDR = '${process.versions.cldr}';

export const WORDS: Record<string, Words> = `;

if (process.env.WRITE_WORDS) {
  const fields = (words: Words) =>
    Object.entries(words)
      .map(([name, value]) => `    ${name}: ${value.includes("'") ? JSON.stringify(value) : `'${value}'`},\n`)
      .join('');
  const all = LANGUAGES.map((language) => `  ${language}: {\n${fields(pack(language))}  },\n`).join('');
  writeFileSync(join(import.meta.dirname, '../../utils/adapters/times/words.ts'), `${header}{\n${all}};\n`);
}

describe('words at hand', () => {
  it('are of every language that is tried', () => {
    expect(Object.keys(WORDS).sort()).toEqual([...LANGUAGES].sort());
  });

  const plain = ({ months, weekdays, units, phrases, fillers }: Lexicon) => ({
    months: [...months].sort(),
    weekdays: [...weekdays].sort(),
    units: [...units].sort(),
    phrases,
    fillers: [...fillers].sort(),
  });

  it.each(LANGUAGES)('of %s mean what they mean in the data of this machine', (language) => {
    const here = lexiconByIntl(language);
    const ours = lexiconOf(language);
    // Another edition of the data may shorten a month in another way; it names none by the name of another.
    if (process.versions.cldr === CLDR) expect(plain(ours)).toEqual(plain(here));
    for (const [word, month] of ours.months) expect(here.months.get(word) ?? month).toBe(month);
    for (const [word, day] of ours.weekdays) expect(here.weekdays.get(word) ?? day).toBe(day);
    const known = [...here.months.keys()].filter((word) => ours.months.has(word));
    expect(known.length).toBeGreaterThanOrEqual(here.months.size * 0.7);
  });

  it('say in which order a date of numbers stands, as this machine does', () => {
    const tags = [
      'en',
      'en-US',
      'en-us',
      'en-GB',
      'es',
      'es-ES',
      'es-PR',
      'pt-BR',
      'fr-FR',
      'fr-CA',
      'de-DE',
      'ja',
      'zh-TW',
    ];
    for (const tag of [...tags, 'zh-Hant-TW', 'en-150', 'en_US', 'sv', 'fa', 'xx', ''])
      expect([tag, isMonthFirst(tag)]).toEqual([tag, isMonthFirstByIntl(tag)]);
  });
});
