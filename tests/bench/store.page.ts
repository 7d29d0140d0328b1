/** Runs inside Chromium: the store under load, and raw IndexedDB beside it. */
import type { HeardPost, Post } from '../../utils/core/post';
import { keepBatch } from '../../utils/store/captures';
import { deskPage } from '../../utils/store/desk';
import { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';

const SITE = 'foro.example';
const WORDS =
  'la cafetera gotea desde el martes y nadie contesta aunque hemos probado con otra junta de repuesto que venía en la caja del pedido nuevo'.split(
    ' ',
  );
const START = Date.UTC(2026, 0, 1);

/** Forty posts a conversation, 2,000 people, one in ten names us, one in fifty is ours. */
function post(i: number): HeardPost {
  const thread = Math.floor(i / 40);
  const opening = i % 40 === 0;
  const ours = i % 50 === 7;
  const mention = i % 10 === 3;
  const text = Array.from({ length: 45 }, (_, w) => WORDS[(i * 7 + w * w) % WORDS.length]).join(' ');
  return {
    key: `${SITE}:${i}`,
    site: SITE,
    nativeId: String(i),
    kind: opening ? 'post' : 'reply',
    url: `https://${SITE}/t/${thread}#${i}`,
    threadKey: `${SITE}:t${thread}`,
    threadTitle: `Conversación ${thread}`,
    parentKey: opening ? null : `${SITE}:${thread * 40 + Math.floor((i % 40) / 3)}`,
    author: ours
      ? { name: 'Inés', handle: 'ines', url: null }
      : { name: `Persona ${i % 2_000}`, handle: `p${i % 2_000}`, url: `https://${SITE}/u/p${i % 2_000}` },
    text: mention ? `Lumbrera, ${text}, pedido ${i}?` : `${text} ${i}`,
    lang: 'es',
    postedAt: START + i * 60_000,
    postedAtSource: 'machine',
    counts: { likes: i % 9 },
  };
}

const batchOf = (posts: HeardPost[]) => ({
  site: SITE,
  pageUrl: `https://${SITE}/t/1`,
  posts,
  threads: [],
  exposure: { posts: posts.length, authors: posts.length },
  health: { site: SITE, adapter: 'generic', at: 1, onPage: 1, read: 1, missing: {}, faults: 0 },
});

const range = (from: number, count: number): HeardPost[] => Array.from({ length: count }, (_, i) => post(from + i));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function summary(times: number[]): { median: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** The same stores, indexes and durability, without Dexie and without any rule of ours. */
function rawDatabase(name: string, like: TertuliaDatabase): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('posts', { keyPath: 'key' });
      for (const { name, keyPath, multi } of like.posts.schema.indexes) {
        store.createIndex(name, keyPath as string | string[], { multiEntry: multi ?? false });
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function rawPut(db: IDBDatabase, rows: Post[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('posts', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('posts');
    for (const row of rows) store.put(row);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

async function seed(db: TertuliaDatabase, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i += 500) await keepBatch(db, batchOf(range(i, Math.min(500, to - i))), START);
}

/** One size: how long a batch of 50 takes, new and seen again, and the desk's first page from a closed database. */
async function measure(size: number) {
  let db = new TertuliaDatabase('bench');
  await changeSettings(db, (settings) => ({ ...settings, us: [{ site: null, handle: 'ines' }], brands: ['Lumbrera'] }));
  await seed(db, await db.posts.count(), size);
  const fresh: number[] = [];
  const again: number[] = [];
  const rows: Post[][] = [];
  for (let i = 0; i < 24; i++) {
    const posts = range(size + i * 50, 50);
    fresh.push(await timed(() => keepBatch(db, batchOf(posts), START)));
    again.push(await timed(() => keepBatch(db, batchOf(posts), START + 1)));
    rows.push((await db.posts.bulkGet(posts.map(({ key }) => key))).filter((row) => row !== undefined));
  }
  const raw = await rawDatabase('bench-raw', db);
  const rawRows = await db.posts.toArray();
  if (size > 1_000) await rawPut(raw, rawRows);
  const direct: number[] = [];
  for (const batch of rows)
    direct.push(
      await timed(() =>
        rawPut(
          raw,
          batch.map((row) => ({ ...row, key: `r${row.key}` })),
        ),
      ),
    );
  raw.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('bench-raw').onsuccess = resolve;
  });
  await db.posts.bulkDelete(rows.flat().map(({ key }) => key));
  db.close();
  const pages: number[] = [];
  const warm: number[] = [];
  let total = 0;
  for (let i = 0; i < 12; i++) {
    db = new TertuliaDatabase('bench');
    pages.push(
      await timed(async () => {
        total = (await deskPage(db, { tab: 'open', limit: 40 })).total;
      }),
    );
    warm.push(await timed(() => deskPage(db, { tab: 'open', limit: 40 })));
    db.close();
  }
  return {
    size,
    open: total,
    fresh: summary(fresh),
    again: summary(again),
    raw: summary(direct),
    page: summary(pages),
    warm: summary(warm),
  };
}

Object.assign(window, { measure });
