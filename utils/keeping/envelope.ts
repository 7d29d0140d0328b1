/**
 * The outside of a copy: a header anyone can read, the content in frames, and a digest over all of it. With a passphrase
 * each frame is sealed by AES-GCM with its number and whether it is the last in the nonce, so that frames can neither be
 * changed, left out, put in another order nor cut off (docs/decisions). `docs/formats.md` describes the bytes.
 */
import { ByteReader, type Bytes, fromBase64, join, toBase64 } from './bytes';
import { FileFault } from './faults';

export const MAGIC = 'TERTULIA';
export const ENVELOPE_VERSION = 1;
const SEALED = 1;
const LAST = 0x8000_0000;
const FRAME = 256 * 1024;
/** What a frame may claim to hold: a claim is believed before anything is read. */
const LONGEST_FRAME = 1024 * 1024 + 16;
const LONGEST_HEADER = 4_096;
const DIGEST = 32;
/** OWASP's count for PBKDF2 with SHA-256 (2023 on). A file may ask for more, up to what a person would wait for. */
export const ITERATIONS = 600_000;
const MOST_ITERATIONS = 5_000_000;

/** Readable without the passphrase. */
export interface EnvelopeHeader {
  createdAt: number;
  /** Version of the Tertulia that wrote it. */
  app: string;
  seal?: { kdf: 'PBKDF2-SHA-256'; iterations: number; salt: string };
}

const encoder = new TextEncoder();
const u32 = (value: number): Bytes => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};
const readU32 = (bytes: Bytes): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

