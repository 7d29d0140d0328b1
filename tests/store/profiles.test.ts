/** What people say of themselves: kept beside what they said, and gone with it, or with them. */
import { expect, it } from 'vitest';
import type { HeardProfile, Profile } from '../../utils/core/profile';
import { writeBackup } from '../../utils/keeping/backup';
import { forgetPerson } from '../../utils/keeping/forget';
import { joinRow } from '../../utils/keeping/joining';
import { restoreBackup } from '../../utils/keeping/restore';
import { checkRow } from '../../utils/keeping/shapes';
import { keepBatch } from '../../utils/store/captures';
import { forgetSite, removeSome } from '../../utils/store/erase';
import { eraseAllRead } from '../../utils/store/erase-all';
import { profilesOf } from '../../utils/store/profiles';
import { joinAccounts } from '../../utils/store/same';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { heard } from '../core/sample';
import { MemorySink } from '../keeping/sample';
import { batch, freshDatabase, US } from './fresh';

const TOVE = 'foro.example:tove.blom';
const tove: HeardProfile = {
  site: 'foro.example',
  name: 'Tove Blom',
  handle: 'Tove.Blom',
  url: 'https://foro.example/u/tove.blom',
  bio: 'Repairs lamps with Bram Osterhuis.',
  links: ['https://red.example/u/bram', 'https://tove.example/'],
  avatar: 'A brass lamp beside a blue door',
};
const by = (id: string, handle: string | null, name: string, url: string | null = null) =>
  heard(id, { author: { name, handle, url }, text: `Word ${id}.` });
const said = (profile: HeardProfile, posts = [by('1', 'tove.blom', 'Tove Blom')]) => batch(posts, { profile });
const rows = async (db: TertuliaDatabase) =>
  (await db.meta.where('name').startsWith('profile:').toArray()).map(({ name }) => name);

it('is kept with the post it came with, or one held before; seen again, the newest stands', async () => {
  const db = freshDatabase();
  await keepBatch(db, said(tove), 5_000);
  expect(await profilesOf(db, [TOVE, 'foro.example:nobody'])).toEqual([{ ...tove, account: TOVE, seenAt: 5_000 }]);
  const { avatar: _, ...plain } = { ...tove, bio: 'Repairs clocks.' };
  await keepBatch(db, said(plain, []), 6_000);
  expect(await profilesOf(db, [TOVE])).toEqual([{ ...plain, account: TOVE, seenAt: 6_000 }]);
});

it('of somebody of whom nothing is held, nothing is kept; nor where mentions only are; nor of us', async () => {
  const db = freshDatabase();
  await keepBatch(db, said(tove, []), 5_000);
  await changeSettings(db, (was) => ({
    ...was,
    ...US,
    sites: [{ pattern: 'https://foro.example/*', listening: true, keep: 'mentions' as const, retentionDays: null }],
  }));
  await keepBatch(db, said(tove), 5_000);
  const ines = { ...tove, name: 'Inés', handle: 'ines', url: null };
  await keepBatch(db, said(ines, [by('2', 'ines', 'Inés')]), 5_000);
  expect(await db.posts.count()).toBe(1);
  expect(await rows(db)).toEqual([]);
});

it('a profile alone says nothing of how posts are read', async () => {
  const db = freshDatabase();
  await keepBatch(db, batch([by('1', 'tove.blom', 'Tove Blom')]), 5_000, 'https://foro.example');
  const before = await db.health.get('foro.example');
  const { health } = batch([]);
  await keepBatch(db, { ...said(tove, []), health: { ...health, onPage: 0, read: 0 } }, 6_000);
  expect(await db.health.get('foro.example')).toEqual(before);
  expect(await rows(db)).toEqual([`profile:${TOVE}`]);
});

it('where posts show no handle it is found by name, unless the link says it is another', async () => {
  const db = freshDatabase();
  const named = [by('1', null, 'Tove Blom', 'https://foro.example/u/tove.blom')];
  await keepBatch(db, said(tove, named), 5_000);
  expect(await rows(db)).toEqual(['profile:foro.example:tove blom']);
  const other = freshDatabase();
  await keepBatch(other, said({ ...tove, url: 'https://foro.example/u/2' }, named), 5_000);
  expect(await rows(other)).toEqual([]);
  // Somebody's handle is what another is called.
  const third = freshDatabase();
  await keepBatch(third, said({ ...tove, name: 'ana', handle: 'anagil' }, [by('1', 'ana', 'Ana Roca')]), 5_000);
  expect(await rows(third)).toEqual([]);
});

