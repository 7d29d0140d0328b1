/**
 * Copies made by themselves, outside the browser's profile: a damaged profile takes everything in it along. Each is read back
 * before an older one goes, and none is made where nothing changed.
 */
import type { TertuliaDatabase } from '../store/schema';
import { type Sink, writeBackup } from './backup';
import { FileFault } from './faults';
import { inspectBackup } from './inspect';

const HOUR = 3_600_000;
/** A little less than the period, so that the same hour of the next day is not missed by a minute. */
const PERIODS = { day: 23 * HOUR, week: 7 * 24 * HOUR - HOUR } as const;
/** Copies kept in the folder. */
const KEPT = 7;
const NAME = /^tertulia-\d{4}-\d\d-\d\d\.tertulia$/;
const LAST = 'cursor:backup';
const CHOICE = 'backupFolder';
const TROUBLE = 'cursor:copyTrouble';

export type BackupEvery = keyof typeof PERIODS | 'never';

/** A folder the user picked; the browser asks again for leave to write where it forgot it. */
export interface Folder extends FileSystemDirectoryHandle {
  queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
}

export interface BackupChoice {
  every: BackupEvery;
  /** null: into the browser's downloads. */
  folder: Folder | null;
}

export interface LastBackup {
  at: number;
  bytes: number;
  posts: number;
  /** Where it went: the folder's name, or null for downloads. */
  folder: string | null;
  /** Batches kept until then: another number, and something changed. */
  sequence: number;
  /** Made by itself. */
  automatic: boolean;
}

/** Why the last copy that was due could not be made. */
export type CopyTroubleKind =
  /** The browser has to be asked again, which takes a click. */
  | 'notAllowed'
  /** The folder is not there any more. */
  | 'gone'
  | 'noRoom'
  /** What was written could not be read back. */
  | 'unread'
  | 'unknown';

export interface CopyTrouble {
  kind: CopyTroubleKind;
  at: number;
}

export async function readBackupChoice(db: TertuliaDatabase): Promise<BackupChoice> {
  const row = await db.meta.get(CHOICE);
  return row?.name === CHOICE ? row.value : { every: 'never', folder: null };
}

export async function chooseBackup(db: TertuliaDatabase, choice: BackupChoice): Promise<void> {
  await db.meta.put({ name: CHOICE, value: choice });
  await db.meta.delete(TROUBLE);
}

/** null: the last one was made, or none was ever due. */
export async function copyTrouble(db: TertuliaDatabase): Promise<CopyTrouble | null> {
  const row = await db.meta.get(TROUBLE);
  return typeof row?.value === 'string' ? (JSON.parse(row.value) as CopyTrouble) : null;
}

async function noteTrouble(db: TertuliaDatabase, kind: CopyTroubleKind, at: number): Promise<void> {
  const trouble: CopyTrouble = { kind, at };
  // Without room for these few bytes the store says so itself.
  await db.meta.put({ name: TROUBLE, value: JSON.stringify(trouble) }).catch(() => undefined);
}

function kindOf(fault: unknown): CopyTroubleKind {
  if (fault instanceof FileFault) return 'unread';
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'NotFoundError') return 'gone';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'notAllowed';
  return name === 'QuotaExceededError' ? 'noRoom' : 'unknown';
}

export async function lastBackup(db: TertuliaDatabase): Promise<LastBackup | null> {
  const row = await db.meta.get(LAST);
  return typeof row?.value === 'string' ? (JSON.parse(row.value) as LastBackup) : null;
}

export async function noteBackup(db: TertuliaDatabase, last: Omit<LastBackup, 'sequence'>): Promise<void> {
  await db.meta.put({ name: LAST, value: JSON.stringify({ ...last, sequence: await sequenceOf(db) }) });
  if (last.automatic) await db.meta.delete(TROUBLE);
}

async function sequenceOf(db: TertuliaDatabase): Promise<number> {
  const row = await db.meta.get('identity');
  return row?.name === 'identity' ? row.value.sequence : 0;
}

