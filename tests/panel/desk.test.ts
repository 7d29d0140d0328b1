import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskModel, deskModel } from '../../utils/panel/desk';
import { laterChoices } from '../../utils/panel/later';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { DAY, freshTable, HOUR, hear, type Seat, SITE, sit, until } from './table';

let db: TertuliaDatabase;
let seat: Seat;
let desk: DeskModel;

const names = () => desk.rows.value.map((row) => row.post.author.name);
const key = (id: string) => `${SITE}:${id}`;

const COLD = [
  { id: 'a', name: 'Leire Zubiri', text: 'Farol, la mía se apaga en cuesta. ¿Qué hago?', ago: 3 * DAY },
  { id: 'b', name: 'Bram Osterhuis', parent: 'a', text: 'A mí también, ¿me ayuda alguien de Farol?', ago: 2 * DAY },
  {
    id: 'c',
    name: 'Odette Marsh',
    thread: 't2',
    title: 'Bateries',
    lang: 'en',
    text: 'Does the Farol charge in the cold?',
    ago: 2.5 * DAY,
  },
  {
    id: 'd',
    name: 'Hugo Pires',
    thread: 't3',
    title: '¿Casco?',
    text: '¿Hay un casco que lleve la Farol encima?',
    ago: HOUR,
  },
];

