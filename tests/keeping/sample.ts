/** A profile with something in every table, and what a test needs to look at all of it. */
import type { HeardPost } from '../../utils/core/post';
import { DEFAULT_SETTINGS } from '../../utils/core/settings';
import type { Bytes } from '../../utils/keeping/bytes';
import { canonical } from '../../utils/keeping/joining';
import { copiedTables, isCopiedMeta } from '../../utils/keeping/rows';
import { keepBatch } from '../../utils/store/captures';
import { saveNote } from '../../utils/store/notes';
import { rederive } from '../../utils/store/rederive';
import { saveRule } from '../../utils/store/rules';
import { saveReply } from '../../utils/store/saved-replies';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { saveWatch } from '../../utils/store/watches';
import { heard } from '../core/sample';
import { batch, ours, US } from '../store/fresh';

export const NOW = Date.UTC(2026, 4, 3, 12);

/** Collects a copy in memory: tests are small. */
export class MemorySink {
  readonly parts: Bytes[] = [];
  async write(bytes: Bytes): Promise<void> {
    this.parts.push(bytes.slice());
  }
  file(): Blob {
    return new Blob(this.parts);
  }
}

/** All that a copy should hold, as one text: equal texts, equal profiles. */
export async function everything(db: TertuliaDatabase): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const name of copiedTables(db)) {
    const rows = (await db.table(name).orderBy(':id').toArray()) as Record<string, unknown>[];
    tables[name] = rows.filter((row) => name !== 'meta' || isCopiedMeta(row.name)).map(canonical);
  }
  return tables;
}

export const person = (id: string, name: string, over: Partial<HeardPost> = {}): HeardPost =>
  heard(id, {
    author: { name, handle: name.toLowerCase(), url: `https://foro.example/u/${name.toLowerCase()}` },
    ...over,
  });

/** Heard, answered, noted, decided. */
export async function fill(db: TertuliaDatabase): Promise<void> {
  await changeSettings(db, () => ({ ...DEFAULT_SETTINGS, ...US, welcomed: true }));
  const posts = Array.from({ length: 60 }, (_, i) =>
    person(String(i), `Vera${i % 7}`, {
      text: `Lumbrera, mensaje ${i} con "comillas", \u2028, \ud800 medio y emoji ☕ y <b>nada</b>`,
      threadKey: `foro.example:t${i % 6}`,
      parentKey: i >= 6 ? `foro.example:${i - 6}` : null,
      postedAt: NOW - (100 - i) * 3_600_000,
      postedAtSource: 'machine',
    }),
  );
  await keepBatch(db, batch([...posts.slice(0, 30)]), NOW - 5);
  await keepBatch(
    db,
    batch([
      ...posts.slice(20),
      ours('a1', {
        parentKey: 'foro.example:20',
        threadKey: 'foro.example:t2',
        postedAt: NOW - 1_000,
        postedAtSource: 'machine',
      }),
    ]),
    NOW,
  );
  await saveNote(db, { target: 'post:foro.example:3', text: 'llamarla', tags: ['urgente'] }, NOW);
  await saveNote(db, { target: 'thread:foro.example:t1', text: 'ojo', tags: [] }, NOW + 1);
  await saveWatch(db, { name: 'rival', query: 'otra' }, NOW);
  await saveReply(
    db,
    { name: 'Fuga', folder: 'Averías', shortcut: 'fuga', bodies: { es: 'Hola {first name}' }, intents: [] },
    NOW,
  );
  await db.people.put({
    id: 'p1',
    name: 'Vera',
    accounts: ['foro.example:vera1', 'foro.example:vera2'],
    createdAt: NOW,
  });
  await db.states.put({ postKey: 'foro.example:5', state: 'snoozed', until: NOW + 9_000_000, setAt: NOW });
  await saveRule(db, { name: 'Goteo', query: 'author:vera1 goteo', tags: ['fuga'], state: 'done' }, NOW);
  await db.ruled.put({ postKey: 'foro.example:4', rules: ['r1'], at: NOW, tell: 1 });
  await db.cares.put({ postKey: 'foro.example:4', assignee: 'ines', pinned: 1, setAt: NOW });
  await db.readings.put({
    key: 'foro.example:1',
    fingerprint: 'x',
    version: '1',
    lang: 'es',
    tone: { label: null, confidence: 0, scores: { positive: 0, neutral: 1, negative: 0 } },
    intents: { question: 0.5 },
    needsReply: { value: true, confidence: 1, reason: 'asks' },
    evidence: [],
  });
  await db.themes.put({
    id: 'th1',
    tier: 'watch',
    phase: 'growing',
    label: 'goteo',
    name: 'El goteo',
    terms: ['goteo'],
    postKeys: ['foro.example:1', 'foro.example:2'],
    authorKeys: ['foro.example:vera1'],
    threadKeys: ['foro.example:t1'],
    sites: ['foro.example'],
    langs: ['es'],
    startedAt: NOW,
    alertedAt: NOW,
    lastAt: NOW,
    timeline: [],
    quoteKeys: ['foro.example:1'],
    evidence: { people: 2, seen: 60, usual: 0.5 },
    pinned: true,
  });
  await db.meta.put({ name: 'themeState', value: Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 256).buffer });
  await rederive(db, { now: () => NOW });
}
