/** A copy read to its end without bringing anything in: whether it is whole, and what it holds. */
import type { TertuliaDatabase } from '../store/schema';
import { type BackupHead, readBackup } from './read-backup';

export interface InspectProgress {
  phase: 'checking';
  done: number;
  total: number;
}

export interface InspectOptions {
  passphrase?: string;
  signal?: AbortSignal;
  onProgress?: (progress: InspectProgress) => void;
}

export interface BackupContents extends BackupHead {
  rows: Record<string, number>;
}

/** Reads a copy to its end and says what is in it. Throws `FileFault`. */
export async function inspectBackup(
  db: TertuliaDatabase,
  file: Blob,
  { passphrase, signal, onProgress }: InspectOptions = {},
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
