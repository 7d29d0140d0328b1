/** A copy brought back. The whole file is read and checked first: nothing is written for a file that is not right. */
import type { TertuliaDatabase } from '../store/schema';
import { gate } from './admit';
import { type BringInOptions, type BroughtIn, bringIn, type Incoming } from './bring-in';
import { finishForgettingPeople } from './forget';
import { type InspectProgress, inspectBackup } from './inspect';
import { type BackupRows, readBackup } from './read-backup';

export interface RestoreProgress extends Omit<InspectProgress, 'phase'> {
  phase: 'checking' | 'bringing' | 'settling';
}

export interface RestoreOptions extends Pick<BringInOptions, 'now' | 'admit'> {
  passphrase?: string;
  signal?: AbortSignal;
  onProgress?: (progress: RestoreProgress) => void;
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
