/** Updates with pages open, a store held by an older window, a store of a newer version, a store that never answers. */
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { type Opened, openBrowser, until } from '../e2e/lib/browser.mjs';
import { serveTalkingPage } from '../e2e/lib/talking-page.mjs';
import { rewriteManifest, variant } from './lib/builds';
import { account, probe, saidAll, stored, upTo } from './lib/truth';

const POSTS = 300;
let opened: Opened;
let talk: Awaited<ReturnType<typeof serveTalkingPage>> | undefined;
let build: string | undefined;

afterEach(async () => {
  await opened?.close().catch(() => undefined);
  talk?.close();
  if (build) rmSync(build, { recursive: true });
  talk = undefined;
  build = undefined;
});

it('10: the extension updated with pages open', async () => {
  build = variant(() => undefined);
  talk = await serveTalkingPage({ posts: POSTS, every: 15 });
  opened = await openBrowser({ extension: build });
  const before = await probe(opened);
  const page = await opened.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(message.text())) errors.push(message.text());
  });
  await page.goto(talk.url);
  await page.waitForTimeout(1_500);
  rewriteManifest(build, (manifest) => {
    manifest.version = '99.0.0';
  });
  const worker = await opened.worker();
  await worker
    .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
    .catch(() => undefined);
  await saidAll(page, POSTS);
  await before.close().catch(() => undefined);
  const door = await until(async () => {
    const again = await opened.context.newPage();
    if (await again.goto(opened.url('manifest.json')).catch(() => null)) return again;
    await again.close();
    return null;
  }, 'the extension to come back');
  if (!door) throw new Error('the extension did not come back');
  expect(await door.evaluate(() => document.body.textContent)).toContain('99.0.0');
  await until(async () => (await stored(door)).length >= POSTS, 'all posts to be stored', 30_000);
  const held = await stored(door);
  account('extension updated', { emitted: POSTS, acknowledged: held.length, stored: held });
  expect(held).toEqual(upTo(POSTS));
  expect(errors).toEqual([]);
});

/** The store held open by a window that does not let go, at a version of its own. */
const holdOpen = (page: Page, version: number): Promise<void> =>
  page.evaluate(async (asked) => {
    const gone = indexedDB.deleteDatabase('tertulia');
    const request = indexedDB.open('tertulia', asked);
    request.onupgradeneeded = () => request.result.createObjectStore('old');
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
      gone.onerror = () => reject(gone.error);
    });
    (window as unknown as { held: IDBDatabase }).held = request.result;
  }, version);
const letGo = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
const alert = (page: Page, timeout: number): Promise<string> =>
  page
    .locator('[role=alert]')
    .first()
    .textContent({ timeout })
    .then((words) => words ?? '');

it('12: an older window holds the store: said within two seconds, and mended when it closes', async () => {
  opened = await openBrowser();
  const holder = await probe(opened);
  await holder.waitForTimeout(1_000);
  await holdOpen(holder, 5);
  const panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html'));
  const at = Date.now();
  const words = await alert(panel, 5_000);
  console.log(`store held by another window: told after ${Date.now() - at} ms: ${words}`);
  expect(words).toContain('holding the door');
  expect(Date.now() - at).toBeLessThan(2_000);
  await letGo(holder);
  await panel.locator('nav').first().waitFor({ timeout: 10_000 });
});

it('11: a store of a newer version is left alone, and said', async () => {
  opened = await openBrowser();
  const holder = await probe(opened);
  await holder.waitForTimeout(1_000);
  await holdOpen(holder, 9_990);
  await letGo(holder);
  const panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html'));
  expect(await alert(panel, 10_000)).toContain('newer Tertulia');
  const version = await holder.evaluate(async () => (await indexedDB.databases()).find((db) => db.name === 'tertulia'));
  expect(version?.version).toBe(9_990);
});

it('13: the store never answers: said within the guard, with a way on', async () => {
  opened = await openBrowser();
  const panel = await opened.context.newPage();
  await panel.addInitScript(() => {
    indexedDB.open = () => new EventTarget() as unknown as IDBOpenDBRequest;
  });
  await panel.goto(opened.url('sidepanel.html'));
  const words = await alert(panel, 15_000);
  expect(words).toContain('does not answer');
});
