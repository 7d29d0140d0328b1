import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeFromId } from '../../utils/adapters/times/ids';
import { parseMachine } from '../../utils/adapters/times/machine';
import { momentOf } from '../../utils/adapters/times/moment';
import { parseShown } from '../../utils/adapters/times/shown';

process.env.TZ = 'UTC';
const NOW = Date.UTC(2026, 10, 20, 12, 0, 0); // a Friday
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const shown = (text: string, ...languages: string[]) => parseShown(text, NOW, languages)?.at ?? null;
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().replace(':00.000Z', ''));

describe('spans from now', () => {
  it.each([
    // language, words, milliseconds ago
    ['en', 'just now', 0],
    ['en', '5 minutes ago', 5 * MINUTE],
    ['en', '5m', 5 * MINUTE],
    ['en', '3 hr. ago', 3 * HOUR],
    ['en', '3 hrs ago', 3 * HOUR],
    ['en', '2d', 2 * DAY],
    ['en', '1w •', 7 * DAY],
    ['en', '2mo', 2 * 30.4375 * DAY],
    ['en', '3 yr ago', 3 * 365.25 * DAY],
    ['en', 'an hour ago', HOUR],
    ['en', 'about a month ago', 30.4375 * DAY],
    ['en', '1 year, 2 months ago', 365.25 * DAY + 2 * 30.4375 * DAY],
    ['es', 'hace 3 h', 3 * HOUR],
    ['es', 'hace 5 minutos', 5 * MINUTE],
    ['es', 'hace una hora', HOUR],
    ['es', 'hace 2 días', 2 * DAY],
    ['es', 'hace 2 sem', 14 * DAY],
    ['es', 'Hace un año', 365.25 * DAY],
    ['pt', 'há 3 dias', 3 * DAY],
    ['pt', 'há uma hora', HOUR],
    ['pt', '2 semanas atrás', 14 * DAY],
    ['fr', 'il y a 3 heures', 3 * HOUR],
    ['fr', 'il y a 2 j', 2 * DAY],
    ['fr', 'il y a un an', 365.25 * DAY],
    ['de', 'vor 3 Std.', 3 * HOUR],
    ['de', 'vor einem Monat', 30.4375 * DAY],
    ['de', 'vor 2 Tagen', 2 * DAY],
    ['it', '3 ore fa', 3 * HOUR],
    ['it', "un'ora fa", HOUR],
    ['it', '2 giorni fa', 2 * DAY],
    ['ca', 'fa 3 dies', 3 * DAY],
    ['ca', 'fa una hora', HOUR],
    ['ca', 'fa 2 setmanes', 14 * DAY],
    ['ru', '3 часа назад', 3 * HOUR],
    ['ru', 'год назад', 365.25 * DAY],
    ['uk', '2 дні тому', 2 * DAY],
  ])('%s: %s', (language, words, ago) => {
    expect(shown(words, language)).toBe(NOW - ago);
    expect(parseShown(words, NOW, [language])?.relative).toBe(true);
  });

  it('is understood without knowing the language', () => {
    expect(shown('hace 3 horas')).toBe(NOW - 3 * HOUR);
    expect(shown('vor 3 Stunden', 'en')).toBe(NOW - 3 * HOUR);
    expect(shown('3 days ago', 'es')).toBe(NOW - 3 * DAY);
  });
});

