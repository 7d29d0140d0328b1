/** A copy of everything, and the way back. */
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../utils/keeping/backup';
import { FileFault } from '../../utils/keeping/faults';
import { inspectBackup } from '../../utils/keeping/inspect';
import { restoreBackup } from '../../utils/keeping/restore';
import { copiedTables, NOT_COPIED } from '../../utils/keeping/rows';
import { undoUnfinished } from '../../utils/keeping/undo';
import { keepBatch } from '../../utils/store/captures';
import { saveNote } from '../../utils/store/notes';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { batch, freshDatabase } from '../store/fresh';
import { everything, fill, MemorySink, NOW, person } from './sample';

async function copyOf(db: TertuliaDatabase, passphrase?: string): Promise<Blob> {
  const sink = new MemorySink();
  await writeBackup(db, sink, { app: '0.1.0', now: NOW, ...(passphrase && { passphrase }) });
  return sink.file();
}

describe('a copy', () => {
  it('holds every table, or says why not', () => {
    const db = freshDatabase();
    const named = new Set([...copiedTables(db), ...Object.keys(NOT_COPIED)]);
    expect(db.tables.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
    expect(Object.keys(NOT_COPIED).filter((name) => !db.tables.some((table) => table.name === name))).toEqual([]);
  });

  it.each([undefined, 'cuatro gatos y un café'])(
    'brought into an empty profile makes it equal (passphrase: %s)',
    async (passphrase) => {
      const db = freshDatabase();
      await fill(db);
      const file = await copyOf(db, passphrase);
      const other = freshDatabase();
      const report = await restoreBackup(other, file, { ...(passphrase && { passphrase }), now: NOW });
      expect(report.added.posts).toBe(61);
      expect(await everything(other)).toEqual(await everything(db));
      expect((await other.meta.get('tally'))?.value).toEqual((await db.meta.get('tally'))?.value);
      expect(await other.undoing.count()).toBe(0);
    },
  );

  it('brought twice, or over what it was made of, changes nothing', async () => {
    const db = freshDatabase();
    await fill(db);
    const before = await everything(db);
    const report = await restoreBackup(db, await copyOf(db), { now: NOW });
    expect(report.added).toEqual({});
    expect(report.changed).toEqual({});
    expect(await everything(db)).toEqual(before);
  });

  it('joins what was heard on both sides by the rules of capture, and of notes keeps the newer', async () => {
    const db = freshDatabase();
    await fill(db);
    const file = await copyOf(db);
    const [note, other] = await db.notes.orderBy('updatedAt').toArray();
    await keepBatch(
      db,
      batch([person('3', 'Vera3', { text: 'cambiado', threadKey: 'foro.example:t3' }), person('new', 'Otto')]),
      NOW + 10,
    );
    if (note) await saveNote(db, { ...note, text: 'ya llamada' }, NOW + 10);
    await db.notes.delete(other?.id ?? '');
    await restoreBackup(db, file, { now: NOW + 20 });
    expect(await db.posts.get('foro.example:3')).toMatchObject({
      text: 'cambiado',
      history: [{ seenAt: expect.any(Number) }],
    });
    expect(await db.posts.get('foro.example:new')).toBeDefined();
    expect((await db.notes.toArray()).map(({ text }) => text).sort()).toEqual(['ojo', 'ya llamada']);
    for (const thread of await db.threads.toArray())
      expect(thread.held, thread.key).toBe(await db.posts.where('threadKey').equals(thread.key).count());
  });

  it('never holds a key or a passphrase, wherever a setting may keep it', async () => {
    const db = freshDatabase();
    await fill(db);
    const settings = (await db.meta.get('settings'))?.value as object;
    await db.meta.put({
      name: 'settings',
      value: {
        ...settings,
        model: { endpoint: 'https://model.example', apiKey: 'canary-4711', token: 'canary-4711' },
      } as never,
    });
    const other = freshDatabase();
    await restoreBackup(other, await copyOf(db), { now: NOW });
    const row = JSON.stringify(await other.meta.get('settings'));
    expect(row).toContain('model.example');
    expect(row).not.toContain('canary-4711');
  });

  it('can be looked into without bringing it in', async () => {
    const db = freshDatabase();
    await fill(db);
    const contents = await inspectBackup(freshDatabase(), await copyOf(db));
    expect(contents).toMatchObject({ createdAt: NOW, app: '0.1.0' });
    expect(contents.rows).toMatchObject({ posts: 61, notes: 2, themes: 1 });
  });

  it('called off half way leaves everything as it was', async () => {
    const db = freshDatabase();
    await fill(db);
    const other = freshDatabase();
    await keepBatch(other, batch([person('3', 'Vera3', { text: 'de antes' })]), NOW);
    const before = await everything(other);
    const ends = new AbortController();
    const work = restoreBackup(other, await copyOf(db), {
      now: NOW,
      signal: ends.signal,
      onProgress: ({ phase }) => phase === 'bringing' && ends.abort(new Error('enough')),
    });
    await expect(work).rejects.toThrow('enough');
    expect(await everything(other)).toEqual(before);
  });

  it('killed at any step is undone at the next start', async () => {
    const db = freshDatabase();
    await fill(db);
    const file = await copyOf(db);
    for (let step = 0; step < 14; step += 3) {
      const other = freshDatabase();
      await keepBatch(other, batch([person('3', 'Vera3', { text: 'de antes' })]), NOW);
      const before = await everything(other);
      let steps = 0;
      // As if the process ended: the undo that would follow fails too.
      const dead = () => {
        throw new Error('killed');
      };
      const work = restoreBackup(other, file, {
        now: NOW,
        admit: async (_, rows) => {
          if (steps++ < step) return rows;
          other.undoing.hook('deleting', dead);
          throw new Error('killed');
        },
      });
      await expect(work).rejects.toThrow('killed');
      other.undoing.hook('deleting').unsubscribe(dead);
      await undoUnfinished(other);
      expect(await everything(other), `step ${step}`).toEqual(before);
    }
  });

  it('is sealed: neither words nor counts of it can be read without the passphrase', async () => {
    const db = freshDatabase();
    await fill(db);
    const file = await copyOf(db, 'abracadabra');
    const other = freshDatabase();
    await expect(restoreBackup(other, file)).rejects.toMatchObject({ kind: 'sealed' });
    await expect(restoreBackup(other, file, { passphrase: 'abracadabrá' })).rejects.toMatchObject({
      kind: 'wrongPassphrase',
    });
    expect(await file.text()).not.toContain('posts');
    expect(await other.posts.count()).toBe(0);
  });

  it('with any single byte changed is refused', async () => {
    const db = freshDatabase();
    await fill(db);
    const bytes = new Uint8Array(await (await copyOf(db)).arrayBuffer());
    for (let i = 0; i < 40; i++) {
      const at = Math.floor((bytes.length * (i + 0.5)) / 40);
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      await expect(inspectBackup(db, new Blob([changed])), `byte ${at}`).rejects.toBeInstanceOf(FileFault);
    }
  });
});
