/** What is done long after posts were kept: looking again, forgetting, counting. */
import { describe, expect, it } from 'vitest';
import type { HeardPost } from '../../utils/core/post';
import { keepBatch } from '../../utils/store/captures';
import { deskCounts, setState } from '../../utils/store/desk';
import { finishForgetting, forgetSite } from '../../utils/store/erase';
import { saveNote } from '../../utils/store/notes';
import { markSilence } from '../../utils/store/pairs';
import { accountsOf, personPosts } from '../../utils/store/people';
import { needsRederive, rederive } from '../../utils/store/rederive';
import { countRefused, refusals } from '../../utils/store/refusals';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { recentThreads } from '../../utils/store/threads';
import { saveWatch } from '../../utils/store/watches';
import { heard } from '../core/sample';
import { batch, freshDatabase, key, ours, US } from './fresh';

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;

describe('after we changed, stored posts are looked at again', () => {
  async function held(): Promise<TertuliaDatabase> {
    const db = freshDatabase();
    await keepBatch(
      db,
      batch([
        heard('1', { text: 'Lumbrera, ¿cuándo?', postedAt: 1 }),
        ours('2', { parentKey: key('1'), postedAt: 2, text: 'El jueves' }),
        heard('3', { parentKey: key('2'), postedAt: 3, text: '¿Y el viernes?' }),
        heard('4', { threadKey: key('t2'), text: 'otra cosa', postedAt: 4 }),
      ]),
      NOW,
    );
    return db;
  }
  const flags = async (db: TertuliaDatabase): Promise<string> =>
    (await db.posts.toArray()).map(({ ours, mention, desk }) => `${ours}${mention}${desk ?? ''}`).join(' ');

  it('and come to the desk, or leave it', async () => {
    const db = await held();
    expect(await flags(db)).toBe('00 00 00 00');
    await changeSettings(db, (settings) => ({ ...settings, ...US }));
    expect(await needsRederive(db)).toBe(true);
    const progress: unknown[] = [];
    await rederive(db, { onProgress: (step) => progress.push(step), now: () => NOW });
    expect(await flags(db)).toBe('01done 10 01open 00');
    expect(progress.at(-1)).toEqual({ done: 4, total: 4 });
    expect(await needsRederive(db)).toBe(false);
    await changeSettings(db, (settings) => ({ ...settings, us: [], brands: [] }));
    await rederive(db, { now: () => NOW });
    expect(await flags(db)).toBe('00 00 00 00');
  });

  it('cut short, it goes on where it was', async () => {
    const db = freshDatabase();
    const many = Array.from({ length: 50 }, (_, i) =>
      heard(String(i), { threadKey: key(`t${i % 6}`), text: `Lumbrera ${i}` }),
    );
    await db.posts.bulkPut(
      many.map((post) => ({ ...post, firstSeenAt: 1, lastSeenAt: 1, at: 1, authorKey: 'a', ours: 0, mention: 0 })),
    );
    await db.threads.bulkPut(
      Array.from({ length: 6 }, (_, i) => ({
        key: key(`t${i}`),
        site: 'foro.example',
        url: '',
        title: '',
        claimed: null,
        held: 9,
        lastAt: 1,
        firstSeenAt: 1,
        lastSeenAt: 1,
      })),
    );
    await changeSettings(db, (settings) => ({ ...settings, ...US }));
    let batches = 0;
    for (let runs = 0; (await needsRederive(db)) && runs < 20; runs++) {
      const stop = new AbortController();
      const onProgress = (): void => {
        batches++;
        stop.abort();
      };
      await rederive(db, { signal: stop.signal, now: () => NOW, onProgress, batch: { posts: 20, threads: 2 } });
    }
    expect(batches).toBe(3 + 4);
    expect(await deskCounts(db)).toMatchObject({ open: 50 });
  });

  it('a watch counts as well', async () => {
    const db = await held();
    await rederive(db);
    await saveWatch(db, { name: 'w', query: 'cosa' });
    expect(await needsRederive(db)).toBe(true);
    await rederive(db);
    expect(await flags(db)).toBe('00 00 00 01open');
  });
});

