/** Letting go of what is old: by site and kind, announced a day before, never what has a note. */
import { expect, it } from 'vitest';
import type { SiteSetting } from '../../utils/core/settings';
import { applyRetention, planRetention } from '../../utils/keeping/retention';
import { keepBatch } from '../../utils/store/captures';
import { saveNote } from '../../utils/store/notes';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { heard } from '../core/sample';
import { batch, freshDatabase, key, US } from '../store/fresh';

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;
const old = (id: string, days: number, over = {}) =>
  heard(id, { postedAt: NOW - days * DAY, postedAtSource: 'machine', threadKey: key(`t${id}`), ...over });

async function held(): Promise<TertuliaDatabase> {
  const db = freshDatabase();
  await changeSettings(db, (was) => ({ ...was, ...US }));
  await keepBatch(
    db,
    batch([old('1', 40), old('2', 40), old('3', 10), old('4', 40, { text: 'Lumbrera, ¿hola?' })]),
    NOW,
    'https://foro.example',
  );
  await keepBatch(
    db,
    batch([old('1', 400, { site: 'otro.example', key: 'otro.example:1', threadKey: 'otro.example:t' })]),
    NOW,
  );
  await saveNote(db, { target: `post:${key('2')}`, text: 'ojo', tags: [] }, NOW);
  // What a rule put there keeps nothing.
  const byRule = await saveNote(db, { target: `post:${key('1')}`, text: '', tags: ['fuga'] }, NOW);
  await db.notes.put({ ...byRule, rule: 'r' });
  return db;
}
const site = (over: Partial<SiteSetting> = {}) => ({
  sites: [
    { pattern: 'https://foro.example/*', listening: true, keep: 'everything' as const, retentionDays: 30, ...over },
  ],
});
const left = async (db: TertuliaDatabase) => (await db.posts.toCollection().primaryKeys()).sort();

it('is shown first, and acts a day later', async () => {
  const db = await held();
  expect(await planRetention(db, site({ retentionOursDays: null }), NOW)).toEqual([
    expect.objectContaining({
      site: 'foro.example',
      kind: 'talk',
      days: 30,
      posts: 1,
      noted: 1,
      from: expect.any(Number),
    }),
  ]);
  const settings = site();
  expect(await applyRetention(db, settings, { now: NOW })).toEqual({ removed: 0, announced: 2 });
  expect(await left(db)).toHaveLength(5);
  expect(await applyRetention(db, settings, { now: NOW + DAY })).toEqual({ removed: 2, announced: 0 });
  expect(await left(db)).toEqual([key('2'), key('3'), 'otro.example:1']);
  expect(await applyRetention(db, settings, { now: NOW + 2 * DAY })).toEqual({ removed: 0, announced: 0 });
  // It has been shown: from here on it acts when something grows old.
  expect(await applyRetention(db, settings, { now: NOW + 25 * DAY })).toEqual({ removed: 1, announced: 0 });
});

it('a setting that was changed is shown anew', async () => {
  const db = await held();
  await applyRetention(db, site(), { now: NOW });
  expect(await applyRetention(db, site({ retentionDays: 5 }), { now: NOW + DAY })).toEqual({
    removed: 0,
    announced: 3,
  });
  expect(await left(db)).toHaveLength(5);
});

it('what concerns us may be kept longer, or for ever', async () => {
  const db = await held();
  const settings = site({ retentionOursDays: null });
  await applyRetention(db, settings, { now: NOW });
  await applyRetention(db, settings, { now: NOW + DAY });
  expect(await left(db)).toEqual([key('2'), key('3'), key('4'), 'otro.example:1']);
});

it('posts of one moment are all looked at, however many stay', async () => {
  const db = freshDatabase();
  const many = Array.from({ length: 700 }, (_, i) => old(String(i), 40, { threadKey: key('t') }));
  await keepBatch(db, batch(many), NOW, 'https://foro.example');
  await db.notes.bulkPut(
    many.slice(0, 550).map(({ key: post }) => ({
      id: post,
      target: `post:${post}` as const,
      text: 'x',
      tags: [],
      createdAt: NOW,
      updatedAt: NOW,
    })),
  );
  await applyRetention(db, site(), { now: NOW });
  expect((await applyRetention(db, site(), { now: NOW + DAY })).removed).toBe(150);
  expect(await db.posts.count()).toBe(550);
});