describe('days and dates', () => {
  it.each([
    ['en', 'Yesterday at 4:05 pm', '2026-11-19T16:05'],
    ['en', 'Today, 09:30', '2026-11-20T09:30'],
    ['en', 'Monday at 10:22 PM', '2026-11-16T22:22'],
    ['en', 'March 12, 2020 at 10:22 am', '2020-03-12T10:22'],
    ['en', '10:22 PM · Mar 12, 2020', '2020-03-12T22:22'],
    ['en', '12 Mar 2020', '2020-03-12T00:00'],
    ['en', 'Mar 3rd, 2020, 4:05 pm', '2020-03-03T16:05'],
    ['en', 'Reviewed in the United States on August 2, 2021', '2021-08-02T00:00'],
    ['en', '3/4/2020', '2020-03-04T00:00'],
    ['en-GB', '3/4/2020', '2020-04-03T00:00'],
    ['en', '06-15-2016, 05:21 PM', '2016-06-15T17:21'],
    ['en', 'Mar 12', '2026-03-12T00:00'],
    ['en', 'Dec 24', '2025-12-24T00:00'],
    ['en', "Mar 12 '19", '2019-03-12T00:00'],
    ['en', 'Tue Jan 15, 2008 7:25 am', '2008-01-15T07:25'],
    ['en', '12:30 AM', '2026-11-20T00:30'],
    ['en', '11:30 PM', '2026-11-19T23:30'],
    ['es', 'Ayer 22:48', '2026-11-19T22:48'],
    ['es', 'Hoy, 10:22', '2026-11-20T10:22'],
    ['es', '12-mar-2020, 10:22', '2020-03-12T10:22'],
    ['es', '12 de marzo de 2020 a las 10:22', '2020-03-12T10:22'],
    ['es', '12 mar. 2020', '2020-03-12T00:00'],
    ['es', '3 ago 2020', '2020-08-03T00:00'],
    ['es', '3/4/2020', '2020-04-03T00:00'],
    ['es', '12 de marzo de 2020, 9:05 p. m.', '2020-03-12T21:05'],
    ['pt', '12 de março de 2020 às 10:22', '2020-03-12T10:22'],
    ['pt', 'ontem, 10:22', '2026-11-19T10:22'],
    ['fr', '12 mars 2020 à 10h22', '2020-03-12T10:22'],
    ['fr', 'Ven 7 Oct 2011 08:23', '2011-10-07T08:23'],
    ['fr', 'hier à 22:15', '2026-11-19T22:15'],
    ['fr', '1er août 2020', '2020-08-01T00:00'],
    ['de', '12. März 2020 um 10:22 Uhr', '2020-03-12T10:22'],
    ['de', 'Gestern, 10:22', '2026-11-19T10:22'],
    ['de', '12.03.2020 10:22', '2020-03-12T10:22'],
    ['it', '12 marzo 2020 alle ore 10:22', '2020-03-12T10:22'],
    ['it', 'ieri alle 10:22', '2026-11-19T10:22'],
    ['it', '3 set 2020', '2020-09-03T00:00'],
    ['ca', '12 de març de 2020', '2020-03-12T00:00'],
    ['ca', "2 d'abril de 2020, 10:22", '2020-04-02T10:22'],
    ['ca', 'ahir a les 10:22', '2026-11-19T10:22'],
    ['ru', '22 апреля 2018 в 10:22', '2018-04-22T10:22'],
    ['ru', '22.04.18 в 23:19', '2018-04-22T23:19'],
    ['ja', '2020年3月12日 10:22', '2020-03-12T10:22'],
    ['en', '2020-03-12 10:22', '2020-03-12T10:22'],
    ['en', 'April 12 2018, 04:34:23 UTC', '2018-04-12T04:34:23.000Z'],
  ])('%s: %s', (language, words, expected) => {
    expect(iso(shown(words, language))).toBe(expected);
  });

  it.each([
    '',
    'Reply',
    '23 comments',
    '1.2K views',
    'v2.3.1',
    '12:75',
    '32/13/2020',
    '31 February 2020',
    'Permalink',
    '100%',
  ])('is no time: %s', (words) => {
    expect(shown(words, 'en')).toBeNull();
  });

  it('tells words that are no part of a time', () => {
    expect(parseShown('12 March 2020', NOW, ['en'])?.strange).toBe(0);
    expect(parseShown('Posted by ana on 12 March 2020', NOW, ['en'])?.strange).toBeGreaterThan(1);
  });
});

