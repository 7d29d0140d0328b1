import { afterEach, beforeEach, expect, it } from 'vitest';
import { search } from '../../utils/analysis/worker/search-job';
import type { Post } from '../../utils/core/post';
import { saveNote } from '../../utils/store/notes';
import { TertuliaDatabase } from '../../utils/store/schema';

let db: TertuliaDatabase;
const post = (n: number, text: string, more: object = {}): Post =>
  ({
    key: `foro.example:${n}`,
    site: 'foro.example',
    nativeId: String(n),
    kind: 'reply',
    url: `https://foro.example/${n}`,
    threadKey: 'foro.example:t',
    threadTitle: 'Lamps',
    parentKey: null,
    author: { name: n % 2 ? 'Leire Zubiri' : 'Ander Otxoa', handle: null, url: null },
    authorKey: n % 2 ? 'foro.example:leire zubiri' : 'foro.example:ander otxoa',
    text,
    lang: 'en',
    postedAt: n,
    postedAtSource: 'machine',
    at: n,
    ours: 0,
    mention: 0,
    firstSeenAt: n,
    lastSeenAt: n,
    ...more,
  }) as Post;
const find = (query: string) => search(db, { query, limit: 3, wait: true });
const keys = async (query: string) => (await find(query)).posts.map(({ at }) => at);

beforeEach(async () => {
  db = new TertuliaDatabase(`search-${Math.random()}`);
  await db.posts.bulkAdd([
    post(1, 'The lamp goes out on hills'),
    post(2, 'Mine works on every hill'),
    post(3, 'Lámparas y más lámparas', { lang: 'es' }),
    post(4, 'The lamp again, see https://luz.example'),
  ]);
});
afterEach(() => db.delete());

it('finds posts by word, beginning, phrase, field and NOT, newest first', async () => {
  expect(await keys('lamp')).toEqual([4, 1]);
  expect(await keys('lam*')).toEqual([4, 3, 1]);
  expect(await keys('"goes out"')).toEqual([1]);
  expect(await keys('hill* NOT lamp')).toEqual([2]);
  expect(await keys('author:leire')).toEqual([3, 1]);
  expect(await keys('lang:es')).toEqual([3]);
  expect(await keys('has:link')).toEqual([4]);
});

it('finds people by how their name begins, and what was written about anybody', async () => {
  await saveNote(db, { target: 'post:foro.example:2', text: 'Asked by phone', tags: ['hill group'] });
  expect((await find('lei*')).people).toEqual([
    { key: 'foro.example:leire zubiri', name: 'Leire Zubiri', site: 'foro.example', times: 2 },
  ]);
  expect((await find('phone')).notes).toMatchObject([{ text: 'Asked by phone', thread: 'foro.example:t' }]);
  expect((await find('group')).notes).toHaveLength(1);
  expect(await keys('has:note')).toEqual([2]);
});

it('says that there are more than it shows, and finds what was heard since', async () => {
  expect((await find('site:foro')).more).toBe(true);
  await db.posts.add(post(9, 'Another lamp'));
  expect(await keys('lamp')).toEqual([9, 4, 1]);
  expect(await find('')).toMatchObject({ posts: [], indexed: 5, total: 5 });
});

it('finds an edited post by its new words and no more by those before, and nothing of what is forgotten', async () => {
  expect(await keys('lamp')).toEqual([4, 1]);
  await db.posts.update('foro.example:1', { text: 'The lantern goes out on hills' });
  expect(await keys('lantern')).toEqual([1]);
  expect(await keys('lamp')).toEqual([4]);
  expect(await keys('hills')).toEqual([1]);
  expect((await find('lei*')).people).toMatchObject([{ times: 2 }]);
  await db.posts.bulkDelete(['foro.example:1', 'foro.example:3']);
  expect(await keys('lantern')).toEqual([]);
  expect((await find('lei*')).people).toEqual([]);
  expect(await find('')).toMatchObject({ indexed: 2, total: 2 });
});

it('finds what a note says now', async () => {
  const note = { target: 'post:foro.example:2' as const, text: 'Asked by phone', tags: [] };
  const saved = await saveNote(db, note);
  expect((await find('phone')).notes).toHaveLength(1);
  await db.notes.update(saved.id, { text: 'Asked by letter' });
  expect((await find('phone')).notes).toEqual([]);
  expect((await find('letter')).notes).toHaveLength(1);
});

it('begins anew when everything is emptied', async () => {
  expect(await keys('lamp')).toEqual([4, 1]);
  await db.posts.clear();
  await db.posts.add(post(7, 'One more lamp'));
  expect(await keys('lamp')).toEqual([7]);
  expect((await find('lei*')).people).toMatchObject([{ times: 1 }]);
});
