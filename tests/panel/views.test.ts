import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskModel, deskModel } from '../../utils/panel/desk';
import { type Views, viewsModel } from '../../utils/panel/views';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { allViews, keepView, LONGEST_VIEW_NAME } from '../../utils/store/views';
import { freshTable, HOUR, hear, type Seat, sit, until } from './table';

let db: TertuliaDatabase;
let seat: Seat;
let desk: DeskModel;
let views: Views;

beforeEach(async () => {
  localStorage.clear();
  db = await freshTable();
  await hear(db, [
    { id: 'a', name: 'Leire Zubiri', text: 'Farol, la mía se apaga en cuesta. ¿Qué hago?', ago: HOUR },
    { id: 'b', name: 'Odette Marsh', thread: 't2', text: 'Does the Farol charge in the cold?', lang: 'en', ago: HOUR },
  ]);
  seat = sit(db);
  desk = deskModel(seat.panel, seat.ends.signal);
  views = viewsModel(seat.panel, desk, seat.ends.signal);
  await until(() => expect(desk.rows.value).toHaveLength(2));
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

const names = () => views.all.value.map((view) => view.name);

describe('views of the desk', () => {
  it('keeps a filter by name and brings it back', async () => {
    expect(views.canKeep.value).toBe(false);
    desk.setFilter('cuesta');
    expect(views.canKeep.value).toBe(true);
    await views.keep('  Las   cuestas ');
    await until(() => expect(names()).toEqual(['Las cuestas']));
    expect(views.current.value?.query).toBe('cuesta');
    expect(views.canKeep.value).toBe(false);
    desk.setFilter('');
    expect(views.current.value).toBeNull();
    views.open(views.all.value[0]!);
    expect(desk.filter.value).toBe('cuesta');
    expect(desk.rows.value.map((row) => row.post.author.name)).toEqual(['Leire Zubiri']);
    // Pressed again, it lets go.
    views.open(views.all.value[0]!);
    expect(desk.filter.value).toBe('');
  });

  it('keeps how rows stand together, and is another view where they stand otherwise', async () => {
    desk.setFilter('Farol');
    desk.groupBy('person');
    await views.keep('People of the Farol');
    await until(() => expect(views.current.value).toMatchObject({ by: 'person', query: 'Farol' }));
    desk.groupBy('conversation');
    expect(views.current.value).toBeNull();
    expect(views.canKeep.value).toBe(true);
    await views.keep('Farol');
    await until(() => expect(names()).toEqual(['People of the Farol', 'Farol']));
    expect(views.current.value?.by).toBeUndefined();
    views.open(views.all.value[0]!);
    expect(desk.by.value).toBe('person');
    views.open(views.all.value[1]!);
    expect(desk.by.value).toBe('conversation');
  });

  it('keeps no filter that is wrong', () => {
    desk.setFilter('before:never');
    expect(views.canKeep.value).toBe(false);
  });

  it('leads to its own tab', async () => {
    await keepView(db, { name: 'Put off', tab: 'snoozed', query: 'charge' });
    await until(() => expect(names()).toEqual(['Put off']));
    views.open(views.all.value[0]!);
    await until(() => expect(desk.tab.value).toBe('snoozed'));
    expect(desk.filter.value).toBe('charge');
  });

  it('is renamed, let go, and each is taken back', async () => {
    desk.setFilter('cuesta');
    await views.keep('Cuestas');
    await until(() => expect(names()).toEqual(['Cuestas']));
    views.ask('rename');
    await views.keep('Subidas');
    await until(() => expect(names()).toEqual(['Subidas']));
    await views.drop(views.all.value[0]!);
    await until(() => expect(names()).toEqual([]));
    await seat.panel.undo.undo();
    await until(() => expect(names()).toEqual(['Subidas']));
    await seat.panel.undo.undo();
    await until(() => expect(names()).toEqual(['Cuestas']));
    await seat.panel.undo.undo();
    await until(() => expect(names()).toEqual([]));
  });

  it('has one view of a name, in the order kept, and no endless names', async () => {
    await keepView(db, { name: 'Uno', tab: 'open', query: 'a' }, 1);
    await keepView(db, { name: 'Dos', tab: 'open', query: 'b' }, 2);
    await keepView(db, { name: 'Uno', tab: 'done', query: 'c' }, 3);
    await keepView(db, { name: 'x'.repeat(500), tab: 'open', query: 'd' }, 4);
    expect((await allViews(db)).map(({ name, query }) => [name, query])).toEqual([
      ['Uno', 'c'],
      ['Dos', 'b'],
      ['x'.repeat(LONGEST_VIEW_NAME), 'd'],
    ]);
  });
});
