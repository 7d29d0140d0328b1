import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtSent } from '../../utils/analysis/worker/sent-job';
import { type FollowUps, followUpsModel } from '../../utils/panel/follow-ups';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { DAY, freshTable, HOUR, hear, noModel, type Seat, SITE, sit, until } from './table';

let db: TertuliaDatabase;
let seat: Seat;
let model: FollowUps;
const key = (id: string) => `${SITE}:${id}`;
const desk = async (id: string) => (await db.posts.get(key(id)))?.desk;

beforeEach(async () => {
  db = await freshTable();
  await hear(db, [
    { id: 'a', name: 'Leire Zubiri', text: 'Farol, la mía se apaga en cuesta. ¿Qué hago?', ago: DAY },
    { id: 'u', name: 'Marta', handle: 'marta_farol', parent: 'a', text: 'Te digo algo mañana, Leire.', ago: HOUR },
  ]);
  await lookAtSent(db, { now: Date.now() });
  seat = sit(db);
  model = followUpsModel(seat.panel, seat.ends.signal);
  await until(() => expect(model.proposed.value).toHaveLength(1));
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

const proposed = () => {
  const [promise] = model.proposed.value;
  if (!promise) throw new Error('nothing is proposed');
  return promise;
};

describe('what we have just promised', () => {
  it('is proposed with the moment its case would come back', () => {
    expect(proposed()).toMatchObject({ words: 'Te digo algo mañana, Leire.', person: 'Leire Zubiri' });
    expect(model.when(proposed())).toBeGreaterThan(Date.now());
  });

  it('taken on, is said, rests until its day and can be taken back', async () => {
    await model.takeOn(proposed());
    expect(await desk('a')).toBe('snoozed');
    expect(seat.panel.undo.toast.value).toMatchObject({ done: { kind: 'promise' }, undoable: true });
    await until(() => expect(model.open.value.get(key('a'))?.state).toBe('open'));
    await seat.panel.undo.undo();
    expect(await desk('a')).toBe('waiting');
    await until(() => expect(model.proposed.value).toHaveLength(1));
  });

  it('is no promise if we say so, and is again if we did not mean it', async () => {
    await model.drop(proposed());
    await until(() => expect(model.proposed.value).toEqual([]));
    await seat.panel.undo.undo();
    await until(() => expect(model.proposed.value).toHaveLength(1));
  });
});

it('of several promises in one reply, the one with a day stands for all', async () => {
  await hear(db, [
    {
      id: 'v',
      name: 'Marta',
      handle: 'marta_farol',
      parent: 'a',
      text: 'Leire, lo miramos con el taller. Te escribo el jueves.',
      ago: HOUR / 2,
    },
  ]);
  await lookAtSent(db, { now: Date.now() });
  await until(() => expect(model.proposed.value.map(({ words }) => words)).toEqual(['Te escribo el jueves.']));
  await model.takeOn(proposed());
  await until(() => expect(model.proposed.value).toEqual([]));
  await seat.panel.undo.undo();
  await until(async () => expect((await db.promises.where('state').equals('proposed').toArray()).length).toBe(2));
});

describe('their thanks', () => {
  const thank = (text: string, ago = 0) => hear(db, [{ id: 'd', name: 'Leire Zubiri', parent: 'u', text, ago }]);

  it('close the case; that is said, and can be taken back', async () => {
    await thank('¡Mil gracias, Marta!');
    await until(() => expect(seat.panel.undo.toast.value?.done).toEqual({ kind: 'closed', people: ['Leire Zubiri'] }));
    expect(await desk('d')).toBe('done');
    await seat.panel.undo.undo();
    expect(await desk('d')).toBe('open');
  });

  it('of long ago, read now for the first time, are no news', async () => {
    await thank('¡Mil gracias, Marta!', 20 * DAY);
    await hear(db, [{ id: 'e', name: 'Leire Zubiri', parent: 'u', text: '¿Y el otro cable, Farol?', ago: 0 }]);
    await until(async () => expect(await desk('e')).toBe('open'));
    expect(seat.panel.undo.toast.value).toBeNull();
  });
});

it('a draft put in the page is remembered until our reply is heard', async () => {
  const { threadModel } = await import('../../utils/panel/thread');
  const thread = threadModel(seat.panel, `${SITE}:t1`, key('a'), seat.ends.signal);
  await until(() => expect(thread.hand.value).not.toBeNull());
  seat.panel.takeAnalysis({
    read: async () => undefined,
    updateThemes: async () => undefined,
    recall: async () => undefined,
    topics: async () => [],
    suggest: async () => ({
      advice: null,
      drafts: [{ id: 'd1', text: 'Hola.', source: { kind: 'opening', about: 'la luz' }, blanks: [], lang: 'es' }],
    }),
    ...noModel,
    close: () => undefined,
  });
  await until(() => expect(thread.replies.state.value.kind).toBe('ready'));
  await thread.replies.putDraft('d1', 'Hola, Leire.');
  expect(await db.putDrafts.toArray()).toMatchObject([
    { post: key('a'), text: 'Hola, Leire.', source: { kind: 'opening', about: 'la luz' } },
  ]);
});
