/** Counting a window: as a plain count says, whatever the size of the table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../utils/analysis/themes/baseline';
import { PostLog } from '../../utils/analysis/themes/post-log';
import { type WindowCount, WindowCounter } from '../../utils/analysis/themes/window';

const NOW = 20_000 * DAY;
const counter = new WindowCounter();

const post = fc.record({
  at: fc.integer({ min: NOW - 2 * DAY, max: NOW }),
  author: fc.integer({ min: 0, max: 12 }),
  terms: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
});

function logOf(posts: readonly { at: number; author: number; terms: number[] }[]): PostLog {
  const log = new PostLog();
  posts.forEach(({ at, author, terms }, i) => {
    log.add({ key: `k${i}`, at, author: `a${author}`, thread: 't', site: 's', copyKey: i + 1, lang: -1, terms });
  });
  return log;
}

function usesOf({ uses }: WindowCount): [term: number, authors: number][] {
  return Array.from({ length: uses.length }, (_, i) => [uses.term[i]!, uses.authors[i]!]);
}

function massOf({ uses }: WindowCount): Map<number, number> {
  return new Map(
    Array.from({ length: uses.length }, (_, i): [number, number] => [uses.term[i]!, uses.mass[i]!]).sort(
      (a, b) => a[0] - b[0],
    ),
  );
}

describe('the count of a window', () => {
  it('gives each term its people and its posts', () => {
    fc.assert(
      fc.property(fc.array(post, { maxLength: 60 }), (posts) => {
        const count = counter.count(logOf(posts), DAY, NOW, 2);
        const inside = posts.flatMap((one, i) => (one.at > NOW - DAY ? [{ ...one, i }] : []));
        const people = new Map<number, Set<number>>();
        for (const { author, terms } of inside)
          for (const term of terms) people.set(term, (people.get(term) ?? new Set()).add(author));
        const expected = [...people].filter(([, who]) => who.size >= 2).map(([term, who]) => [term, who.size]);
        expect(usesOf(count).sort()).toEqual(expected.sort());
        expect(count.authors).toBe(new Set(inside.map(({ author }) => author)).size);
        for (const [term] of usesOf(count)) {
          const holding = inside.filter(({ terms }) => terms.includes(term)).map(({ i }) => i);
          expect([...counter.postsOf(term)].sort((a, b) => a - b)).toEqual(holding);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('moved on from look to look it is as if counted anew', () => {
    const heard = fc.array(fc.tuple(post, fc.integer({ min: 0, max: 9 })), { maxLength: 80 });
    fc.assert(
      fc.property(heard, fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (posts, looks) => {
        const log = new PostLog();
        const moving = new WindowCounter();
        for (const look of looks.sort((a, b) => a - b)) {
          // Some come late and some ahead of their time: whatever the order, what counts is their own time.
          for (const [one, arrives] of posts) {
            const i = log.size;
            if (arrives === look) {
              const { at, author, terms } = one;
              log.add({
                key: `k${i}`,
                at,
                author: `a${author}`,
                thread: 't',
                site: `s${author % 2}`,
                copyKey: i + 1,
                lang: -1,
                terms,
              });
            }
          }
          const now = NOW - (9 - look) * 5 * HOUR;
          const moved = moving.count(log, DAY, now, 1);
          const fresh = new WindowCounter();
          const anew = fresh.count(log, DAY, now, 1);
          expect(usesOf(moved).sort()).toEqual(usesOf(anew).sort());
          expect({ ...moved, uses: massOf(moved) }).toEqual({ ...anew, uses: massOf(anew) });
          for (const [term] of usesOf(anew)) expect(moving.postsOf(term)).toEqual(fresh.postsOf(term));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds room where more words are met again than it thought', () => {
    // Many words on few bits: all of them said twice.
    const terms = Array.from({ length: 30_000 }, (_, i) => i * 2 + 1);
    const log = logOf([0, 1].map((author) => ({ at: NOW - author, author, terms })));
    expect(new WindowCounter().count(log, DAY, NOW, 2).uses.length).toBe(terms.length);
  });
});
