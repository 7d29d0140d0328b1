/** Our hours: several blocks a day, in a time zone, through its changes of clock. */
import type { OurHours } from '../core/settings';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Clocks change on quarters of an hour, and stand on them. */
const QUARTER = 15 * MINUTE;

export interface WorkClock {
  /** Milliseconds of our hours between two moments. */
  between(from: number, to: number): number;
  /** Whether somebody of us is there. */
  isIn(at: number): boolean;
  /** Day of the week from Monday (0) on, and minute of the day, on the clock of our zone. */
  place(at: number): { day: number; minute: number };
}

/** `null`: hours were never said, and every hour counts. */
export function workClock(hours: OurHours | null, zone = hours?.timeZone): WorkClock {
  const place = placer(zone);
  if (!hours || hours.week.every((blocks) => blocks.length === 0)) {
    return { between: (from, to) => Math.max(0, to - from), isIn: () => true, place };
  }
  const { week } = hours;
  const isIn = (at: number): boolean => {
    const { day, minute } = place(at);
    return (week[day] ?? []).some(([from, to]) => minute >= from && minute < to);
  };
  const offsetAt = offsetter(zone);
  /** Of a stretch within one day on the wall, where the clock does not change: never within a quarter of an hour. */
  const inSteady = (from: number, to: number): number => {
    const wall = from + offsetAt(from);
    const dayNumber = Math.floor(wall / DAY);
    const begins = wall - dayNumber * DAY;
    let sum = 0;
    for (const [first, last] of week[weekdayOf(dayNumber)] ?? [])
      sum += Math.max(0, Math.min(begins + to - from, last * MINUTE) - Math.max(begins, first * MINUTE));
    return sum;
  };
  const stretch = (from: number, to: number): number => {
    let sum = 0;
    for (let at = from; at < to; ) {
      const next = Math.min(to, (Math.floor(at / QUARTER) + 1) * QUARTER);
      sum += inSteady(at, next);
      at = next;
    }
    return sum;
  };
  /** A day of UTC on which the clock does not change: what is left of one day on the wall, and the beginning of the next. */
  const steadyDay = (from: number): number => {
    const wall = from + offsetAt(from);
    const midnight = from + (Math.floor(wall / DAY) + 1) * DAY - wall;
    return inSteady(from, midnight) + inSteady(midnight, from + DAY);
  };
  const days = new Map<number, number>();
  const wholeDay = (day: number): number => {
    let sum = days.get(day);
    if (sum === undefined) {
      const [from, to] = [day * DAY, (day + 1) * DAY];
      // Zones change their clock weeks apart: the same at both ends is the same between.
      sum = offsetAt(from) === offsetAt(to) ? steadyDay(from) : stretch(from, to);
      days.set(day, sum);
    }
    return sum;
  };
  return {
    isIn,
    place,
    between(from, to) {
      if (to <= from) return 0;
      const [first, last] = [Math.ceil(from / DAY), Math.floor(to / DAY)];
      if (first > last) return stretch(from, to);
      let sum = stretch(from, first * DAY) + stretch(last * DAY, to);
      for (let day = first; day < last; day++) sum += wholeDay(day);
      return sum;
    },
  };
}

/** From Monday (0) on; the first of January 1970 was a Thursday. */
const weekdayOf = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;

/** Whether the browser knows a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds by which the zone's clock is ahead of UTC. */
function offsetter(zone: string | undefined): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...(zone && { timeZone: zone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    let offset = known.get(quarter);
    if (offset === undefined) {
      const moment = quarter * QUARTER;
      const parts: Record<string, number> = {};
      for (const { type, value } of format.formatToParts(moment)) parts[type] = Number(value);
      const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
      offset = Date.UTC(year, month - 1, day, hour, minute) - moment;
      known.set(quarter, offset);
    }
    return offset;
  };
}

function placer(zone: string | undefined): WorkClock['place'] {
  const offsetAt = offsetter(zone);
  return (at) => {
    const wall = at + offsetAt(at);
    const dayNumber = Math.floor(wall / DAY);
    return { day: weekdayOf(dayNumber), minute: Math.floor((wall - dayNumber * DAY) / MINUTE) };
  };
}
