/** Reads a copy, row by row, checking all of it as it goes. Throws `FileFault`; who reads writes nothing before the end. */
import type { TertuliaDatabase } from '../store/schema';
import { BACKUP_FORMAT, BACKUP_VERSION } from './backup';
import { openEnvelope } from './envelope';
import { FileFault } from './faults';
import { uncompressedLines } from './lines';
import { copiedTables, rowOf } from './rows';
import { checkRow } from './shapes';

export interface BackupRows {
  table: string;
  rows: Record<string, unknown>[];
  /** Bytes of the file read so far. */
  read: number;
}

export interface BackupHead {
  createdAt: number;
  app: string;
  schema: number;
}

export interface ReadOptions {
  passphrase?: string;
  signal?: AbortSignal;
  onHead?: (head: BackupHead) => void;
}

const ROWS_A_BATCH = 2_000;

/** The rows of a copy in batches of one table each. What came before a fault is not to be believed. */
export async function* readBackup(db: TertuliaDatabase, file: Blob, options: ReadOptions): AsyncGenerator<BackupRows> {
  const { passphrase, signal, onHead } = options;
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        read += piece.length;
        controller.enqueue(piece);
      },
    }),
  );
  const { content } = await openEnvelope(counted, passphrase);
  const tables = new Set(copiedTables(db));
  const counts: Record<string, number> = {};
  let head: BackupHead | null = null;
  let ended = false;
  let table: string | null = null;
  let keyPath: string | string[] = '';
  let previous: IDBValidKey | null = null;
  let rows: Record<string, unknown>[] = [];
  for await (const lines of uncompressedLines(content)) {
    signal?.throwIfAborted();
    for (const line of lines) {
      if (line === '') continue;
      if (ended) throw new FileFault('damaged', 'more after the end');
      const row = rowOf(line);
      if (!head) {
        head = headOf(row, db);
        onHead?.(head);
        continue;
      }
      if (line.startsWith('{"table":') || line.startsWith('{"end":')) {
        if (table !== null && rows.length > 0) yield { table, rows, read };
        rows = [];
        previous = null;
        if (Object.hasOwn(row, 'end')) {
          ended = true;
          checkEnd(row.end, counts);
          continue;
        }
        table = tableOf(row, tables, counts);
        counts[table] = 0;
        keyPath = db.table(table).schema.primKey.keyPath as string | string[];
        continue;
      }
      if (table === null) throw new FileFault('wrongContent', 'row of no table');
      checkRow(table, row);
      const key = keyOf(row, keyPath, table);
      // In order, so that a row that comes twice is noticed without remembering any.
      if (previous !== null && !isAfter(previous, key)) throw new FileFault('wrongContent', `${table} twice`);
      previous = key;
      counts[table] = (counts[table] ?? 0) + 1;
      rows.push(row);
      if (rows.length >= ROWS_A_BATCH) {
        yield { table, rows, read };
        rows = [];
      }
    }
  }
  if (!head) throw new FileFault('wrongContent', 'empty');
  if (!ended) throw new FileFault('damaged', 'no end');
}

function headOf(row: Record<string, unknown>, db: TertuliaDatabase): BackupHead {
  const { format, version, schema, createdAt, app } = row;
  if (format !== BACKUP_FORMAT) throw new FileFault('notOurs', 'format');
  if (typeof version !== 'number' || typeof schema !== 'number') throw new FileFault('wrongContent', 'version');
  if (version > BACKUP_VERSION || schema > Math.round(db.verno)) throw new FileFault('tooNew', `version ${version}`);
  if (version !== BACKUP_VERSION || typeof createdAt !== 'number' || typeof app !== 'string')
    throw new FileFault('wrongContent', 'head');
  return { createdAt, app, schema };
}

function tableOf({ table }: Record<string, unknown>, known: ReadonlySet<string>, seen: Record<string, number>): string {
  if (typeof table !== 'string' || !known.has(table)) throw new FileFault('wrongContent', 'unknown table');
  if (Object.hasOwn(seen, table)) throw new FileFault('wrongContent', `${table} twice`);
  return table;
}

function checkEnd(end: unknown, counts: Record<string, number>): void {
  const claimed = end instanceof Object ? (end as Record<string, unknown>) : {};
  const names = new Set([...Object.keys(claimed), ...Object.keys(counts)]);
  for (const name of names) if (claimed[name] !== counts[name]) throw new FileFault('damaged', `rows of ${name}`);
}

function keyOf(row: Record<string, unknown>, keyPath: string | string[], table: string): IDBValidKey {
  const key = Array.isArray(keyPath) ? keyPath.map((part) => row[part]) : row[keyPath];
  try {
    indexedDB.cmp(key, key);
  } catch (cause) {
    throw new FileFault('wrongContent', `key of ${table}`, cause);
  }
  return key as IDBValidKey;
}

function isAfter(previous: IDBValidKey, key: IDBValidKey): boolean {
  return typeof previous === 'string' && typeof key === 'string' ? previous < key : indexedDB.cmp(previous, key) < 0;
}
