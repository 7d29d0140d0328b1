/**
 * Copies made by themselves, outside the browser's profile: a damaged profile takes everything in it along. Each is read back
 * before an older one goes, and none is made where nothing changed.
 */
import type { TertuliaDatabase } from '../store/schema';
import { type Sink, writeBackup } from './backup';
import { inspectBackup } from './inspect';

const HOUR = 3_600_000;
/** A little less than the period, so that the same hour of the next day is not missed by a minute. */
const PERIODS = { day: 23 * HOUR, week: 7 * 24 * HOUR - HOUR } as const;
/** Copies kept in the folder. */
const KEPT = 7;
const NAME = /^tertulia-\d{4}-\d\d-\d\d\.tertulia$/;
const LAST = 'cursor:backup';
const CHOICE = 'backupFolder';

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

export async function readBackupChoice(db: TertuliaDatabase): Promise<BackupChoice> {
  const row = await db.meta.get(CHOICE);
  return row?.name === CHOICE ? row.value : { every: 'never', folder: null };
}

export async function chooseBackup(db: TertuliaDatabase, choice: BackupChoice): Promise<void> {
  await db.meta.put({ name: CHOICE, value: choice });
}

export async function lastBackup(db: TertuliaDatabase): Promise<LastBackup | null> {
  const row = await db.meta.get(LAST);
  return typeof row?.value === 'string' ? (JSON.parse(row.value) as LastBackup) : null;
}

export async function noteBackup(db: TertuliaDatabase, last: Omit<LastBackup, 'sequence'>): Promise<void> {
  await db.meta.put({ name: LAST, value: JSON.stringify({ ...last, sequence: await sequenceOf(db) }) });
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

/** Makes a copy where one is due. Safe to call often and from several windows. */
export async function backUpWhenDue(db: TertuliaDatabase, options: AutomaticOptions): Promise<AutomaticOutcome> {
  const { app, now = Date.now(), toDownloads } = options;
  const { every, folder } = await readBackupChoice(db);
  if (every === 'never') return 'notDue';
  const last = await lastBackup(db);
  if (last && now - last.at < PERIODS[every]) return 'notDue';
  if (last && last.sequence === (await sequenceOf(db))) return 'notDue';
  if (folder && (await folder.queryPermission?.({ mode: 'readwrite' })) === 'prompt') return 'notAllowed';
  if (!folder && !toDownloads) return 'needsPage';
  return aloneAtIt(async () => {
    const name = backupName(now);
    let made = { bytes: 0, posts: 0 };
    const write = async (sink: Sink) => {
      const { bytes, rows } = await writeBackup(db, sink, { app, now });
      made = { bytes, posts: rows.posts ?? 0 };
    };
    if (folder) await intoFolder(db, folder, name, write);
    else await toDownloads?.(write, name);
    await noteBackup(db, { ...made, at: now, folder: folder?.name ?? null, automatic: true });
    return 'made';
  });
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
