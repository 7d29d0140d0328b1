/** Counting a window: as a plain count says, whatever the size of the table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../utils/analysis/themes/baseline';
import { PostLog } from '../../utils/analysis/themes/post-log';
import { WindowCounter } from '../../utils/analysis/themes/window';

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
        expect(count.uses.map(({ term, authors }) => [term, authors]).sort()).toEqual(expected.sort());
        expect(count.authors).toBe(new Set(inside.map(({ author }) => author)).size);
        for (const { term } of count.uses) {
          const holding = inside.filter(({ terms }) => terms.includes(term)).map(({ i }) => i);
          expect([...counter.postsOf(term)].sort((a, b) => a - b)).toEqual(holding);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds room where more words are met again than it thought', () => {
    // Many words on few bits: all of them said twice.
    const terms = Array.from({ length: 30_000 }, (_, i) => i * 2 + 1);
    const log = logOf([0, 1].map((author) => ({ at: NOW - author, author, terms })));
    expect(new WindowCounter().count(log, DAY, NOW, 2).uses).toHaveLength(terms.length);
  });
});