it('goes with the last post, unless one keeps them as a person; with the site; with everything', async () => {
  const full = async () => {
    const db = freshDatabase();
    await keepBatch(db, said(tove, [by('1', 'tove.blom', 'Tove Blom'), by('2', 'tove.blom', 'Tove Blom')]), 5_000);
    return db;
  };
  const remove = (db: TertuliaDatabase, id: string) =>
    removeSome(db, () => db.posts.where('key').equals(`foro.example:${id}`).toArray());
  const one = await full();
  await remove(one, '1');
  expect(await rows(one)).toHaveLength(1);
  await remove(one, '2');
  expect(await rows(one)).toEqual([]);

  const person = await full();
  await joinAccounts(person, TOVE, 'red.example:tove', 'Tove');
  await remove(person, '1');
  await remove(person, '2');
  expect(await rows(person)).toHaveLength(1);
  await forgetSite(person, 'foro.example');
  expect(await rows(person)).toEqual([]);

  const all = await full();
  await eraseAllRead(all);
  expect(await rows(all)).toEqual([]);
});

it('is forgotten with the person, by whatever name; others lose what names them, and nothing more', async () => {
  const db = freshDatabase();
  const bram = {
    ...tove,
    name: 'Bram Osterhuis',
    handle: 'bram',
    url: null,
    bio: 'Shades, with Tove Blom.',
    links: [tove.url as string],
  };
  const blom = { ...tove, name: 'Tove Blom Dahl', handle: 'tove.blom.dahl', url: null, bio: 'Nobody else.', links: [] };
  await keepBatch(db, said(tove), 5_000);
  await keepBatch(db, said(bram, [by('2', 'bram', 'Bram Osterhuis')]), 5_000);
  await keepBatch(db, said(blom, [by('3', 'tove.blom.dahl', 'Tove Blom Dahl')]), 5_000);
  await joinAccounts(db, TOVE, 'red.example:tove', 'Tove Blom');
  await forgetPerson(db, TOVE);
  expect(await rows(db)).toEqual(['profile:foro.example:bram', 'profile:foro.example:tove.blom.dahl']);
  const [left, same] = await profilesOf(db, ['foro.example:bram', 'foro.example:tove.blom.dahl']);
  expect(left).toMatchObject({ name: 'Bram Osterhuis', bio: 'Shades, with ….', links: [] });
  expect(same).toMatchObject({ ...blom, account: 'foro.example:tove.blom.dahl' });
  // Seen again, they are not known again; and who names them is heard without.
  await keepBatch(db, said(tove), 6_000);
  await keepBatch(db, said(bram, []), 6_000);
  expect(JSON.stringify(await db.meta.toArray())).not.toMatch(/tove\.blom"|Tove Blom\./);
  expect((await profilesOf(db, [TOVE, 'foro.example:bram'])).map(({ bio }) => bio)).toEqual(['Shades, with ….']);
});

it('is in copies, comes back as it was, and the one seen last stands', async () => {
  const db = freshDatabase();
  await keepBatch(db, said(tove), 5_000);
  const sink = new MemorySink();
  await writeBackup(db, sink, { app: '0.1.0', now: 9_000 });
  const other = freshDatabase();
  await restoreBackup(other, sink.file(), { now: 9_000 });
  expect(await profilesOf(other, [TOVE])).toEqual(await profilesOf(db, [TOVE]));
  const row = (seenAt: number) => ({ name: `profile:${TOVE}`, value: { ...tove, account: TOVE, seenAt } });
  expect(joinRow('meta', row(5), row(6))).toEqual(row(6));
  expect(joinRow('meta', row(6), row(5))).toBeNull();
});

it.each<[string, object]>([
  ['a script for a link', { links: ['javascript:alert(1)'] }],
  ['an address that is none', { url: 'data:text/html,x' }],
  ['another’s name on it', { account: 'foro.example:ana' }],
  ['a bio that is no text', { bio: {} }],
  ['no links', { links: null }],
  ['no time', { seenAt: 'yesterday' }],
])('from a file with %s it is not let in', (_, over) => {
  const value: Profile = { ...tove, account: TOVE, seenAt: 1 };
  const row = { name: `profile:${TOVE}`, value: { ...value, ...over } };
  expect(() => checkRow('meta', { ...row, value })).not.toThrow();
  expect(() => checkRow('meta', row)).toThrow(/wrongContent|meta/);
});
