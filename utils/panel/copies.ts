/** Copies: made, brought back, made by themselves. One thing at a time, with progress, and it can be called off. */
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type BackupChoice,
  type BackupEvery,
  backUpWhenDue,
  backupName,
  type CopyTrouble,
  chooseBackup,
  copyTrouble,
  type Folder,
  type LastBackup,
  lastBackup,
  noteBackup,
  readBackupChoice,
} from '../keeping/automatic';
import { writeBackup } from '../keeping/backup';
import type { BroughtIn } from '../keeping/bring-in';
import { peekHeader } from '../keeping/envelope';
import { FileFault, type FileFaultKind } from '../keeping/faults';
import { type ForeignKind, importForeign } from '../keeping/import-foreign';
import { restoreBackup } from '../keeping/restore';
import { kindOfFault, type StoreErrorKind } from '../store/errors';
import type { TertuliaDatabase } from '../store/schema';
import { type Live, live } from './live';
import { downloadBlob, fileInMaking, sweepFilesInMaking } from './sinks';

export { copyTrouble };

export type CopyPhase = 'copying' | 'checking' | 'bringing' | 'settling';

export interface CopyWork {
  phase: CopyPhase;
  done: number;
  total: number;
}

export type CopyResult =
  | { kind: 'copied'; posts: number; bytes: number; name: string }
  | { kind: 'brought'; report: BroughtIn; from: 'copy' | ForeignKind; unread: number }
  | { kind: 'calledOff' }
  | { kind: 'fault'; fault: FileFaultKind }
  | { kind: 'store'; fault: StoreErrorKind };

export interface CopiesModel {
  readonly work: ReadonlySignal<CopyWork | null>;
  readonly result: ReadonlySignal<CopyResult | null>;
  /** A sealed copy waits for its passphrase. */
  readonly sealed: ReadonlySignal<File | null>;
  readonly last: ReadonlySignal<LastBackup | null | undefined>;
  readonly choice: ReadonlySignal<BackupChoice | undefined>;
  /** Why the last copy by itself was not made; null where it was. */
  readonly trouble: ReadonlySignal<CopyTrouble | null | undefined>;
  /** The browser lets pages pick a folder. */
  readonly canPickFolder: boolean;
  copy(passphrase: string): Promise<void>;
  bringIn(file: File, passphrase?: string): Promise<void>;
  stop(): void;
  setEvery(every: BackupEvery): Promise<void>;
  /** In the click: the browser asks which. */
  pickFolder(): Promise<void>;
  leaveFolder(): Promise<void>;
  /** In the click: asks for leave to write into the folder, and makes the copy that is due. */
  again(): Promise<void>;
}

interface Picker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

export function openCopies(db: TertuliaDatabase, app: string, ends: AbortSignal): CopiesModel {
  const work = signal<CopyWork | null>(null);
  const result = signal<CopyResult | null>(null);
  const sealed = signal<File | null>(null);
  const last: Live<LastBackup | null> = live(() => () => lastBackup(db), ends);
  const choice: Live<BackupChoice> = live(() => () => readBackupChoice(db), ends);
  const trouble: Live<CopyTrouble | null> = live(() => () => copyTrouble(db), ends);
  let stopping: AbortController | null = null;
  void sweepFilesInMaking();

  /** One thing at a time; whatever goes wrong becomes words. */
  async function busy(phase: CopyPhase, task: (stop: AbortSignal) => Promise<CopyResult | null>): Promise<void> {
    if (work.value) return;
    const mine = new AbortController();
    stopping = mine;
    work.value = { phase, done: 0, total: 0 };
    result.value = null;
    try {
      result.value = await task(AbortSignal.any([mine.signal, ends]));
    } catch (reason) {
      if (mine.signal.aborted) result.value = { kind: 'calledOff' };
      else if (reason instanceof FileFault) result.value = { kind: 'fault', fault: reason.kind };
      else result.value = { kind: 'store', fault: kindOfFault(reason) };
    } finally {
      work.value = null;
    }
  }
  const progress = (phase: CopyPhase, { done, total }: { done: number; total: number }) => {
    work.value = { phase, done, total };
  };

  return {
    work,
    result,
    sealed,
    last: last.value,
    choice: choice.value,
    trouble: trouble.value,
    canPickFolder: typeof (globalThis as Picker).showDirectoryPicker === 'function',
    copy: (passphrase) =>
      busy('copying', async (stop) => {
        const now = Date.now();
        const name = backupName(now);
        const file = await fileInMaking(name);
        try {
          const { rows, bytes } = await writeBackup(db, file, {
            app,
            now,
            signal: stop,
            ...(passphrase && { passphrase }),
            onProgress: (at) => progress('copying', at),
          });
          downloadBlob(await file.finish(), name);
          const posts = rows.posts ?? 0;
          await noteBackup(db, { at: now, bytes, posts, folder: null, automatic: false });
          return { kind: 'copied', posts, bytes, name };
        } catch (fault) {
          await file.discard();
          throw fault;
        }
      }),
    bringIn: (file, passphrase) =>
      busy('checking', async (stop) => {
        const header = await peekHeader(file);
        sealed.value = null;
        if (!header) {
          const { kind, unread, ...report } = await importForeign(db, file, {
            signal: stop,
            onProgress: (at) => progress('bringing', at),
          });
          return { kind: 'brought', report, from: kind, unread };
        }
        if (header.seal && !passphrase) {
          sealed.value = file;
          return null;
        }
        try {
          const report = await restoreBackup(db, file, {
            signal: stop,
            ...(passphrase && { passphrase }),
            onProgress: ({ phase, ...at }) => progress(phase, at),
          });
          return { kind: 'brought', report, from: 'copy', unread: 0 };
        } catch (fault) {
          if (fault instanceof FileFault && fault.kind === 'wrongPassphrase') sealed.value = file;
          throw fault;
        }
      }),
    stop() {
      stopping?.abort();
    },
    async setEvery(every) {
      const { folder } = await readBackupChoice(db);
      await chooseBackup(db, { every, folder });
      await followUp(db, app);
    },
    async pickFolder() {
      const folder = await (globalThis as Picker)
        .showDirectoryPicker?.({ id: 'tertulia', mode: 'readwrite' })
        // Closed without a choice: all stays as it was.
        .catch(() => undefined);
      if (!folder) return;
      const { every } = await readBackupChoice(db);
      await chooseBackup(db, { every: every === 'never' ? 'day' : every, folder });
      await followUp(db, app);
    },
    async leaveFolder() {
      const { every } = await readBackupChoice(db);
      await chooseBackup(db, { every, folder: null });
      await followUp(db, app);
    },
    async again() {
      const { folder } = await readBackupChoice(db);
      if (folder) await allowFolder(folder).catch(() => false);
      await followUp(db, app);
    },
  };
}

/** Makes a copy where one is due, from a page: it may go to the downloads. What went wrong is in `copyTrouble`. */
export async function followUp(db: TertuliaDatabase, app: string): Promise<void> {
  await backUpWhenDue(db, {
    app,
    async toDownloads(write, name) {
      const file = await fileInMaking(name);
      try {
        await write(file);
      } catch (fault) {
        await file.discard();
        throw fault;
      }
      downloadBlob(await file.finish(), name);
    },
  }).catch(() => undefined);
}

/** Asks the browser once more for leave to write into the folder: in a click. */
async function allowFolder(folder: Folder): Promise<boolean> {
  return (await folder.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}
