/** The engine's state as one buffer: a short header of JSON, then the typed arrays as they are. */
import { Baseline } from './baseline';
import { PostLog } from './post-log';
import { Surfaces } from './surfaces';
import { TermTable } from './term-table';
import type { Tracked } from './tracked';

export interface Saved {
  log: PostLog;
  baseline: Baseline;
  surfaces: Surfaces;
  tracked: Tracked[];
  /** Posts of the log already offered to the themes. */
  done: number;
  /** Latest look. */
  now: number;
}

/** Grows with every change of the layout or of how terms are made: an older state is rebuilt from the store. */
export const STATE_VERSION = 2;

const TYPES = { f64: Float64Array, u32: Uint32Array, u16: Uint16Array, i8: Int8Array } as const;
type Column = Float64Array | Uint32Array | Uint16Array | Int8Array;

interface Header {
  version: number;
  done: number;
  now: number;
  keys: string[];
  authors: string[];
  threads: string[];
  sites: string[];
  days: [number, [number, { authors: number; posts: number }][]][];
  surfaces: [number, string, number][];
  tracked: (Omit<Tracked, 'posts' | 'model'> & { posts: number[]; model: [number, number][] })[];
  columns: { name: string; type: keyof typeof TYPES; length: number }[];
}

export function writeState(state: Saved): ArrayBuffer {
  const { log, baseline } = state;
  const size = log.size;
  const terms = baseline.terms.entries();
  const columns: [string, keyof typeof TYPES, Column][] = [
    ['at', 'f64', log.at.subarray(0, size)],
    ['usual', 'f64', terms.values],
    ['author', 'u32', log.author.subarray(0, size)],
    ['thread', 'u32', log.thread.subarray(0, size)],
    ['copyKey', 'u32', log.copyKey.subarray(0, size)],
    ['start', 'u32', log.start.subarray(0, size + 1)],
    ['terms', 'u32', log.terms.subarray(0, log.start[size])],
    ['known', 'u32', terms.keys],
    ['site', 'u16', log.site.subarray(0, size)],
    ['lang', 'i8', log.lang.subarray(0, size)],
  ];
  const header: Header = {
    version: STATE_VERSION,
    done: state.done,
    now: state.now,
    keys: log.keys.strings,
    authors: log.authors.strings,
    threads: log.threads.strings,
    sites: log.sites.strings,
    days: [...baseline.days].map(([day, sites]) => [day, [...sites]]),
    surfaces: state.surfaces.entries(),
    tracked: state.tracked.map((theme) => ({ ...theme, posts: [...theme.posts], model: [...theme.model] })),
    columns: columns.map(([name, type, column]) => ({ name, type, length: column.length })),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const offset = aligned(8 + head.length);
  const buffer = new ArrayBuffer(columns.reduce((end, [, , column]) => aligned(end + column.byteLength), offset));
  new Uint32Array(buffer, 0, 2).set([STATE_VERSION, head.length]);
  new Uint8Array(buffer, 8).set(head);
  let at = offset;
  for (const [, , column] of columns) {
    new Uint8Array(buffer, at).set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    at = aligned(at + column.byteLength);
  }
  return buffer;
}

/** Whether a saved state is of this version: else it must be rebuilt. */
export function isReadable(buffer: ArrayBuffer): boolean {
  return buffer.byteLength > 8 && new Uint32Array(buffer, 0, 1)[0] === STATE_VERSION;
}

export function readState(buffer: ArrayBuffer): Saved {
  const [version, length] = new Uint32Array(buffer, 0, 2);
  if (version !== STATE_VERSION) throw new Error(`theme state of version ${version}`);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as Header;
  const columns = new Map<string, Column>();
  let at = aligned(8 + length!);
  for (const { name, type, length: n } of header.columns) {
    const column = new TYPES[type](buffer, at, n);
    columns.set(name, column);
    at = aligned(at + column.byteLength);
  }
  const column = <T extends Column>(name: string) => columns.get(name) as T;
  const log = new PostLog();
  for (const site of header.sites) log.sites.idOf(site);
  const starts = column<Uint32Array>('start');
  const all = column<Uint32Array>('terms');
  header.keys.forEach((key, i) => {
    log.add({
      key,
      at: column<Float64Array>('at')[i]!,
      author: header.authors[column<Uint32Array>('author')[i]!]!,
      thread: header.threads[column<Uint32Array>('thread')[i]!]!,
      site: header.sites[column<Uint16Array>('site')[i]!]!,
      copyKey: column<Uint32Array>('copyKey')[i]!,
      lang: column<Int8Array>('lang')[i]!,
      terms: all.subarray(starts[i]!, starts[i + 1]!),
    });
  });
  const baseline = new Baseline(TermTable.from(column<Uint32Array>('known'), column<Float64Array>('usual')));
  for (const [day, sites] of header.days) baseline.days.set(day, new Map(sites));
  const tracked = header.tracked.map((theme) => ({
    ...theme,
    posts: new Set(theme.posts),
    model: new Map(theme.model),
  }));
  return { log, baseline, surfaces: Surfaces.from(header.surfaces), tracked, done: header.done, now: header.now };
}

function aligned(offset: number): number {
  return (offset + 7) & ~7;
}
