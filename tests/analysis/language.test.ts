import { describe, expect, it } from 'vitest';
import { ownRows, reader } from './model';

const lang = (text: string, told?: string, prior?: Record<string, number>) =>
  reader.read({ text, lang: told, languagePrior: prior }).lang;

describe('the language of a post', () => {
  it.each([
    ['es', 'Ayer estuve esperando el autobús casi una hora'],
    ['en', 'We were waiting for the bus for almost an hour yesterday'],
    ['pt', 'Ontem fiquei quase uma hora à espera do autocarro'],
    ['fr', "Hier j'ai attendu le bus pendant presque une heure"],
    ['de', 'Gestern habe ich fast eine Stunde auf den Bus gewartet'],
    ['it', "Ieri ho aspettato l'autobus per quasi un'ora"],
    ['ja', '昨日はバスを一時間も待ちました'],
    ['el', 'Χθες περίμενα το λεωφορείο μία ώρα'],
    ['und', 'Вчера я почти час ждал автобус'],
    ['und', 'Gisteren heb ik bijna een uur op de bus staan wachten'],
    ['und', 'Wczoraj czekałem na autobus prawie godzinę i nic nie przyjechało'],
  ])('%s: %s', (expected, text) => {
    expect(lang(text)).toBe(expected);
  });

  it('is not told where there are no words', () => {
    expect(lang('😂😂😂')).toBe('und');
    expect(lang('https://example.org 12:30')).toBe('und');
    expect(lang('')).toBe('und');
  });

  it('believes the platform, unless a clear text says otherwise', () => {
    expect(lang('ok', 'pt-BR')).toBe('pt');
    expect(lang('ok', 'ca')).toBe('ca');
    expect(lang('The parcel has still not arrived and nobody answers my messages about it', 'es')).toBe('en');
    expect(lang('gracias por la ayuda', 'und')).toBe('es');
    expect(lang('gracias por la ayuda', 'qme')).toBe('es');
  });

  it('asks the thread when a post is too short to tell', () => {
    expect(lang('perfecto', undefined, { es: 1 })).toBe('es');
    expect(lang('ok super', undefined, { de: 1 })).toBe('de');
    expect(lang('ok super', undefined, { fr: 1 })).toBe('fr');
  });

  it('is right on our own test half', () => {
    const rows = ownRows('test').filter(({ text }) => /\p{L}{2}/u.test(text));
    const short = rows.filter(({ text }) => text.length <= 40);
    const right = (list: typeof rows) => list.filter((row) => lang(row.text) === row.lang).length / list.length;
    expect(right(rows)).toBeGreaterThanOrEqual(0.98);
    expect(right(short)).toBeGreaterThanOrEqual(0.91);
  });
});
