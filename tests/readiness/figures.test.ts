/** The figures equal the slow reference on histories made at random, and are unknown where too little was seen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OurHours } from '../../utils/core/settings';
import { type Figure, figuresOf, NEEDS, quantile } from '../../utils/readiness/figures';
import { indexOf, periodBefore, type TalkHistory, type Utterance } from '../../utils/readiness/history';
import { workClock } from '../../utils/readiness/hours';
import { slowBetween, slowFigures, slowIsIn, slowOneOfUs, slowPlace, slowPromises } from './reference';

const DAY = 86_400_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Over a change of clock in Madrid and New York. */
const START = Date.UTC(2026, 9, 12);

const block = fc
  .tuple(fc.integer({ min: 0, max: 1_438 }), fc.integer({ min: 1, max: 600 }))
  .map(([from, length]): [number, number] => [from, Math.min(1_440, from + length)]);
const dayBlocks = fc.array(block, { maxLength: 3 }).map((blocks) => {
  const sorted = blocks.sort((a, b) => a[0] - b[0]);
  return sorted
    .filter(([from], i) => i === 0 || from >= (sorted[i - 1]?.[1] ?? 0))
    .filter(([from], i, all) => all.slice(0, i).every(([, to]) => to <= from));
});
const hours: fc.Arbitrary<OurHours | null> = fc.option(
  fc.record({
    timeZone: fc.constantFrom('Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe'),
    week: fc.array(dayBlocks, { minLength: 7, maxLength: 7 }),
  }),
);

const history: fc.Arbitrary<TalkHistory> = fc
  .array(
    fc.record({
      ago: fc.integer({ min: 0, max: 200 * 24 * 60 }),
      author: fc.integer({ min: 0, max: 17 }),
      thread: fc.integer({ min: 0, max: 3 }),
      parent: fc.integer({ min: -3, max: 60 }),
      asks: fc.boolean(),
    }),
    { maxLength: 70 },
  )
  .map((rows) => {
    const sorted = rows.map((row) => ({ ...row, at: START + 30 * DAY - row.ago * MINUTE })).sort((a, b) => a.at - b.at);
    const utterances = sorted.map(
      ({ author, thread, parent, asks, at }, i): Utterance => ({
        key: `s:${i}`,
        thread: `s:t${thread}`,
        parent: parent < 0 || parent === i ? null : `s:${parent}`,
        author: author < 3 ? `s:us${author}` : `s:p${author}`,
        ours: author < 3,
        asks: asks && author >= 3,
        at,
      }),
    );
    return { utterances, promises: [] };
  });

/** Much said by us, so that there are answers enough to count. */
const busy: fc.Arbitrary<TalkHistory> = fc
  .array(
    fc.record({
      ago: fc.integer({ min: 0, max: 40 * 24 * 60 }),
      author: fc.integer({ min: 0, max: 5 }),
      parent: fc.integer({ min: 0, max: 80 }),
      asks: fc.boolean(),
    }),
    { minLength: 40, maxLength: 70 },
  )
  .map((rows) => {
    const sorted = rows.map((row) => ({ ...row, at: START + 30 * DAY - row.ago * MINUTE })).sort((a, b) => a.at - b.at);
    const utterances = sorted.map(
      ({ author, parent, asks, at }, i): Utterance => ({
        key: `s:${i}`,
        thread: `s:t${parent % 3}`,
        // To somebody before it, mostly; now and then to nobody, or to what was never seen.
        parent: parent % 12 === 0 ? null : i === 0 ? 's:unseen' : `s:${parent % i}`,
        author: author < 3 ? `s:us${author}` : `s:p${author}`,
        ours: author < 3,
        asks: asks && author >= 3,
        at,
      }),
    );
    return { utterances, promises: [] };
  });

const promise: fc.Arbitrary<TalkHistory['promises'][number]> = fc
  .record({
    id: fc.uuid(),
    due: fc.option(fc.integer({ min: -70, max: 10 })),
    state: fc.constantFrom('open', 'kept', 'dropped', 'proposed'),
    settled: fc.integer({ min: -72, max: 10 }),
  })
  .map(({ id, due, state, settled }) => ({
    id,
    post: id,
    person: 'Ana',
    due: due === null ? null : START + (30 + due) * DAY,
    state: state as TalkHistory['promises'][number]['state'],
    settledAt: state === 'kept' || state === 'dropped' ? START + (30 + settled) * DAY : null,
  }));

/** What is known is right; what is not known has too few cases to say. */
function expectSame<Value>(figure: Figure<Value>, right: Value): void {
  if (figure.value !== null) expect(figure.value).toEqual(right);
  else expect(figure.has).toBeLessThan(figure.needs);
}

