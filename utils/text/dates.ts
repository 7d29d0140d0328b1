/** Moments in words, by locale. `now` is a parameter: a sentence about time must be testable. */
import { currentLocale, t } from './t';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = currentLocale() + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(currentLocale(), options);
    formats.set(key, made);
  }
  return made;
}

function startOfDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Midnights between two moments, negative for the past; rounding absorbs the hour a clock change adds or takes. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY);
}

function unit(value: number, name: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'): string {
  const unitDisplay = name === 'minute' || name === 'hour' ? 'short' : 'long';
  return new Intl.NumberFormat(currentLocale(), { style: 'unit', unit: name, unitDisplay }).format(value);
}

/** How long, in the largest unit that fits: "40 min", "3 days", "5 weeks". Never less than a minute. */
export function lasting(ms: number): string {
  if (ms < HOUR) return unit(Math.max(1, Math.floor(ms / MINUTE)), 'minute');
  if (ms < DAY) return unit(Math.floor(ms / HOUR), 'hour');
  const days = Math.floor(ms / DAY);
  if (days < 14) return unit(days, 'day');
  if (days < 60) return unit(Math.floor(days / 7), 'week');
  if (days < 730) return unit(Math.floor(days / 30.44), 'month');
  return unit(Math.floor(days / 365.25), 'year');
}

/** "3 s ago", "2 hours ago", "yesterday". */
export function ago(at: number, now: number): string {
  const past = Math.max(0, now - at);
  const near = new Intl.RelativeTimeFormat(currentLocale(), { style: 'narrow' });
  if (past < MINUTE) return near.format(-Math.floor(past / SECOND), 'second');
  if (past < HOUR) return near.format(-Math.floor(past / MINUTE), 'minute');
  const far = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' });
  const days = -daysBetween(at, now);
  if (past < DAY && days === 0) return far.format(-Math.floor(past / HOUR), 'hour');
  if (days > -14) return far.format(days, 'day');
  if (days > -60) return far.format(Math.ceil(days / 7), 'week');
  if (days > -365) return far.format(Math.ceil(days / 30.44), 'month');
  return far.format(Math.ceil(days / 365.25), 'year');
}

/** "7:58" by the locale's own clock. */
export function clock(at: number): string {
  // Whatever stands between figure and "PM" must not break the line.
  return format({ hour: 'numeric', minute: '2-digit' }).format(at).replace(/\s/g, '\u00a0');
}

/** When something was said, as short as it stays clear: "today, 7:58", "Fri, 8:40", "3 Nov, 8:40", "3 Nov 2024". */
export function moment(at: number, now: number): string {
  const days = daysBetween(now, at);
  if (days === 0 || days === -1 || days === 1) {
    const word = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(days, 'day');
    return t('momentDayAndTime', word, clock(at));
  }
  if (days < 0 && days > -7) return t('momentDayAndTime', format({ weekday: 'short' }).format(at), clock(at));
  if (new Date(at).getFullYear() === new Date(now).getFullYear()) return t('momentDayAndTime', day(at, now), clock(at));
  return day(at, now);
}

/** A moment to come, with its day: "today, 17:00", "Mon 23, 9:00". */
export function until(at: number, now: number): string {
  const days = daysBetween(now, at);
  if (days <= 0) return moment(at, now);
  if (days >= 28) return t('momentDayAndTime', day(at, now), clock(at));
  // Put together here: left alone, American English says "23 Mon".
  const weekday = format({ weekday: 'short' }).format(at);
  return t('momentDayAndTime', `${weekday} ${format({ day: 'numeric' }).format(at)}`, clock(at));
}

/** "3 Nov", with the year where it is another one. */
export function day(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format({ day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) }).format(at);
}

/** The whole of it, for a tooltip and for those who want to be sure: "Friday, 20 November 2026 at 8:05". */
export function exact(at: number): string {
  return format({ dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** "since Thursday", "since yesterday", "since 3 November". */
export function since(at: number, now: number): string {
  const days = -daysBetween(now, at);
  if (days <= 0) return t('sinceTime', clock(at));
  if (days === 1) return t('sinceYesterday');
  if (days < 7) return t('sinceDay', format({ weekday: 'long' }).format(at));
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return t('sinceDay', format({ day: 'numeric', month: 'long', ...(!sameYear && { year: 'numeric' }) }).format(at));
}

/** "March 2024": since when somebody has been talking here. */
export function month(at: number): string {
  return format({ month: 'long', year: 'numeric' }).format(at);
}