describe('moments for machines', () => {
  it.each([
    ['2020-03-12T10:22:33Z', '2020-03-12T10:22:33.000Z'],
    ['2020-03-12T10:22:33.250+02:00', '2020-03-12T08:22:33.250Z'],
    ['2020-03-12 10:22:33Z', '2020-03-12T10:22:33.000Z'],
    ['2020-03-12T10:22+0200', '2020-03-12T08:22:00.000Z'],
    ['20200312T102233Z', '2020-03-12T10:22:33.000Z'],
    ['2020-03-12', '2020-03-12T00:00:00.000Z'],
    ['Thu, 12 Mar 2020 10:22:33 +0000', '2020-03-12T10:22:33.000Z'],
    ['1583998953', '2020-03-12T07:42:33.000Z'],
    ['1583998953123', '2020-03-12T07:42:33.123Z'],
    [1583998953, '2020-03-12T07:42:33.000Z'],
    ['1583998953.5', '2020-03-12T07:42:33.500Z'],
  ])('%s', (value, expected) => {
    expect(new Date(parseMachine(value) ?? Number.NaN).toISOString()).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    'foo 1',
    '2020-13-01',
    '2020-02-31',
    '12345',
    'Infinity',
    '-1',
    null,
    undefined,
    Number.NaN,
    -5,
  ])('no moment: %s', (value) => {
    expect(parseMachine(value)).toBeNull();
  });
});

describe('ids', () => {
  it.each([
    ['x', '1903890123456789504', 2025],
    ['mastodon', '109372843234567890', 2022],
    ['discord', '1041234567890123456', 2022],
    ['linkedin', '7298432490627575809', 2025],
    ['tiktok', '7106594312292453675', 2022],
    ['instagram', 'DH_ux4pSlV0', 2025],
    ['bluesky', '3mcgggggggg2g', 2026],
  ] as const)('%s %s is of %d', (scheme, value, year) => {
    expect(new Date(timeFromId({ scheme, value }) ?? 0).getUTCFullYear()).toBe(year);
  });

  it.each([
    ['x', '20'],
    ['x', 'abc'],
    ['linkedin', '12'],
    ['instagram', '!!'],
    ['bluesky', 'self'],
    ['discord', '99999999999999999999999'],
  ] as const)('%s %s carries none', (scheme, value) => {
    expect(timeFromId({ scheme, value })).toBeNull();
  });
});

describe('the surest source', () => {
  it('machine, then id, then words', () => {
    const id = { scheme: 'x', value: '1903890123456789504' } as const;
    expect(momentOf({ machine: '2020-03-12', id, shown: '3 h' }, NOW, [])?.source).toBe('machine');
    expect(momentOf({ machine: 'nonsense', id, shown: '3 h' }, NOW, [])?.source).toBe('id');
    expect(momentOf({ shown: '3 h' }, NOW, [])?.source).toBe('relative');
    expect(momentOf({ machine: '12 March 2020, 10:22' }, NOW, ['en'])).toMatchObject({ source: 'relative' });
  });

  it.each(['2999-01-01', '0001-01-01T00:00:00Z', '1950-05-05', '9999999999'])('nobody posted at %s', (machine) => {
    expect(momentOf({ machine }, NOW, [])).toBeNull();
  });

  it('never throws and never gives a moment from another century', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const moment = momentOf({ machine: text, shown: text }, NOW, ['es']);
        expect(moment === null || (moment.at > 0 && moment.at < NOW + 4 * 365 * DAY)).toBe(true);
      }),
    );
  });

  it('is quick on hostile words', () => {
    const hostile = [
      '1 '.repeat(80),
      'a'.repeat(400),
      `${'9'.repeat(150)} h`,
      '12:34'.repeat(30),
      ' '.repeat(160),
      'p. m. '.repeat(26),
    ];
    for (const text of hostile) parseShown(text, NOW, ['en']);
    const started = performance.now();
    for (const text of hostile) parseShown(text, NOW, ['en']);
    // 5 ms on a quiet machine, and what runs away takes minutes.
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
