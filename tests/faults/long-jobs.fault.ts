/** Long work cut off in the middle: everything is looked at and read anew, while the worker, the panel and the browser die. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { manyRows, modelVersion } from '../bench/many-rows.mjs';
import { type Opened, openBrowser, rows, until } from '../e2e/lib/browser.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { killBrowser } from './lib/processes';
import { account, probe, rounds, seeded } from './lib/truth';

const POSTS = rounds(2_000, 40_000);
const SEED = 20_261_124;
/** In the words of some of the demo's people, and nobody's name: a brand of ours from now on. */
const BRAND = 'motor';

let opened: Opened;
beforeEach(async () => {
  opened = await openBrowser();
});
afterEach(() => opened?.close());

interface Held {
  key: string;
  text: string;
  ours: number;
  mention: number;
}

it('3: worker, panel and browser killed while all that is held is read and judged anew', async () => {
  const random = seeded(SEED);
  console.log(`seed ${SEED}`);
  const version = modelVersion();
  let door = await probe(opened);
  const many = manyRows(seedRows(Date.now(), { language: 'en' }), POSTS, { behind: true });
  const settings = many.meta.find(({ name }: { name: string }) => name === 'settings');
  settings.value.brands = [...settings.value.brands, BRAND];
  await writeRows(door, many);
  /** How many are read by the model of now, and whether judging anew has begun and is not over. */
  const far = () =>
    door.evaluate(async (model) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await answer(indexedDB.open('tertulia'));
      const tables = db.transaction(['readings', 'meta']);
      const read = await answer(tables.objectStore('readings').index('version').count(model));
      const cursor = await answer(tables.objectStore('meta').get('cursor:rederive'));
      const lens = await answer(tables.objectStore('meta').get('cursor:lens'));
      db.close();
      return { read, judging: cursor !== undefined, judged: cursor === undefined && lens !== undefined };
    }, version);

  const workers = async () => {
    const session = await opened.context.newCDPSession(door);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  };
  let cut = 0;
  let judging = 0;
  // With the worker the panel or the whole browser, in turns, while there is something left to do.
  for (let round = 0; round < rounds(2, 12); round += 1) {
    const panel = await opened.context.newPage();
    await panel.goto(opened.url('sidepanel.html#/desk'));
    await until(
      async () => {
        const now = await far();
        return now.judging || now.read > cut;
      },
      'the work to go on',
      60_000,
    );
    await panel.waitForTimeout(100 + random() * 400);
    const now = await far();
    cut = now.read;
    judging += Number(now.judging);
    await workers();
    if (round % 2 === 1) await panel.close();
    else {
      await killBrowser(opened.profile);
      await opened.close({ keep: true }).catch(() => undefined);
      opened = await openBrowser({ profile: opened.profile });
      door = await probe(opened);
    }
  }
  expect(cut < many.posts.length || judging > 0, 'the work was over before it was cut off').toBe(true);

  const panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html#/desk'));
  const worker = await opened.worker();
  await worker.evaluate("chrome.alarms.create('tend', { when: Date.now(), periodInMinutes: 5 })");
  await until(
    async () => {
      const now = await far();
      return now.judged && now.read >= many.posts.length;
    },
    'every post to be read and judged',
    rounds(80_000, 900_000),
  );
  const posts: Held[] = await rows(door, 'posts');
  const readings = (await rows(door, 'readings')).filter((row: { version: string }) => row.version === version);
  account('long work cut off in the middle', {
    emitted: many.posts.length,
    acknowledged: many.posts.length,
    stored: readings.map(({ key }: { key: string }) => key),
  });
  expect(readings.map(({ key }: { key: string }) => key).sort()).toEqual(posts.map(({ key }) => key).sort());
  expect(posts.map(({ key }) => key).sort()).toEqual(many.posts.map(({ key }: { key: string }) => key).sort());
  const named = posts.filter(({ ours, text }) => ours === 0 && new RegExp(`\\b${BRAND}\\b`, 'i').test(text));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ mention }) => mention !== 1)).toEqual([]);
});
