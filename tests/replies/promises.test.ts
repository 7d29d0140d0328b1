import { describe, expect, it } from 'vitest';
import { closingOf } from '../../utils/core/closing';
import { findDates } from '../../utils/replies/dates';
import { findPromises } from '../../utils/replies/promises';
import { CLOSINGS } from './data/closings';
import { FRESH_CLOSINGS, FRESH_PROMISES } from './data/fresh';
import { PROMISES } from './data/promises';
import { NOW } from './make';

interface Score {
  f1: number;
  wrong: string[];
}

/** `half` 0 = lines the rules were written with, 1 = lines that only measure. */
function score(lines: string, half: 0 | 1 | 'all', says: (text: string) => boolean): Score {
  let [hit, extra, missed] = [0, 0, 0];
  const wrong: string[] = [];
  lines
    .trim()
    .split('\n')
    .forEach((line, place) => {
      if (half !== 'all' && place % 2 !== half) return;
      const wanted = line.startsWith('+');
      const said = says(line.slice(2));
      if (wanted && said) hit++;
      else if (said) extra++;
      else if (wanted) missed++;
      if (wanted !== said) wrong.push(line);
    });
  return { f1: (2 * hit) / (2 * hit + extra + missed), wrong };
}

describe.each(['en', 'es'] as const)('%s', (lang) => {
  it('has two hundred sentences', () => {
    expect(PROMISES[lang].trim().split('\n').length + CLOSINGS[lang].trim().split('\n').length).toBeGreaterThanOrEqual(
      200,
    );
  });

  it.each([0, 1] as const)('promises, half %i: F1 at least 0.9', (half) => {
    const { f1, wrong } = score(PROMISES[lang], half, (text) => findPromises(text, NOW).length > 0);
    expect(f1, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it.each([0, 1] as const)('thanks and closings, half %i: F1 at least 0.9', (half) => {
    const { f1, wrong } = score(CLOSINGS[lang], half, (text) => closingOf(text, 'answered') !== null);
    expect(f1, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('holds for sentences the rules were not written with', () => {
    const promises = score(FRESH_PROMISES[lang], 'all', (text) => findPromises(text, NOW).length > 0);
    const closings = score(FRESH_CLOSINGS[lang], 'all', (text) => closingOf(text, 'answered') !== null);
    expect(promises.f1, promises.wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(closings.f1, closings.wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});

/** End of the local day `days` after Friday 20 November 2026. */
const day = (days: number) => new Date(2026, 10, 20 + days, 23, 59, 59).getTime();
const HOUR = 3_600_000;

describe('dates', () => {
  it.each([
    ["We'll tell you tomorrow", day(1)],
    ['Te digo algo mañana por la mañana', day(1)],
    ['Pasado mañana lo tienes', day(2)],
    ['We will post it on Thursday', day(6)],
    ['El jueves te lo envío', day(6)],
    ['by Friday', day(7)],
    ['later today', day(0)],
    ['esta tarde te llamo', day(0)],
    ['in two weeks', day(14)],
    ['dentro de tres días', day(3)],
    ['within 24 hours', NOW + 24 * HOUR],
    ['en 24-48 horas', NOW + 48 * HOUR],
    ['in an hour', NOW + HOUR],
    ['by the end of the week', day(2)],
    ['a finales de semana', day(2)],
    ['next week', day(9)],
    ['la semana que viene', day(9)],
    ['by the end of the month', day(10)],
    ['on 12 March', new Date(2027, 2, 12, 23, 59, 59).getTime()],
    ['el 12 de marzo', new Date(2027, 2, 12, 23, 59, 59).getTime()],
    ['March 12th', new Date(2027, 2, 12, 23, 59, 59).getTime()],
    ['el 3/12', new Date(2026, 11, 3, 23, 59, 59).getTime()],
    ['a couple of days… in a couple of days', day(2)],
  ])('%s', (text, due) => {
    expect(findDates(text, NOW).map((date) => date.due)).toEqual([due]);
  });

  it.each(['every Monday', 'los lunes abrimos', 'it may work', 'the second one', '3 products', 'a sunny day'])(
    'no date in: %s',
    (text) => {
      expect(findDates(text, NOW)).toEqual([]);
    },
  );

  it('a promise carries its day, and none where none is said', () => {
    expect(findPromises('Sorry about that. We will write to you on Thursday. Take care!', NOW)).toEqual([
      { start: 18, end: 51, words: 'We will write to you on Thursday.', due: day(6) },
    ]);
    expect(findPromises('Lo miramos y te decimos algo.', NOW)[0]?.due).toBeNull();
  });

  it('finds each promise of a text', () => {
    expect(findPromises("We'll refund you. The shop opens at nine. I'll write tomorrow.", NOW)).toHaveLength(2);
  });
});
