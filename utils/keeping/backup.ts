/** A copy of everything: each table a page of rows at a time, never all at once in memory. */
import Dexie from 'dexie';
import type { TertuliaDatabase } from '../store/schema';
import type { Bytes } from './bytes';
import { enveloped } from './envelope';
import { compressed } from './lines';
import { copiedTables, isCopiedMeta, lineOf } from './rows';

export const BACKUP_FORMAT = 'tertulia/backup';
export const BACKUP_VERSION = 1;

const ROWS_A_PAGE = 1_000;

export interface Progress {
  done: number;
  total: number;
}

export interface BackupOptions {
  app: string;
  passphrase?: string;
  now?: number;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface BackupSummary {
  rows: Record<string, number>;
  bytes: number;
}

/** Where a copy goes: a file, or anything that takes bytes in order. */
export interface Sink {
  write(bytes: Bytes): Promise<void>;
}

/** Writes a copy of the database. Rejects with the signal's reason where it was called off; closing is the caller's. */
export async function writeBackup(db: TertuliaDatabase, sink: Sink, options: BackupOptions): Promise<BackupSummary> {
  const { app, passphrase, now = Date.now(), signal, onProgress } = options;
  const rows: Record<string, number> = {};
  const total = (await Promise.all(copiedTables(db).map((name) => db.table(name).count()))).reduce((a, b) => a + b, 0);
  let done = 0;
  async function* lines(): AsyncGenerator<string> {
    const schema = Math.round(db.verno);
    yield `${JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, schema, createdAt: now, app })}\n`;
    for (const name of copiedTables(db)) {
      rows[name] = 0;
      yield `${JSON.stringify({ table: name })}\n`;
      for await (const page of pagesOf(db, name)) {
        signal?.throwIfAborted();
        let text = '';
        for (const row of page) {
          if (name === 'meta' && !isCopiedMeta((row as { name: unknown }).name)) continue;
          const line = lineOf(name, row);
          if (line === null) continue;
          text += line;
          rows[name]++;
        }
        done += page.length;
        onProgress?.({ done: Math.min(done, total), total });
        if (text !== '') yield text;
      }
    }
    yield `${JSON.stringify({ end: rows })}\n`;
  }
  let bytes = 0;
  for await (const piece of enveloped(compressed(lines()), {
    createdAt: now,
    app,
    ...(passphrase && { passphrase }),
  })) {
    signal?.throwIfAborted();
    bytes += piece.length;
    await sink.write(piece);
  }
  return { rows, bytes };
}

/** The rows of a table by primary key, a page at a time. The next page is asked for while this one is written. */
async function* pagesOf(db: TertuliaDatabase, name: string): AsyncGenerator<unknown[]> {
  const table = db.table(name);
  const page = (after: unknown): PromiseLike<unknown[]> =>
    (after === undefined ? table.orderBy(':id') : table.where(':id').above(after as string))
      .limit(ROWS_A_PAGE)
      .toArray();
  let next = page(undefined);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (last === undefined) return;
    const isLast = rows.length < ROWS_A_PAGE;
    if (!isLast) next = page(Dexie.getByKeyPath(last as object, table.schema.primKey.keyPath as string));
    yield rows;
    if (isLast) return;
  }
}
