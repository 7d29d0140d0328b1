/** The engine's state: incremental, the same whatever the order and the batches, the same after being stored. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThemeEngine, type ThemePost } from '../../utils/analysis/themes/engine';
import { readState, writeState } from '../../utils/analysis/themes/snapshot';
import { SERVICE_THEMES } from './brand/service';
import { DAY, HOUR, inject, quietCommunity, START } from './stream';

const PEOPLE = 80;
const theme = inject(SERVICE_THEMES[0]!, START + 20 * DAY + 9 * HOUR, 3, PEOPLE);
const posts = [...quietCommunity({ seed: 4, days: 24, postsADay: 30, people: PEOPLE }), ...theme.posts].sort(
  (a, b) => a.at - b.at,
);
const END = START + 24 * DAY;

/** What is usual, term by term and site by site, without the numbers things happen to have. */
function usual(buffer: ArrayBuffer) {
  const { log, baseline } = readState(buffer);
  const { keys, values } = baseline.terms.entries();
  return {
    terms: [...keys].map((key, i) => `${key} ${values[i]}`).sort(),
    days: [...baseline.days]
      .map(
        ([day, sites]) =>
          `${day} ${[...sites].map(([site, n]) => `${log.sites.nameOf(site)} ${n.posts} ${n.authors}`).sort()}`,
      )
      .sort(),
    posts: [...log.between(0, Number.POSITIVE_INFINITY)].map((post) => {
      const { key, at, author, thread, site, terms } = log.entry(post);
      return `${key} ${at} ${author} ${thread} ${site} ${[...Array.from(terms)].sort()}`;
    }),
  };
}

function heardIn(order: readonly ThemePost[], batch: number): ArrayBuffer {
  const engine = createThemeEngine();
  for (let i = 0; i < order.length; i += batch) engine.add(order.slice(i, i + batch));
  return engine.save();
}

describe('the state of the themes', () => {
  it('is the same in whatever order and batches the posts come, and heard twice', () => {
    const expected = usual(heardIn(posts, posts.length));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(posts, { minLength: posts.length }),
        fc.integer({ min: 1, max: 400 }),
        (order, batch) => {
          expect(usual(heardIn([...order, ...order.slice(0, 50)], batch))).toEqual(expected);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('goes on from what was stored as if it had never stopped', () => {
    const one = createThemeEngine();
    let other = createThemeEngine();
    const told: [string, string][] = [];
    let next = 0;
    for (let at = START + 6 * HOUR; at <= END; at += 6 * HOUR) {
      const from = next;
      while (next < posts.length && posts[next]!.at <= at) next++;
      const batch = posts.slice(from, next);
      one.add(batch);
      other.add(batch);
      const events = one.update(at);
      expect(other.update(at)).toEqual(events);
      told.push(...events.map(({ themeId, tier }): [string, string] => [themeId, tier]));
      other = createThemeEngine({}, other.save());
    }
    expect(other.themes()).toEqual(one.themes());
    expect(told.some(([, tier]) => tier === 'alert')).toBe(true);
    // Raised once in each tier.
    const raised = told.filter(([, tier]) => tier !== 'update').map(String);
    expect(new Set(raised).size).toBe(raised.length);
  });

  it('reads back what it wrote', () => {
    const engine = createThemeEngine();
    engine.add(posts);
    engine.update(END);
    const saved = engine.save();
    expect(new Uint8Array(writeState(readState(saved)))).toEqual(new Uint8Array(saved));
  });

  it('forgets what is older than six weeks and stays the same size', () => {
    const engine = createThemeEngine();
    const sizes: number[] = [];
    for (let month = 0; month < 4; month++) {
      const later = quietCommunity({ seed: 50 + month, days: 30, postsADay: 30, people: PEOPLE });
      engine.add(later.map((post) => ({ ...post, at: post.at + month * 30 * DAY })));
      engine.update(START + (month + 1) * 30 * DAY);
      sizes.push(engine.save().byteLength);
    }
    expect(sizes[3]! / sizes[2]!).toBeLessThan(1.15);
  });
});
