/** Whose a row is, and what stays on top. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { search } from '../../utils/analysis/worker/search-job';
import { type Cares, caresModel, threadCaresModel } from '../../utils/panel/cares';
import { type DeskModel, deskModel } from '../../utils/panel/desk';
import { threadModel } from '../../utils/panel/thread';
import { saveNote } from '../../utils/store/notes';
import { saveRule } from '../../utils/store/rules';
import { rulePosts } from '../../utils/store/ruling';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { freshTable, HOUR, hear, type Seat, SITE, sit, until } from './table';

let db: TertuliaDatabase;
let seat: Seat;
let desk: DeskModel;
let cares: Cares;
const key = (id: string) => `${SITE}:${id}`;
const names = () => desk.rows.value.map((row) => row.post.author.name);

beforeEach(async () => {
  db = await freshTable();
  await changeSettings(db, (was) => ({
    ...was,
    us: [...was.us, { site: 'x', handle: '@Marta_Farol' }, { site: null, handle: 'ana_farol' }],
  }));
  await hear(db, [
    { id: 'a', name: 'Leire Zubiri', thread: 't1', text: 'Farol, la mía se apaga.', ago: 3 * HOUR },
    { id: 'b', name: 'Odette Marsh', thread: 't2', text: 'Does the Farol charge in the cold?', ago: 2 * HOUR },
    { id: 'c', name: 'Hugo Pires', thread: 't3', text: '¿Farol tiene tienda en Oporto?', ago: HOUR },
  ]);
  seat = sit(db);
  desk = deskModel(seat.panel, seat.ends.signal);
  cares = caresModel(seat.panel, desk);
  await until(() => expect(desk.rows.value).toHaveLength(3));
  await until(() => expect(seat.panel.settings.value.us).toHaveLength(3));
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

describe('whose it is', () => {
  it('offers each of us once, and nobody only where it is somebody’s', async () => {
    expect(cares.choices(null).map(({ id }) => id)).toEqual(['for Marta_Farol', 'for ana_farol', 'pin']);
    const care = { postKey: key('a'), assignee: 'ana_farol', pinned: 1 as const, setAt: 0 };
    expect(cares.choices(care).map(({ id }) => id)).toEqual(['for Marta_Farol', 'nobody', 'unpin']);
    expect(cares.choices('selected').map(({ id }) => id)).toEqual([
      'for Marta_Farol',
      'for ana_farol',
      'nobody',
      'pin',
      'unpin',
    ]);
  });

  it('is shown on the row, asked for with for:, and taken back in one step', async () => {
    await cares.decide(key('b'), { assignee: 'ana_farol' });
    await until(() =>
      expect(desk.rows.value.find((row) => row.post.key === key('b'))?.care?.assignee).toBe('ana_farol'),
    );
    desk.setFilter('for:ana');
    expect(names()).toEqual(['Odette Marsh']);
    desk.setFilter('-for:ana');
    expect(names()).toEqual(['Leire Zubiri', 'Hugo Pires']);
    expect((await search(db, { query: 'for:ana', limit: 9, wait: true })).posts.map(({ key }) => key)).toEqual([
      key('b'),
    ]);
    desk.setFilter('');
    await seat.panel.undo.undo();
    await until(() => expect(desk.rows.value.every((row) => !row.care)).toBe(true));
    expect(await db.cares.count()).toBe(0);
  });

  it('is decided for all that are selected, and taken back for all', async () => {
    await cares.decide(key('a'), { assignee: 'Marta_Farol' });
    desk.select(key('a'), false);
    desk.select(key('c'), false);
    await cares.decide(key('a'), { assignee: 'ana_farol' });
    expect((await db.cares.toArray()).map(({ assignee }) => assignee)).toEqual(['ana_farol', 'ana_farol']);
    expect(seat.panel.undo.toast.value?.done).toMatchObject({ kind: 'care', people: ['Leire Zubiri', 'Hugo Pires'] });
    await seat.panel.undo.undo();
    expect(await db.cares.toArray()).toMatchObject([{ postKey: key('a'), assignee: 'Marta_Farol' }]);
  });

  it('stays when the row is done, and no rule decides again what somebody did', async () => {
    await cares.decide(key('a'), { assignee: 'ana_farol' });
    await cares.decide(key('a'), { assignee: null });
    await desk.done(key('a'));
    await saveRule(db, { name: '', query: 'apaga', assignee: 'Marta_Farol', pin: true }, 0);
    await rulePosts(db, [key('a')], Date.now());
    expect(await db.cares.get(key('a'))).not.toHaveProperty('assignee');
  });
});

describe('on top', () => {
  it('stands first whatever its debt, until it is let go', async () => {
    await cares.decide(key('c'), { pinned: true });
    await until(() => expect(names()).toEqual(['Hugo Pires', 'Leire Zubiri', 'Odette Marsh']));
    await cares.decide(key('c'), { pinned: false });
    await until(() => expect(names()).toEqual(['Leire Zubiri', 'Odette Marsh', 'Hugo Pires']));
    await seat.panel.undo.undo();
    await until(() => expect(names()[0]).toBe('Hugo Pires'));
  });
});

describe('a conversation', () => {
  it('is handed over with everybody in it who waits, and taken back for all; on top is one', async () => {
    await hear(db, [
      { id: 'a2', name: 'Bram Osterhuis', thread: 't1', parent: 'a', text: 'Farol, a mí también.', ago: 2 * HOUR },
      { id: 'm', name: 'Marta', handle: 'marta_farol', thread: 't1', parent: 'x', text: 'Lo miramos.', ago: 9 * HOUR },
    ]);
    const thread = threadModel(seat.panel, `${SITE}:t1`, key('a'), seat.ends.signal);
    const whose = threadCaresModel(seat.panel, thread, seat.ends.signal);
    await until(() => expect(thread.posts.value).toHaveLength(3));
    await whose.decide(key('a'), { assignee: 'ana_farol' });
    expect((await db.cares.toArray()).map(({ postKey }) => postKey)).toEqual([key('a'), key('a2')]);
    await until(() => expect(whose.care.value?.assignee).toBe('ana_farol'));
    await whose.decide(key('a'), { pinned: true });
    expect((await db.cares.toArray()).map(({ pinned }) => pinned)).toEqual([1, undefined]);
    await seat.panel.undo.undoTo(seat.panel.undo.steps.value.at(-1)!.id);
    expect(await db.cares.count()).toBe(0);
  });
});

describe('what a rule tagged', () => {
  it('is shown on the row, and never in the place of what somebody wrote', async () => {
    await saveRule(db, { name: '', query: 'is:post', tags: ['visto'] }, 0);
    await saveNote(db, { target: `post:${key('b')}`, text: 'llamarla', tags: [] });
    await rulePosts(db, [key('a'), key('b')], Date.now());
    await until(() => expect(desk.notes.value.get(key('a'))).toMatchObject({ tags: ['visto'], text: '' }));
    expect(desk.notes.value.get(key('b'))?.text).toBe('llamarla');
    // Whoever changes it makes it their own.
    const note = desk.notes.value.get(key('a'))!;
    desk.writing.begin(`post:${key('a')}`, note);
    await desk.writing.save({ text: 'mío', tags: ['visto'] }, [], note);
    expect(await db.notes.get(note.id)).not.toHaveProperty('rule');
    await seat.panel.undo.undo();
    expect(await db.notes.get(note.id)).toEqual(note);
  });
});
