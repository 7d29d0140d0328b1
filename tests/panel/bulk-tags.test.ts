import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BulkTags, bulkTagsModel } from '../../utils/panel/bulk-tags';
import { type DeskModel, deskModel } from '../../utils/panel/desk';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshTable, HOUR, hear, type Seat, SITE, sit, until } from './table';

let db: TertuliaDatabase;
let seat: Seat;
let desk: DeskModel;
let tagging: BulkTags;
const key = (id: string) => `${SITE}:${id}`;
const tagsOf = (id: string) => desk.notes.value.get(key(id))?.tags;

beforeEach(async () => {
  localStorage.clear();
  db = await freshTable();
  await hear(db, [
    { id: 'a', name: 'Leire Zubiri', text: 'Farol, la mía se apaga. ¿Qué hago?', ago: 3 * HOUR },
    { id: 'b', name: 'Bram Osterhuis', thread: 't2', text: 'A mí también, ¿me ayuda Farol?', ago: 2 * HOUR },
    { id: 'c', name: 'Odette Marsh', thread: 't3', text: 'Does the Farol charge in the cold?', ago: HOUR },
  ]);
  const at = { createdAt: 1, updatedAt: 1 };
  await db.notes.bulkPut([
    { id: 'na', target: `post:${key('a')}`, text: 'call her', tags: ['lamp', 'hills'], ...at },
    { id: 'nb', target: `post:${key('b')}`, text: '', tags: ['lamp'], ...at },
  ]);
  seat = sit(db);
  desk = deskModel(seat.panel, seat.ends.signal);
  tagging = bulkTagsModel(seat.panel, desk, seat.ends.signal);
  await until(() => expect(tagsOf('b')).toEqual(['lamp']));
  await until(() => expect(desk.rows.value).toHaveLength(3));
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

describe('tags for all that are selected', () => {
  it('begins with what they share, and knows the tags in use', async () => {
    desk.select(key('a'), false);
    desk.select(key('b'), false);
    await tagging.ask();
    expect(tagging.open.value).toEqual({ shared: ['lamp'], known: ['lamp', 'hills'] });
  });

  it('adds and takes off for all in one step, and keeps them selected', async () => {
    desk.select(key('a'), false);
    desk.select(key('b'), false);
    await tagging.ask();
    await tagging.save(['winter', '']);
    await until(() => expect(tagsOf('a')).toEqual(['hills', 'winter']));
    await until(() => expect(tagsOf('b')).toEqual(['winter']));
    expect(desk.notes.value.get(key('a'))?.text).toBe('call her');
    expect(tagging.open.value).toBeNull();
    expect(desk.selected.value.size).toBe(2);
    expect(seat.panel.undo.toast.value?.done).toEqual({
      kind: 'tag',
      tag: 'winter',
      people: ['Leire Zubiri', 'Bram Osterhuis'],
    });
    expect(seat.panel.undo.steps.value).toHaveLength(1);
    await seat.panel.undo.undo();
    await until(() => expect(tagsOf('a')).toEqual(['lamp', 'hills']));
    await until(() => expect(tagsOf('b')).toEqual(['lamp']));
  });

  it('says that tags were taken off where nothing was added', async () => {
    desk.select(key('a'), false);
    desk.select(key('b'), false);
    await tagging.ask();
    await tagging.save([]);
    await until(() => expect(desk.notes.value.has(key('b'))).toBe(false));
    expect(seat.panel.undo.toast.value?.done).toMatchObject({ kind: 'tag', tag: 'lamp', off: true });
  });

  it('does nothing where nothing changes, and leaves no step', async () => {
    desk.select(key('a'), false);
    await tagging.ask();
    await tagging.save(['lamp', 'hills']);
    expect(seat.panel.undo.steps.value).toEqual([]);
  });

  it('closes when nobody is selected any more', async () => {
    desk.select(key('a'), false);
    await tagging.ask();
    desk.clearSelection();
    expect(tagging.open.value).toBeNull();
  });

  it('stays open with what was typed when the store refuses', async () => {
    desk.select(key('a'), false);
    await tagging.ask();
    db.close();
    await tagging.save(['winter']);
    expect(tagging.open.value).not.toBeNull();
    expect(seat.panel.fault.value).not.toBeNull();
  });
});
