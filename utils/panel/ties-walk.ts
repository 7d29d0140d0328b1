/** From one person of the picture of ties to the next, in the direction of an arrow key. */
import type { Point } from './ties';

export type Way = 'left' | 'right' | 'up' | 'down';

/** Keys that walk; the others are not ours. */
export const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** To be a little aside is as bad as to be so much farther. */
const ASIDE = 2;
/** Farther than any picture is wide: whoever is more aside than ahead comes after all others. */
const TURNED = 1e6;

/** The nearest that way, rather straight ahead than aside, and not half turned away if it can be; null where nobody stands there. */
export function nextTowards(points: readonly Point[], from: number, way: Way): number | null {
  const here = points[from];
  if (!here) return null;
  let best: number | null = null;
  let least = Infinity;
  points.forEach((point, place) => {
    const [dx, dy] = [point.x - here.x, point.y - here.y];
    const ahead = way === 'right' ? dx : way === 'left' ? -dx : way === 'down' ? dy : -dy;
    if (place === from || ahead <= 0) return;
    const aside = Math.abs(way === 'left' || way === 'right' ? dy : dx);
    const far = ahead + ASIDE * aside + (aside > ahead ? TURNED : 0);
    if (far >= least) return;
    least = far;
    best = place;
  });
  return best;
}
