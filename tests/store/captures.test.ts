import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeardPost } from '../../utils/core/post';
import { isNews } from '../../utils/panel/conversation';
import { keepBatch } from '../../utils/store/captures';
import { localDay } from '../../utils/store/exposure';
import { getPosts, threadPosts } from '../../utils/store/posts';
import { changeSettings } from '../../utils/store/settings';
import { saveWatch } from '../../utils/store/watches';
import { heard } from '../core/sample';
import { batch, freshDatabase, key, ours, US } from './fresh';

const NOW = 1_700_000_000_000;

describe('a batch is kept', () => {
  it('and every key of it answered for, once', async () => {
    const db = freshDatabase();
    expect(await keepBatch(db, batch([heard('1'), heard('2'), heard('1')]), NOW)).toEqual([key('1'), key('2')]);
    expect(await db.posts.count()).toBe(2);
  });

  it('twice, it is there once', async () => {
    const db = freshDatabase();
    const sent = batch([heard('1'), heard('2')], { exposure: { posts: 0, authors: 0 } });
    await keepBatch(db, sent, NOW);
    const before = await db.posts.toArray();
    await keepBatch(db, sent, NOW);
    expect(await db.posts.toArray()).toEqual(before);
    expect(await db.threads.get(key('t1'))).toMatchObject({ held: 2 });
  });

  it('in visits: a look half an hour later begins another, and remembers when the last one ended', async () => {
    const db = freshDatabase();
    const minute = 60_000;
    const visited = async () => (await db.threads.get(key('t1')))?.visitedAt;
    await keepBatch(db, batch([heard('1')]), NOW);
    await keepBatch(db, batch([heard('1'), heard('2')]), NOW + 29 * minute);
    expect(await visited()).toBeUndefined();
    await keepBatch(db, batch([heard('1'), heard('3')]), NOW + 60 * minute);
    expect(await visited()).toBe(NOW + 29 * minute);
    await keepBatch(db, batch([heard('4')]), NOW + 61 * minute);
    expect(await visited()).toBe(NOW + 29 * minute);
    const [thread, posts] = [await db.threads.get(key('t1')), await threadPosts(db, key('t1'))];
    const isNew = (id: string) =>
      isNews(posts.find((post) => post.key === key(id)) ?? (posts[0] as never), thread ?? null);
    expect(['1', '2', '3', '4'].map(isNew)).toEqual([false, false, true, true]);
  });

  it('all of it or nothing: a post that cannot be stored takes its batch with it, and nothing is answered for', async () => {
    const db = freshDatabase();
    const broken = heard('2', { key: { no: 'key' } as unknown as string });
    await expect(keepBatch(db, batch([heard('1'), broken]), NOW)).rejects.toThrow();
    expect(await db.posts.count()).toBe(0);
    expect(await db.exposure.count()).toBe(0);
    expect(await db.threads.count()).toBe(0);
  });

  it('with what follows from it', async () => {
    const db = freshDatabase();
    await keepBatch(
      db,
      batch([
        heard('1', { author: { name: 'Ana María', handle: null, url: null }, postedAt: null, postedAtSource: null }),
      ]),
      NOW,
      'https://foro.example',
    );
    expect(await db.posts.get(key('1'))).toMatchObject({
      at: NOW,
      authorKey: 'foro.example:ana maria',
      ours: 0,
      mention: 0,
      firstSeenAt: NOW,
      heardOn: 'https://foro.example',
    });
  });

  it('a clock set back does not make what is heard now look old', async () => {
    const db = freshDatabase();
    await keepBatch(db, batch([heard('1', { text: 'antes' })]), NOW);
    await keepBatch(db, batch([heard('1', { text: 'después' })]), NOW - 400 * 86_400_000);
    expect(await db.posts.get(key('1'))).toMatchObject({ text: 'después', history: [{ text: 'antes' }] });
  });

  it('a time to come is not believed', async () => {
    const db = freshDatabase();
    await keepBatch(db, batch([heard('1', { postedAt: NOW + 86_400_000 })]), NOW);
    expect((await db.posts.get(key('1')))?.at).toBe(NOW);
  });
});