describe('forgetting a site', () => {
  it('leaves no trace of it, and all of the others', async () => {
    const db = freshDatabase();
    await changeSettings(db, (settings) => ({ ...settings, ...US }));
    const secret = (id: string, over: Partial<HeardPost> = {}): HeardPost =>
      heard(id, {
        site: 'secreto.example',
        author: { name: 'Zutana Secreta', handle: 'zutana', url: null },
        text: `Lumbrera palabrasecreta ${id}`,
        ...over,
      });
    const posts = Array.from({ length: 110 }, (_, i) => secret(String(i)));
    await keepBatch(db, batch(posts), NOW);
    await keepBatch(
      db,
      batch([ours('x', { site: 'secreto.example', parentKey: 'secreto.example:1', text: 'palabrasecreta' })]),
      NOW,
    );
    await keepBatch(db, batch([heard('1', { text: 'Lumbrera' })]), NOW);
    await saveNote(db, { target: 'post:secreto.example:1', text: 'palabrasecreta', tags: [] });
    await saveNote(db, { target: `post:${key('1')}`, text: 'se queda', tags: [] });
    await setState(db, 'secreto.example:2', 'done');
    await db.themes.bulkPut([theme('t1', ['secreto.example:1', key('1')]), theme('t2', ['secreto.example:2'])]);
    const progress: { done: number; total: number }[] = [];
    await forgetSite(db, 'secreto.example', { onProgress: (step) => progress.push(step), batch: 50 });

    const everything = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    expect(everything).not.toMatch(/secret|zutana/i);
    expect(await db.posts.count()).toBe(1);
    expect((await db.notes.toArray()).map(({ text }) => text)).toEqual(['se queda']);
    expect((await db.themes.toArray()).map(({ postKeys }) => postKeys)).toEqual([[key('1')]]);
    expect(progress.at(-1)).toEqual({ done: 111, total: 111 });
  });

  it('is finished at the next start when it was cut short', async () => {
    const db = freshDatabase();
    await keepBatch(db, batch(Array.from({ length: 90 }, (_, i) => heard(String(i)))), NOW);
    const stop = new AbortController();
    await forgetSite(db, 'foro.example', { signal: stop.signal, onProgress: () => stop.abort(), batch: 50 });
    expect(await db.posts.count()).toBe(40);
    await finishForgetting(db);
    expect(await db.posts.count()).toBe(0);
    expect(await db.threads.count()).toBe(0);
    await finishForgetting(db);
  });

  function theme(id: string, postKeys: string[]) {
    return {
      id,
      postKeys,
      quoteKeys: postKeys,
      tier: 'alert' as const,
      phase: 'steady' as const,
      label: '',
      terms: [],
      authorKeys: [],
      threadKeys: [],
      sites: [],
      langs: [],
      startedAt: 1,
      alertedAt: 1,
      lastAt: 1,
      timeline: [],
      evidence: { people: 1, seen: 1, usual: 1 },
    };
  }
});

it('a week without a word is silence', async () => {
  const db = freshDatabase();
  await changeSettings(db, (settings) => ({ ...settings, ...US }));
  const at = (id: string, over: Partial<HeardPost>): HeardPost[] => [
    heard(id, { postedAt: NOW - 10, text: 'Lumbrera, ¿hoy?', threadKey: key(`t${id}`) }),
    ours(`a${id}`, { parentKey: key(id), postedAt: NOW - 5, text: 'Sí', threadKey: key(`t${id}`), ...over }),
  ];
  await keepBatch(db, batch(at('1', {})), NOW);
  expect(await markSilence(db, NOW + 6 * DAY)).toBe(0);
  expect(await markSilence(db, NOW + 8 * DAY)).toBe(1);
  expect((await db.pairs.toArray())[0]?.outcome).toBe('silence');
  const thanks = heard('9', { parentKey: key('a1'), threadKey: key('t1'), postedAt: NOW, text: 'gracias!' });
  await keepBatch(db, batch([thanks]), NOW + 9 * DAY);
  expect((await db.pairs.toArray())[0]?.outcome).toBe('thanked');
});

it('the posts of a person come from all their accounts, the newest first, page by page', async () => {
  const db = freshDatabase();
  const by = (id: string, handle: string, postedAt: number): HeardPost =>
    heard(id, { author: { name: handle, handle, url: null }, postedAt });
  await keepBatch(
    db,
    batch([by('1', 'ana', 1), by('2', 'anita', 2), by('3', 'ana', 3), by('4', 'otro', 4), by('5', 'anita', 3)]),
    NOW,
  );
  await db.people.put({ id: 'p', name: 'Ana', accounts: ['foro.example:ana', 'foro.example:anita'], createdAt: 1 });
  const accounts = await accountsOf(db, 'foro.example:ana');
  expect(accounts).toEqual(['foro.example:ana', 'foro.example:anita']);
  expect(await accountsOf(db, 'p')).toEqual(accounts);
  expect(await accountsOf(db, 'foro.example:otro')).toEqual(['foro.example:otro']);
  const first = await personPosts(db, accounts, { limit: 2 });
  const last = first[1];
  expect(first.map(({ nativeId }) => nativeId)).toEqual(['5', '3']);
  const second = last ? await personPosts(db, accounts, { limit: 2, before: last }) : [];
  expect(second.map(({ nativeId }) => nativeId)).toEqual(['2', '1']);
});

it('conversations come newest first, page by page, of one site or all', async () => {
  const db = freshDatabase();
  const inThread = (i: number, site: string): HeardPost =>
    heard(String(i), { site, threadKey: `${site}:t${i}`, postedAt: 100 - (i % 4) });
  await keepBatch(db, batch(Array.from({ length: 9 }, (_, i) => inThread(i, 'foro.example'))), NOW);
  await keepBatch(db, batch([inThread(50, 'otro.example')]), NOW);
  for (const [site, expected] of [
    [undefined, 10],
    ['foro.example', 9],
  ] as const) {
    const seen: string[] = [];
    let page = await recentThreads(db, { limit: 4, ...(site && { site }) });
    while (page.length > 0) {
      seen.push(...page.map((thread) => thread.key));
      page = await recentThreads(db, { limit: 4, before: page.at(-1) as (typeof page)[0], ...(site && { site }) });
    }
    expect(new Set(seen).size).toBe(expected);
    expect(seen).toHaveLength(expected);
  }
});

it('refused messages are a number', async () => {
  const db = freshDatabase();
  await Promise.all([countRefused(db, 1), countRefused(db, 3), countRefused(db, 1)]);
  expect(await refusals(db)).toBe(5);
});
