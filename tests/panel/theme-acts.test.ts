/** A theme's page from the store: its figures open to posts; merging and cutting can be taken back. */
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading, ToneLabel } from '../../utils/core/reading';
import type { Theme } from '../../utils/core/theme';
import { langsOf, nearThemes, postsOfSlice, toneOf } from '../../utils/panel/theme-page';
import { openTheme } from '../../utils/panel/themes';
import { createUndo, type Undo } from '../../utils/panel/undo';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { stored } from '../core/sample';
import { freshTable, hear, until } from './table';

const NOW = Date.now();
const key = (id: string) => `pedaleo.example:${id}`;
const theme = (id: string, over: Partial<Theme> = {}): Theme => ({
  id,
  tier: 'alert',
  phase: 'emerging',
  label: 'la luz se apaga',
  terms: ['apaga', 'cuestas'],
  postKeys: ['1', '2', '3'].map(key),
  authorKeys: ['pedaleo.example:leire', 'pedaleo.example:ivo'],
  threadKeys: ['pedaleo.example:t1'],
  sites: ['pedaleo.example'],
  langs: ['es'],
  startedAt: NOW - 9_000,
  alertedAt: NOW,
  lastAt: NOW,
  timeline: [],
  quoteKeys: [key('1')],
  evidence: { people: 5, seen: 100, usual: 1 },
  ...over,
});

let db: TertuliaDatabase;
let ends: AbortController;
let undo: Undo;
const lookAgain = vi.fn();
const open = (id: string) => openTheme(id, { db, now: signal(NOW), undo, ends: ends.signal, lookAgain });

beforeEach(async () => {
  db = await freshTable();
  ends = new AbortController();
  lookAgain.mockClear();
  undo = createUndo((reason) => {
    throw reason;
  });
  await hear(db, [
    { id: '1', name: 'Leire', text: '¿Por qué se apaga el Farol en las cuestas?', ago: 5_000 },
    { id: '2', name: 'Ivo', text: 'A mí también se me apaga.', ago: 4_000 },
    { id: '3', name: 'Ana', text: 'En las cuestas no veo nada.', ago: 3_000 },
  ]);
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});

describe('a theme’s page', () => {
  it('holds its posts, the words that cut it, and what it could go into', async () => {
    await db.themes.bulkPut([theme('a'), theme('b', { label: 'otra cosa' }), theme('c', { mergedInto: 'b' })]);
    const model = open('a');
    await until(() => expect(model.view.value?.posts).toHaveLength(3));
    expect(model.view.value?.cuts).toEqual([
      { word: 'apaga', posts: 2 },
      { word: 'cuestas', posts: 2 },
    ]);
    expect(model.view.value?.mergeable).toEqual([{ id: 'b', name: 'otra cosa' }]);
    expect(model.view.value?.saved).toBeNull();
  });

  it('goes into another, and comes back', async () => {
    await db.themes.bulkPut([theme('a'), theme('b')]);
    await open('a').merge('b');
    expect((await db.themes.get('a'))?.mergedInto).toBe('b');
    expect(lookAgain).toHaveBeenCalledOnce();
    await undo.undo();
    expect((await db.themes.get('a'))?.mergedInto).toBeUndefined();
    expect(lookAgain).toHaveBeenCalledTimes(2);
  });

  it('says what it is part of and what goes with it; either is taken out, and that is taken back', async () => {
    await db.themes.bulkPut([theme('a', { name: 'Luz' }), theme('b', { mergedInto: 'a', name: 'Faro' })]);
    const [whole, part] = [open('a'), open('b')];
    await until(() => expect(whole.view.value?.holds).toEqual([{ id: 'b', name: 'Faro' }]));
    await until(() => expect(part.view.value?.partOf).toEqual({ id: 'a', name: 'Luz' }));
    await whole.takeOut('b');
    await until(() => expect(part.view.value?.partOf).toBeNull());
    expect((await db.themes.get('b'))?.mergedInto).toBeUndefined();
    expect(lookAgain).toHaveBeenCalledOnce();
    expect(undo.toast.value?.done).toMatchObject({ kind: 'theme', did: 'unmerged', name: 'Faro' });
    await undo.undo();
    expect((await db.themes.get('b'))?.mergedInto).toBe('a');
  });

  it('is one again after it was said to be none', async () => {
    await db.themes.put(theme('a', { notTheme: true }));
    const model = open('a');
    await until(() => expect(model.view.value?.notTheme).toBe(true));
    await model.accept();
    await until(() => expect(model.view.value?.notTheme).toBe(false));
    expect(await db.themes.get('a')).not.toHaveProperty('notTheme');
  });

  it('is cut by a word, and made whole', async () => {
    await db.themes.put(theme('a', { name: 'Luces' }));
    await open('a').cut('apaga');
    const part = (await db.themes.toArray()).find((one) => one.id !== 'a')!;
    expect(part).toMatchObject({ splitFrom: 'a', label: 'apaga', postKeys: [key('1'), key('2')] });
    expect(part.name).toBeUndefined();
    expect(await db.themes.get('a')).toMatchObject({ name: 'Luces', postKeys: [key('3')], splitInto: [part.id] });
    await undo.undo();
    expect(await db.themes.count()).toBe(1);
    const whole = (await db.themes.get('a'))!;
    expect([...whole.postKeys].sort()).toEqual(['1', '2', '3'].map(key));
    expect(whole.splitInto).toBeUndefined();
  });
});

