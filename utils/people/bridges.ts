/** Who stands between groups: on how many shortest ways from one to another somebody lies (Brandes), from a sample at size. */
import type { TieGraph } from './ties';

/** Ways are followed from so many people, spread over all: what a large graph allows in time. */
const STARTS = 32;

/** Betweenness of each person, as a share of the largest: 0 to 1. */
export function bridgesOf({ ids, start, neighbours }: TieGraph, starts = STARTS): Float64Array {
  const size = ids.length;
  const lies = new Float64Array(size);
  const far = new Int32Array(size);
  const ways = new Float64Array(size);
  const owed = new Float64Array(size);
  const order = new Uint32Array(size);
  // Spread over all, the same at every time.
  const step = Math.max(1, Math.floor(size / starts));
  for (let source = 0; source < size; source += step) {
    far.fill(-1);
    ways.fill(0);
    owed.fill(0);
    far[source] = 0;
    ways[source] = 1;
    order[0] = source;
    let end = 1;
    for (let head = 0; head < end; head++) {
      const at = order[head]!;
      for (let e = start[at]!; e < start[at + 1]!; e++) {
        const next = neighbours[e]!;
        if (far[next]! < 0) {
          far[next] = far[at]! + 1;
          order[end++] = next;
        }
        if (far[next] === far[at]! + 1) ways[next]! += ways[at]!;
      }
    }
    for (let i = end - 1; i > 0; i--) {
      const at = order[i]!;
      for (let e = start[at]!; e < start[at + 1]!; e++) {
        const before = neighbours[e]!;
        if (far[before] === far[at]! - 1) owed[before]! += (ways[before]! / ways[at]!) * (1 + owed[at]!);
      }
      lies[at]! += owed[at]!;
    }
  }
  const most = lies.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? lies.map((one) => one / most) : lies;
}
