import { describe, expect, it } from 'vitest';
import type { HeardPost } from '../../utils/core/post';
import { keepBatch } from '../../utils/store/captures';
import {
  clearState,
  type DeskTab,
  deskCounts,
  deskPage,
  nextReturn,
  peopleWaiting,
  restoreStates,
  returnSnoozed,
  setState,
  setStates,
} from '../../utils/store/desk';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { heard } from '../core/sample';
import { batch, freshDatabase, key, ours, US } from './fresh';

const NOW = 1_700_000_000_000;
const HOUR = 3_600_000;

/** A question of somebody's own, in a conversation of its own. */
function question(id: string, over: Partial<HeardPost> = {}): HeardPost {
  return heard(id, {
    text: `Lumbrera, ¿cuándo llega el ${id}?`,
    threadKey: key(`t${id}`),
    author: { name: `p${id}`, handle: `p${id}`, url: null },
    postedAt: NOW - HOUR + Number(id),
    ...over,
  });
}

async function desk(...posts: HeardPost[]): Promise<TertuliaDatabase> {
  const db = freshDatabase();
  await changeSettings(db, (settings) => ({ ...settings, ...US }));
  await keepBatch(db, batch(posts), NOW);
  return db;
}

const ids = async (db: TertuliaDatabase, tab: DeskTab): Promise<string> =>
  (await deskPage(db, { tab, limit: 50 })).posts.map(({ nativeId }) => nativeId).join(' ');

describe('the desk', () => {
  it('holds what waits for us, the newest debt first, or the oldest', async () => {
    const db = await desk(question('1'), question('2'), question('3'), heard('9', { threadKey: key('t9') }));
    expect(await ids(db, 'open')).toBe('3 2 1');
    const oldest = await deskPage(db, { tab: 'open', limit: 9, order: 'oldest' });
    expect(oldest.posts.map(({ nativeId }) => nativeId)).toEqual(['1', '2', '3']);
    expect(oldest.total).toBe(3);
    expect(oldest.posts[0]?.waitsSince).toBe(NOW - HOUR + 1);
  });

  it('moves what we answered to their turn, and back when they go on', async () => {
    const db = await desk(question('1'));
    await keepBatch(
      db,
      batch([ours('2', { parentKey: key('1'), threadKey: key('t1'), postedAt: NOW - 50, text: 'El jueves.' })]),
      NOW,
    );
    expect([await ids(db, 'open'), await ids(db, 'waiting')]).toEqual(['', '1']);
    expect((await db.posts.get(key('1')))?.waitsSince).toBeUndefined();
    await keepBatch(
      db,
      batch([
        question('3', {
          threadKey: key('t1'),
          parentKey: key('2'),
          text: '¿Y el viernes?',
          postedAt: NOW - 40,
          author: question('1').author,
        }),
      ]),
      NOW,
    );
    expect([await ids(db, 'open'), await ids(db, 'waiting'), await ids(db, 'done')]).toEqual(['3', '', '1']);
  });

  it.each(['newest', 'oldest'] as const)(
    'comes in portions, %s first, and misses none of the same moment',
    async (order) => {
      const all = Array.from({ length: 600 }, (_, i) => question(String(i), { postedAt: NOW - HOUR - (i % 3) }));
      const db = await desk(...all);
      const page = await deskPage(db, { tab: 'open', limit: 520, order });
      expect([page.total, page.more, page.posts.length]).toEqual([600, true, 520]);
      expect(new Set(page.posts.map((post) => post.key)).size).toBe(520);
      const whole = await deskPage(db, { tab: 'open', limit: 600, order });
      expect(whole.more).toBe(false);
      expect(new Set(whole.posts.map((post) => post.key)).size).toBe(600);
      expect(whole.posts.slice(0, 520)).toEqual(page.posts);
      const times = whole.posts.map((post) => post.deskAt as number);
      expect(times).toEqual(times.toSorted((a, b) => (order === 'newest' ? b - a : a - b)));
    },
  );

  it('counts people, not posts', async () => {
    const twice = question('2', { author: question('1').author });
    const db = await desk(question('1'), twice, question('3'));
    expect(await peopleWaiting(db)).toBe(2);
    expect(await deskCounts(db)).toEqual({ open: 3, waiting: 0, snoozed: 0, done: 0 });
  });
});