describe('what is ours and what is a mention', () => {
  async function flags(posts: HeardPost[], before: HeardPost[] = []): Promise<string> {
    const db = freshDatabase();
    await changeSettings(db, (settings) => ({ ...settings, ...US }));
    await saveWatch(db, { name: 'rival', query: '"otra marca" -hotel' });
    if (before.length > 0) await keepBatch(db, batch(before), NOW);
    await keepBatch(db, batch(posts), NOW + 1);
    const kept = await db.posts.orderBy('key').toArray();
    return kept
      .map(({ nativeId, ours, mention }) => `${nativeId}${ours ? ' ours' : ''}${mention ? ' mention' : ''}`)
      .join(', ');
  }

  it.each([
    ['ours by handle', [ours('1')], '1 ours'],
    [
      'not ours: the name shown is anybody’s',
      [heard('1', { author: { name: 'ines', handle: 'otra', url: null } })],
      '1',
    ],
    [
      'ours by name where there are no handles',
      [heard('1', { author: { name: 'Inés', handle: null, url: null } })],
      '1 ours',
    ],
    ['the brand', [heard('1', { text: 'Me gusta LUMBRERA' })], '1 mention'],
    ['the brand said by us', [ours('1', { text: 'Somos Lumbrera' })], '1 ours'],
    ['not a longer word', [heard('1', { text: 'Lumbreras' })], '1'],
    ['a watch', [heard('1', { text: 'prefiero otra marca' })], '1 mention'],
    ['a watch that leaves out', [heard('1', { text: 'otra marca de hotel' })], '1'],
    ['called in the text', [heard('1', { text: 'Oye @ines, ¿qué tal?' })], '1 mention'],
    ['a mail address is no call', [heard('1', { text: 'escribe a hola@ines.example' })], '1'],
    ['called in the markup', [heard('1', { mentions: ['ines'] })], '1 mention'],
    ['quoted', [heard('1', { quotes: [{ author: 'ines', text: 'hola' }] })], '1 mention'],
    ['advertising', [heard('1', { text: 'Lumbrera', sponsored: true })], '1'],
    ['an answer to us in the same batch', [ours('1'), heard('2', { parentKey: key('1') })], '1 ours, 2 mention'],
  ])('%s', async (_, posts, expected) => {
    expect(await flags(posts)).toBe(expected);
  });

  it('an answer to a post of ours held before', async () => {
    expect(await flags([heard('2', { parentKey: key('1') })], [ours('1')])).toBe('1 ours, 2 mention');
  });

  it('a post of ours heard after its answers', async () => {
    expect(await flags([ours('1')], [heard('2', { parentKey: key('1') })])).toBe('1 ours, 2 mention');
  });
});

describe('threads', () => {
  it('count what is held of what the page claims', async () => {
    const db = freshDatabase();
    const threads = [{ key: key('t1'), url: 'https://foro.example/t/1', title: 'Molinillos', claimed: 31 }];
    await keepBatch(db, batch([heard('1'), heard('2', { postedAt: 9_000 })], { threads }), NOW);
    await keepBatch(db, batch([heard('3')]), NOW + 5);
    expect(await db.threads.get(key('t1'))).toEqual({
      key: key('t1'),
      site: 'foro.example',
      url: 'https://foro.example/t/1',
      title: 'Molinillos',
      claimed: 31,
      held: 3,
      lastAt: 9_000,
      firstSeenAt: NOW,
      lastSeenAt: NOW + 5,
    });
  });

  it('a post heard in a feed moves to its conversation once that is known', async () => {
    const db = freshDatabase();
    await keepBatch(db, batch([heard('1', { threadKey: key('1'), threadTitle: '' })]), NOW);
    expect(await db.threads.toCollection().primaryKeys()).toEqual([key('1')]);
    await keepBatch(db, batch([heard('1')]), NOW + 1);
    expect(await db.threads.toCollection().primaryKeys()).toEqual([key('t1')]);
    expect(await threadPosts(db, key('t1'))).toHaveLength(1);
  });
});

