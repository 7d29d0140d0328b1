/** Which posts are looked at when reading goes on: of all that is held, only what may have changed. */
import { afterEach, expect, it } from 'vitest';
import { pendingOf } from '../../utils/analysis/worker/pending';
import { readPending } from '../../utils/analysis/worker/read-job';
import { keepBatch } from '../../utils/store/captures';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { heard } from '../core/sample';
import { batch, freshDatabase, key } from '../store/fresh';
import { reader } from './model';

const HOUR = 3_600_000;
const START = 1_000 * HOUR;
const MANY = 620;

let db: TertuliaDatabase;
afterEach(() => db.delete());

/** More than are checked at each run, all read at `START`. */
async function manyRead(): Promise<void> {
  db = freshDatabase();
  const posts = Array.from({ length: MANY }, (_, i) =>
    heard(`p${i}`, { text: `Número ${i}`, postedAt: START - i * 1_000 }),
  );
  await keepBatch(db, batch(posts), START);
  const rows = await db.posts.toArray();
  await db.posts.bulkPut(rows.map((row) => ({ ...row, firstSeenAt: row.at })));
  expect(await read(START)).toBe(MANY);
}
const read = (now: number) =>
  readPending(db, { signal: new AbortController().signal, onProgress: () => undefined }, reader, now);
const pending = async (now: number) => (await pendingOf(db, reader.version, now)).keys;
const oldest = key(`p${MANY - 1}`);

it('is what was heard since, before the newest that are checked again; nothing old', async () => {
  await manyRead();
  await keepBatch(db, batch([heard('new', { text: '¿Y hoy?', postedAt: START - 5 * HOUR })]), START + 60_000);
  const keys = await pending(START + 60_000);
  expect(keys[0]).toBe(key('new'));
  expect(keys).not.toContain(oldest);
  expect(await read(START + 60_000)).toBe(1);
});

it('is also what another model read, or somebody corrected, however old', async () => {
  await manyRead();
  await db.readings.update(oldest, { version: '' });
  await db.readings.update(key(`p${MANY - 2}`), { version: `${reader.version}~` });
  expect(await pending(START + 60_000)).toEqual(expect.arrayContaining([oldest, key(`p${MANY - 2}`)]));
  expect(await read(START + 60_000)).toBe(2);
});

it('is found within the hour where no clock tells of it: a reading that is missing, of an old post', async () => {
  await manyRead();
  await db.readings.delete(oldest);
  expect(await pending(START + HOUR / 2)).not.toContain(oldest);
  expect(await pending(START + HOUR)).toContain(oldest);
  expect(await read(START + HOUR)).toBe(1);
});

it('is counted anew where the clock went back, or another model came', async () => {
  await manyRead();
  await db.readings.delete(oldest);
  expect(await pending(START - 1)).toContain(oldest);
  expect((await pendingOf(db, 'another', START)).keys).toHaveLength(MANY);
});

it('stays pending where reading was stopped', async () => {
  await manyRead();
  await keepBatch(db, batch([heard('late', { text: '¿Y mañana?' })]), START + 2 * HOUR);
  await pendingOf(db, reader.version, START + 2 * HOUR);
  expect(await pending(START + 2 * HOUR)).toContain(key('late'));
});