describe('posts picked from a theme', () => {
  it('become a theme of their own, by the words that tell them apart, and come back', async () => {
    await db.themes.put(theme('a'));
    await open('a').cutPicked([key('3')]);
    const part = (await db.themes.toArray()).find((one) => one.id !== 'a')!;
    expect(part).toMatchObject({ splitFrom: 'a', postKeys: [key('3')] });
    expect(part.terms.length).toBeGreaterThan(0);
    expect(part.terms.join(' ')).not.toContain('apaga');
    expect(await db.themes.get('a')).toMatchObject({ postKeys: [key('1'), key('2')], splitInto: [part.id] });
    expect(lookAgain).toHaveBeenCalledOnce();
    await undo.undo();
    expect(await db.themes.count()).toBe(1);
    expect((await db.themes.get('a'))!.postKeys).toHaveLength(3);
  });

  it('are neither none nor all of it', async () => {
    await db.themes.put(theme('a'));
    await open('a').cutPicked([]);
    await open('a').cutPicked(['1', '2', '3'].map(key));
    expect(await db.themes.count()).toBe(1);
    expect(lookAgain).not.toHaveBeenCalled();
  });
});

describe('what was seen', () => {
  it('is everything of others on a day, and as many as were heard when it came up', async () => {
    await db.themes.put(theme('a', { alertedAt: Date.now() + 60_000, evidence: { people: 2, seen: 2, usual: 0 } }));
    const day = Math.floor(NOW / 86_400_000) * 86_400_000;
    const kept = await db.posts.toArray();
    const ours = kept[0]!;
    await db.posts.put({ ...ours, key: key('us'), ours: 1 });
    const seen = await open('a').seen(day);
    expect(seen.map((post) => post.key).sort()).toEqual(
      kept
        .filter((post) => post.at >= day)
        .map((post) => post.key)
        .sort(),
    );
    expect((await open('a').seen(null)).map((post) => post.key)).toEqual([key('2'), key('3')]);
  });
});

describe('its figures', () => {
  const posts = Array.from({ length: 8 }, (_, i) => stored(`${i}`, { at: i, lang: i < 2 ? 'es-ES' : 'en' }));
  const tones = (...labels: Reading['tone']['label'][]) =>
    new Map(posts.map((post, i): [string, ToneLabel | null] => [post.key, labels[i] ?? null]));

  it('count tone and say how it changed, or not where too little is told', () => {
    const worse = tones('positive', 'positive', 'neutral', 'positive', 'negative', 'negative', 'neutral', 'negative');
    expect(toneOf(posts, worse).change).toBe('harsher');
    expect(toneOf(posts, tones('positive', 'negative')).change).toBeNull();
    expect(toneOf(posts, tones('positive', 'negative')).shares.at(-1)).toEqual({ tone: null, posts: 6 });
  });

  it('open exactly the posts they count', () => {
    const told = tones('negative', 'negative', 'positive');
    for (const { tone, posts: n } of toneOf(posts, told).shares)
      expect(postsOfSlice({ posts, earlier: [], tones: told }, { by: 'tone', tone })).toHaveLength(n);
    for (const { lang, posts: n } of langsOf(posts))
      expect(postsOfSlice({ posts, earlier: [], tones: told }, { by: 'lang', lang })).toHaveLength(n);
  });

  it('tell what is near, and whether it was before', () => {
    const now = theme('a', { startedAt: NOW });
    const near = nearThemes(now, [
      now,
      theme('before', { lastAt: NOW - 1 }),
      theme('far', { terms: ['chocolate'], authorKeys: ['x:y'] }),
      theme('gone', { mergedInto: 'a' }),
    ]);
    expect(near.map(({ id, earlier, people }) => [id, earlier, people.length])).toEqual([['before', true, 2]]);
  });
});