async function keyFrom(
  passphrase: string,
  { iterations, salt }: NonNullable<EnvelopeHeader['seal']>,
): Promise<CryptoKey> {
  const words = await crypto.subtle.importKey('raw', encoder.encode(passphrase.normalize('NFC')), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: fromBase64(salt) as Bytes },
    words,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Never twice the same under one key: the salt, and so the key, is new for each file. */
function nonce(frame: number, last: boolean): Bytes {
  const bytes = new Uint8Array(12);
  new DataView(bytes.buffer).setUint32(4, frame);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

export interface WriteOptions {
  createdAt: number;
  app: string;
  passphrase?: string;
}

/** The content as a file, in pieces to be written one after the other. */
export async function* enveloped(content: AsyncIterable<Bytes>, options: WriteOptions): AsyncGenerator<Bytes> {
  const { createdAt, app, passphrase } = options;
  const seal = passphrase
    ? {
        kdf: 'PBKDF2-SHA-256' as const,
        iterations: ITERATIONS,
        salt: toBase64(crypto.getRandomValues(new Uint8Array(16))),
      }
    : undefined;
  const header = encoder.encode(JSON.stringify({ createdAt, app, ...(seal && { seal }) } satisfies EnvelopeHeader));
  const head = join(
    encoder.encode(MAGIC),
    Uint8Array.of(ENVELOPE_VERSION, seal ? SEALED : 0),
    u32(header.length),
    header,
  );
  const key = seal && passphrase ? await keyFrom(passphrase, seal) : null;
  const headDigest = await sha256(head);
  let chain = headDigest;
  let count = 0;
  yield head;
  const frame = async (plain: Bytes, last: boolean): Promise<Bytes> => {
    const payload = key
      ? new Uint8Array(
          await crypto.subtle.encrypt(
            { name: 'AES-GCM', iv: nonce(count, last), additionalData: headDigest },
            key,
            plain,
          ),
        )
      : plain;
    count++;
    const whole = join(u32(payload.length + (last ? LAST : 0)), payload);
    chain = await sha256(join(chain, whole));
    return whole;
  };
  let waiting: Bytes[] = [];
  let size = 0;
  for await (const piece of content) {
    waiting.push(piece);
    size += piece.length;
    if (size < FRAME) continue;
    let all = join(...waiting);
    for (; all.length > FRAME; all = all.subarray(FRAME)) yield await frame(all.subarray(0, FRAME), false);
    waiting = [all];
    size = all.length;
  }
  yield await frame(join(...waiting), true);
  yield chain;
}

export interface Opened {
  header: EnvelopeHeader;
  content: AsyncGenerator<Bytes>;
}

/** Opens a file as far as its header; the content is checked as it is read. Throws `FileFault`. */
export async function openEnvelope(file: ReadableStream<Uint8Array>, passphrase?: string): Promise<Opened> {
  const reader = new ByteReader(file);
  try {
    const { header, head } = await readHeader(reader);
    if (header.seal && !passphrase) throw new FileFault('sealed');
    const key = header.seal && passphrase ? await keyFrom(passphrase, header.seal) : null;
    return { header, content: frames(reader, await sha256(head), key) };
  } catch (fault) {
    await reader.close();
    throw fault;
  }
}

/** Whether a file is one of our copies, and if so what its header says; null where it is something else. */
export async function peekHeader(file: Blob): Promise<EnvelopeHeader | null> {
  const reader = new ByteReader(file.slice(0, LONGEST_HEADER + 64).stream());
  try {
    return (await readHeader(reader)).header;
  } catch (fault) {
    if (fault instanceof FileFault && fault.kind === 'notOurs') return null;
    throw fault;
  } finally {
    await reader.close();
  }
}

async function readHeader(reader: ByteReader): Promise<{ header: EnvelopeHeader; head: Bytes }> {
  const fixed = await reader.take(MAGIC.length + 6);
  if (!fixed || new TextDecoder('latin1').decode(fixed.subarray(0, MAGIC.length)) !== MAGIC)
    throw new FileFault('notOurs');
  const [version, flags] = [fixed[MAGIC.length] ?? 0, fixed[MAGIC.length + 1] ?? 0];
  if (version > ENVELOPE_VERSION || flags > SEALED) throw new FileFault('tooNew', `version ${version}`);
  if (version === 0) throw new FileFault('damaged', 'version 0');
  const length = readU32(fixed.subarray(MAGIC.length + 2));
  if (length > LONGEST_HEADER) throw new FileFault('tooLarge', 'header');
  const bytes = await reader.take(length);
  if (!bytes) throw new FileFault('damaged', 'header cut short');
  const header = parseHeader(bytes);
  if ((flags === SEALED) !== (header.seal !== undefined)) throw new FileFault('damaged', 'seal');
  return { header, head: join(fixed, bytes) };
}

function parseHeader(bytes: Bytes): EnvelopeHeader {
  let found: unknown;
  try {
    found = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FileFault('damaged', 'header', cause);
  }
  const { createdAt, app, seal } = (found ?? {}) as Partial<Record<keyof EnvelopeHeader, unknown>>;
  if (typeof createdAt !== 'number' || typeof app !== 'string') throw new FileFault('damaged', 'header');
  if (seal === undefined) return { createdAt, app };
  const { kdf, iterations, salt } = (seal ?? {}) as Record<string, unknown>;
  if (kdf !== 'PBKDF2-SHA-256') throw new FileFault('tooNew', 'key derivation');
  if (typeof iterations !== 'number' || !Number.isInteger(iterations) || iterations < 1)
    throw new FileFault('damaged', 'iterations');
  if (iterations > MOST_ITERATIONS) throw new FileFault('tooLarge', 'iterations');
  if (typeof salt !== 'string' || (fromBase64(salt)?.length ?? 0) < 8) throw new FileFault('damaged', 'salt');
  return { createdAt, app, seal: { kdf, iterations, salt } };
}

async function* frames(reader: ByteReader, headDigest: Bytes, key: CryptoKey | null): AsyncGenerator<Bytes> {
  let chain = headDigest;
  try {
    for (let count = 0, last = false; !last; count++) {
      const head = await reader.take(4);
      if (!head) throw new FileFault('damaged', 'cut short');
      const claim = readU32(head);
      last = claim >= LAST;
      const length = last ? claim - LAST : claim;
      if (length > LONGEST_FRAME) throw new FileFault('tooLarge', 'frame');
      const payload = await reader.take(length);
      if (!payload) throw new FileFault('damaged', 'cut short');
      chain = await sha256(join(chain, head, payload));
      yield key ? await unsealed(key, payload, headDigest, count, last) : payload;
    }
    const digest = await reader.take(DIGEST);
    if (!digest || digest.some((byte, i) => byte !== chain[i])) throw new FileFault('damaged', 'checksum');
    if (!(await reader.isAtEnd())) throw new FileFault('damaged', 'more after the end');
  } finally {
    await reader.close();
  }
}

async function unsealed(key: CryptoKey, payload: Bytes, head: Bytes, count: number, last: boolean): Promise<Bytes> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce(count, last), additionalData: head },
      key,
      payload,
    );
    return new Uint8Array(plain);
  } catch (cause) {
    // The first frame fails under a wrong passphrase; later ones only where the file was changed.
    throw new FileFault(count === 0 ? 'wrongPassphrase' : 'damaged', 'seal', cause);
  }
}
