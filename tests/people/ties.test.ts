import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgesOf } from '../../utils/people/bridges';
import { groupsOf } from '../../utils/people/groups';
import { relationsOf, type Said } from '../../utils/people/relations';
import { survey } from '../../utils/people/survey';
import { type Spoken, tieGraph } from '../../utils/people/ties';

const DAY = 86_400_000;
const spoke = (pairs: string): Spoken[] =>
  pairs.split(' ').map((pair, at) => ({ from: pair[0] as string, to: pair[1] as string, at }));
const spoken = fc.array(
  fc.record({ from: fc.constantFrom(...'abcdefgh'), to: fc.constantFrom(...'abcdefgh'), at: fc.nat(1_000) }),
  { maxLength: 60 },
);

describe('ties', () => {
  it('are counted by direction, with the last, and nobody talks to himself', () => {
    fc.assert(
      fc.property(spoken, (all) => {
        const graph = tieGraph(all);
        const found = new Map<string, [number, number]>();
        graph.from.forEach((from, i) => {
          found.set(`${graph.ids[from]}${graph.ids[graph.to[i]!]}`, [graph.times[i]!, graph.last[i]!]);
        });
        const wanted = new Map<string, [number, number]>();
        for (const { from, to, at } of all) {
          if (from === to) continue;
          const [times, last] = wanted.get(from + to) ?? [0, 0];
          wanted.set(from + to, [times + 1, Math.max(last, at)]);
        }
        expect(found).toEqual(wanted);
      }),
    );
  });

  it('make groups of those who talk with one another', () => {
    const graph = tieGraph(spoke('ab bc ca ab bc ca de ef fd de ef fd cd'));
    const groups = groupsOf(graph);
    const of = (name: string) => groups[graph.placeOf.get(name)!];
    expect(of('a')).toBe(of('b'));
    expect(of('b')).toBe(of('c'));
    expect(of('d')).toBe(of('e'));
    expect(of('e')).toBe(of('f'));
    expect(of('c')).not.toBe(of('d'));
  });

  it('show who stands between, as slow counting does', () => {
    fc.assert(
      fc.property(spoken, (all) => {
        const graph = tieGraph(all);
        const quick = bridgesOf(graph, Number.POSITIVE_INFINITY);
        const slow = slowBridges(graph);
        for (const [i, one] of quick.entries()) expect(one).toBeCloseTo(slow[i]!, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('of forty thousand people are surveyed within three seconds', () => {
    const at = (n: number) => (n * 2_654_435_761) % 4_294_967_296;
    const heard = Array.from({ length: 250_000 }, (_, n) => ({
      key: `k${n}`,
      parent: n > 10 && at(n) % 10 < 8 ? `k${n - 1 - (at(n + 7) % Math.min(n, 400))}` : null,
      author: `a${n % 2 === 0 ? at(n) % 2_000 : 2_000 + ((n >> 1) % 40_000)}`,
      at: n * 60_000,
      ours: at(n) % 50 === 0,
      name: 'Somebody',
      site: 's',
      thread: 't',
      names: [],
    }));
    // Of the processor's time: others work on this machine.
    const before = process.cpuUsage();
    const found = survey(heard, 250_000 * 60_000);
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1_000;
    console.log(`${found.total} people, ${found.groups} groups: ${Math.round(took)} ms`);
    expect(found.total).toBeGreaterThanOrEqual(40_000);
    expect(found.people).toHaveLength(500);
    expect(took).toBeLessThan(3_000);
  }, 60_000);
});

function slowBridges({ ids, start, neighbours }: ReturnType<typeof tieGraph>): number[] {
  const size = ids.length;
  const next = (i: number) => [...neighbours.slice(start[i], start[i + 1])];
  const far: number[][] = [];
  const ways: number[][] = [];
  for (let s = 0; s < size; s++) {
    const f = Array<number>(size).fill(Infinity);
    const w = Array<number>(size).fill(0);
    f[s] = 0;
    w[s] = 1;
    const line = [s];
    for (const at of line)
      for (const to of next(at)) {
        if (f[to] === Infinity) {
          f[to] = f[at]! + 1;
          line.push(to);
        }
        if (f[to] === f[at]! + 1) w[to]! += w[at]!;
      }
    far.push(f);
    ways.push(w);
  }
  const lies = Array.from({ length: size }, (_, v) => {
    let sum = 0;
    for (let s = 0; s < size; s++)
      for (let t = 0; t < size; t++)
        if (s !== t && v !== s && v !== t && far[s]![t]! < Infinity && far[s]![v]! + far[v]![t]! === far[s]![t]!)
          sum += (ways[s]![v]! * ways[v]![t]!) / ways[s]![t]!;
    return sum;
  });
  const most = Math.max(0, ...lies);
  return most > 0 ? lies.map((one) => one / most) : lies;
}

describe('relations', () => {
  const said = (key: string, author: string, day: number, parent: string | null = null): Said => ({
    key,
    author,
    at: day * DAY,
    parent,
    ours: author === 'us',
  });

  it('first words without an answer for four hours are worth a welcome; welcomers are those who answered others', () => {
    const posts = [said('1', 'new', 1), said('2', 'old', 1.1, '1'), said('3', 'alone', 2), said('4', 'late', 9.9)];
    const found = relationsOf(posts, 10 * DAY);
    // `late` has waited a little over two hours; the first words of `old` are two days older than those of `alone`.
    expect(found.unanswered.map(({ account }) => account)).toEqual(['alone', 'old']);
    expect([...found.welcomers]).toEqual([['old', 1]]);
  });

  it('cool against their own past only', () => {
    const often = ['a', 'b', 'c', 'd', 'e'].flatMap((key, i) => [
      said(key, 'friend', i * 2),
      said(`${key}2`, 'us', i * 2 + 1, key),
    ]);
    expect(relationsOf(often, 20 * DAY).cooling).toEqual([]);
    expect(relationsOf(often, 40 * DAY).cooling).toMatchObject([{ account: 'friend', times: 5 }]);
    const seldom = ['a', 'b', 'c', 'd'].flatMap((key, i) => [
      said(key, 'friend', i * 30),
      said(`${key}2`, 'us', i * 30 + 1, key),
    ]);
    expect(relationsOf(seldom, 140 * DAY).cooling).toEqual([]);
  });
});
