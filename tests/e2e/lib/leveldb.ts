/** What a LevelDB folder holds, deleted or not: logs put together, tables unpacked. Only what a search for words needs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOG_BLOCK = 32_768;
const FOOTER = 48;

/** Which of these words stand in the files that the browser keeps the extension's database in, deleted or not. */
export function onDisk({ profile, id }: { profile: string; id: string }, words: readonly string[]): string[] {
  const folder = join(profile, 'Default/IndexedDB');
  const found = new Set<string>();
  for (const name of readdirSync(folder).filter((one) => one.startsWith(`chrome-extension_${id}`))) {
    if (!name.endsWith('.leveldb')) continue;
    for (const content of contentOf(join(folder, name)).values()) {
      for (const word of words) {
        // Values hold Latin-1 or UTF-16, keys UTF-16 the other way round.
        const little = Buffer.from(word, 'utf16le');
        const spellings = [Buffer.from(word, 'latin1'), little, Buffer.from(little).swap16()];
        if (spellings.some((spelling) => content.includes(spelling))) found.add(word);
      }
    }
  }
  return [...found];
}

/** Every byte that stands in the folder's logs and tables, by file, unpacked. */
export function contentOf(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const name of readdirSync(folder)) {
    const read = name.endsWith('.log') || name.startsWith('MANIFEST') ? ofLog : name.endsWith('.ldb') ? ofTable : null;
    if (!read) continue;
    try {
      found.set(name, read(readFileSync(join(folder, name))));
    } catch (fault) {
      // Put together with others since the folder was listed: what it held stands there.
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    }
  }
  return found;
}

/** Records without the headers that cut through them. */
function ofLog(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let block = 0; block < file.length; block += LOG_BLOCK) {
    const end = Math.min(file.length, block + LOG_BLOCK);
    for (let at = block; at + 7 <= end; ) {
      const length = file.readUInt16LE(at + 4);
      if (file[at + 6] === 0) break;
      parts.push(file.subarray(at + 7, Math.min(end, at + 7 + length)));
      at += 7 + length;
    }
  }
  return Buffer.concat(parts);
}

function ofTable(file: Buffer): Buffer {
  if (file.length < FOOTER) return Buffer.alloc(0);
  const cursor = { at: file.length - FOOTER };
  varint(file, cursor);
  varint(file, cursor);
  const index = blockOf(file, varint(file, cursor), varint(file, cursor));
  const parts = [index];
  for (const [, handle] of entriesOf(index)) {
    const at = { at: 0 };
    for (const [key, value] of entriesOf(blockOf(file, varint(handle, at), varint(handle, at)))) parts.push(key, value);
  }
  return Buffer.concat(parts);
}

function blockOf(file: Buffer, offset: number, size: number): Buffer {
  const raw = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnapped(raw) : raw;
}

/** Keys share their beginnings with the one before. */
function* entriesOf(block: Buffer): Generator<[key: Buffer, value: Buffer]> {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  let key: Buffer = Buffer.alloc(0);
  for (const cursor = { at: 0 }; cursor.at < end; ) {
    const shared = varint(block, cursor);
    const own = varint(block, cursor);
    const size = varint(block, cursor);
    key = Buffer.concat([key.subarray(0, shared), block.subarray(cursor.at, cursor.at + own)]);
    cursor.at += own;
    yield [key, block.subarray(cursor.at, cursor.at + size)];
    cursor.at += size;
  }
}

function varint(bytes: Buffer, cursor: { at: number }): number {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[cursor.at++] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
}

function unsnapped(packed: Buffer): Buffer {
  const cursor = { at: 0 };
  const out = Buffer.alloc(varint(packed, cursor));
  let to = 0;
  while (cursor.at < packed.length) {
    const tag = packed[cursor.at++] as number;
    const kind = tag & 3;
    if (kind === 0) {
      const more = (tag >> 2) - 59;
      const length = more > 0 ? packed.readUIntLE(cursor.at, more) + 1 : (tag >> 2) + 1;
      if (more > 0) cursor.at += more;
      packed.copy(out, to, cursor.at, cursor.at + length);
      cursor.at += length;
      to += length;
      continue;
    }
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const width = kind === 1 ? 1 : kind === 2 ? 2 : 4;
    const back = packed.readUIntLE(cursor.at, width) + (kind === 1 ? (tag >> 5) * 256 : 0);
    cursor.at += width;
    // It may reach into what it is writing.
    for (const until = to + length; to < until; to++) out[to] = out[to - back] as number;
  }
  return out;
}