export function backupName(at: number): string {
  return `tertulia-${new Date(at).toISOString().slice(0, 10)}.tertulia`;
}

export type AutomaticOutcome =
  | 'made'
  | 'notDue'
  /** The browser has to be asked again, which takes a click. */
  | 'notAllowed'
  /** It goes to the downloads, which takes a page. */
  | 'needsPage';

export interface AutomaticOptions {
  app: string;
  now?: number;
  /** Gives a file to the downloads, where this context can. */
  toDownloads?: (write: (sink: Sink) => Promise<void>, name: string) => Promise<void>;
}

/** What stood in the way is tried again after this long, not at every alarm. */
const REST = 6 * HOUR;

/** Whether a copy into a folder is due that no screen is needed for. */
export async function isCopyDue(db: TertuliaDatabase, now = Date.now()): Promise<boolean> {
  const { every, folder } = await readBackupChoice(db);
  if (every === 'never' || !folder) return false;
  const trouble = await copyTrouble(db);
  return (!trouble || now - trouble.at > REST) && isDue(db, every, now);
}

async function isDue(db: TertuliaDatabase, every: Exclude<BackupEvery, 'never'>, now: number): Promise<boolean> {
  const last = await lastBackup(db);
  return !last || (now - last.at >= PERIODS[every] && last.sequence !== (await sequenceOf(db)));
}

/** Makes a copy where one is due. Safe to call often and from several windows. What goes wrong is remembered and thrown. */
export async function backUpWhenDue(db: TertuliaDatabase, options: AutomaticOptions): Promise<AutomaticOutcome> {
  const { app, now = Date.now(), toDownloads } = options;
  const { every, folder } = await readBackupChoice(db);
  if (every === 'never' || !(await isDue(db, every, now))) return 'notDue';
  if (folder && !(await isAllowed(folder))) {
    await noteTrouble(db, 'notAllowed', now);
    return 'notAllowed';
  }
  if (!folder && !toDownloads) return 'needsPage';
  return aloneAtIt(async () => {
    const name = backupName(now);
    let made = { bytes: 0, posts: 0 };
    const write = async (sink: Sink) => {
      const { bytes, rows } = await writeBackup(db, sink, { app, now });
      made = { bytes, posts: rows.posts ?? 0 };
    };
    try {
      if (folder) await intoFolder(db, folder, name, write);
      else await toDownloads?.(write, name);
    } catch (fault) {
      await noteTrouble(db, kindOf(fault), now);
      throw fault;
    }
    await noteBackup(db, { ...made, at: now, folder: folder?.name ?? null, automatic: true });
    return 'made';
  });
}

/** Browsers without the question always allow. */
async function isAllowed(folder: Folder): Promise<boolean> {
  return ((await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
}

/** Written beside, read back, then put in its place: a copy cut short never replaces a whole one. */
async function intoFolder(db: TertuliaDatabase, folder: Folder, name: string, write: (sink: Sink) => Promise<void>) {
  const handle = await folder.getFileHandle(name, { create: true });
  // The browser writes to a file of its own and swaps at the close.
  const file = await handle.createWritable();
  try {
    await write(file);
    await file.close();
  } catch (fault) {
    await file.abort().catch(() => undefined);
    throw fault;
  }
  await inspectBackup(db, await handle.getFile());
  const names: string[] = [];
  for await (const entry of (folder as unknown as { keys(): AsyncIterable<string> }).keys())
    if (NAME.test(entry)) names.push(entry);
  for (const old of names.sort().slice(0, -KEPT)) await folder.removeEntry(old);
}

async function aloneAtIt(work: () => Promise<AutomaticOutcome>): Promise<AutomaticOutcome> {
  if (typeof navigator !== 'object' || !navigator.locks) return work();
  return navigator.locks.request('tertulia-copy', { ifAvailable: true }, (lock) => (lock ? work() : 'notDue'));
}
