/** Two accounts that the user says are one person, and says are two again. */
import { expect, it } from 'vitest';
import { sameAs } from '../../utils/analysis/worker/same-job';
import { tiesOf } from '../../utils/analysis/worker/ties-job';
import type { Post } from '../../utils/core/post';
import type { HeardProfile } from '../../utils/core/profile';
import { blotRow } from '../../utils/keeping/blot';
import { keepBatch } from '../../utils/store/captures';
import { peopleWaiting } from '../../utils/store/desk';
import { cardFor, marksFor } from '../../utils/store/marks';
import { saveNote } from '../../utils/store/notes';
import { accountsOf, personPosts } from '../../utils/store/people';
import { joinAccounts, partAccounts, restorePeople } from '../../utils/store/same';
import { heard } from '../core/sample';
import { batch, freshDatabase } from './fresh';

const FORO = 'foro.example:tove.blom';
const RED = 'red.example:toveblom';

async function table() {
  const db = freshDatabase();
  const by = (site: string, handle: string, name = 'Tove Blom') => ({
    site,
    author: { name, handle, url: `https://${site}/u/${handle}` },
  });
  await keepBatch(db, batch([heard('1', by('foro.example', 'tove.blom'))]), 5_000);
  await keepBatch(
    db,
    batch([heard('2', by('red.example', 'toveblom')), heard('3', by('red.example', 'ana', 'Ana'))]),
    6_000,
  );
  return db;
}

it('is proposed, with reasons; joined by nobody but the user', async () => {
  const db = await table();
  const found = await sameAs(db, FORO);
  expect(found).toMatchObject([{ account: RED, reasons: ['handle', 'name'], conflicts: [] }]);
  expect(await db.people.count()).toBe(0);
});

it('is proposed where both names lead to one address, unless many lead there', async () => {
  const db = await table();
  const comment = (id: string, name: string, url: string) =>
    heard(id, { site: 'blog.example', author: { name, handle: null, url } });
  // A blog shows the address that whoever comments wrote themselves.
  await keepBatch(db, batch([comment('4', 'T.', 'https://www.red.example/u/toveblom/')]), 7_000);
  expect(await sameAs(db, 'blog.example:t.')).toMatchObject([{ account: RED, reasons: ['profile'], conflicts: [] }]);
  expect((await sameAs(db, RED)).map(({ account }) => account).sort()).toEqual(['blog.example:t.', FORO]);
  const club = ['Ole', 'Ida', 'Pau', 'Gro', 'Siv'].map((name, at) => comment(`c${at}`, name, 'https://club.example/'));
  await keepBatch(db, batch(club), 8_000);
  await keepBatch(
    db,
    batch([heard('9', { site: 'red.example', author: { name: 'Jon', handle: 'jon', url: 'https://club.example' } })]),
    9_000,
  );
  expect(await sameAs(db, 'red.example:jon')).toEqual([]);
});

const told = (site: string, handle: string, over: Partial<HeardProfile>): HeardProfile => ({
  ...{ site, handle, name: handle, url: `https://${site}/u/${handle}`, bio: '', links: [] },
  ...over,
});
const speaks = (site: string, handle: string, id = handle) =>
  heard(id, { site, author: { name: handle, handle, url: `https://${site}/u/${handle}` } });

it('is proposed where what one says of themselves leads to the other, from both sides, as soon as it is seen', async () => {
  const db = freshDatabase();
  await keepBatch(db, batch([speaks('foro.example', 'lamparera')]), 5_000);
  await keepBatch(db, batch([speaks('red.example', 'vferrer')]), 5_000);
  expect(await sameAs(db, 'foro.example:lamparera')).toEqual([]);
  const links = ['https://red.example/u/vferrer/'];
  const profile = told('foro.example', 'lamparera', { links, avatar: 'A brass lamp beside a blue door' });
  await keepBatch(db, batch([], { site: 'foro.example', profile }), 6_000);
  expect(await sameAs(db, 'foro.example:lamparera')).toMatchObject([
    { account: 'red.example:vferrer', reasons: ['bio'], conflicts: [], shown: { bio: links[0] } },
  ]);
  expect(await sameAs(db, 'red.example:vferrer')).toMatchObject([
    { account: 'foro.example:lamparera', reasons: ['bio'] },
  ]);
  const avatar = 'Brass lamp beside a blue door (my photo)';
  await keepBatch(
    db,
    batch([], { site: 'red.example', profile: told('red.example', 'vferrer', { bio: 'x', avatar }) }),
    7_000,
  );
  expect(await sameAs(db, 'foro.example:lamparera')).toMatchObject([
    { reasons: ['bio', 'avatar'], shown: { bio: links[0], avatar } },
  ]);
  // What is said no longer is no reason any longer.
  await keepBatch(
    db,
    batch([], { site: 'foro.example', profile: { ...profile, links: ['https://x.example/'] } }),
    8_000,
  );
  expect(await sameAs(db, 'foro.example:lamparera')).toEqual([]);
});

