/** Reads training rows from a folder given on the command line. Nothing of it is kept in the project but weights. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Row {
  id: string;
  text: string;
  lang: string;
  tone?: 'negative' | 'neutral' | 'positive';
  intents?: Record<string, 0 | 1>;
  /** GoEmotions' own labels. */
  labels?: string[];
  idea?: string;
  needsReply?: boolean;
  parent?: { text: string; ours?: boolean };
}

/** Rows of an NDJSON file, gzipped or not. */
export function readRows(path: string): Row[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

export function dataSet(folder: string, name: string): Row[] {
  return readRows(join(folder, `${name}.ndjson.gz`));
}

/** A small seeded generator (mulberry32): the same seed trains the same weights. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle<T>(list: T[], next: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
