import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtSent } from '../../utils/analysis/worker/sent-job';
import type { PutDraft } from '../../utils/core/promise';
import { remindAt } from '../../utils/replies/remind';
import { draftOf, keptOf } from '../../utils/replies/sent';
import { reopenPosts } from '../../utils/store/desk';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { promisesIn, rememberPut, settlePromise, takeOnPromise } from '../../utils/store/sent';
import { DAY, freshTable, HOUR, hear, SITE } from '../panel/table';
import { NOW, post, saved } from './make';

const MINUTE = 60_000;
const put = (text: string, more: Partial<PutDraft> = {}): PutDraft => ({
  id: 'p',
  post: 'forum.example:1',
  threadKey: 'forum.example:t1',
  text,
  source: { kind: 'opening', about: '' },
  at: NOW - 5 * MINUTE,
  ...more,
});
const reply = (text: string, more = {}) =>
  post(text, { nativeId: 'r', ours: 1, at: NOW, parentKey: 'forum.example:1', ...more });

describe('a reply and the draft it came from', () => {
  const words = 'Hola, Ana. Miramos tu pedido y te decimos algo mañana por la mañana.';

  it('is known by its words, whole or changed', () => {
    expect(draftOf(reply(words), [put(words)])?.kept).toBe(1);
    expect(draftOf(reply(`${words} Un saludo.`), [put(words)])?.kept).toBe(1);
    const shorter = draftOf(reply('Hola, Ana. Miramos tu pedido.'), [put(words)]);
    expect(shorter?.kept).toBeGreaterThan(0.2);
    expect(shorter?.kept).toBeLessThan(0.6);
  });

  it('is not any reply: other words, another conversation, before it was put, or days after', () => {
    expect(draftOf(reply('Cerramos los lunes.'), [put(words)])).toBeNull();
    expect(draftOf(reply(words, { threadKey: 'forum.example:t2' }), [put(words)])).toBeNull();
    expect(draftOf(reply(words, { at: NOW - HOUR }), [put(words)])).toBeNull();
    expect(draftOf(reply(words, { at: NOW + 5 * DAY }), [put(words)])).toBeNull();
  });

  it('tells the post where the page does not, if it is still mostly that draft', () => {
    expect(draftOf(reply(words, { parentKey: null }), [put(words)])?.put.post).toBe('forum.example:1');
    expect(draftOf(reply('Hola, Ana. Miramos tu pedido.', { parentKey: null }), [put(words)])).toBeNull();
  });

  it('takes the draft that is most in it', () => {
    const other = put('Hola, Ana. Gracias por avisar.', { id: 'q' });
    expect(draftOf(reply(words), [other, put(words)])?.put.id).toBe('p');
  });

  it('keeps nothing of an empty draft', () => expect(keptOf('', 'algo')).toBe(0));
});

describe('when to be reminded', () => {
  const at = (days: number, hour: number) => new Date(2026, 10, 20 + days, hour).getTime();
  const endOf = (days: number) => new Date(2026, 10, 20 + days, 23, 59, 59).getTime();
  it.each([
    ['a day to come: its morning', endOf(3), at(3, 9)],
    ['today: while there is time', endOf(0), endOf(0) - 7 * HOUR],
    ['an hour: before it', NOW + HOUR, NOW + HOUR],
    ['no day: in two days', null, at(2, 9)],
    ['past: at once', NOW - HOUR, NOW],
  ])('%s', (_, due, when) => expect(remindAt(due, NOW)).toBe(when));
});

