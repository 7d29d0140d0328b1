/** Who talks with whom: a directed graph of replies and mentions, in arrays, so that forty thousand people take a moment. */

/** One word from one person to another. */
export interface Spoken {
  from: string;
  to: string;
  at: number;
}

export interface TieGraph {
  /** Account of each place. */
  readonly ids: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Ties, one after the other: from, to, how often, when last. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly times: Uint32Array;
  readonly last: Float64Array;
  /** For each person: neighbours in either direction, `neighbours[start[i]..start[i + 1]]`, with the words between them. */
  readonly start: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weight: Float64Array;
}

const SPAN = 2 ** 26;

/** The graph of what was said. Nobody has a tie to himself. */
export function tieGraph(spoken: Iterable<Spoken>): TieGraph {
  const ids: string[] = [];
  const placeOf = new Map<string, number>();
  const place = (id: string): number => {
    let at = placeOf.get(id);
    if (at === undefined) {
      at = ids.length;
      ids.push(id);
      placeOf.set(id, at);
    }
    return at;
  };
  const ties = new Map<number, { from: number; to: number; times: number; last: number }>();
  for (const { from, to, at } of spoken) {
    if (from === to) continue;
    const a = place(from);
    const b = place(to);
    const tie = ties.get(a * SPAN + b);
    if (tie) {
      tie.times++;
      if (at > tie.last) tie.last = at;
    } else ties.set(a * SPAN + b, { from: a, to: b, times: 1, last: at });
  }
  const list = [...ties.values()];
  const between = new Map<number, number>();
  for (const { from, to, times } of list) {
    const pair = Math.min(from, to) * SPAN + Math.max(from, to);
    between.set(pair, (between.get(pair) ?? 0) + times);
  }
  return {
    ids,
    placeOf,
    from: Uint32Array.from(list, (tie) => tie.from),
    to: Uint32Array.from(list, (tie) => tie.to),
    times: Uint32Array.from(list, (tie) => tie.times),
    last: Float64Array.from(list, (tie) => tie.last),
    ...adjacent(ids.length, between),
  };
}

function adjacent(size: number, between: ReadonlyMap<number, number>) {
  const start = new Uint32Array(size + 1);
  for (const pair of between.keys()) {
    start[Math.floor(pair / SPAN) + 1]!++;
    start[(pair % SPAN) + 1]!++;
  }
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const neighbours = new Uint32Array(between.size * 2);
  const weight = new Float64Array(between.size * 2);
  const put = (one: number, other: number, times: number) => {
    const at = next[one]!++;
    neighbours[at] = other;
    weight[at] = times;
  };
  for (const [pair, times] of between) {
    const a = Math.floor(pair / SPAN);
    const b = pair % SPAN;
    put(a, b, times);
    put(b, a, times);
  }
  return { start, neighbours, weight };
}
