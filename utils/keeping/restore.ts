/** A copy brought back. The whole file is read and checked first: nothing is written for a file that is not right. */
import type { TertuliaDatabase } from '../store/schema';
import { gate } from './admit';
import { type BringInOptions, type BroughtIn, bringIn, type Incoming } from './bring-in';
import { finishForgettingPeople } from './forget';
import { type BackupHead, type BackupRows, readBackup } from './read-backup';

export interface RestoreProgress {
  phase: 'checking' | 'bringing' | 'settling';
  done: number;
  total: number;
}

export interface RestoreOptions extends Pick<BringInOptions, 'now' | 'admit'> {
  passphrase?: string;
  signal?: AbortSignal;
  onProgress?: (progress: RestoreProgress) => void;
}

export interface BackupContents extends BackupHead {
  rows: Record<string, number>;
}

/** Reads a copy to its end and says what is in it. Throws `FileFault`. */
export async function inspectBackup(
  db: TertuliaDatabase,
  file: Blob,
  { passphrase, signal, onProgress }: RestoreOptions = {},
): Promise<BackupContents> {
  const rows: Record<string, number> = {};
  let head: BackupHead | undefined;
  const batches = readBackup(db, file, {
    ...(passphrase && { passphrase }),
    ...(signal && { signal }),
    onHead: (found) => {
      head = found;
    },
  });
  for await (const batch of batches) {
    rows[batch.table] = (rows[batch.table] ?? 0) + batch.rows.length;
    onProgress?.({ phase: 'checking', done: batch.read, total: file.size });
  }
  return { ...(head as BackupHead), rows };
}

/** Brings a copy back: by the rules of capture, all of it or nothing. Throws `FileFault`, or the signal's reason. */
export async function restoreBackup(
  db: TertuliaDatabase,
  file: Blob,
  options: RestoreOptions = {},
): Promise<BroughtIn> {
  const { passphrase, signal, onProgress, admit = gate(db), now } = options;
  await inspectBackup(db, file, options);
  const batches = readBackup(db, file, { ...(passphrase && { passphrase }), ...(signal && { signal }) });
  const report = await bringIn(db, batches as AsyncIterable<Incoming>, {
    ...(signal && { signal }),
    admit,
    ...(now !== undefined && { now }),
    onBatch: (batch) => onProgress?.({ phase: 'bringing', done: (batch as BackupRows).read, total: file.size }),
    onSettling: (progress) => onProgress?.({ phase: 'settling', ...progress }),
  });
  await finishForgettingPeople(db);
  return report;
}
