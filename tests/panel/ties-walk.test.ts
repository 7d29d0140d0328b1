import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed } from '../../utils/panel/ties';
import { nextTowards, WAYS, type Way } from '../../utils/panel/ties-walk';

const people = (groups: readonly number[]) => groups.map((group, place) => ({ group, said: 500 - place, heard: 3 }));
const ways = Object.values(WAYS);

/** Everybody that arrow keys lead to from one place. */
function reached(points: ReturnType<typeof placed>, from: number): Set<number> {
  const seen = new Set([from]);
  for (const at of seen)
    for (const way of ways) {
      const next = nextTowards(points, at, way);
      if (next !== null) seen.add(next);
    }
  return seen;
}

describe('arrow keys in the picture of ties', () => {
  it('lead to the nearest that way, rather straight ahead than aside', () => {
    const at = (x: number, y: number) => ({ x, y, r: 1 });
    const points = [at(0, 0), at(10, 0), at(4, 9), at(-5, 1), at(0, -7), at(0, 30)];
    const to = (way: Way) => nextTowards(points, 0, way);
    expect([to('right'), to('left'), to('up'), to('down')]).toEqual([1, 3, 4, 2]);
    expect(nextTowards(points, 5, 'down')).toBeNull();
    expect(nextTowards([], 0, 'up')).toBeNull();
  });

  it('lead from anybody to everybody, among five hundred', () => {
    for (const groups of [1, 3, 9, 40]) {
      const points = placed(people(Array.from({ length: 500 }, (_, place) => place % groups)));
      for (const from of [0, 7, 250, 499])
        expect(reached(points, from).size, `${groups} groups, from ${from}`).toBe(500);
    }
  });

  it('lead from anybody to everybody, whatever the groups', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 120 }), fc.nat(), (groups, start) => {
        const points = placed(people(groups));
        expect(reached(points, start % points.length).size).toBe(points.length);
      }),
      { numRuns: 200 },
    );
  });
});
