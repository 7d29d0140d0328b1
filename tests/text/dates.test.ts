import { beforeEach, describe, expect, it } from 'vitest';
import { ago, day, lasting, moment, since, until } from '../../utils/text/dates';
import { speakEnglish, speakSpanish } from './speech';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-11-22T12:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Spaces that do not break are spaces all the same. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('in English', () => {
  beforeEach(() => speakEnglish());

  it('says when something was said as shortly as it stays clear', () => {
    expect(plain(moment(at('2026-11-22T07:58'), now))).toBe('today, 7:58');
    expect(plain(moment(at('2026-11-21T23:59'), now))).toBe('yesterday, 23:59');
    expect(plain(moment(at('2026-11-20T08:05'), now))).toBe('Fri, 8:05');
    expect(plain(moment(at('2026-11-03T08:05'), now))).toBe('3 Nov, 8:05');
    expect(moment(at('2024-11-03T08:05'), now)).toBe('3 Nov 2024');
  });

  it('says since when', () => {
    expect(plain(since(at('2026-11-22T09:12'), now))).toBe('since 9:12');
    expect(since(at('2026-11-21T23:00'), now)).toBe('since yesterday');
    expect(since(at('2026-11-19T09:00'), now)).toBe('since Thursday');
    expect(since(at('2026-11-03T09:00'), now)).toBe('since 3 November');
  });

  it('says how long, in the largest unit that fits, never less than a minute', () => {
    const said = [1_000, 40 * 60_000, 5 * HOUR, 3 * DAY, 21 * DAY, 90 * DAY, 900 * DAY].map((ms) => plain(lasting(ms)));
    // Browsers write the short units a little differently ("5 hr", "5 hrs").
    expect(said.slice(0, 3).map((words) => words.slice(0, 4).trim())).toEqual(['1 mi', '40 m', '5 hr']);
    expect(said.slice(3)).toEqual(['3 days', '3 weeks', '2 months', '2 years']);
  });

  it('says how long ago by the clock on the wall: last night is yesterday', () => {
    expect(ago(now - 3_000, now)).toMatch(/^3\s?s(ec)?\.? ago$/);
    expect(ago(at('2026-11-21T23:00'), now)).toBe('yesterday');
    expect(ago(at('2026-11-19T12:00'), now)).toBe('3 days ago');
  });

  it('names the day of a moment to come', () => {
    expect(plain(until(at('2026-11-22T17:00'), now))).toBe('today, 17:00');
    expect(plain(until(at('2026-11-23T09:00'), now))).toBe('Mon 23, 9:00');
  });
});

describe('in Spanish', () => {
  beforeEach(speakSpanish);

  it('says the same in its own way', () => {
    expect(moment(at('2026-11-22T07:58'), now)).toBe('hoy, 7:58');
    expect(since(at('2026-11-19T09:00'), now)).toBe('desde el jueves');
    expect(since(at('2026-11-22T09:12'), now)).toBe('desde las 9:12');
    expect(plain(lasting(3 * DAY))).toBe('3 días');
    expect(plain(lasting(DAY))).toBe('1 día');
    expect(plain(ago(now - 3_000, now))).toBe('hace 3 s');
    expect(day(at('2026-11-03T09:00'), now)).toBe('3 nov');
  });
});
