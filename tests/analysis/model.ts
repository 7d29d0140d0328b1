/** The model that ships, opened once for the tests. */
import { readFileSync } from 'node:fs';
import { readModel } from '../../utils/analysis/model';
import { createReader } from '../../utils/analysis/reader';

export function modelBytes(): ArrayBuffer {
  const bytes = readFileSync(`${process.cwd()}/public/models/reading.bin`);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

export const reader = createReader(readModel(modelBytes()));

/** Rows of our own, `train` or `test`. */
export interface OwnRow {
  id: string;
  idea: string;
  lang: string;
  text: string;
  tone: 'positive' | 'neutral' | 'negative' | 'mixed';
  intents: Record<string, 0 | 1>;
  needsReply: boolean;
  parent?: { text: string; ours: boolean };
}

export function ownRows(name: 'train' | 'test'): OwnRow[] {
  return readFileSync(`${process.cwd()}/utils/analysis/training/own/${name}.ndjson`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as OwnRow);
}
