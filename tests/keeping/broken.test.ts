/** Forty files that are not right: each is refused by kind, and nothing of it is let in. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBackup } from '../../utils/keeping/backup';
import { type Bytes, join } from '../../utils/keeping/bytes';
import { enveloped, MAGIC } from '../../utils/keeping/envelope';
import { FileFault, type FileFaultKind } from '../../utils/keeping/faults';
import { restoreBackup } from '../../utils/keeping/restore';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshDatabase } from '../store/fresh';
import { everything, fill, MemorySink, NOW } from './sample';

const utf8 = new TextEncoder();
const u32 = (value: number) => Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
const HEAD = { format: 'tertulia/backup', version: 1, schema: 1, createdAt: NOW, app: '0.1.0' };

/** A whole file, in order outside, around any lines. */
async function fileOf(lines: readonly (object | string)[], zip = true): Promise<Blob> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return around(zip ? gzipSync(`${text}\n`) : utf8.encode(text));
}

async function around(content: Uint8Array): Promise<Blob> {
  const sink = new MemorySink();
  async function* once() {
    for (let at = 0; at < content.length; at += 60_000) yield content.slice(at, at + 60_000) as Bytes;
  }
  for await (const piece of enveloped(once(), { createdAt: NOW, app: '0.1.0' })) await sink.write(piece);
  return sink.file();
}

const post = (id: string, over: object = {}) => ({
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
const posts = (...rows: (object | string)[]) =>
  fileOf([HEAD, { table: 'posts' }, ...rows, { end: { posts: rows.length } }]);
const settings = (value: unknown) =>
  fileOf([HEAD, { table: 'meta' }, { name: 'settings', value }, { end: { meta: 1 } }]);
const raw = (...parts: (Uint8Array | string)[]) =>
  new Blob([join(...parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : part)))]);
