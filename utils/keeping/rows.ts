/** Which rows a copy holds, and how each becomes a line. */
import type { TertuliaDatabase } from '../store/schema';
import { fromBase64, toBase64 } from './bytes';
import { FileFault } from './faults';

/** Tables that a copy leaves out, and why. A test asks for a word about every other table. */
export const NOT_COPIED: Readonly<Record<string, string>> = {
  undoing: 'what a restore under way would put back; empty but for its minutes',
  noiseBefore: 'nothing but for the seconds of a scrub',
  noiseAfter: 'nothing but for the seconds of a scrub',
  departures: 'what left this machine, which says nothing of another',
};

/** Rows of `meta` that belong to this profile and to no other. */
const OF_THIS_PROFILE = [
  'identity',
  'tally',
  'backupFolder',
  'cursor:rederive',
  'cursor:read',
  'cursor:refused',
  'cursor:forget',
  'cursor:scrub',
  'cursor:retention',
  'cursor:backup',
  'cursor:queue',
  'cursor:copyTrouble',
  'cursor:pseudonyms',
  'cursor:profiles',
];

/** Names under which a secret might be kept: never in a copy, wherever they stand. */
const SECRET = /^(?:api_?key|key_?secret|secret|password|passphrase|token|access_?token|authorization|credentials?)$/i;

/** What decides how others are taken comes first: who we are, who is forgotten, what we watch. */
const FIRST = ['meta', 'forgotten', 'watches', 'posts', 'threads'];

/** Names of the tables a copy holds, in its order. */
export function copiedTables(db: TertuliaDatabase): string[] {
  const names = db.tables.map(({ name }) => name).filter((name) => !Object.hasOwn(NOT_COPIED, name));
  return [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name)).sort()];
}

export function isCopiedMeta(name: unknown): boolean {
  return typeof name === 'string' && !OF_THIS_PROFILE.some((own) => name === own || name.startsWith(`${own}:`));
}

/** Whether a value can be written down: a handle of a folder, a key of the browser's cannot. */
function isWritable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isWritable);
}

/** A row as a line, or null where it cannot be written down. */
export function lineOf(table: string, row: unknown): string | null {
  // Posts are many and plain: nothing to look for in them.
  if (table === 'posts') return `${JSON.stringify(row)}\n`;
  if (!isWritable(row)) return null;
  return `${JSON.stringify(row, packed)}\n`;
}

function packed(name: string, value: unknown): unknown {
  if (SECRET.test(name)) return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (value instanceof ArrayBuffer) return { $bytes: toBase64(new Uint8Array(value)), $as: 'ArrayBuffer' };
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { $bytes: toBase64(bytes), $as: value.constructor.name };
  }
  return value;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 32;
const VIEWS: Readonly<Record<string, (buffer: ArrayBuffer) => unknown>> = {
  ArrayBuffer: (buffer) => buffer,
  Uint8Array: (buffer) => new Uint8Array(buffer),
  Uint32Array: (buffer) => new Uint32Array(buffer),
  Int32Array: (buffer) => new Int32Array(buffer),
  Float32Array: (buffer) => new Float32Array(buffer),
  Float64Array: (buffer) => new Float64Array(buffer),
};

/** The row of a line: plain data of a bounded depth, without names that reach for prototypes. Throws `FileFault`. */
export function rowOf(line: string): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (cause) {
    throw new FileFault('wrongContent', 'no JSON', cause);
  }
  if (!(row instanceof Object) || Array.isArray(row)) throw new FileFault('wrongContent', 'no row');
  unpack(row as Record<string, unknown>, 0);
  return row as Record<string, unknown>;
}

function unpack(holder: Record<string, unknown> | unknown[], depth: number): void {
  if (depth > DEEPEST) throw new FileFault('wrongContent', 'too deep');
  for (const name of Object.keys(holder)) {
    if (FORBIDDEN.has(name)) throw new FileFault('wrongContent', 'forbidden name');
    const value: unknown = Reflect.get(holder, name);
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '$bytes')) Reflect.set(holder, name, bytesOf(value as Record<string, unknown>));
    else if (Object.hasOwn(value, '$number')) Reflect.set(holder, name, numberOf(value as Record<string, unknown>));
    else unpack(value as Record<string, unknown>, depth + 1);
  }
}

function bytesOf({ $bytes, $as }: Record<string, unknown>): unknown {
  const bytes = typeof $bytes === 'string' ? fromBase64($bytes) : null;
  const view = typeof $as === 'string' && Object.hasOwn(VIEWS, $as) ? VIEWS[$as] : undefined;
  if (!bytes || !view) throw new FileFault('wrongContent', 'bytes');
  try {
    return view(bytes.buffer);
  } catch (cause) {
    throw new FileFault('wrongContent', 'bytes', cause);
  }
}

function numberOf({ $number }: Record<string, unknown>): number {
  if ($number !== 'Infinity' && $number !== '-Infinity' && $number !== 'NaN')
    throw new FileFault('wrongContent', 'number');
  return Number($number);
}
