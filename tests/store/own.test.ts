/** What the user wrote or decided. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../utils/core/settings';
import { addExposure, exposureBetween } from '../../utils/store/exposure';
import { allTags, notesFor, notesForMany, removeNote, restoreNote, saveNote } from '../../utils/store/notes';
import { allSavedReplies, markSavedReplyUsed, removeSavedReply, saveReply } from '../../utils/store/saved-replies';
import { changeSettings, readSettings } from '../../utils/store/settings';
import { allWatches, removeWatch, saveWatch } from '../../utils/store/watches';
import { freshDatabase } from './fresh';

describe('settings', () => {
  it('have defaults for what was never set, or came with a later release', async () => {
    const db = freshDatabase();
    expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
    await db.meta.put({ name: 'settings', value: { brands: ['Lumbrera'] } as never });
    expect(await readSettings(db)).toEqual({ ...DEFAULT_SETTINGS, brands: ['Lumbrera'] });
    await db.meta.put({ name: 'settings', value: 'broken' as never });
    expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
  });

  it('the defaults themselves are never changed', async () => {
    const settings = await readSettings(freshDatabase());
    settings.brands.push('Lumbrera');
    expect(DEFAULT_SETTINGS.brands).toEqual([]);
  });

  it('a thousand changes from two screens at once lose none', async () => {
    const db = freshDatabase();
    const change = (): Promise<unknown> => changeSettings(db, (s) => ({ ...s, brands: [...s.brands, 'x'] }));
    await Promise.all(Array.from({ length: 1_000 }, change));
    expect((await readSettings(db)).brands).toHaveLength(1_000);
  });
});

describe('notes', () => {
  it('are kept, changed, found by target and by tag, removed and put back', async () => {
    const db = freshDatabase();
    const note = await saveNote(
      db,
      { target: 'post:a', text: 'llamarla', tags: [' #urgente', 'urgente', '', 'dos  palabras'] },
      1,
    );
    expect(note.tags).toEqual(['urgente', 'dos palabras']);
    const changed = await saveNote(db, { ...note, text: 'llamada', quote: 'hola' }, 2);
    expect(changed).toMatchObject({ id: note.id, createdAt: 1, updatedAt: 2, text: 'llamada', quote: 'hola' });
    await saveNote(db, { target: 'post:a', text: 'otra', tags: ['urgente'] }, 3);
    await saveNote(db, { target: 'person:b', text: 'maja', tags: [] }, 4);
    expect((await notesFor(db, 'post:a')).map(({ text }) => text)).toEqual(['llamada', 'otra']);
    expect([...(await notesForMany(db, ['post:a', 'person:b', 'post:none'])).keys()]).toEqual(['post:a', 'person:b']);
    expect(await allTags(db)).toEqual([
      { tag: 'urgente', count: 2 },
      { tag: 'dos palabras', count: 1 },
    ]);
    const removed = await removeNote(db, note.id);
    expect(await notesFor(db, 'post:a')).toHaveLength(1);
    if (removed) await restoreNote(db, removed);
    expect((await notesFor(db, 'post:a'))[0]).toEqual(changed);
    expect(await removeNote(db, 'none')).toBeUndefined();
  });
});

it('watches are kept in the order they were made', async () => {
  const db = freshDatabase();
  const first = await saveWatch(db, { name: 'rival', query: 'otra' }, 1);
  await saveWatch(db, { name: 'marca', query: 'nuestra' }, 2);
  await saveWatch(db, { id: first.id, name: 'rival', query: 'otra -hotel' }, 3);
  expect((await allWatches(db)).map(({ query }) => query)).toEqual(['otra -hotel', 'nuestra']);
  await removeWatch(db, first.id);
  expect(await allWatches(db)).toHaveLength(1);
});

it('a saved reply keeps its uses when it is changed', async () => {
  const db = freshDatabase();
  const draft = { name: 'Fuga', folder: 'Averías', shortcut: 'fuga', bodies: { es: 'Hola {first name}' }, intents: [] };
  const reply = await saveReply(db, draft, 1);
  await Promise.all([markSavedReplyUsed(db, reply.id, 5), markSavedReplyUsed(db, reply.id, 6)]);
  const changed = await saveReply(db, { ...draft, id: reply.id, name: 'Fugas' }, 7);
  expect(changed).toMatchObject({ name: 'Fugas', uses: 2, lastUsedAt: 6, updatedAt: 7 });
  expect(await removeSavedReply(db, reply.id)).toEqual(changed);
  expect(await allSavedReplies(db)).toEqual([]);
});

it('exposure adds up by day', async () => {
  const db = freshDatabase();
  const noon = new Date(2026, 4, 3, 12).getTime();
  await Promise.all([
    addExposure(db, 'a', { posts: 2, authors: 1 }, noon),
    addExposure(db, 'a', { posts: 3, authors: 2 }, noon),
  ]);
  await addExposure(db, 'a', { posts: 1, authors: 1 }, noon + 86_400_000);
  await addExposure(db, 'a', { posts: 0, authors: 0 }, noon + 9 * 86_400_000);
  expect(await exposureBetween(db, '2026-05-01', '2026-05-31')).toEqual([
    { site: 'a', day: '2026-05-03', posts: 5, authors: 3 },
    { site: 'a', day: '2026-05-04', posts: 1, authors: 1 },
  ]);
});
