import { beforeEach, describe, expect, it } from 'vitest';
import { keepBatch } from '../../utils/store/captures';
import { deskPage, setState } from '../../utils/store/desk';
import { followThread, queueNews } from '../../utils/store/queue';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { DAY, freshTable, HOUR, heardAt, type Said, SITE } from '../panel/table';

const NOW = 1_790_000_000_000;
let db: TertuliaDatabase;

/** Heard at that moment: each `ago` counts from it. */
async function hear(at: number, ...said: Said[]): Promise<void> {
  const posts = said.map((one) => heardAt(one, at));
  await keepBatch(
    db,
    {
      site: SITE,
      pageUrl: `https://${SITE}/`,
      posts,
      threads: [],
      exposure: { posts: posts.length, authors: posts.length },
      health: { site: SITE, adapter: 'x', at, onPage: posts.length, read: posts.length, missing: {}, faults: 0 },
    },
    at,
  );
}
const waiting = async () => {
  const { posts } = await deskPage(db, { tab: 'open', limit: 50, order: 'oldest' });
  const states = await db.states.bulkGet(posts.map(({ key }) => key));
  return posts.map(({ nativeId }, i) => `${nativeId} ${states[i]?.why ?? 'turn'}`);
};
const post = (id: string, more: Partial<Said> = {}): Said => ({ id, name: `Vecina ${id}`, text: `Hola ${id}.`, ago: 0, ...more }); // biome-ignore format: one row

beforeEach(async () => {
  db = await freshTable();
});

describe('a conversation that is followed', () => {
  it('comes onto the desk with the first of its news, once, and again after that is done', async () => {
    await hear(NOW, post('a'), post('b'));
    await followThread(db, `${SITE}:t1`, true, NOW + 1);
    expect(await queueNews(db, NOW + 2)).toBe(0);
    await hear(NOW + HOUR, post('c'), post('d', { ago: -1 }));
    expect(await queueNews(db, NOW + HOUR + 1)).toBe(1);
    expect(await waiting()).toEqual(['c followed']);
    await hear(NOW + 2 * HOUR, post('e'));
    expect(await queueNews(db, NOW + 2 * HOUR + 1)).toBe(0);
    await setState(db, `${SITE}:c`, 'done', null, NOW + 2 * HOUR + 2);
    expect(await queueNews(db, NOW + 3 * HOUR)).toBe(0);
    await hear(NOW + 4 * HOUR, post('f'));
    await queueNews(db, NOW + 4 * HOUR + 1);
    expect(await waiting()).toEqual(['f followed']);
  });

  it('does not once nobody follows it; what names us waits by itself', async () => {
    await hear(NOW, post('a'));
    await followThread(db, `${SITE}:t1`, true, NOW + 1);
    await hear(NOW + HOUR, post('b', { text: '¿Qué hace el Farol aquí?' }));
    await queueNews(db, NOW + HOUR + 1);
    expect(await waiting()).toEqual(['b turn']);
    await followThread(db, `${SITE}:t1`, false, NOW + HOUR + 2);
    await hear(NOW + 2 * HOUR, post('c'));
    await queueNews(db, NOW + 2 * HOUR + 1);
    expect(await waiting()).toEqual(['b turn']);
    expect(await db.threads.get(`${SITE}:t1`)).not.toHaveProperty('followed');
  });
});

describe('somebody new', () => {
  /** A place known for ten days where we wrote in five conversations. */
  async function atHome(): Promise<void> {
    const ours = { handle: 'marta_farol', name: 'Marta', text: 'Buenos días a todos.' };
    for (let i = 0; i < 5; i++)
      await hear(
        NOW - 10 * DAY + i,
        post(`o${i}`, { ...ours, thread: `o${i}` }),
        post(`v${i}`, { thread: `o${i}`, name: 'Vieja' }),
      );
  }

  it('whom nobody answered for four hours waits; not before, not with an answer, not where everybody is new', async () => {
    await hear(NOW, post('early'));
    await queueNews(db, NOW + 5 * HOUR);
    expect(await waiting()).toEqual([]);
    await atHome();
    await hear(NOW, post('n1', { thread: 'n', name: 'Nueva' }), post('k1', { thread: 'k', name: 'Vieja' }));
    await hear(
      NOW,
      post('m1', { thread: 'm', name: 'Otra' }),
      post('m2', { thread: 'm', parent: 'm1', name: 'Vieja' }),
    );
    await queueNews(db, NOW + 3 * HOUR);
    expect(await waiting()).toEqual([]);
    await queueNews(db, NOW + 5 * HOUR);
    expect(await waiting()).toEqual(['early newcomer', 'n1 newcomer']);
  });

  it('leaves when somebody answers, and is not put back after it was done', async () => {
    await atHome();
    await hear(NOW, post('n1', { thread: 'n', name: 'Nueva' }), post('p1', { thread: 'p', name: 'Pía' }));
    await queueNews(db, NOW + 5 * HOUR);
    expect(await waiting()).toEqual(['n1 newcomer', 'p1 newcomer']);
    await hear(NOW + 6 * HOUR, post('n2', { thread: 'n', parent: 'n1', name: 'Vieja' }));
    await setState(db, `${SITE}:p1`, 'done', null, NOW + 6 * HOUR);
    await queueNews(db, NOW + 7 * HOUR);
    expect(await waiting()).toEqual([]);
    await queueNews(db, NOW + 9 * HOUR);
    expect(await waiting()).toEqual([]);
  });

  it('never buries the rest: ten at most', async () => {
    await atHome();
    await hear(NOW, ...Array.from({ length: 30 }, (_, i) => post(`n${i}`, { thread: `n${i}`, name: `Nueva ${i}` })));
    await queueNews(db, NOW + 5 * HOUR);
    expect(await waiting()).toHaveLength(10);
    await queueNews(db, NOW + 6 * HOUR);
    expect(await waiting()).toHaveLength(10);
  });
});
