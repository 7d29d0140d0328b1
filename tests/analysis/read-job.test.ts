import { describe, expect, it, vi } from 'vitest';
import { readPending } from '../../utils/analysis/worker/read-job';
import { keepBatch } from '../../utils/store/captures';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { heard } from '../core/sample';
import { batch, freshDatabase, key, ours, US } from '../store/fresh';
import { reader } from './model';

const run = (db: TertuliaDatabase, onProgress = () => {}, signal = new AbortController().signal) =>
  readPending(db, { signal, onProgress }, reader, 10_000);

async function withPosts(...posts: Parameters<typeof batch>[0]): Promise<TertuliaDatabase> {
  const db = freshDatabase();
  await changeSettings(db, (settings) => ({ ...settings, ...US }));
  await keepBatch(db, batch(posts), 5_000);
  return db;
}

describe('reading what is pending', () => {
  it('reads each post once, and again when its text has changed', async () => {
    const db = await withPosts(
      heard('1', { text: 'La app no carga desde ayer' }),
      heard('2', { text: 'Muchas gracias' }),
    );
    expect(await run(db)).toBe(2);
    expect(await run(db)).toBe(0);
    expect(await db.readings.get(key('2'))).toMatchObject({
      lang: 'es',
      version: reader.version,
      needsReply: { value: false },
    });

    await keepBatch(db, batch([heard('2', { text: 'Muchas gracias, ¿y cuándo abrís mañana?' })]), 6_000);
    expect(await run(db)).toBe(1);
    expect((await db.readings.get(key('2')))?.needsReply.value).toBe(true);
  });

  it('reads in its thread: our answer, and thanks after it', async () => {
    const db = await withPosts(
      heard('1', { text: '¿Lumbrera abre los domingos?' }),
      ours('2', { text: 'Sí, de diez a dos.', parentKey: key('1'), threadKey: heard('1').threadKey }),
      heard('3', { text: 'gracias por nada', parentKey: key('2'), threadKey: heard('1').threadKey }),
    );
    await run(db);
    expect((await db.readings.get(key('1')))?.needsReply).toMatchObject({ value: false, reason: 'answered' });
    expect((await db.readings.get(key('2')))?.needsReply).toMatchObject({ value: false, reason: 'ours' });
    expect((await db.readings.get(key('3')))?.needsReply.value).toBe(true);
  });

  it('knows by whom it is called whether a question is ours', async () => {
    const db = await withPosts(
      heard('1', { text: 'Este molinillo es mi nuevo favorito' }),
      heard('2', {
        text: '@nerea ¿dónde lo compraste?',
        parentKey: key('1'),
        author: { name: 'Eloy', handle: 'eloy', url: null },
      }),
      heard('3', {
        text: '@ines ¿dónde se compra?',
        parentKey: key('1'),
        author: { name: 'Eloy', handle: 'eloy', url: null },
      }),
    );
    await run(db);
    expect((await db.readings.get(key('2')))?.needsReply).toMatchObject({ value: false, reason: 'notForUs' });
    expect((await db.readings.get(key('3')))?.needsReply).toMatchObject({ value: true, reason: 'asks' });
  });

  it('reads again when our answer comes later', async () => {
    const db = await withPosts(heard('1', { text: '¿Lumbrera abre los domingos?' }));
    await run(db);
    expect((await db.readings.get(key('1')))?.needsReply.value).toBe(true);
    const answer = ours('2', { text: 'Sí.', parentKey: key('1'), threadKey: heard('1').threadKey });
    await keepBatch(db, batch([answer]), 6_000);
    await run(db);
    expect((await db.readings.get(key('1')))?.needsReply.reason).toBe('answered');
  });

  it('takes mentions first, tells progress, and stops when asked, keeping what was read', async () => {
    const posts = Array.from({ length: 450 }, (_, i) =>
      heard(`n${i}`, { text: `mensaje número ${i}`, postedAt: 1_000 + i }),
    );
    const db = await withPosts(...posts, heard('m', { text: 'Lumbrera no me contesta', postedAt: 1 }));
    const abort = new AbortController();
    const progress = vi.fn(() => abort.abort());
    await expect(run(db, progress, abort.signal)).rejects.toThrow();
    expect(progress).toHaveBeenCalledExactlyOnceWith({ done: 200, total: 451 });
    expect(await db.readings.count()).toBe(200);
    expect(await db.readings.get(key('m'))).toBeDefined();
    expect(await run(db)).toBe(251);
  });

  it('reads all again for another version', async () => {
    const db = await withPosts(heard('1', { text: 'hola a todos' }));
    await run(db);
    await db.readings.update(key('1'), { version: 'older' });
    expect(await run(db)).toBe(1);
  });

  it('writes nothing for a post that is gone meanwhile', async () => {
    const db = await withPosts(heard('1', { text: 'hola a todos' }));
    const forgetting = {
      version: reader.version,
      read: vi.fn((request: Parameters<typeof reader.read>[0]) => {
        void db.posts.clear();
        return reader.read(request);
      }),
    };
    await readPending(db, { signal: new AbortController().signal, onProgress: () => {} }, forgetting, 10_000);
    expect(forgetting.read).toHaveBeenCalled();
    expect(await db.readings.count()).toBe(0);
  });
});