describe('a state set by hand', () => {
  it('holds, and is undone', async () => {
    const db = await desk(question('1'), question('2'));
    const before = await setStates(db, [key('1'), key('2')], 'done', null, NOW + 1);
    expect([await ids(db, 'open'), await ids(db, 'done')]).toEqual(['', '2 1']);
    await keepBatch(db, batch([question('1')]), NOW + 2);
    expect(await ids(db, 'open')).toBe('');
    await restoreStates(db, [key('1'), key('2')], before, NOW + 3);
    expect([await ids(db, 'open'), await ids(db, 'done')]).toEqual(['2 1', '']);
    expect(await db.states.count()).toBe(0);
  });

  it('yields to newer activity in its exchange', async () => {
    const db = await desk(question('1'));
    await setState(db, key('1'), 'done', null, NOW + 1);
    const more = question('5', {
      threadKey: key('t1'),
      author: question('1').author,
      text: 'Lumbrera, ¿hola?',
      parentKey: key('1'),
    });
    await keepBatch(db, batch([more]), NOW + 2);
    expect(await ids(db, 'open')).toBe('5 1');
    expect(await db.states.count()).toBe(0);
  });

  it('does not yield to other people nearby, nor to seeing it again', async () => {
    const db = await desk(question('1'));
    await setState(db, key('1'), 'done', null, NOW + 1);
    await keepBatch(db, batch([question('1'), question('5', { threadKey: key('t1'), text: 'hola' })]), NOW + 2);
    expect([await ids(db, 'open'), await ids(db, 'done')]).toEqual(['', '1']);
  });

  it('an edit is news', async () => {
    const db = await desk(question('1'));
    await setState(db, key('1'), 'done', null, NOW + 1);
    await keepBatch(
      db,
      batch([question('1', { text: 'Lumbrera, lo he pensado mejor: ¿me devolvéis el dinero?' })]),
      NOW + 2,
    );
    expect(await ids(db, 'open')).toBe('1');
  });

  it('puts a post on the desk that is not there by itself, and takes it off', async () => {
    const db = await desk(heard('1', { text: 'sin nombrar a nadie' }));
    await setState(db, key('1'), 'open', null, NOW + 1);
    expect(await ids(db, 'open')).toBe('1');
    await clearState(db, key('1'), NOW + 2);
    expect(await ids(db, 'open')).toBe('');
    expect((await db.posts.get(key('1')))?.desk).toBeUndefined();
  });
});

describe('what was put off', () => {
  it('comes back by time, the soonest listed first', async () => {
    const db = await desk(question('1'), question('2'), question('3'));
    await setState(db, key('1'), 'snoozed', NOW + 20, NOW);
    await setState(db, key('2'), 'snoozed', NOW + 10, NOW);
    await setState(db, key('3'), 'snoozed', null, NOW);
    expect(await ids(db, 'snoozed')).toBe('2 1 3');
    expect(await nextReturn(db, NOW)).toBe(NOW + 10);
    expect(await returnSnoozed(db, NOW + 9)).toBe(0);
    expect(await returnSnoozed(db, NOW + 10)).toBe(1);
    expect([await ids(db, 'open'), await ids(db, 'snoozed')]).toEqual(['2', '1 3']);
    expect(await nextReturn(db, NOW + 10)).toBe(NOW + 20);
  });

  it('comes back when they write', async () => {
    const db = await desk(question('1'));
    await setState(db, key('1'), 'snoozed', null, NOW + 1);
    await keepBatch(
      db,
      batch([
        question('5', { threadKey: key('t1'), author: question('1').author, parentKey: key('1'), text: '¿Lumbrera?' }),
      ]),
      NOW + 2,
    );
    expect(await ids(db, 'open')).toBe('5 1');
  });

  it('though it was their turn, it asks to be looked at', async () => {
    const db = await desk(
      question('1'),
      ours('2', { parentKey: key('1'), threadKey: key('t1'), postedAt: NOW - 50, text: 'El jueves.' }),
    );
    expect(await ids(db, 'waiting')).toBe('1');
    await setState(db, key('1'), 'snoozed', NOW + 10, NOW + 1);
    await returnSnoozed(db, NOW + 11);
    expect(await ids(db, 'open')).toBe('1');
  });
});

it('cross-posted to another conversation: one answer turns both', async () => {
  const text = 'Lumbrera, me ha llegado la cafetera sin tapa, ¿qué hago?';
  const author = question('1').author;
  const db = await desk(question('1', { text }), question('2', { text, author }));
  expect(await ids(db, 'open')).toBe('2 1');
  await keepBatch(
    db,
    batch([ours('3', { parentKey: key('1'), threadKey: key('t1'), postedAt: NOW - 10, text: 'Te mandamos una.' })]),
    NOW,
  );
  expect([await ids(db, 'open'), await ids(db, 'waiting')]).toEqual(['', '2 1']);
});

it('in a very long conversation too', async () => {
  const long = Array.from({ length: 700 }, (_, i) =>
    heard(`x${i}`, { threadKey: key('t1'), postedAt: NOW - 2 * HOUR + i }),
  );
  const db = await desk(...long, question('1'));
  expect(await ids(db, 'open')).toBe('1');
  await keepBatch(
    db,
    batch([ours('2', { parentKey: key('1'), threadKey: key('t1'), postedAt: NOW - 50, text: 'El jueves.' })]),
    NOW,
  );
  expect([await ids(db, 'open'), await ids(db, 'waiting')]).toEqual(['', '1']);
});
