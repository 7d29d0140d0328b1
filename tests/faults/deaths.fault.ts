/** Whatever dies in between: the service worker, the tab, the renderer, the browser. No acknowledged post is lost, none doubled. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Opened, openBrowser, settled, until } from '../e2e/lib/browser.mjs';
import { serveTalkingPage } from '../e2e/lib/talking-page.mjs';
import { killBrowser, signalAll } from './lib/processes';
import { account, emitted, probe, rounds, saidAll, seeded, stored, upTo, witness } from './lib/truth';

let opened: Opened;
let talk: Awaited<ReturnType<typeof serveTalkingPage>>;

const POSTS = 300;
const SEED = 20_261_123;
const random = seeded(SEED);

beforeEach(async () => {
  talk = await serveTalkingPage({ posts: POSTS, every: 15 });
  opened = await openBrowser();
});
afterEach(async () => {
  await opened?.close().catch(() => undefined);
  talk?.close();
});

it('1: service worker killed again and again while the page talks', async () => {
  const kills = rounds(10, 200);
  talk.close();
  talk = await serveTalkingPage({ posts: kills * 30, every: 15 });
  const door = await probe(opened);
  const session = await opened.context.newCDPSession(door);
  await session.send('ServiceWorker.enable');
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  console.log(`seed ${SEED}`);
  for (let kill = 0; kill < kills; kill += 1) {
    await page.waitForTimeout(60 + random() * 350);
    await session.send('ServiceWorker.stopAllWorkers');
  }
  await saidAll(page, kills * 30, 600_000);
  await until(async () => (await stored(door)).length >= kills * 30, 'all posts to be stored', 60_000);
  const held = await stored(door);
  account('service worker killed', { emitted: kills * 30, acknowledged: held.length, stored: held });
  expect(held).toEqual(upTo(kills * 30));
});

it('4: the whole browser killed while it writes', async () => {
  const all = rounds(3, 50);
  let acknowledged = 0;
  let said = 0;
  let earlier: string[] = [];
  for (let round = 0; round < all; round += 1) {
    const door = await probe(opened);
    const page = await opened.context.newPage();
    await page.goto(`${talk.url}?from=${round * POSTS}`);
    const seen = await witness(door);
    await page.waitForTimeout(900 + random() * 1_500);
    said += (await emitted(page)).length;
    await killBrowser(opened.profile);
    const before = new Set([...earlier, ...seen]);
    await opened.close({ keep: true }).catch(() => undefined);
    opened = await openBrowser({ profile: opened.profile });
    const again = await probe(opened);
    const keys = await again.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const asked = indexedDB.open('tertulia');
          asked.onsuccess = () => {
            const request = asked.result.transaction('posts').objectStore('posts').getAllKeys();
            request.onsuccess = () => resolve(request.result as string[]);
          };
        }),
    );
    acknowledged = before.size;
    expect(
      [...before].filter((key) => !keys.includes(key)),
      'acknowledged and gone',
    ).toEqual([]);
    earlier = keys;
    await again.close();
  }
  const door = await probe(opened);
  account(`browser killed ${all} times`, { emitted: said, acknowledged, stored: await stored(door) });
});

it('9a: tab closed in the middle', async () => {
  const door = await probe(opened);
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await page.waitForTimeout(2_000);
  const said = await emitted(page);
  const closedAt = Date.now();
  await page.close();
  await settled(door);
  const held = await stored(door);
  const due = said.filter((post) => post.at < closedAt - 750).map((post) => post.n);
  account('tab closed', { emitted: said.length, acknowledged: due.length, stored: held });
  expect(due.filter((n) => !held.includes(n))).toEqual([]);
});

it('9b: navigated away in the middle', async () => {
  const door = await probe(opened);
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await page.waitForTimeout(2_000);
  const said = await emitted(page);
  await page.goto('about:blank');
  await settled(door);
  const held = await stored(door);
  account('navigated away', { emitted: said.length, acknowledged: said.length, stored: held });
  expect(said.map((post) => post.n).filter((n) => !held.includes(n))).toEqual([]);
});

it('9c: renderer crashed in the middle', async () => {
  const door = await probe(opened);
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await page.waitForTimeout(2_000);
  const said = await emitted(page);
  const at = Date.now();
  const session = await opened.context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  await settled(door);
  const held = await stored(door);
  // Promised: at most what the last 250 ms brought; the rest of the time is the machine's.
  const due = said.filter((post) => post.at < at - 750).map((post) => post.n);
  account('renderer crashed', { emitted: said.length, acknowledged: due.length, stored: held });
  expect(due.filter((n) => !held.includes(n))).toEqual([]);
});

it('24a: page frozen in the middle and thawed', async () => {
  const door = await probe(opened);
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await page.waitForTimeout(1_000);
  const session = await opened.context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await saidAll(page, POSTS);
  await until(async () => (await stored(door)).length >= POSTS, 'all posts to be stored');
  const held = await stored(door);
  account('page frozen', { emitted: POSTS, acknowledged: held.length, stored: held });
  expect(held).toEqual(upTo(POSTS));
});

it('24b: machine asleep in the middle', async () => {
  const door = await probe(opened);
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await page.waitForTimeout(1_000);
  signalAll(opened.profile, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, rounds(4_000, 60_000)));
  signalAll(opened.profile, 'SIGCONT');
  await saidAll(page, POSTS);
  await until(async () => (await stored(door)).length >= POSTS, 'all posts to be stored');
  const held = await stored(door);
  account('machine asleep', { emitted: POSTS, acknowledged: held.length, stored: held });
  expect(held).toEqual(upTo(POSTS));
});
