import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Note, NoteTarget } from '../../utils/core/desk';
import { notesForMany, removeNote, saveNote } from '../../utils/store/notes';
import { TertuliaDatabase } from '../../utils/store/schema';
import { sharedTags, tagMany, untag } from '../../utils/store/tagging';

let db: TertuliaDatabase;
let made = 0;
beforeEach(() => {
  db = new TertuliaDatabase(`tagging ${++made} ${Math.random()}`);
});
afterEach(() => db.delete());

const on = (id: string): NoteTarget => `post:site.example:${id}`;
const note = (id: string, over: Partial<Note> = {}): Note => ({
  id: `n${id}`,
  target: on(id),
  text: `words on ${id}`,
  tags: [],
  createdAt: 1,
  updatedAt: 1,
  ...over,
});
const all = async () => (await db.notes.toArray()).sort((a, b) => a.id.localeCompare(b.id));
const tagsOf = async (id: string) => (await notesForMany(db, [on(id)])).get(on(id))?.flatMap(({ tags }) => tags) ?? [];
const removed = async () => {
  const meta = await db.meta.get('identity');
  return meta?.name === 'identity' ? (meta.value.removed.notes ?? 0) : 0;
};

describe('tags on many', () => {
  it('go onto the note that is there, or make one, and leave every word as it is', async () => {
    await db.notes.bulkPut([note('a', { tags: ['lamp'] }), note('b', { quote: 'a passage' })]);
    await tagMany(db, [on('a'), on('b'), on('c')], { add: [' #hills ', 'lamp'], remove: [] }, 5);
    expect(await tagsOf('a')).toEqual(['lamp', 'hills']);
    expect(await tagsOf('b')).toEqual(['hills', 'lamp']);
    expect(await tagsOf('c')).toEqual(['hills', 'lamp']);
    expect(await db.notes.get('nb')).toMatchObject({ text: 'words on b', quote: 'a passage', updatedAt: 5 });
    expect(await db.notes.count()).toBe(3);
  });

  it('do not touch a note that has them', async () => {
    await db.notes.put(note('a', { tags: ['hills'] }));
    expect(await tagMany(db, [on('a')], { add: ['hills'], remove: ['other'] }, 5)).toEqual([]);
    expect(await db.notes.get('na')).toMatchObject({ updatedAt: 1 });
  });

  it('are taken off all; a note without anything left goes, and is counted as removed on purpose', async () => {
    await db.notes.bulkPut([note('a', { tags: ['hills', 'lamp'] }), note('b', { text: '', tags: ['hills'] })]);
    const did = await tagMany(db, [on('a'), on('b')], { add: [], remove: ['hills'] }, 5);
    expect(await all()).toMatchObject([{ id: 'na', tags: ['lamp'], text: 'words on a' }]);
    expect(await removed()).toBe(1);
    await untag(db, did, 6);
    expect(await tagsOf('b')).toEqual(['hills']);
  });

  it("make a rule's note the user's, and give it back", async () => {
    const rules = note('a', { text: '', tags: ['lamp'], rule: 'r1' });
    await db.notes.put(rules);
    const did = await tagMany(db, [on('a')], { add: ['hills'], remove: [] }, 5);
    expect((await db.notes.get('na'))?.rule).toBeUndefined();
    await untag(db, did, 6);
    expect(await db.notes.get('na')).toEqual(rules);
  });

  it('leave what was written meanwhile when they are taken back', async () => {
    await db.notes.put(note('a', { tags: ['lamp'] }));
    const did = await tagMany(db, [on('a'), on('b'), on('c')], { add: ['hills'], remove: ['lamp'] }, 5);
    const onB = (await notesForMany(db, [on('b')])).get(on('b'))?.[0] as Note;
    const onC = (await notesForMany(db, [on('c')])).get(on('c'))?.[0] as Note;
    await saveNote(db, { id: 'na', target: on('a'), text: 'and more', tags: ['hills', 'winter'] }, 7);
    await saveNote(db, { id: onB.id, target: on('b'), text: 'new words', tags: ['hills'] }, 7);
    await removeNote(db, onC.id);
    await untag(db, did, 8);
    expect(await db.notes.get('na')).toMatchObject({ text: 'and more', tags: ['winter', 'lamp'] });
    expect(await db.notes.get(onB.id)).toMatchObject({ text: 'new words', tags: [] });
    expect(await db.notes.get(onC.id)).toBeUndefined();
  });

  it('write all or nothing', async () => {
    await db.notes.bulkPut([note('a'), note('b')]);
    const before = await all();
    db.notes.hook('updating', () => {
      throw new Error('no room');
    });
    await expect(tagMany(db, [on('a'), on('c')], { add: ['hills'], remove: [] }, 5)).rejects.toThrow();
    expect(await all()).toEqual(before);
  });

  it('are shared where every one of them has them, whichever note says so', async () => {
    await db.notes.bulkPut([
      note('a', { tags: ['x', 'y', 'z'] }),
      note('b', { tags: ['z'] }),
      note('b2', { target: on('b'), tags: ['x'], rule: 'r1' }),
    ]);
    expect(await sharedTags(db, [on('a'), on('b')])).toEqual(['x', 'z']);
    expect(await sharedTags(db, [on('a'), on('b'), on('c')])).toEqual([]);
    expect(await sharedTags(db, [])).toEqual([]);
  });

  it('whatever is there: all have what was added, none what was taken off, no word changes, and undo is as before', async () => {
    const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
    const notes = fc.array(
      fc.record({ on: fc.nat(3), text: fc.constantFrom('', 'some words'), tags, rule: fc.boolean() }),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(notes, tags, tags, async (held, add, off) => {
        await db.notes.clear();
        await db.notes.bulkPut(
          held.map(({ on: at, text, tags, rule }, n) => ({
            ...note(`${n}`, { target: on(`${at}`), text, tags, createdAt: n }),
            ...(rule && { rule: 'r1' }),
          })),
        );
        const before = await all();
        const targets = ['0', '1', '2'].map(on);
        const remove = off.filter((tag) => !add.includes(tag));
        const did = await tagMany(db, targets, { add, remove }, 5);
        const now = await notesForMany(db, targets);
        for (const target of targets) {
          const has = now.get(target)?.flatMap(({ tags }) => tags) ?? [];
          expect(add.every((tag) => has.includes(tag))).toBe(true);
          expect(remove.some((tag) => has.includes(tag))).toBe(false);
        }
        const texts = (list: Note[]) => list.map(({ text }) => text).filter((text) => text !== '').length;
        expect(texts(await all())).toBe(texts(before));
        expect((await all()).filter(({ target }) => target === on('3'))).toEqual(
          before.filter(({ target }) => target === on('3')),
        );
        await untag(db, did, 6);
        expect(await all()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