describe('our hours', () => {
  it('are counted as the clock on the wall shows them, through its changes', () => {
    fc.assert(
      fc.property(
        hours,
        fc.integer({ min: 0, max: 40 * 24 * 60 }),
        fc.integer({ min: 0, max: 3 * 24 * 60 }),
        (ours, from, length) => {
          const [a, b] = [START + from * MINUTE, START + (from + length) * MINUTE];
          const clock = workClock(ours);
          expect(clock.between(a, b)).toBe(slowBetween(ours, a, b));
          if (ours?.week.some((blocks) => blocks.length > 0)) {
            expect(clock.isIn(a)).toBe(slowIsIn(ours, a));
            expect(clock.place(a)).toEqual(slowPlace(ours.timeZone, a));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('add up: from a to c is from a to b and from b to c', () => {
    const at = fc.integer({ min: START, max: START + 300 * DAY });
    fc.assert(
      fc.property(hours, at, at, at, (ours, ...moments) => {
        const [a, b, c] = moments.sort((x, y) => x - y) as [number, number, number];
        const clock = workClock(ours);
        expect(clock.between(a, c)).toBe(clock.between(a, b) + clock.between(b, c));
      }),
      { numRuns: 40 },
    );
  });
});

describe('figures', () => {
  it('equal the reference on random histories', () => {
    fc.assert(
      fc.property(history, hours, fc.integer({ min: 7, max: 90 }), (talk, ours, days) => {
        const period = { from: START + 30 * DAY - days * DAY, to: START + 30 * DAY + 1 };
        const figures = figuresOf(talk, indexOf(talk), period, workClock(ours));
        const right = slowFigures(talk, period.from, period.to, ours);
        expectSame(figures.response, right.response);
        expectSame(figures.coverage, right.coverage);
        expectSame(figures.newcomers, right.newcomers);
        expectSame(figures.person, right.person);
        expectSame(figures.listening, right.listening);
        expectSame(figures.regulars, right.regulars);
        if (figures.top.value) {
          const { people, posts, topPosts } = right.top;
          expect(figures.top.value).toEqual({ people, posts, share: topPosts / posts });
        }
        if (figures.hours.value) {
          expect(figures.hours.value.outside).toBe(right.outside);
          expect(figures.hours.value.grid.reduce((sum, { posts }) => sum + posts, 0)).toBe(right.response.asked);
        }
        const ids = new Set(talk.utterances.map(({ key }) => key));
        for (const { behind } of Object.values(figures)) for (const key of behind) expect(ids).toContain(key);
      }),
      { numRuns: 120 },
    );
  });

  it('of promises, and of leaning on one of us, equal the reference on random histories', () => {
    const known = { promises: 0, oneOfUs: 0 };
    fc.assert(
      fc.property(
        busy,
        fc.array(promise, { maxLength: 30 }),
        fc.integer({ min: 7, max: 60 }),
        (talk, promises, days) => {
          const all: TalkHistory = { ...talk, promises };
          const period = { from: START + 30 * DAY - days * DAY, to: START + 30 * DAY + 1 };
          const figures = figuresOf(all, indexOf(all), period, workClock(null));
          const kept = slowPromises(promises, period.from, period.to);
          expectSame(figures.promises, { kept: kept.kept.length, due: kept.due.length });
          expect(figures.promises.has).toBe(kept.due.length);
          expect([...figures.promises.behind].sort()).toEqual(kept.due.map(({ post }) => post).sort());
          // The telling ones first: those not kept.
          expect(figures.promises.behind.slice(kept.due.length - kept.kept.length).sort()).toEqual(
            kept.kept.map(({ post }) => post).sort(),
          );
          const one = slowOneOfUs(talk, period.from, period.to);
          expectSame(figures.oneOfUs, { account: one.account, theirs: one.theirs.length, answers: one.answers });
          expect(figures.oneOfUs.has).toBe(one.answers);
          expect([...figures.oneOfUs.behind].sort()).toEqual(one.theirs.sort());
          if (figures.promises.value) known.promises++;
          if (figures.oneOfUs.value) known.oneOfUs++;
        },
      ),
      { numRuns: 200 },
    );
    // Unknown throughout would prove nothing; known in one history of twenty, and chance decides in how many.
    expect(Math.min(known.promises, known.oneOfUs)).toBeGreaterThan(0);
  });

  it('are unknown rather than 0', () => {
    const none = figuresOf(
      { utterances: [], promises: [] },
      indexOf({ utterances: [], promises: [] }),
      { from: 0, to: DAY },
      workClock(null),
    );
    for (const [name, { value, has, needs }] of Object.entries(none)) {
      expect(value, name).toBeNull();
      expect(has).toBe(0);
      expect(needs).toBeGreaterThan(0);
    }
  });

  it('count nights and weekends out: a question of Friday night answered on Monday waited two hours', () => {
    const week: OurHours['week'] = [
      ...Array(5).fill([
        [9 * 60, 14 * 60],
        [16 * 60, 19 * 60],
      ]),
      [],
      [],
    ];
    const clock = workClock({ timeZone: 'Europe/Madrid', week });
    const friday = Date.UTC(2026, 10, 20, 19, 30);
    const monday = Date.UTC(2026, 10, 23, 10, 0);
    expect(clock.between(friday, monday)).toBe(2 * HOUR);
  });

  it('promises: kept in time of those that fell due', () => {
    const promise = (
      id: string,
      due: number | null,
      state: 'open' | 'kept' | 'dropped' | 'proposed',
      settledAt: number | null,
    ) => ({ id, post: id, due, state, settledAt, person: 'Ana' }) as const;
    const promises = [
      promise('a', 10, 'kept', 9),
      promise('b', 10, 'kept', 12),
      promise('c', 10, 'open', null),
      promise('d', 10, 'dropped', 5),
      promise('e', null, 'open', null),
      promise('f', 99, 'open', null),
    ];
    const { promises: figure } = figuresOf(
      { utterances: [], promises },
      indexOf({ utterances: [], promises }),
      { from: 0, to: 50 },
      workClock(null),
    );
    expect(figure).toMatchObject({ value: { kept: 1, due: 3 }, has: 3, needs: NEEDS.promises });
    expect(figure.behind).toEqual(['b', 'c', 'a']);
  });

  it('a period before is as long', () => expect(periodBefore({ from: 10, to: 17 })).toEqual({ from: 3, to: 10 }));
  it('a quantile is one of the values', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.9)).toBe(4);
    expect(quantile([], 0.5)).toBe(0);
  });
});
