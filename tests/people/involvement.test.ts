import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { involvementOf, type Spoke, WEEK, WEEKS } from '../../utils/people/involvement';

const NOW = Date.UTC(2026, 10, 20);
/** One answer a week for each of these weeks ago, each time to others. */
const weekly = (weeks: number[], people: number): Spoke[] =>
  weeks.map((ago, i) => ({
    at: NOW - ago * WEEK - 3_600_000,
    to: `p${i % Math.max(1, people)}`,
    answeredBy: Array.from({ length: people }, (_, n) => `p${n}`),
  }));
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('involvement', () => {
  it.each([
    ['every week, with many', weekly(upTo(12), 20), 'heart'],
    ['six weeks running, with seven', weekly(upTo(6), 7), 'heart'],
    ['every other week, with a handful', weekly([0, 2, 4, 6], 5), 'regular'],
    ['twice lately, with twenty', weekly([0, 1], 20), 'part'],
    ['twice lately, with three', weekly([0, 2], 3), 'part'],
    ['once, to nobody', [{ at: NOW - 1000, to: null, answeredBy: [] }], 'looksIn'],
    ['much, but two months ago', weekly([9, 10, 11], 4), 'part'],
    [
      'every week to nobody who answers',
      upTo(12).map((ago) => ({ at: NOW - ago * WEEK - 1, to: null, answeredBy: [] })),
      'looksIn',
    ],
  ] as const)('%s: %s', (_, spoke, level) => expect(involvementOf(spoke, NOW)?.level).toBe(level));

  it('says nothing of whom it has not heard in these weeks', () => {
    expect(involvementOf([], NOW)).toBeNull();
    expect(involvementOf(weekly([WEEKS + 1, WEEKS + 4], 9), NOW)).toBeNull();
  });

  it('gives the reasons it has', () => {
    expect(involvementOf([...weekly([0, 1], 2), { at: NOW - 2, to: null, answeredBy: ['q'] }], NOW)).toMatchObject({
      weeks: 2,
      people: 3,
      answers: 2,
      said: 3,
    });
  });

  it('never falls because somebody speaks with more people or in more weeks', () => {
    const order = ['looksIn', 'part', 'regular', 'heart'];
    const rank = (spoke: Spoke[]) => order.indexOf(involvementOf(spoke, NOW)?.level ?? 'looksIn');
    const one = fc.record({
      at: fc.integer({ min: NOW - 14 * WEEK, max: NOW }),
      to: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
      answeredBy: fc.array(fc.constantFrom('e', 'f', 'g', 'h')),
    });
    fc.assert(
      fc.property(fc.array(one), one, (spoke, more) => {
        expect(rank([...spoke, more])).toBeGreaterThanOrEqual(rank(spoke));
      }),
    );
  });
});