describe('keeping mentions and their conversations only', () => {
  it('lets the rest go, answers for it all the same, and counts what was seen', async () => {
    const db = freshDatabase();
    await changeSettings(db, (settings) => ({
      ...settings,
      ...US,
      sites: [{ pattern: 'https://foro.example/*', listening: true, keep: 'mentions', retentionDays: null }],
    }));
    const elsewhere = (id: string): HeardPost => heard(id, { threadKey: key('t2') });
    const sent = batch([heard('1', { text: 'Lumbrera gotea' }), heard('2'), elsewhere('3'), elsewhere('4')]);
    expect(await keepBatch(db, sent, NOW)).toHaveLength(4);
    expect((await getPosts(db, [key('1'), key('2'), key('3'), key('4')])).map(({ nativeId }) => nativeId)).toEqual([
      '1',
      '2',
    ]);
    await keepBatch(db, batch([heard('5')]), NOW);
    expect(await db.posts.count()).toBe(3);
    expect(await db.exposure.get(['foro.example', localDay(NOW)])).toMatchObject({ posts: 5 });
  });
});

describe('our answers', () => {
  const question = heard('1', { text: 'Lumbrera, ¿cuándo llega?', postedAt: NOW - 3_000 });
  const answer = ours('2', { parentKey: key('1'), text: 'El jueves.', postedAt: NOW - 2_000 });
  async function outcome(back: HeardPost[], now = NOW): Promise<unknown> {
    const db = freshDatabase();
    await changeSettings(db, (settings) => ({ ...settings, ...US }));
    await keepBatch(db, batch([question, answer]), now);
    if (back.length > 0) await keepBatch(db, batch(back), now + 1);
    const pairs = await db.pairs.toArray();
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      id: key('2'),
      person: 'Nerea Olmos',
      message: question.text,
      reply: 'El jueves.',
      lang: 'es',
    });
    return pairs[0]?.outcome;
  }
  const back = (text: string): HeardPost[] => [heard('3', { parentKey: key('2'), text, postedAt: NOW - 1_000 })];

  it.each([
    ['nothing yet', [], null],
    ['thanks', back('¡Muchas gracias!'), 'thanked'],
    ['solved', back('Ya funciona, gracias'), 'solved'],
    ['argued', back('Eso es mentira, sigue sin llegar'), 'argued'],
    ['neither', back('¿Este jueves?'), null],
  ])('are remembered with what became of them: %s', async (_, posts, expected) => {
    expect(await outcome(posts)).toBe(expected);
  });

  it('met silence, when they are heard of a week later', async () => {
    expect(await outcome([], NOW + 8 * 86_400_000)).toBe('silence');
  });

  it('are remembered when what they answer is heard after them', async () => {
    const db = freshDatabase();
    await changeSettings(db, (settings) => ({ ...settings, ...US }));
    await keepBatch(db, batch([answer]), NOW);
    expect(await db.pairs.count()).toBe(0);
    await keepBatch(db, batch([question]), NOW);
    expect(await db.pairs.count()).toBe(1);
  });
});

it('whatever batches a conversation comes in, in whatever order, the same is held', async () => {
  const posts = [
    heard('1', { text: 'Lumbrera, ¿cuándo llega?', postedAt: 10 }),
    ours('2', { parentKey: key('1'), text: 'El jueves.', postedAt: 20 }),
    heard('3', { parentKey: key('2'), text: '¿Y a Canarias?', postedAt: 30 }),
    heard('4', {
      parentKey: key('1'),
      author: { name: 'Aitor', handle: 'aitor', url: null },
      text: 'Eso',
      postedAt: 40,
    }),
    ours('5', { parentKey: key('3'), text: 'El lunes.', postedAt: 50 }),
    heard('6', { parentKey: key('5'), text: 'Mil gracias', postedAt: 60 }),
  ];
  async function held(batches: HeardPost[][]): Promise<unknown> {
    const db = freshDatabase();
    await changeSettings(db, (settings) => ({ ...settings, ...US }));
    for (const part of batches) if (part.length > 0) await keepBatch(db, batch(part), NOW);
    return {
      posts: await db.posts.toArray(),
      threads: (await db.threads.toArray()).map(({ url: _, ...thread }) => thread),
      pairs: await db.pairs.toArray(),
    };
  }
  const expected = await held([posts]);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(posts, { minLength: 6 }), fc.nat(5), fc.nat(5), async (order, a, b) => {
      const [i, j] = [Math.min(a, b), Math.max(a, b)];
      expect(await held([order.slice(0, i), order.slice(i, j), order.slice(j)])).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});
