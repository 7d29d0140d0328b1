/**
 * Versions are append-only. What each shipped version declared is frozen here, made with IndexedDB alone; the present code
 * has to open it with its rows.
 */
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { deskPage } from '../../utils/store/desk';
import { TertuliaDatabase } from '../../utils/store/schema';
import { stored } from '../core/sample';

/** Store → key path and indexes, as `version(1)` made them. Never edited: a new version adds a list below it. */
const VERSION_1: Record<string, string> = {
  posts:
    'key, threadKey, at, authorKey, parentKey, waitsSince, [site+at], [mention+at], [ours+at], [authorKey+at], [desk+deskAt], [desk+authorKey], part, said',
  threads: 'key, lastAt, [site+lastAt]',
  exposure: '[site+day], day',
  health: 'site',
  readings: 'key, version',
  themes: 'id, lastAt',
  states: 'postKey, state, until',
  notes: 'id, target, *tags, updatedAt',
  watches: 'id',
  people: 'id, *accounts',
  savedReplies: 'id, shortcut, folder',
  pairs: 'id, at',
  putDrafts: 'id, post, at',
  sent: 'key, answers',
  promises: 'id, reply, post, threadKey, authorKey, state, due, at',
  meta: 'name',
};

async function frozen(name: string, version: number, stores: Record<string, string>): Promise<Dexie> {
  const db = new Dexie(name);
  db.version(version).stores(stores);
  await db.open();
  return db;
}

it('version 1 holds what it held when it was shipped', async () => {
  const now = new TertuliaDatabase('declared');
  await now.open();
  for (const [name, declared] of Object.entries(VERSION_1)) {
    const { primKey, indexes } = now.table(name).schema;
    const present = [primKey, ...indexes].map(({ src }) => src);
    expect(present, name).toEqual(expect.arrayContaining(declared.split(', ')));
  }
  await now.delete();
});

it('a database written by version 1 opens with its rows', async () => {
  const old = await frozen('from-1', 1, VERSION_1);
  const posts = Array.from({ length: 200 }, (_, i) =>
    stored(String(i), { desk: 'open', deskAt: i, waitsSince: i, mention: 1 }),
  );
  await old.table('posts').bulkPut(posts);
  await old.table('notes').put({ id: 'n', target: 'post:x', text: 'a', tags: ['b'], createdAt: 1, updatedAt: 1 });
  await old.table('meta').put({ name: 'settings', value: { brands: ['Lumbrera'] } });
  old.close();

  const db = new TertuliaDatabase('from-1');
  expect(await db.posts.toArray()).toHaveLength(200);
  expect((await deskPage(db, { tab: 'open', limit: 5 })).posts.map(({ deskAt }) => deskAt)).toEqual([
    199, 198, 197, 196, 195,
  ]);
  expect(await db.notes.where('tags').equals('b').count()).toBe(1);
  await db.delete();
});

it('no version rewrites rows while it upgrades', () => {
  const versions = (
    new TertuliaDatabase('upgraders') as unknown as { _versions: { _cfg: { contentUpgrade: unknown } }[] }
  )._versions;
  expect(versions.length).toBeGreaterThan(0);
  for (const { _cfg } of versions) expect(_cfg.contentUpgrade).toBeNull();
});
