/** Files that are not right, made: a whole one in order outside around any lines, and pieces of one. */
import { gzipSync } from 'node:zlib';
import { writeBackup } from '../../utils/keeping/backup';
import { type Bytes, join } from '../../utils/keeping/bytes';
import { enveloped, MAGIC } from '../../utils/keeping/envelope';
import type { FileFaultKind } from '../../utils/keeping/faults';
import { freshDatabase } from '../store/fresh';
import { fill, MemorySink, NOW } from './sample';

export type BrokenFile = [name: string, kind: FileFaultKind, make: () => Blob | Promise<Blob>];

/** A copy as it should be. */
export async function wholeCopy(): Promise<Bytes> {
  const db = freshDatabase();
  await fill(db);
  const sink = new MemorySink();
  await writeBackup(db, sink, { app: '0.1.0', now: NOW });
  return new Uint8Array(await sink.file().arrayBuffer());
}

export const utf8 = new TextEncoder();
export const u32 = (value: number) =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
export const HEAD = { format: 'tertulia/backup', version: 1, schema: 1, createdAt: NOW, app: '0.1.0' };

/** A whole file, in order outside, around any lines. */
export async function fileOf(lines: readonly (object | string)[], zip = true): Promise<Blob> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return around(zip ? gzipSync(`${text}\n`) : utf8.encode(text));
}

export async function around(content: Uint8Array): Promise<Blob> {
  const sink = new MemorySink();
  async function* once() {
    for (let at = 0; at < content.length; at += 60_000) yield content.slice(at, at + 60_000) as Bytes;
  }
  for await (const piece of enveloped(once(), { createdAt: NOW, app: '0.1.0' })) await sink.write(piece);
  return sink.file();
}

export const post = (id: string, over: object = {}) => ({
  key: `a.example:${id}`,
  site: 'a.example',
  nativeId: id,
  kind: 'post',
  url: 'https://a.example/1',
  threadKey: 'a.example:t',
  threadTitle: '',
  parentKey: null,
  author: { name: 'Ana', handle: null, url: null },
  text: 'hola',
  lang: null,
  postedAt: null,
  postedAtSource: null,
  firstSeenAt: 1,
  lastSeenAt: 1,
  at: 1,
  authorKey: 'a.example:ana',
  ours: 0,
  mention: 0,
  ...over,
});
export const posts = (...rows: (object | string)[]) =>
  fileOf([HEAD, { table: 'posts' }, ...rows, { end: { posts: rows.length } }]);
export const settings = (value: unknown) =>
  fileOf([HEAD, { table: 'meta' }, { name: 'settings', value }, { end: { meta: 1 } }]);
export const raw = (...parts: (Uint8Array | string)[]) =>
  new Blob([join(...parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : part)))]);
export const header = (value: object | string, flags = 0, version = 1) => {
  const text = utf8.encode(typeof value === 'string' ? value : JSON.stringify(value));
  return join(utf8.encode(MAGIC), Uint8Array.of(version, flags), u32(text.length), text);
};
export const FINE = { createdAt: NOW, app: '0.1.0' };
export const SEAL = { kdf: 'PBKDF2-SHA-256', iterations: 600_000, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' };

/** One table and one row of it. */
export const of = (table: string, row: object) => fileOf([HEAD, { table }, row, { end: { [table]: 1 } }]);
/** Letters that compress no more than letters do. */
export const letters = (count: number) => {
  let seed = 7;
  return Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + ((seed >> 16) % 26));
  }).join('');
};
export async function sealed(passphrase = 'another'): Promise<Blob> {
  const sink = new MemorySink();
  async function* once() {
    yield new Uint8Array(gzipSync(`${JSON.stringify(HEAD)}\n{"end":{}}\n`)) as Bytes;
  }
  for await (const piece of enveloped(once(), { ...FINE, passphrase })) await sink.write(piece);
  return sink.file();
}
export async function turned(file: Blob, at: number): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return new Blob([bytes]);
}

export const bomb = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
