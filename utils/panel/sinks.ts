/** Where large files go without ever being whole in memory: a file of the browser's own, given to its download. */
import type { Sink } from '../keeping/backup';

/** Endings of what was begun here: swept at the next opening. */
const FOLDER = 'on-its-way';

export interface FileInMaking extends Sink {
  /** The file as it was written, for the download. */
  finish(): Promise<Blob>;
  discard(): Promise<void>;
}

/** A file that grows on disk; in memory only where the browser has no such place. */
export async function fileInMaking(name: string): Promise<FileInMaking> {
  const folder = await navigator.storage
    ?.getDirectory?.()
    .then((root) => root.getDirectoryHandle(FOLDER, { create: true }))
    .catch(() => null);
  if (!folder) return inMemory();
  const handle = await folder.getFileHandle(`${Date.now()} ${name}`, { create: true });
  const writable = await handle.createWritable();
  return {
    write: (bytes) => writable.write(bytes),
    async finish() {
      await writable.close();
      return handle.getFile();
    },
    async discard() {
      await writable.abort().catch(() => undefined);
      await folder.removeEntry(handle.name).catch(() => undefined);
    },
  };
}

function inMemory(): FileInMaking {
  const parts: Blob[] = [];
  return {
    async write(bytes) {
      parts.push(new Blob([bytes]));
    },
    finish: async () => new Blob(parts),
    discard: async () => {
      parts.length = 0;
    },
  };
}

/** A download has begun long before that. */
const TAKEN_OVER = 2 * 60_000;

/** Removes what downloads have taken over; `all`: whatever there is, since somebody is to be forgotten everywhere. */
export async function sweepFilesInMaking(which: 'old' | 'all' = 'old'): Promise<void> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  if (which === 'all') return root?.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
  const folder = await root?.getDirectoryHandle(FOLDER).catch(() => null);
  if (!folder) return;
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  const old = names.filter((name) => Date.now() - Number.parseInt(name, 10) > TAKEN_OVER);
  await Promise.all(old.map((name) => folder.removeEntry(name).catch(() => undefined)));
}

/** Gives a file to the browser's own download: a link in the page, so that it takes no permission. */
export function downloadBlob(blob: Blob, name: string, page: Document = document): void {
  const address = URL.createObjectURL(blob);
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
