/** Who asks now what somebody answered before; and whom one meant to speak with. */
import { describe, expect, it } from 'vitest';
import { type Answered, introductions, type Question } from '../../utils/people/introduce';
import { relationsOf, type Said } from '../../utils/people/relations';
import { rhythmOf } from '../../utils/people/rhythm';
import { type Heard, survey } from '../../utils/people/survey';

const DAY = 86_400_000;
const asks = (author: string, at: number, text: string): Question => ({
  post: `${author}${at}`,
  thread: 't',
  author,
  at: at * DAY,
  text,
});
const known = (author: string, at: number, text: string, by: string): Answered => ({
  ...asks(author, at, text),
  by,
  answer: `${by}-${author}${at}`,
});

const BEFORE = [
  known('iker', 1, '¿Cómo se limpia la cadena después de la lluvia?', 'nuria'),
  known('olga', 2, 'Which tyres hold on wet leaves?', 'sven'),
  known('pilar', 3, '¿Dónde se reserva el refugio de la cumbre en invierno?', 'joan'),
  known('dev', 4, 'Does anybody know how to adjust the rear brake of the city model?', 'ada'),
  known('max', 5, 'Is there a discount for schools?', 'ada'),
  known('leo', 6, '¿Quién viene el domingo al taller de luces?', 'nuria'),
];

describe('an introduction', () => {
  it.each([
    ['¿Alguien sabe cómo limpiar la cadena si llovió?', 'nuria', 'limpi'],
    ['My rear brake rubs, how do I adjust it?', 'ada', 'brake'],
    ['¿El refugio de la cumbre abre en invierno?', 'joan', 'refug'],
    ['Tyres for wet leaves, which ones?', 'sven', 'tyre'],
  ])('%s', (text, by, word) => {
    const [found] = introductions([asks('new', 10, text)], BEFORE);
    expect(found?.knows.by).toBe(by);
    expect(found?.words.some((one) => one.toLowerCase().startsWith(word))).toBe(true);
  });

  it.each([
    '¿Qué tal todo por aquí?',
    'Can anybody help me, please?',
    '¿Alguien vende una mochila roja?',
    'What is the weather like in June?',
    'Is there a school nearby?',
  ])('none for %s', (text) => expect(introductions([asks('new', 10, text)], BEFORE)).toEqual([]));

  it('is never with oneself, nor by what was said later', () => {
    const text = '¿Cómo se limpia la cadena después de la lluvia?';
    expect(introductions([asks('nuria', 10, text)], BEFORE)).toEqual([]);
    expect(introductions([asks('iker', 10, text)], BEFORE)).toEqual([]);
    expect(introductions([asks('new', 0, text)], BEFORE)).toEqual([]);
  });
});

describe('how often one means to speak', () => {
  it('is said of the person, else of the tag that asks most often', () => {
    const byTag = { ambassador: 7, member: 30 };
    expect(rhythmOf(90, ['ambassador'], byTag)).toEqual({ days: 90, tag: null });
    expect(rhythmOf(undefined, ['member', 'ambassador'], byTag)).toEqual({ days: 7, tag: 'ambassador' });
    expect(rhythmOf(undefined, ['toString'], byTag)).toBeNull();
    expect(rhythmOf(undefined, ['ambassador'], undefined)).toBeNull();
  });

  it('alone decides where it is set', () => {
    const said = (key: string, author: string, day: number, parent: string | null): Said => ({
      key,
      author,
      at: day * DAY,
      parent,
      ours: author === 'us',
    });
    const two = [said('1', 'tove', 1, null), said('2', 'us', 2, '1')];
    expect(relationsOf(two, 8 * DAY, new Map([['tove', 7]])).cooling).toEqual([]);
    expect(relationsOf(two, 10 * DAY, new Map([['tove', 7]])).cooling).toMatchObject([{ account: 'tove', rhythm: 7 }]);
    expect(relationsOf(two, 400 * DAY).cooling).toEqual([]);
  });
});

describe('a suggestion put aside', () => {
  const heard = (key: string, author: string, day: number): Heard => ({
    key,
    author,
    at: day * DAY,
    parent: null,
    ours: false,
    name: author,
    site: 's',
    thread: key,
    names: [],
  });
  const aside = (at: number) => ({
    rhythms: new Map(),
    introductions: [],
    letBe: new Map([['new', { welcome: at * DAY }]]),
  });

  it('stays so until something happens again', () => {
    const posts = [heard('1', 'new', 5), heard('2', 'other', 6)];
    const who = (at: number) => survey(posts, 10 * DAY, aside(at)).worth.map(({ account }) => account);
    expect(who(4)).toEqual(['other', 'new']);
    expect(who(7)).toEqual(['other']);
  });
});