describe('after sending', () => {
  let db: TertuliaDatabase;
  const key = (id: string) => `${SITE}:${id}`;
  const desk = async (id: string) => (await db.posts.get(key(id)))?.desk;
  const now = Date.now();
  const look = () => lookAtSent(db, { now: Date.now() });

  beforeEach(async () => {
    db = await freshTable();
    await hear(db, [{ id: 'a', name: 'Leire Zubiri', text: 'Farol, la mía se apaga en cuesta. ¿Qué hago?', ago: DAY }]);
  });
  afterEach(() => db.delete());

  const answer = (text: string, over = {}) =>
    hear(db, [{ id: 'u', name: 'Marta', handle: 'marta_farol', parent: 'a', text, ago: HOUR, ...over }]);
  const remember = (text: string) =>
    rememberPut(db, {
      post: key('a'),
      threadKey: `${SITE}:t1`,
      text,
      source: { kind: 'opening', about: '' },
      at: now - HOUR - MINUTE,
    });

  it('the reply is tied to its post and its draft, and the case waits for them', async () => {
    await remember('Hola, Leire. Lo miramos y te decimos algo mañana.');
    expect(await desk('a')).toBe('open');
    await answer('Hola, Leire. Lo miramos y te decimos algo mañana. Perdona.');
    await look();
    expect(await desk('a')).toBe('waiting');
    expect(await db.sent.get(key('u'))).toMatchObject({
      answers: key('a'),
      draft: { text: 'Hola, Leire. Lo miramos y te decimos algo mañana.', source: { kind: 'opening' }, kept: 1 },
    });
    expect(await db.putDrafts.count()).toBe(0);
  });

  it('where the page does not say what we answered, the draft does', async () => {
    await hear(db, [
      { id: 'b', name: 'Bram Osterhuis', text: 'Y la mía, Farol, ¿alguien sabe algo?', ago: 3 * HOUR, parent: 'x' },
    ]);
    await remember('Hola, Leire. Lo miramos y te decimos algo mañana.');
    await hear(db, [
      {
        id: 'u',
        name: 'Marta',
        handle: 'marta_farol',
        text: 'Lo miramos y te decimos algo mañana.',
        ago: HOUR,
      },
    ]);
    await look();
    expect((await db.sent.get(key('u')))?.answers).toBe(key('a'));
    expect(await desk('a')).toBe('waiting');
    expect(await db.pairs.get(key('u'))).toMatchObject({ person: 'Leire Zubiri' });
  });

  it('a promise is proposed with its day, once, however often it is heard', async () => {
    await answer('Hola, Leire. Te decimos algo mañana. Un saludo.');
    await look();
    await answer('Hola, Leire. Te decimos algo mañana. Un saludo.');
    await look();
    const [promise, ...more] = await promisesIn(db, 'proposed');
    expect(more).toEqual([]);
    expect(promise).toMatchObject({
      words: 'Te decimos algo mañana.',
      post: key('a'),
      person: 'Leire Zubiri',
      settledAt: null,
    });
    expect(new Date(promise?.due ?? 0).getHours()).toBe(23);
  });

  it('taken on, the case rests until then and comes back; undone, all is as it was', async () => {
    await answer('Leire, lo miramos y te decimos algo mañana.');
    await look();
    const [promise] = await promisesIn(db, 'proposed');
    if (!promise) throw new Error('no promise');
    const undo = await takeOnPromise(db, promise, now + DAY);
    expect(await desk('a')).toBe('snoozed');
    expect(await promisesIn(db, 'open')).toHaveLength(1);
    await undo();
    expect(await desk('a')).toBe('waiting');
    expect(await promisesIn(db, 'proposed')).toHaveLength(1);
  });

  it('what was said to be no promise stays so, though our reply is edited', async () => {
    await answer('Leire, te decimos algo mañana.');
    await look();
    const [promise] = await promisesIn(db, 'proposed');
    await settlePromise(db, promise?.id ?? '', 'dropped');
    await answer('Leire, te decimos algo mañana. Gracias por avisar.', { ago: HOUR - 1 });
    await look();
    expect(await promisesIn(db, 'proposed')).toEqual([]);
  });

  it('a later answer without a new promise keeps it, with one replaces it', async () => {
    await answer('Leire, te decimos algo mañana.');
    await look();
    await hear(db, [
      {
        id: 'v',
        name: 'Marta',
        handle: 'marta_farol',
        parent: 'a',
        text: 'Era el cable: ya está en la tienda.',
        ago: MINUTE,
      },
    ]);
    await look();
    expect((await db.promises.toArray()).map(({ state }) => state)).toEqual(['kept']);
  });

  it('they answer again and the case is ours again; thanks close it, and that can be taken back', async () => {
    await answer('Leire, prueba a apretar el cable.');
    expect(await desk('a')).toBe('waiting');
    await hear(db, [
      { id: 'c', name: 'Leire Zubiri', parent: 'u', text: '¿Cuál de los dos cables?', ago: 30 * MINUTE },
    ]);
    expect(await desk('c')).toBe('open');
    await hear(db, [
      { id: 'v', name: 'Marta', handle: 'marta_farol', parent: 'c', text: 'El de abajo.', ago: 20 * MINUTE },
      { id: 'd', name: 'Leire Zubiri', parent: 'v', text: '¡Funciona! Muchas gracias.', ago: 10 * MINUTE },
    ]);
    expect([await desk('a'), await desk('c'), await desk('d')]).toEqual(['done', 'done', 'done']);
    await reopenPosts(db, [key('d')]);
    expect(await desk('d')).toBe('open');
  });

  it('a saved reply that was put counts as used', async () => {
    await db.savedReplies.put(saved({ es: 'Hola' }));
    await rememberPut(db, {
      post: key('a'),
      threadKey: `${SITE}:t1`,
      text: 'Hola',
      source: { kind: 'saved', reply: 's1', name: 'Saved' },
      at: now,
    });
    expect((await db.savedReplies.get('s1'))?.uses).toBe(1);
  });

  it('what was forgotten does not come back', async () => {
    await answer('Leire, te decimos algo mañana.');
    await db.posts.clear();
    await look();
    expect([await db.sent.count(), await db.promises.count()]).toEqual([0, 0]);
  });
});

describe('a reminder falls in our own hours', () => {
  const at = (day: number, hour: number, minute = 0) => new Date(2026, 4, day, hour, minute).getTime();
  /** Monday to Friday, ten to two; 4 May 2026 is a Monday. */
  const office = (moment: number) => {
    const date = new Date(moment);
    return date.getDay() % 6 !== 0 && date.getHours() >= 10 && date.getHours() < 14;
  };
  it.each([
    ['as our day begins', at(6, 23, 59), at(4, 12), at(6, 10)],
    ['on Friday for what is due on Sunday', at(10, 23, 59), at(4, 12), at(8, 10)],
    ['on Monday for what we are too late for', at(10, 23, 59), at(9, 2, 58), at(11, 10)],
    ['overdue, as soon as we are there', at(4, 20), at(5, 2, 58), at(5, 10)],
    ['without a day, two days on', null, at(4, 2, 58), at(6, 10)],
    ['without a day, past the days we are off', null, at(7, 12), at(11, 10)],
    ['today still, before we leave', at(4, 23, 59), at(4, 12, 30), at(4, 13, 45)],
  ])('%s', (_, due, now, when) => expect(remindAt(due, now, office)).toBe(when));

  it('and never at night where no hours were said', () => {
    for (let now = at(4, 0); now < at(6, 0); now += 17 * 60_000)
      for (const due of [null, now - 1, now + 60_000, now + 3_600_000, now + 9 * 3_600_000, at(8, 23, 59)]) {
        const hour = new Date(remindAt(due, now)).getHours();
        expect(hour >= 9 && hour < 21, `${new Date(now)} ${due}`).toBe(true);
      }
  });
});
