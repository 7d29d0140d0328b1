/**
 * Reads posts without a browser: NDJSON `{id, text, lang?, parent?: {text, ours}}` in, one reading a line out.
 * Lines that are no such object are left out.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { boolean, nullable, object, optional, safeParse, string } from 'valibot';
import { readModel } from '../analysis/model';
import { createReader } from '../analysis/reader';

const Line = object({
  id: string(),
  text: string(),
  lang: optional(nullable(string())),
  parent: optional(nullable(object({ text: string(), ours: optional(boolean()) }))),
});

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Lines written together: a write a line is slow. */
const BATCH = 200;

export default async function read(input: AsyncIterable<string>, write: (line: string) => void): Promise<void> {
  const path = fileURLToPath(new URL('../../public/models/reading.bin', import.meta.url));
  // At once: lines that come before the loop below listens would be lost.
  const bytes = readFileSync(path);
  const reader = createReader(
    readModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer),
  );
  let lines: string[] = [];
  for await (const line of input) {
    const parsed = safeParse(Line, parseLine(line));
    if (!parsed.success) continue;
    const { id, text, lang, parent } = parsed.output;
    const { irony, intents, ...reading } = reader.read({ text, lang, parent: parent ?? undefined });
    lines.push(JSON.stringify({ id, ...reading, intents: { ...intents, ...(irony !== undefined && { irony }) } }));
    if (lines.length >= BATCH) {
      write(lines.join('\n'));
      lines = [];
    }
  }
  if (lines.length) write(lines.join('\n'));
}
