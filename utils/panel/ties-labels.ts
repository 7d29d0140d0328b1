/** Names in the picture of ties: whose, and where, so that each can be read and none lies over another. */
import type { TiePerson } from '../core/ties';
import type { Point } from './ties';

export interface Room {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Label {
  account: string;
  name: string;
  /** Its middle, and the line it stands on. */
  x: number;
  y: number;
}

/** The size of a name in the window: as that of a tick in a chart. */
export const LETTER_PX = 11.5;
/** Of the size: how wide a letter is, how high a line. Wide enough for all but capitals. */
const LETTER = 0.58;
const LINE = 1.25;
const GAP_PX = 3;
/** A name for so many pixels of width: more would hide whom they name. */
const PX_A_NAME = 24;
const MOST = 32;
/** Half a name says somebody else: a longer one is read in the table. */
const LONGEST = 28;
/** A few people are not drawn larger than many: they would shout. */
const LEAST_WIDTH = 320;

/** What the picture shows: everybody, and some air. */
export function roomFor(points: readonly Point[]): Room {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = roomy(Math.min(...xs) - 40, Math.max(...xs) + 40, LEAST_WIDTH);
  const [top, bottom] = roomy(Math.min(...ys) - 20, Math.max(...ys) + 20, LEAST_WIDTH / 3);
  return { left, top, width: right - left, height: bottom - top };
}

function roomy(from: number, to: number, least: number): [number, number] {
  const more = Math.max(0, least - (to - from)) / 2;
  return [from - more, to + more];
}

/**
 * @param people those with most words first
 * @param unit how much of the picture is a pixel of the window
 */
export function labelsOf(
  people: readonly Pick<TiePerson, 'account' | 'name' | 'group'>[],
  points: readonly Point[],
  room: Room,
  unit: number,
): Label[] {
  const size = LETTER_PX * unit;
  const most = Math.min(MOST, Math.round(room.width / unit / PX_A_NAME));
  const placed: (Label & { half: number })[] = [];
  for (const place of eachGroupFirst(people)) {
    if (placed.length === most) break;
    const { account, name } = people[place]!;
    const point = points[place];
    const letters = [...name].length;
    if (!point || letters > LONGEST) continue;
    const half = (letters * LETTER * size) / 2;
    // Within the picture, also beside its edge.
    const x = Math.min(room.left + room.width - half, Math.max(room.left + half, point.x));
    const above = point.y - point.r - GAP_PX * unit;
    const below = point.y + point.r + size;
    for (const y of [above, below]) {
      const isWithin = y - size >= room.top && y <= room.top + room.height;
      const isFree = placed.every(
        (other) => Math.abs(other.y - y) >= LINE * size || Math.abs(other.x - x) >= other.half + half + GAP_PX * unit,
      );
      if (!isWithin || !isFree) continue;
      placed.push({ account, name, x, y, half });
      break;
    }
  }
  return placed.map(({ account, name, x, y }) => ({ account, name, x, y }));
}

/** Places in the order in which they are named: one of every group, then the others. */
function eachGroupFirst(people: readonly Pick<TiePerson, 'group'>[]): number[] {
  const seen = new Set<number>();
  const first: number[] = [];
  const others: number[] = [];
  people.forEach(({ group }, place) => {
    (seen.has(group) ? others : first).push(place);
    seen.add(group);
  });
  return [...first, ...others];
}
