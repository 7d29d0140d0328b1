/** The pulse of two heaps of posts, and the letter made of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import type { Theme } from '../../utils/core/theme';
import { figuresIn, type LetterFacts, letterFile, letterOf, readLetter } from '../../utils/panel/letter';
import { pulseOf, readPulse } from '../../utils/panel/pulse';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { stored } from '../core/sample';
import { speakEnglish, speakSpanish } from '../text/speech';
import { freshTable } from './table';

const DAY = 86_400_000;
const END = new Date(2026, 10, 23).getTime();

beforeEach(() => speakEnglish());

let count = 0;
const said = (who: string, text: string, daysAgo: number, over: Partial<Post> = {}): Post =>
  stored(`p${count++}`, {
    text,
    at: END - daysAgo * DAY,
    authorKey: `foro.example:${who}`,
    author: { name: who, handle: who, url: null },
    lang: 'en',
    ...over,
  });
const theme = (id: string, posts: readonly Post[], over: Partial<Theme> = {}): Theme => ({
  id,
  tier: 'alert',
  phase: 'growing',
  label: id,
  terms: [id],
  postKeys: posts.map((post) => post.key),
  authorKeys: [],
  threadKeys: [],
  sites: [],
  langs: [],
  startedAt: 0,
  alertedAt: 0,
  lastAt: 0,
  timeline: [],
  quoteKeys: posts.slice(0, 1).map((post) => post.key),
  evidence: { people: 0, seen: 0, usual: 0 },
  ...over,
});

const WHO = ['ada', 'ben', 'cleo', 'dina', 'eli'];
const small = (daysAgo: number) => WHO.map((who, i) => said(who, `a quiet ride along river number ${i}`, daysAgo));
const rattle = WHO.map((who) => said(who, 'the Almadía has a rattle in the hinge', 2));
const paint = WHO.map((who) => said(who, 'which paint for my frame', 9));
const now = [...rattle, ...small(1), said('fay', '#almadia again', 1, { mention: 1 })];
const before = [...paint, ...small(8)];
const pulse = (over: { before?: Post[]; themes?: Theme[] } = {}) =>
  pulseOf({
    now: { from: END - 7 * DAY, to: END, site: null, posts: now },
    before: { from: END - 14 * DAY, to: END - 7 * DAY, site: null, posts: over.before ?? before },
    themes: over.themes ?? [theme('rattle', rattle), theme('paint', paint), theme('gone', rattle, { notTheme: true })],
    brands: ['Almadia'],
    most: 1_000,
  });

describe('the pulse', () => {
  it('tells what rose and what faded, by people', () => {
    const { rose, faded } = pulse();
    expect(rose.map(({ id, now: n, before: b }) => [id, n, b])).toEqual([['rattle', 5, 0]]);
    expect(faded.map(({ id, now: n, before: b }) => [id, n, b])).toEqual([['paint', 0, 5]]);
    expect(rose[0]?.keys).toEqual(rattle.map((post) => post.key));
    expect(faded[0]?.keysBefore).toEqual(paint.map((post) => post.key));
  });

  it('takes a week in which twice as many were heard for no rise', () => {
    const steady = [
      ...now.slice(0, 5),
      ...now.slice(0, 5).map((post) => ({ ...post, key: `${post.key}x`, authorKey: `${post.authorKey}x` })),
    ];
    const view = pulseOf({
      now: { from: 0, to: 1, site: null, posts: steady },
      before: { from: 0, to: 1, site: null, posts: rattle },
      themes: [theme('rattle', [...steady, ...rattle])],
      brands: [],
      most: 1_000,
    });
    expect(view.rose).toEqual([]);
    expect(view.faded).toEqual([]);
  });

  it('finds words nobody said before, by three people and more', () => {
    const words = pulse().fresh.map(({ word }) => word);
    expect(words.join(' ')).toContain('rattle');
    expect(words.join(' ')).not.toContain('river');
    // With nothing to compare with, everything would be new.
    expect(pulse({ before: [] }).fresh).toEqual([]);
  });

  it('tells how people write our name', () => {
    expect(pulse().calledUs.map(({ word, people }) => [word, people])).toEqual([
      ['Almadía', 5],
      ['#almadia', 1],
    ]);
  });

  it('gives as many posts as it counts people, or more', () => {
    const view = pulse();
    for (const { people, keys } of [...view.fresh, ...view.more, ...view.calledUs, ...view.besideUs])
      expect(keys.length).toBeGreaterThanOrEqual(people);
  });
});

describe('from the store', () => {
  let db: TertuliaDatabase;
  beforeEach(async () => {
    db = await freshTable();
    await changeSettings(db, (was) => ({ ...was, brands: ['Almadia'], ourName: 'Inés' }));
    const there = said('gus', 'the same rattle over there', 2, { site: 'x', key: 'x:1' });
    await db.posts.bulkPut([...now, ...before, there, said('us', 'ours', 1, { ours: 1 })]);
    await db.themes.put(theme('rattle', rattle));
  });
  afterEach(() => db.delete());

  it('compares days with the days before, and a community with another', async () => {
    const days = await readPulse(db, { days: 7, beside: 'before', site: null, other: null }, END);
    expect([days.now.people, days.before.people]).toEqual([7, 5]);
    const sites = await readPulse(db, { days: 7, beside: 'site', site: 'foro.example', other: 'x' }, END);
    expect([sites.now.people, sites.before.people]).toEqual([6, 1]);
    expect(sites.before).toMatchObject({ site: 'x', from: sites.now.from });
  });

  it('compares any days with any others', async () => {
    const days = (from: number, to: number) => ({ from: END - from * DAY, to: END - to * DAY });
    const asked = {
      days: 7,
      site: null,
      other: null,
      range: days(3, 1.5),
      beside: 'days',
      besideRange: days(10, 8.5),
    } as const;
    const { now: here, before: there } = await readPulse(db, asked, END);
    expect([here.keys.length, there.keys.length]).toEqual([6, 5]);
    expect([here.posts, there.posts]).toEqual([6, 5]);
    // As many days before them, where no others are chosen.
    const before = await readPulse(db, { ...asked, beside: 'before' }, END);
    expect(Math.round((before.before.to - before.before.from) / DAY)).toBe(2);
    expect(before.before.to).toBe(asked.range.from);
  });

  it('writes the letter', async () => {
    const letter = await readLetter(db, END - 1_000);
    const text = letter.parts.map((part) => part.text).join(' ');
    expect(letter.parts[0]).toEqual({ kind: 'greeting', text: 'Dear Inés,' });
    expect(text).toContain('What rose most is “rattle”: 5 people speak of it, and nobody did the week before.');
    expect(letter.parts.some((part) => part.kind === 'quote' && part.text.includes('hinge'))).toBe(true);
  });
});

describe('the letter', () => {
  const facts: LetterFacts = {
    pulse: pulse({ themes: [theme('<b>rattle</b> *now*', rattle)] }),
    ourName: '',
    quotes: new Map([
      ['<b>rattle</b> *now*', said('mal', '<img src=x onerror=alert(1)> [x](javascript:1)\n# no heading', 1)],
    ]),
    waiting: null,
    answered: { names: [], keys: [] },
    now: END,
  };

  it('has posts behind its figures, each where it stands', () => {
    const { parts } = letterOf({ ...facts, waiting: { names: ['Ada'], since: END - DAY, keys: ['a'] } });
    const said = parts.flatMap((part) => (part.kind === 'said' ? [part] : []));
    for (const { text, behind } of said) {
      const pieces = figuresIn(text, behind);
      expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.word)).join('')).toBe(text);
      // What is left holds no count.
      const rest = pieces.filter((piece) => typeof piece === 'string').join(' ');
      expect(rest).not.toMatch(/\d+ (posts?|people|person)/);
    }
    const figures = said.flatMap(({ behind }) => behind);
    expect(figures.map(({ word }) => word)).toEqual(expect.arrayContaining(['Ada', '5 people', '11 posts']));
    expect(figures.every(({ keys }) => keys.length > 0)).toBe(true);
  });

  it('lets no words of others become markup', () => {
    const letter = letterOf(facts);
    const html = letterFile(letter, 'html', END);
    expect(html.name).toMatch(/\.html$/);
    expect(html.text).not.toMatch(/<img|<b>rattle/);
    const markdown = letterFile(letter, 'markdown', END).text;
    expect(markdown).not.toMatch(/^> # no heading/m);
    expect(markdown).not.toMatch(/(?<!\\)<img/);
  });

  it('speaks Spanish, and says when nothing rose', () => {
    speakSpanish();
    const text = letterOf({ ...facts, pulse: pulse({ themes: [] }) }).parts.map((part) => part.text);
    expect(text[0]).toBe('Hola:');
    expect(text.join(' ')).toContain('Ningún tema subió');
  });
});
