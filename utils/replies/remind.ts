/** When to be reminded of what was promised. Apart from how promises are found: every screen needs this, and few need that. */
const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
/** As far as somebody's hours are looked through: two weeks off are two weeks off. */
const FAR = 15 * 24 * HOUR;

/** Where hours were never said: nobody is woken. */
const inTheDay = (at: number): boolean => {
  const hour = new Date(at).getHours();
  return hour >= 9 && hour < 21;
};

/**
 * When to be reminded of a promise, within our hours: as its day begins for us, or while there is still time; on the last
 * day of ours before it where we are off; without a day, in two days. What is overdue comes as soon as we are there.
 */
export function remindAt(due: number | null, now: number, isOurs: (at: number) => boolean = inTheDay): number {
  if (due === null) return nextOurs(midnight(now, 2), isOurs);
  if (due <= now) return nextOurs(now, isOurs);
  const begins = nextOurs(Math.max(now, midnight(due)), isOurs);
  if (begins > due) {
    const last = lastOurs(due, now, isOurs);
    return nextOurs(last === null ? now : Math.max(now, midnight(last)), isOurs);
  }
  if (midnight(due) > now || begins > now) return begins;
  const inTime = Math.max(now, Math.min(due, Math.max(due - 7 * HOUR, now + HOUR)));
  return lastOurs(inTime, now, isOurs) ?? nextOurs(inTime, isOurs);
}

function midnight(at: number, days = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** The first such moment from then on, by quarters of an hour; then itself where we are never there. */
function nextOurs(from: number, isOurs: (at: number) => boolean): number {
  if (isOurs(from)) return from;
  for (let at = Math.ceil(from / QUARTER) * QUARTER; at < from + FAR; at += QUARTER) if (isOurs(at)) return at;
  return from;
}

/** The last such moment up to then and not before `least`. */
function lastOurs(to: number, least: number, isOurs: (at: number) => boolean): number | null {
  if (isOurs(to)) return to;
  const end = Math.max(least, to - FAR);
  for (let at = Math.floor(to / QUARTER) * QUARTER; at >= end; at -= QUARTER) if (isOurs(at)) return at;
  return null;
}
