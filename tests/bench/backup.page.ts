/** Runs inside Chromium: a copy of many posts out and back, and raw IndexedDB reading and writing the same rows beside it. */
import type { Post, Thread } from '../../utils/core/post';
import { writeBackup } from '../../utils/keeping/backup';
import { canonical } from '../../utils/keeping/joining';
import { restoreBackup } from '../../utils/keeping/restore';
import { rederive } from '../../utils/store/rederive';
import { TertuliaDatabase } from '../../utils/store/schema';
import { recountTally } from '../../utils/store/tally';

const SITE = 'foro.example';
const WORDS =
  'la cafetera gotea desde el martes y nadie contesta aunque hemos probado con otra junta de repuesto que venía en la caja del pedido nuevo porque tampoco sabemos cuándo llega ni quién la trae cada mañana temprano'.split(
    ' ',
  );
const START = Date.UTC(2025, 0, 1);

/** Of the size and shape that posts have: forty to a conversation, 5,000 people, words of their own. */
function post(i: number): Post {
  const thread = Math.floor(i / 40);
  const opening = i % 40 === 0;
  let seed = (i * 2654435761) >>> 0;
  const next = () => (seed = (Math.imul(seed ^ (seed >>> 15), 2246822519) + 0x9e3779b9) >>> 0);
  const text = Array.from({ length: 12 + (i % 50) }, () => WORDS[next() % WORDS.length]).join(' ');
  const handle = `p${next() % 5_000}`;
  const at = START + i * 60_000;
  return {
    key: `${SITE}:${i}`,
    site: SITE,
    nativeId: String(i),
    kind: opening ? 'post' : 'reply',
    url: `https://${SITE}/t/${thread}#${i}`,
    threadKey: `${SITE}:t${thread}`,
    threadTitle: `Conversación ${thread} ${WORDS[thread % WORDS.length]}`,
    parentKey: opening ? null : `${SITE}:${thread * 40 + Math.floor((i % 40) / 3)}`,
    author: { name: `Persona ${handle}`, handle, url: `https://${SITE}/u/${handle}` },
    text: `${text} ${i}`,
    lang: 'es',
    postedAt: at,
    postedAtSource: 'machine',
    counts: { likes: i % 9 },
    firstSeenAt: at + 5_000,
    lastSeenAt: at + 9_000,
    at,
    authorKey: `${SITE}:${handle}`,
    ours: 0,
    mention: 0,
    heardOn: `https://${SITE}`,
  };
}

const PART = 2_000;
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

async function rawRead(db: TertuliaDatabase): Promise<void> {
  const raw = db.backendDB();
  let after: IDBKeyRange | null = null;
  for (;;) {
    const request: IDBRequest<Post[]> = raw.transaction('posts').objectStore('posts').getAll(after, PART);
    const rows: Post[] = await new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const last = rows.at(-1);
    if (!last || rows.length < PART) return;
    after = IDBKeyRange.lowerBound(last.key, true);
  }
}

async function rawWrite(count: number): Promise<number> {
  const like = new TertuliaDatabase('raw');
  await like.open();
  const raw = like.backendDB();
  let spent = 0;
  // In the order of keys, as a copy is read: made before the clock runs.
  const keys = Array.from({ length: count }, (_, i) => `${SITE}:${i}`).sort();
  for (let from = 0; from < count; from += PART) {
    const rows = keys.slice(from, from + PART).map((key) => post(Number(key.slice(SITE.length + 1))));
    spent += await timed(async () => {
      const transaction = raw.transaction('posts', 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore('posts');
      for (const row of rows) store.put(row);
      await done(transaction);
    });
  }
  await like.delete();
  return spent;
}

async function seed(count: number): Promise<TertuliaDatabase> {
  const db = new TertuliaDatabase('source');
  for (let from = 0; from < count; from += PART)
    await db.posts.bulkPut(Array.from({ length: Math.min(PART, count - from) }, (_, i) => post(from + i)));
  const threads: Thread[] = [];
  for (let thread = 0; thread * 40 < count; thread++) {
    const { at, threadKey, threadTitle, url } = post(thread * 40);
    const row = {
      key: threadKey,
      site: SITE,
      url,
      title: threadTitle,
      claimed: 40,
      held: Math.min(40, count - thread * 40),
    };
    threads.push({ ...row, lastAt: at, firstSeenAt: at, lastSeenAt: at });
  }
  await db.threads.bulkPut(threads);
  await rederive(db);
  await recountTally(db);
  return db;
}

/** All rows in order as one digest: equal digests, equal rows in canonical form, byte for byte. */
async function digestOf(db: TertuliaDatabase): Promise<string> {
  let chain = new Uint8Array(32);
  for (const table of [db.posts, db.threads, db.meta]) {
    let after: string | undefined;
    for (;;) {
      const from = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
      const rows = (await from.limit(PART).toArray()) as { name?: string }[];
      const text = rows
        .filter(({ name }) => name !== 'identity')
        .map(canonical)
        .join('\n');
      const bytes = new TextEncoder().encode(text);
      const all = new Uint8Array(chain.length + bytes.length);
      all.set(chain);
      all.set(bytes, chain.length);
      chain = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
      const last = rows.at(-1) as { key?: string; name?: string } | undefined;
      if (!last || rows.length < PART) break;
      after = last.key ?? last.name;
    }
  }
  return [...chain].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function prepare(count: number) {
  const db = await seed(count);
  const read = await timed(() => rawRead(db));
  db.close();
  return { read };
}

async function copy(passphrase?: string) {
  const db = new TertuliaDatabase('source');
  await db.open();
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle('copy', { create: true });
  const file = await handle.createWritable();
  let bytes = 0;
  const time = await timed(async () => {
    bytes = (await writeBackup(db, file, { app: 'bench', ...(passphrase && { passphrase }) })).bytes;
    await file.close();
  });
  db.close();
  return { time, bytes };
}

async function restore(passphrase?: string) {
  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle('copy')).getFile();
  const db = new TertuliaDatabase('target');
  await db.open();
  let checked = 0;
  const started = performance.now();
  await restoreBackup(db, file, {
    ...(passphrase && { passphrase }),
    onProgress: ({ phase }) => {
      if (phase === 'bringing' && checked === 0) checked = performance.now() - started;
    },
  });
  const time = performance.now() - started;
  db.close();
  return { time, checked };
}

async function compare() {
  const [source, target] = [new TertuliaDatabase('source'), new TertuliaDatabase('target')];
  const equal = (await digestOf(source)) === (await digestOf(target));
  await source.delete();
  await target.delete();
  return equal;
}

Object.assign(window, { prepare, copy, restore, compare, rawWrite });
