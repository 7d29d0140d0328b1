/** The days a pulse is of, by the user's own calendar. Pure. */
import { localDay } from '../store/exposure';
import type { Asked, Range } from './pulse';

const DAY = 86_400_000;

/** "2026-11-22", as a field for dates has it. */
export const dayOf = (at: number): string => localDay(at);

/** The midnight at which a day begins; null where it is no day. */
export function startOfDay(day: string): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  const at = new Date(year, month - 1, date);
  return at.getMonth() === month - 1 ? at.getTime() : null;
}

/** The midnight that ends the day of a moment: days with a change of the clock are not 24 hours long. */
export function dayAfter(at: number): number {
  return new Date(at).setHours(24, 0, 0, 0);
}

/** What is asked as two stretches: the days chosen, and as many before them where no others are. `to`: the end of today. */
export function rangeAsked(asked: Asked, to: number): { own: Range; besides: Range } {
  const own = asked.range ?? { from: shifted(to, -asked.days), to };
  if (asked.beside === 'site') return { own, besides: own };
  if (asked.beside === 'days' && asked.besideRange) return { own, besides: asked.besideRange };
  const days = Math.max(1, Math.round((own.to - own.from) / DAY));
  return { own, besides: { from: shifted(own.from, -days), to: own.from } };
}

/** So many days on, at the same time by the clock on the wall. */
function shifted(at: number, days: number): number {
  const day = new Date(at);
  return day.setDate(day.getDate() + days);
}