const header = (value: object | string, flags = 0, version = 1) => {
  const text = utf8.encode(typeof value === 'string' ? value : JSON.stringify(value));
  return join(utf8.encode(MAGIC), Uint8Array.of(version, flags), u32(text.length), text);
};
const FINE = { createdAt: NOW, app: '0.1.0' };
const SEAL = { kdf: 'PBKDF2-SHA-256', iterations: 600_000, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' };

let whole: Bytes;
beforeAll(async () => {
  const db = freshDatabase();
  await fill(db);
  const sink = new MemorySink();
  await writeBackup(db, sink, { app: '0.1.0', now: NOW });
  whole = new Uint8Array(await sink.file().arrayBuffer());
});

const bomb = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const FILES: [name: string, kind: FileFaultKind, make: () => Blob | Promise<Blob>][] = [
  ['empty', 'notOurs', () => new Blob([])],
  ['a picture', 'notOurs', () => raw(Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'PNG and more of it')],
  ['a byte order mark and JSON', 'notOurs', () => raw('\ufeff{"format":"tertulia/backup"}')],
  ['UTF-16', 'notOurs', () => new Blob([Uint8Array.of(0xff, 0xfe, 84, 0, 69, 0, 82, 0, 84, 0, 85, 0, 76, 0, 73, 0)])],
  ['of a newer format', 'tooNew', () => raw(header(FINE, 0, 9))],
  ['of format 0', 'damaged', () => raw(header(FINE, 0, 0))],
  ['with flags not known', 'tooNew', () => raw(header(FINE, 64))],
  ['cut in the header', 'damaged', () => new Blob([whole.slice(0, 20)])],
  ['a header that claims 2 GB', 'tooLarge', () => raw(MAGIC, Uint8Array.of(1, 0), u32(0x7fff_ffff))],
  ['a header that is no JSON', 'damaged', () => raw(header('{nope'))],
  ['a header without its fields', 'damaged', () => raw(header({ createdAt: 'today' }))],
  ['a seal announced and not there', 'damaged', () => raw(header(FINE, 1))],
  ['a seal there and not announced', 'damaged', () => raw(header({ ...FINE, seal: SEAL }, 0))],
  ['a seal that takes a year', 'tooLarge', () => raw(header({ ...FINE, seal: { ...SEAL, iterations: 2e9 } }, 1))],
  ['a seal of another kind', 'tooNew', () => raw(header({ ...FINE, seal: { ...SEAL, kdf: 'argon' } }, 1))],
  ['a frame that claims 2 GB', 'tooLarge', () => raw(header(FINE), u32(0x7fff_ffff), 'x')],
  ['a last frame that claims 2 GB', 'tooLarge', () => raw(header(FINE), u32(0xffff_ffff), 'x')],
  ['cut half way', 'damaged', () => new Blob([whole.slice(0, whole.length >> 1)])],
  ['cut before its checksum', 'damaged', () => new Blob([whole.slice(0, -32)])],
  ['cut in its checksum', 'damaged', () => new Blob([whole.slice(0, -1)])],
  ['a wrong checksum', 'damaged', () => new Blob([whole.slice(0, -32), new Uint8Array(32)])],
  ['something behind its end', 'damaged', () => new Blob([whole, 'x'])],
  ['twice in one file', 'damaged', () => new Blob([whole, whole])],
  ['content that is not compressed', 'damaged', () => fileOf([HEAD], false)],
  ['compression cut short', 'damaged', () => around(gzipSync(JSON.stringify(HEAD).repeat(50)).subarray(0, 60))],
  ['a bomb of one line', 'tooLarge', () => around(gzipSync(Buffer.alloc(200e6, 'a')))],
  ['a bomb of many lines', 'tooLarge', () => around(gzipSync(`${JSON.stringify(HEAD)}\n${'\n'.repeat(150e6)}`))],
  ['nothing inside', 'wrongContent', () => around(gzipSync(''))],
  ['not UTF-8 inside', 'damaged', () => around(gzipSync(Uint8Array.of(0xc3, 0x28, 10)))],
  ['another format inside', 'notOurs', () => fileOf([{ ...HEAD, format: 'someone/else' }])],
  ['a newer version inside', 'tooNew', () => fileOf([{ ...HEAD, version: 2 }])],
  ['a newer schema inside', 'tooNew', () => fileOf([{ ...HEAD, schema: 99 }])],
  ['no end', 'damaged', () => fileOf([HEAD, { table: 'posts' }, post('1')])],
  ['fewer rows than it says', 'damaged', () => fileOf([HEAD, { table: 'posts' }, post('1'), { end: { posts: 2 } }])],
  ['a table not known', 'wrongContent', () => fileOf([HEAD, { table: 'passwords' }, { end: { passwords: 0 } }])],
  [
    'a table twice',
    'wrongContent',
    () => fileOf([HEAD, { table: 'posts' }, { table: 'posts' }, { end: { posts: 0 } }]),
  ],
  ['a row of no table', 'wrongContent', () => fileOf([HEAD, post('1'), { end: {} }])],
  ['no JSON', 'wrongContent', () => posts('{"key":')],
  ['a list for a row', 'wrongContent', () => posts('[1,2]')],
  ['the same post twice', 'wrongContent', () => posts(post('1'), post('1', { text: 'otro' }))],
  ['keys of another order', 'wrongContent', () => posts(post('2'), post('1'))],
  ['a text that is a number', 'wrongContent', () => posts(post('1', { text: 7 }))],
  ['an author that is a list', 'wrongContent', () => posts(post('1', { author: ['Ana'] }))],
  ['a time that is null', 'wrongContent', () => posts(post('1', { at: null }))],
  ['a link that runs script', 'wrongContent', () => posts(post('1', { url: 'javascript:alert(1)' }))],
  [
    'a profile that runs script',
    'wrongContent',
    () => posts(post('1', { author: { name: 'A', handle: null, url: 'data:text/html,x' } })),
  ],
  ['a key of another site', 'wrongContent', () => posts(post('1', { key: 'bank.example:1' }))],
  ['__proto__', 'wrongContent', () => posts(JSON.stringify(post('1')).replace('{', '{"__proto__":{"polluted":1},'))],
  [
    '__proto__ in escapes',
    'wrongContent',
    () => posts(JSON.stringify(post('1')).replace('{', '{"\\u005f_proto__":{"polluted":1},')),
  ],
  [
    'constructor deep inside',
    'wrongContent',
    () => posts(post('1', { counts: { constructor: { prototype: { polluted: 1 } } } })),
  ],
  [
    'a thousand levels deep',
    'wrongContent',
    () => posts(JSON.stringify(post('1')).replace('{', `{"x":${bomb(1_000)},`)),
  ],
  ['settings that are a text', 'wrongContent', () => settings('broken')],
  ['settings with sites of the wrong kind', 'wrongContent', () => settings({ sites: [{ pattern: 5 }] })],
  [
    'bytes that are none',
    'wrongContent',
    () =>
      fileOf([
        HEAD,
        { table: 'meta' },
        { name: 'themeState', value: { $bytes: '%%', $as: 'ArrayBuffer' } },
        { end: { meta: 1 } },
      ]),
  ],
];

describe('a file that is not right', () => {
  it('comes in forty kinds or more', () => expect(FILES.length).toBeGreaterThanOrEqual(40));

  it.each(FILES)('%s: %s, and nothing is changed', async (_, kind, make) => {
    const db: TertuliaDatabase = freshDatabase();
    await fill(db);
    const before = await everything(db);
    const file = await make();
    const started = performance.now();
    const fault: unknown = await restoreBackup(db, file, { passphrase: 'x', now: NOW }).catch((reason) => reason);
    expect(fault).toBeInstanceOf(FileFault);
    expect((fault as FileFault).kind).toBe(kind);
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(await everything(db)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
