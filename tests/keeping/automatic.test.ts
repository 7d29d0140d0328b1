/** Copies made by themselves: when due, where nothing stands in the way, read back, the last seven kept. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BackupChoice,
  backUpWhenDue,
  chooseBackup,
  copyTrouble,
  type Folder,
  lastBackup,
  readBackupChoice,
} from '../../utils/keeping/automatic';
import type { Sink } from '../../utils/keeping/backup';
import { inspectBackup } from '../../utils/keeping/inspect';
import { keepBatch } from '../../utils/store/captures';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { heard } from '../core/sample';
import { batch, freshDatabase } from '../store/fresh';
import { MemorySink, NOW } from './sample';

const DAY = 86_400_000;

/** A folder in memory, as much of it as is used. A file takes its new content at the close, as in the browser. */
class FakeFolder {
  readonly name = 'Copias';
  readonly files = new Map<string, Blob>();
  permission: PermissionState = 'granted';
  breaksAfter = Number.POSITIVE_INFINITY;

  async queryPermission() {
    return this.permission;
  }
  async getFileHandle(name: string) {
    const folder = this;
    if (!folder.files.has(name)) folder.files.set(name, new Blob());
    return {
      async createWritable() {
        const parts: Uint8Array<ArrayBuffer>[] = [];
        return {
          async write(bytes: Uint8Array<ArrayBuffer>) {
            if (parts.length >= folder.breaksAfter) throw new Error('the disk is gone');
            parts.push(bytes.slice());
          },
          async close() {
            folder.files.set(name, new Blob(parts));
          },
          async abort() {},
        };
      },
      getFile: async () => folder.files.get(name),
    };
  }
  async *keys() {
    yield* this.files.keys();
  }
  async removeEntry(name: string) {
    this.files.delete(name);
  }
}

let db: TertuliaDatabase;
let folder: FakeFolder;
let posts = 0;

/** The store keeps handles of the browser, and not one made here: the choice is read as it was made. */
async function choose(every: BackupChoice['every'], where: FakeFolder | null = folder) {
  await chooseBackup(db, { every, folder: null });
  const value = { every, folder: where as unknown as Folder };
  const get = db.meta.get.bind(db.meta) as (name: string) => unknown;
  const answer = (name: string) => (name === 'backupFolder' ? Promise.resolve({ name, value }) : get(name));
  Object.assign(db.meta, { get: answer });
}
const hearOne = () => keepBatch(db, batch([heard(String(posts++))]), NOW);
const run = (now: number) => backUpWhenDue(db, { app: '0.1.0', now });

beforeEach(async () => {
  db = freshDatabase();
  folder = new FakeFolder();
  await hearOne();
});

describe('copies by themselves', () => {
  it('are never made unless asked for', async () => {
    expect(await readBackupChoice(db)).toEqual({ every: 'never', folder: null });
    expect(await run(NOW)).toBe('notDue');
  });

  it('are made once a day where something changed, and can be brought back', async () => {
    await choose('day');
    expect(await run(NOW)).toBe('made');
    expect(await run(NOW + DAY / 2)).toBe('notDue');
    // Nothing was heard since.
    expect(await run(NOW + 2 * DAY)).toBe('notDue');
    await hearOne();
    expect(await run(NOW + 2 * DAY)).toBe('made');
    expect([...folder.files.keys()]).toEqual(['tertulia-2026-05-03.tertulia', 'tertulia-2026-05-05.tertulia']);
    const newest = folder.files.get('tertulia-2026-05-05.tertulia');
    expect((await inspectBackup(db, newest as Blob)).rows.posts).toBe(await db.posts.count());
    expect(await lastBackup(db)).toMatchObject({ folder: 'Copias', automatic: true });
  });

  it('keep the last seven, and whatever else is in the folder', async () => {
    folder.files.set('fotos.zip', new Blob(['x']));
    await choose('day');
    for (let day = 0; day < 10; day++) {
      await hearOne();
      expect(await run(NOW + day * DAY)).toBe('made');
    }
    const names = [...folder.files.keys()].sort();
    expect(names).toHaveLength(8);
    expect(names).toContain('fotos.zip');
    expect(names[1]).toBe('tertulia-2026-05-06.tertulia');
  });

  it('cut short leave the one before whole, and are tried again', async () => {
    await choose('day');
    await run(NOW);
    const before = folder.files.get('tertulia-2026-05-03.tertulia');
    await hearOne();
    folder.breaksAfter = 1;
    await expect(run(NOW + DAY)).rejects.toThrow('the disk is gone');
    expect(folder.files.get('tertulia-2026-05-03.tertulia')).toBe(before);
    folder.breaksAfter = Number.POSITIVE_INFINITY;
    expect(await run(NOW + DAY)).toBe('made');
  });

  it('say why none was made, until one is or the user chooses otherwise', async () => {
    await choose('day');
    expect(await copyTrouble(db)).toBeNull();
    folder.permission = 'denied';
    expect(await run(NOW)).toBe('notAllowed');
    expect(await copyTrouble(db)).toEqual({ kind: 'notAllowed', at: NOW });
    folder.permission = 'granted';
    for (const [name, kind] of [
      ['NotFoundError', 'gone'],
      ['QuotaExceededError', 'noRoom'],
      ['TypeError', 'unknown'],
    ] as const) {
      const fault = Object.assign(new Error('x'), { name });
      const broken = vi.spyOn(folder, 'getFileHandle').mockRejectedValueOnce(fault);
      await expect(run(NOW + 1)).rejects.toBe(fault);
      expect(await copyTrouble(db)).toEqual({ kind, at: NOW + 1 });
      broken.mockRestore();
    }
    expect(await run(NOW + 2)).toBe('made');
    expect(await copyTrouble(db)).toBeNull();
    folder.permission = 'prompt';
    await hearOne();
    await run(NOW + 2 * DAY);
    expect(await copyTrouble(db)).toMatchObject({ kind: 'notAllowed' });
    await choose('never', null);
    expect(await copyTrouble(db)).toBeNull();
  });

  it('wait where the browser has to be asked again, and where the downloads take a page', async () => {
    await choose('day');
    folder.permission = 'prompt';
    expect(await run(NOW)).toBe('notAllowed');
    await choose('week', null);
    expect(await run(NOW)).toBe('needsPage');
    const sink = new MemorySink();
    const toDownloads = (write: (sink: Sink) => Promise<void>) => write(sink);
    expect(await backUpWhenDue(db, { app: '0.1.0', now: NOW, toDownloads })).toBe('made');
    expect((await inspectBackup(db, sink.file())).rows.posts).toBe(1);
    expect(await lastBackup(db)).toMatchObject({ folder: null });
  });
});
