/** Takes conversations away as a file: any scope, any format, with progress, and it can be called off. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type CollectionHead, writeCollection } from '../exporting/collection';
import { TieCollector, toGraphml } from '../exporting/graphml';
import { Pseudonyms, pseudonymKey } from '../exporting/pseudonyms';
import type { ExportOptions, ThreadExport } from '../exporting/thread-export';
import { EXPORT_FORMATS, type ExportFormat, fileName, formatOf } from '../exporting/write';
import { kindOfFault, type StoreErrorKind } from '../store/errors';
import type { TertuliaDatabase } from '../store/schema';
import { exportWords } from './export';
import { type ExportChoice, type ExportScope, notesOn, scopeKeys, threadsOf } from './export-scope';
import { downloadBlob, fileInMaking, sweepFilesInMaking } from './sinks';

export type AnyFormat = ExportFormat | 'graphml' | 'xlsx';
export const ANY_FORMATS: readonly AnyFormat[] = [...EXPORT_FORMATS, 'xlsx', 'graphml'];

const OTHER = {
  graphml: { extension: 'graphml', mime: 'application/xml' },
  xlsx: { extension: 'xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;

export interface ExportRequest {
  scope: ExportScope;
  /** In words: the title of the file. */
  title: string;
  format: AnyFormat;
  choice: ExportChoice;
}

export type ExportResult =
  | { kind: 'exported'; name: string; threads: number; posts: number }
  | { kind: 'nothing' }
  | { kind: 'calledOff' }
  | { kind: 'store'; fault: StoreErrorKind };

export interface ExportingModel {
  readonly work: ReadonlySignal<{ done: number; total: number } | null>;
  readonly result: ReadonlySignal<ExportResult | null>;
  start(request: ExportRequest): Promise<void>;
  stop(): void;
  clear(): void;
}

export interface MadeExport {
  name: string;
  blob: Blob;
  threads: number;
  posts: number;
}

export function openExporting(
  db: TertuliaDatabase,
  ends: AbortSignal,
  give: (blob: Blob, name: string) => void = downloadBlob,
): ExportingModel {
  const work = signal<{ done: number; total: number } | null>(null);
  const result = signal<ExportResult | null>(null);
  let stopping: AbortController | null = null;
  void sweepFilesInMaking();
  return {
    work,
    result,
    async start(request) {
      if (work.value) return;
      const mine = new AbortController();
      stopping = mine;
      work.value = { done: 0, total: 0 };
      result.value = null;
      try {
        const made = await makeExport(db, request, {
          signal: AbortSignal.any([mine.signal, ends]),
          onProgress: (progress) => {
            work.value = progress;
          },
        });
        if (made) give(made.blob, made.name);
        result.value = made
          ? { kind: 'exported', name: made.name, threads: made.threads, posts: made.posts }
          : { kind: 'nothing' };
      } catch (reason) {
        result.value = mine.signal.aborted ? { kind: 'calledOff' } : { kind: 'store', fault: kindOfFault(reason) };
      } finally {
        work.value = null;
      }
    },
    stop() {
      stopping?.abort();
    },
    clear() {
      result.value = null;
    },
  };
}

export interface MakeOptions {
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; total: number }) => void;
  now?: number;
}

/** The file, or null where the scope holds nothing. */
export async function makeExport(
  db: TertuliaDatabase,
  { scope, title, format, choice }: ExportRequest,
  { signal, onProgress, now = Date.now() }: MakeOptions = {},
): Promise<MadeExport | null> {
  const keys = await scopeKeys(db, scope, signal);
  const passes = choice.pseudonyms ? 2 : 1;
  const total = keys.threads.length * passes;
  const read = (pass: number) =>
    threadsOf(db, keys, choice, (done) => onProgress?.({ done: keys.threads.length * pass + done, total }), signal);
  const invented = choice.pseudonyms ? new Pseudonyms(await ownKey(db)) : null;
  if (invented) for await (const data of read(0)) await invented.learn(data);
  let threads = 0;
  let posts = 0;
  async function* wanted(): AsyncGenerator<ThreadExport> {
    for await (const data of read(passes - 1)) {
      threads++;
      posts += data.posts.length;
      yield invented ? invented.apply(data) : data;
    }
  }
  const options: ExportOptions = {
    notes: choice.notes || choice.tags,
    readings: choice.readings,
    now,
    words: exportWords(now),
  };
  const { extension, mime } = format === 'graphml' || format === 'xlsx' ? OTHER[format] : formatOf(format);
  // A title may name somebody.
  const name = fileName(choice.pseudonyms ? 'tertulia' : title, now, extension);
  const notes = (await notesOn(db, scope, choice)).map((note) => (invented ? invented.note(note) : note));
  const head = { title: choice.pseudonyms ? 'Tertulia' : title, notes };
  const blob = await blobOf(format, head, wanted(), options, name);
  return threads === 0 ? null : { name, threads, posts, blob: new Blob([blob], { type: mime }) };
}

async function blobOf(
  format: AnyFormat,
  head: CollectionHead,
  threads: AsyncGenerator<ThreadExport>,
  options: ExportOptions,
  name: string,
): Promise<Blob> {
  if (format === 'xlsx') {
    // 25 kB that most will never need.
    const { toXlsx } = await import('../exporting/xlsx');
    return toXlsx(threads, options);
  }
  if (format === 'graphml') {
    const ties = new TieCollector();
    for await (const { posts } of threads) ties.add(posts);
    return new Blob([toGraphml(ties)]);
  }
  const file = await fileInMaking(name);
  const encoder = new TextEncoder();
  try {
    for await (const piece of writeCollection(format, head, threads, options)) await file.write(encoder.encode(piece));
    return await file.finish();
  } catch (fault) {
    await file.discard();
    throw fault;
  }
}

const KEY = 'cursor:pseudonyms';

/** Made once and never exported, not even into a copy: another profile gives other names. */
async function ownKey(db: TertuliaDatabase): Promise<CryptoKey> {
  const hex = await db.transaction('rw', db.meta, async () => {
    const row = await db.meta.get(KEY);
    if (typeof row?.value === 'string') return row.value;
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const value = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    await db.meta.put({ name: KEY, value });
    return value;
  });
  return pseudonymKey(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
