/** Several windows at once, clocks that jump, a permission taken back, a panel with little memory. */
import { afterEach, expect, it } from 'vitest';
import { manyRows } from '../bench/many-rows.mjs';
import { type Opened, openBrowser, rows, until } from '../e2e/lib/browser.mjs';
import { serveTalkingPage } from '../e2e/lib/talking-page.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { account, HEAVY, probe, saidAll, stored, upTo } from './lib/truth';

const POSTS = 300;
let opened: Opened;
let talk: Awaited<ReturnType<typeof serveTalkingPage>> | undefined;

afterEach(async () => {
  await opened?.close().catch(() => undefined);
  talk?.close();
  talk = undefined;
});

it('15: the clock jumps 400 days back and three days on in the middle', async () => {
  talk = await serveTalkingPage({ posts: POSTS, every: 15 });
  opened = await openBrowser();
  const door = await probe(opened);
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  for (const days of [-400, 3, -1]) {
    await page.waitForTimeout(1_000);
    const worker = await opened.worker();
    await worker.evaluate((offset) => {
      const { now } = Date;
      Date.now = () => now.call(Date) + offset;
    }, days * 86_400_000);
  }
  await saidAll(page, POSTS);
  await until(async () => (await stored(door)).length >= POSTS, 'all posts to be stored');
  const held = await stored(door);
  account('clock jumped', { emitted: POSTS, acknowledged: held.length, stored: held });
  expect(held).toEqual(upTo(POSTS));
  const posts: { key: string; firstSeenAt: number; lastSeenAt: number }[] = await rows(door, 'posts');
  expect(posts.filter((post) => post.lastSeenAt < post.firstSeenAt).map((post) => post.key)).toEqual([]);
});

it('22: the permission taken back while it listens: nothing more is heard, nothing thrown, nothing lost', async () => {
  talk = await serveTalkingPage({ posts: POSTS, every: 15 });
  opened = await openBrowser();
  const door = await probe(opened);
  const page = await opened.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(talk.url);
  await until(async () => (await stored(door)).length > 0, 'the first posts');
  const before = (await stored(door)).length;
  const keeper = await opened.context.newPage();
  await keeper.goto('chrome://extensions');
  await keeper.evaluate(
    (id) =>
      (
        globalThis as unknown as {
          chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } };
        }
      ).chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_CLICK' }),
    opened.id,
  );
  await saidAll(page, POSTS);
  await page.waitForTimeout(1_000);
  const held = await stored(door);
  account('permission taken back', { emitted: POSTS, acknowledged: before, stored: held });
  expect(held.length).toBeGreaterThanOrEqual(before);
  expect(held.length).toBeLessThan(POSTS);
  expect(errors).toEqual([]);
  const fresh = await opened.context.newPage();
  await fresh.goto(`${talk.url}?from=${POSTS}`);
  await saidAll(fresh, 30);
  await fresh.waitForTimeout(1_000);
  expect((await stored(door)).filter((n) => n > POSTS)).toEqual([]);
});

it('25: a panel with 128 MB of script memory and a full store still shows its list', async () => {
  opened = await openBrowser({ args: ['--js-flags=--max-old-space-size=128'] });
  const door = await opened.context.newPage();
  await door.goto(opened.url('options.html'));
  await door.waitForTimeout(500);
  const many = HEAVY ? 200_000 : 20_000;
  await writeRows(door, manyRows(seedRows(Date.now(), { language: 'en' }), many));
  await door.close();
  const panel = await opened.context.newPage();
  const crashed = new Promise<never>((_, reject) => panel.on('crash', () => reject(new Error('the panel died'))));
  await panel.goto(opened.url('sidepanel.html#/desk'));
  await Promise.race([panel.locator('#main .row').first().waitFor({ timeout: 30_000 }), crashed]);
  for (let i = 0; i < 20; i += 1) {
    await panel.keyboard.press('PageDown');
    await Promise.race([panel.waitForTimeout(50), crashed]);
  }
  expect(await panel.locator('#main .row').count()).toBeGreaterThan(0);
});