beforeEach(async () => {
  localStorage.clear();
  db = await freshTable();
  await hear(db, COLD);
  seat = sit(db);
  desk = deskModel(seat.panel, seat.ends.signal);
  await until(() => expect(names()).toHaveLength(4));
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

describe('the desk', () => {
  it('has the oldest debt first, each conversation together', () => {
    expect(desk.groups.value?.map((group) => group.by === 'conversation' && group.title)).toEqual([
      'La luz se apaga en cuesta',
      'Bateries',
      '¿Casco?',
    ]);
    expect(desk.groups.value?.[0]?.rows.map((row) => row.post.author.name)).toEqual(['Leire Zubiri', 'Bram Osterhuis']);
  });

  it('stands what one person said in one conversation together', async () => {
    await hear(db, [
      { id: 'e', name: 'Leire Zubiri', parent: 'a', text: 'Y otra cosa de la Farol, ¿carga?', ago: HOUR },
    ]);
    await until(() =>
      expect(desk.groups.value?.[0]?.rows.map((row) => row.post.key)).toEqual(['a', 'e', 'b'].map(key)),
    );
    desk.move(1);
    expect(desk.hand.value).toBe(key('e'));
  });

  it('stands by person wherever they wait, remembers it, and keeps the row in hand', async () => {
    await hear(db, [{ id: 'e', name: 'Leire Zubiri', thread: 't4', text: 'Farol, ¿estáis?', ago: HOUR }]);
    await until(() => expect(names()).toHaveLength(5));
    desk.take(key('c'));
    desk.groupBy('person');
    expect(desk.groups.value?.map((group) => group.by === 'person' && group.name)).toEqual([
      'Leire Zubiri',
      'Odette Marsh',
      'Bram Osterhuis',
      'Hugo Pires',
    ]);
    expect(desk.groups.value?.[0]).toMatchObject({ conversations: 2, alone: false });
    expect(desk.hand.value).toBe(key('c'));
    desk.move(-1);
    expect(desk.hand.value).toBe(key('e'));
    desk.select(key('a'), false);
    desk.select(key('c'), true);
    expect([...desk.selected.value].sort()).toEqual(['a', 'c', 'e'].map(key));
    const again = sit(db);
    expect(deskModel(again.panel, again.ends.signal).by.value).toBe('person');
    again.ends.abort();
  });

  it('takes accounts the user joined for the one person they are', async () => {
    const post = async (id: string) => (await db.posts.get(key(id)))?.authorKey ?? '';
    const accounts = [await post('a'), await post('d')];
    await db.people.put({ id: 'p1', name: 'Leire', accounts, createdAt: 1 });
    desk.groupBy('person');
    await until(() =>
      expect(desk.groups.value?.[0]).toMatchObject({ by: 'person', id: 'p1', name: 'Leire', conversations: 2 }),
    );
    await until(() => expect(desk.people.value.open).toBe(3));
  });

  it('counts people, not posts', async () => {
    await hear(db, [{ id: 'e', name: 'Leire Zubiri', thread: 't4', text: 'Farol, ¿estáis?', ago: HOUR }]);
    await until(() => expect(names()).toHaveLength(5));
    await until(() => expect(desk.people.value.open).toBe(4));
  });

  it('takes the first row in hand, and moves without leaving the list', () => {
    expect(desk.hand.value).toBe(key('a'));
    desk.move(-1);
    expect(desk.hand.value).toBe(key('a'));
    desk.move(1);
    desk.move(1);
    desk.move(9);
    expect(desk.hand.value).toBe(key('d'));
  });

  it('moves a row that is done away, names the person, and takes the next in hand', async () => {
    await desk.done(key('a'));
    expect(desk.hand.value).toBe(key('b'));
    expect(seat.panel.undo.toast.value?.done).toEqual({
      kind: 'state',
      to: 'done',
      people: ['Leire Zubiri'],
      until: null,
    });
    await until(() => expect(names()).not.toContain('Leire Zubiri'));
    expect((await db.posts.get(key('a')))?.desk).toBe('done');
  });

  it('brings it back with undo, at its place and in hand', async () => {
    await desk.done(key('c'));
    await until(() => expect(names()).not.toContain('Odette Marsh'));
    await seat.panel.undo.undo();
    await until(() =>
      expect(names()).toEqual(['Leire Zubiri', 'Bram Osterhuis', 'Odette Marsh', 'Hugo Pires'].sort(byDebt)),
    );
    expect(desk.hand.value).toBe(key('c'));
    expect((await db.posts.get(key('c')))?.desk).toBe('open');
  });

  it('undoes step by step, the last first', async () => {
    await desk.done(key('a'));
    await desk.done(key('b'));
    await seat.panel.undo.undo();
    expect((await db.posts.get(key('b')))?.desk).toBe('open');
    expect((await db.posts.get(key('a')))?.desk).toBe('done');
    await seat.panel.undo.undo();
    expect((await db.posts.get(key('a')))?.desk).toBe('open');
  });

  it('puts a row off until the exact time chosen', async () => {
    const [choice] = laterChoices(Date.now());
    if (!choice) throw new Error('no choice');
    await desk.later(key('d'), choice);
    expect(await db.states.get(key('d'))).toMatchObject({ state: 'snoozed', until: choice.at });
  });

  it('does to all that are selected what is done to one, and undoes it for all', async () => {
    desk.select(key('a'), false);
    desk.select(key('c'), true);
    expect([...desk.selected.value].sort()).toEqual([key('a'), key('b'), key('c')]);
    await desk.done(key('a'));
    expect(desk.selected.value.size).toBe(0);
    await until(() => expect(names()).toEqual(['Hugo Pires']));
    await seat.panel.undo.undo();
    await until(() => expect(names()).toHaveLength(4));
  });

  it('holds new rows back while somebody reads, until they are let in', async () => {
    desk.take(key('b'));
    await hear(db, [{ id: 'n', name: 'Ilse Boon', parent: 'a', text: 'Farol, ¿y la mía?', ago: 5 * DAY }]);
    await until(() => expect(desk.held.value).toBe(1));
    expect(names()).not.toContain('Ilse Boon');
    desk.letIn();
    await until(() => expect(names()[0]).toBe('Ilse Boon'));
    expect(desk.held.value).toBe(0);
  });

  it('shows more when asked, also while somebody reads, and holds back only what is new', async () => {
    const many = Array.from({ length: 70 }, (_, n) => ({
      id: `m${n}`,
      name: `Vecina ${n}`,
      thread: `m${n}`,
      text: 'Farol, ¿y la mía?',
      ago: DAY + (70 - n) * 60_000,
    }));
    await hear(db, many);
    await until(() => expect(names()).toHaveLength(60));
    desk.take(key('m3'));
    await hear(db, [{ id: 'n', name: 'Ilse Boon', text: 'Farol, ¿y la mía?', ago: 5 * DAY }]);
    await until(() => expect(desk.held.value).toBe(1));
    desk.showMore();
    await until(() => expect(names()).toHaveLength(74));
    expect(desk.held.value).toBe(1);
    expect(names()).not.toContain('Ilse Boon');
  });

  it('has all of a person by person, also what stands further down, and keeps it in hand', async () => {
    const many = Array.from({ length: 70 }, (_, n) => ({
      id: `m${n}`,
      name: `Vecina ${n}`,
      thread: `m${n}`,
      text: 'Farol, ¿y la mía?',
      ago: DAY + (70 - n) * 60_000,
    }));
    await hear(db, many);
    await hear(db, [{ id: 'far', name: 'Leire Zubiri', thread: 'far', text: 'Farol, ¿y esto?', ago: HOUR / 2 }]);
    await until(() => expect(desk.more.value).toBe(true));
    expect(names().filter((name) => name === 'Leire Zubiri')).toHaveLength(1);
    // Said already, though that row is not on the list yet.
    await until(() => expect([...(desk.details.value.elsewhere ?? [])]).toEqual([[key('a'), 1]]));
    desk.take(key('m3'));
    desk.groupBy('person');
    await until(() => expect(desk.groups.value?.[0]?.rows.map((row) => row.post.key)).toEqual(['a', 'far'].map(key)));
    expect(desk.held.value).toBe(0);
    desk.take(key('far'));
    desk.showMore();
    await until(() => expect(names()).toHaveLength(75));
    expect(desk.held.value).toBe(0);
    desk.groupBy('conversation');
    expect(desk.hand.value).toBe(key('far'));
  });

  it('fills up from below when a row is done, and holds nothing back for it', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      id: `m${n}`,
      name: `Vecina ${n}`,
      thread: `m${n}`,
      text: 'Farol, ¿y la mía?',
      ago: DAY + (60 - n) * 60_000,
    }));
    await hear(db, many);
    await until(() => expect(desk.more.value).toBe(true));
    await desk.done(key('a'));
    await until(() => expect(names()).not.toContain('Leire Zubiri'));
    await until(() => expect(names()).toHaveLength(60));
    expect(desk.held.value).toBe(0);
  });

  it('lets new rows in by itself while nobody has touched it', async () => {
    await hear(db, [{ id: 'n', name: 'Ilse Boon', parent: 'a', text: 'Farol, ¿y la mía?', ago: HOUR }]);
    await until(() => expect(names()).toContain('Ilse Boon'));
  });

  it('filters by what is typed, half a word included, and says what it cannot read', () => {
    desk.setFilter('apag');
    expect(names()).toEqual(['Leire Zubiri']);
    desk.setFilter('author:odette');
    expect(names()).toEqual(['Odette Marsh']);
    desk.setFilter('before:2026-13');
    expect(desk.mistakes.value.map((mistake) => mistake.reason)).toEqual(['badDate']);
    desk.setFilter('');
    expect(names()).toHaveLength(4);
  });

  it('opens the conversation of the row in hand at that post', async () => {
    desk.move(1);
    desk.open();
    await until(() =>
      expect(seat.panel.router.route.value).toEqual({ screen: 'thread', thread: `${SITE}:t1`, post: key('b') }),
    );
  });

  it('shows another tab by its address', async () => {
    await desk.done(key('a'));
    seat.panel.router.go({ screen: 'desk', tab: 'done' });
    await until(() => expect(desk.tab.value).toBe('done'));
    await until(() => expect(names()).toEqual(['Leire Zubiri']));
  });

  it('keeps the row where it was and says so when the store refuses', async () => {
    db.close();
    await desk.done(key('a'));
    expect(seat.panel.fault.value).not.toBeNull();
    expect(seat.panel.undo.toast.value).toBeNull();
    await until(() => expect(desk.leaving.value.size).toBe(0));
    expect(names()).toContain('Leire Zubiri');
  });
});

function byDebt(a: string, b: string): number {
  const debt = (name: string) => COLD.find((one) => one.name === name)?.ago ?? 0;
  return debt(b) - debt(a);
}
