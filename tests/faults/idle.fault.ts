/** The service worker dies as it does in life: of having nothing to do, with no debugger attached to it. */
import { afterEach, expect, it } from 'vitest';
import { E2E_BUILD, until } from '../e2e/lib/browser.mjs';
import { serveTalkingPage } from '../e2e/lib/talking-page.mjs';
import { type RawBrowser, rawBrowser } from './lib/raw-browser';
import { account, HEAVY, upTo } from './lib/truth';

/** The build for tests carries a key, and so always has this id. */
const ID = 'ihjobginigmnedilbddkkmgpebollffh';
const POSTS = 120;
const DEATHS = 3;
/** Chromium's own patience is 30 s. */
const LONGEST = 120_000;

const NUMBERS = `new Promise((resolve) => {
  const asked = indexedDB.open('tertulia');
  asked.onsuccess = () => {
    const request = asked.result.transaction('posts').objectStore('posts').getAll();
    request.onsuccess = () => {
      asked.result.close();
      resolve(request.result.map((post) => Number(/number (\\d+)/.exec(post.text)?.[1])).sort((a, b) => a - b));
    };
  };
})`;

let browser: RawBrowser | undefined;
let talk: Awaited<ReturnType<typeof serveTalkingPage>> | undefined;
afterEach(async () => {
  await browser?.close();
  talk?.close();
});

it.skipIf(!HEAVY)('2: service worker dead of idleness, again and again', async () => {
  talk = await serveTalkingPage({ posts: POSTS, every: 15 });
  browser = await rawBrowser(E2E_BUILD);
  const raw = browser;
  const door = await raw.attach(`chrome-extension://${ID}/manifest.json`);
  const status = new Map<string, string>();
  raw.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions as { versionId: string; runningStatus: string }[])
      status.set(versionId, runningStatus);
  });
  await raw.send('ServiceWorker.enable', {}, door);
  const isDead = (): boolean => status.size > 0 && [...status.values()].every((each) => each === 'stopped');
  const numbers = async (): Promise<number[]> => (await raw.evaluate(door, NUMBERS)) as number[];
  const lived: string[] = [];
  for (let death = 0; death <= DEATHS; death += 1) {
    // After the last death, once more: who was dead listens again.
    await raw.open(`${talk.url}?from=${death * POSTS}`);
    const due = (death + 1) * POSTS;
    await until(async () => (await numbers()).length >= due, `${due} posts to be stored`, 60_000);
    if (death === DEATHS) break;
    const since = Date.now();
    await until(async () => isDead(), 'the worker to die of idleness', LONGEST);
    lived.push(`${((Date.now() - since) / 1_000).toFixed(0)} s`);
    expect(await numbers()).toEqual(upTo(due));
  }
  const held = await numbers();
  const said = (DEATHS + 1) * POSTS;
  console.log(`dead of idleness after ${lived.join(', ')}`);
  account(`service worker dead of idleness ${DEATHS} times`, { emitted: said, acknowledged: said, stored: held });
  expect(held).toEqual(upTo(said));
});
