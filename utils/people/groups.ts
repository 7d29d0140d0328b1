/** Groups of people who talk more with one another than with others (Louvain), always the same for the same graph. */
import type { TieGraph } from './ties';

interface Level {
  start: Uint32Array;
  neighbours: Uint32Array;
  weight: Float64Array;
  /** Words within what was put together. */
  own: Float64Array;
}

const MOST_LEVELS = 12;
const MOST_ROUNDS = 20;

/** The group of each person, numbered from the largest. */
export function groupsOf(graph: TieGraph): Int32Array {
  const size = graph.ids.length;
  const { start, neighbours, weight } = graph;
  let level: Level = { start, neighbours, weight, own: new Float64Array(size) };
  let member = Int32Array.from({ length: size }, (_, i) => i);
  for (let n = 0; n < MOST_LEVELS; n++) {
    const { group, count } = settle(level);
    member = member.map((at) => group[at]!);
    if (count === level.own.length) break;
    level = together(level, group, count);
  }
  return numbered(member);
}

/** Moves each to the group of its neighbours where it belongs most, until nobody moves. */
function settle({ start, neighbours, weight, own }: Level): { group: Int32Array; count: number } {
  const size = own.length;
  const group = Int32Array.from({ length: size }, (_, i) => i);
  const degree = new Float64Array(size);
  let total = 0;
  for (let i = 0; i < size; i++) {
    degree[i] = own[i]!;
    for (let e = start[i]!; e < start[i + 1]!; e++) degree[i]! += weight[e]!;
    total += degree[i]!;
  }
  const held = degree.slice();
  const toGroup = new Float64Array(size);
  for (let round = 0, moved = total > 0 ? 1 : 0; moved > 0 && round < MOST_ROUNDS; round++) {
    moved = 0;
    for (let i = 0; i < size; i++) {
      const mine = group[i]!;
      for (let e = start[i]!; e < start[i + 1]!; e++) toGroup[group[neighbours[e]!]!]! += weight[e]!;
      held[mine]! -= degree[i]!;
      let best = mine;
      let gain = toGroup[mine]! - (held[mine]! * degree[i]!) / total;
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        const other = group[neighbours[e]!]!;
        const theirs = toGroup[other]! - (held[other]! * degree[i]!) / total;
        if (theirs > gain + 1e-9) {
          gain = theirs;
          best = other;
        }
      }
      held[best]! += degree[i]!;
      if (best !== mine) moved++;
      group[i] = best;
      for (let e = start[i]!; e < start[i + 1]!; e++) toGroup[group[neighbours[e]!]!] = 0;
    }
  }
  const names = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    const name = group[i]!;
    if (!names.has(name)) names.set(name, names.size);
    group[i] = names.get(name)!;
  }
  return { group, count: names.size };
}

/** Each group as one person of the next round. */
function together({ start, neighbours, weight, own }: Level, group: Int32Array, count: number): Level {
  const sums = Array.from({ length: count }, () => new Map<number, number>());
  const within = new Float64Array(count);
  for (let i = 0; i < own.length; i++) {
    const a = group[i]!;
    within[a]! += own[i]!;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const b = group[neighbours[e]!]!;
      if (a === b) within[a]! += weight[e]!;
      else sums[a]!.set(b, (sums[a]!.get(b) ?? 0) + weight[e]!);
    }
  }
  const next = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) next[i + 1] = next[i]! + sums[i]!.size;
  const to = Uint32Array.from(sums.flatMap((map) => [...map.keys()]));
  const words = Float64Array.from(sums.flatMap((map) => [...map.values()]));
  return { start: next, neighbours: to, weight: words, own: within };
}

function numbered(member: Int32Array): Int32Array {
  const counts = new Map<number, number>();
  for (const group of member) counts.set(group, (counts.get(group) ?? 0) + 1);
  const order = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const number = new Map(order.map(([group], n) => [group, n]));
  return member.map((group) => number.get(group)!);
}