it('of somebody to whom very many lead, few are looked at, and none is proposed', async () => {
  const db = freshDatabase();
  const many = Array.from({ length: 120 }, (_, at) => `fan${at}x`);
  const links = ['https://red.example/u/famous'];
  await keepBatch(db, batch([speaks('red.example', 'famous')]), 5_000);
  await keepBatch(db, batch(many.map((name) => speaks('foro.example', name))), 5_000);
  for (const name of many)
    await keepBatch(db, batch([], { site: 'foro.example', profile: told('foro.example', name, { links }) }), 6_000);
  // Who is new is looked at by when they were first heard: nobody but this one.
  await keepBatch(db, batch([speaks('foro.example', 'later')]), 9_000);
  await sameAs(db, 'red.example:famous');
  let questions = 0;
  db.posts.hook('reading', (post) => {
    questions++;
    return post;
  });
  expect(await sameAs(db, 'red.example:famous')).toEqual([]);
  expect(await sameAs(db, 'foro.example:fan7x')).toEqual([]);
  expect(questions).toBeGreaterThan(0);
  expect(questions).toBeLessThan(60);
});

it('joined, they act as one: page, badge, card; and are two again at a word', async () => {
  const db = await table();
  await saveNote(db, { target: `person:${FORO}`, text: 'Repairs lamps', tags: ['ambassador'] });
  const before = await joinAccounts(db, FORO, RED, 'Tove Blom');
  expect((await personPosts(db, await accountsOf(db, RED), { limit: 9 })).map(({ site }) => site).sort()).toEqual([
    'foro.example',
    'red.example',
  ]);
  const { people } = await marksFor(db, [RED], []);
  expect(people[RED]).toMatchObject({ times: 2, tags: ['ambassador'], note: 'Repairs lamps' });
  expect((await cardFor(db, RED)).notes.map(({ text }) => text)).toEqual(['Repairs lamps']);
  expect(await sameAs(db, RED)).toEqual([]);
  await restorePeople(db, before);
  expect(await db.people.count()).toBe(0);
  expect((await marksFor(db, [RED], [])).people).toEqual({});
});

it('what the user said is not asked again, from either side, and can be taken back', async () => {
  const db = await table();
  const before = await partAccounts(db, FORO, RED, 'Tove Blom');
  expect(await sameAs(db, FORO)).toEqual([]);
  expect(await sameAs(db, RED)).toEqual([]);
  // No acquaintance for that.
  expect((await marksFor(db, [FORO], [])).people).toEqual({});
  await restorePeople(db, before);
  expect(await sameAs(db, RED)).toHaveLength(1);
});

it('joining joins whole people, parting takes one account out, and undoing puts each row back as it was', async () => {
  const db = await table();
  await joinAccounts(db, FORO, 'x:a', 'Tove');
  await joinAccounts(db, RED, 'x:b', 'T. Blom');
  const rows = await db.people.toArray();
  const joined = await joinAccounts(db, FORO, RED, 'Tove');
  expect((await db.people.toArray()).map(({ accounts }) => [...accounts].sort())).toEqual([
    [FORO, RED, 'x:a', 'x:b'].sort(),
  ]);
  const parted = await partAccounts(db, FORO, 'x:b', 'Tove');
  expect(await accountsOf(db, FORO)).not.toContain('x:b');
  expect(await accountsOf(db, 'x:b')).toEqual(['x:b']);
  await restorePeople(db, parted);
  expect(await accountsOf(db, FORO)).toContain('x:b');
  await restorePeople(db, joined);
  const sorted = (list: typeof rows) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(sorted(await db.people.toArray())).toEqual(sorted(rows));
});

it('who is forgotten is in no list of who they are not', () => {
  const row = { id: 'p', name: 'Tove', accounts: [FORO], apart: [RED, 'x:other'], createdAt: 1 };
  const blotter = { isForgotten: (text: string) => text === RED, text: (text: string) => text };
  expect(blotRow('people', row, 'p', blotter as never)).toEqual({ ...row, apart: ['x:other'] });
});

it('on the desk they wait once', async () => {
  const db = await table();
  await db.posts.where('authorKey').anyOf([FORO, RED]).modify({ desk: 'open', deskAt: 1, waitsSince: 1 });
  expect(await peopleWaiting(db)).toBe(2);
  await joinAccounts(db, FORO, RED, 'Tove Blom');
  expect(await peopleWaiting(db)).toBe(1);
});

it('in the ties they are one, with what was set for them', async () => {
  const db = await table();
  await db.posts.put({ ...((await db.posts.get('red.example:3')) as Post), parentKey: 'red.example:2' });
  await joinAccounts(db, FORO, RED, 'Tove Blom');
  const { people } = await tiesOf(db, 9_000);
  expect(people.map(({ account, name }) => [account, name]).sort()).toEqual([
    [FORO, 'Tove Blom'],
    ['red.example:ana', 'Ana'],
  ]);
});
