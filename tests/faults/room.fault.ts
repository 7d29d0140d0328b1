/** No room left: the browser's quota, the disk, the small store beside the database. Nothing acknowledged is lost, and it goes on by itself. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { type Opened, openBrowser, until } from '../e2e/lib/browser.mjs';
import { serveTalkingPage } from '../e2e/lib/talking-page.mjs';
import { variant } from './lib/builds';
import { account, probe, saidAll, stored, upTo } from './lib/truth';

const POSTS = 150;
/** With its indexes, POSTS of these are some 15 MB. */
const CHARACTERS = 40_000;

let opened: Opened | undefined;
let talk: Awaited<ReturnType<typeof serveTalkingPage>>;
const after: (() => void)[] = [];

afterEach(async () => {
  await opened?.close().catch(() => undefined);
  opened = undefined;
  talk?.close();
  for (const undo of after.splice(0).reverse()) undo();
});

const troubleOf = (door: Page): Promise<string | null> =>
  door.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<unknown> } } } }
    ).chrome;
    const { trouble } = (await storage.local.get('trouble')) as { trouble?: { kind: string } };
    return trouble?.kind ?? null;
  });

async function goesOn(door: Page, fault: string, heldBefore: number): Promise<void> {
  await until(async () => (await stored(door)).length >= POSTS, 'all posts to be stored after there was room', 60_000);
  const held = await stored(door);
  account(fault, { emitted: POSTS, acknowledged: heldBefore, stored: held });
  expect(held).toEqual(upTo(POSTS));
  await until(async () => (await troubleOf(door)) === null, 'the trouble to be over', 30_000);
}

/** What the browser allows anybody: `unlimitedStorage` lifts the limits that these faults are about. */
function limited(): string {
  const build = variant((manifest) => {
    manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  });
  after.push(() => rmSync(build, { recursive: true }));
  return build;
}

it("6: the browser's quota reached, then lifted", async () => {
  talk = await serveTalkingPage({ posts: POSTS, every: 10, padding: CHARACTERS });
  opened = await openBrowser({ extension: limited() });
  const door = await probe(opened);
  const session = await opened.context.newCDPSession(door);
  const origin = `chrome-extension://${opened.id}`;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await until(async () => (await troubleOf(door)) === 'quota', 'the quota to be told', 60_000);
  await saidAll(page, POSTS);
  const heldBefore = (await stored(door)).length;
  expect(heldBefore).toBeLessThan(POSTS);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await goesOn(door, 'quota reached', heldBefore);
});

function tmpfs(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  after.push(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** All but the last megabyte. The browser writes at the same time: what it took first is not ours to take. */
function fill(disk: string, filler: string): void {
  const { bavail, bsize } = statfsSync(disk);
  const piece = Buffer.alloc(1_000_000);
  try {
    for (let left = bavail * bsize - 1_000_000; left > 0; left -= piece.length) appendFileSync(filler, piece);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== 'ENOSPC') throw reason;
  }
}

it('7: the disk full, then not', async (test) => {
  const disk = tmpfs();
  if (!disk) {
    console.warn('7: SKIPPED: no tmpfs can be mounted here (it needs root)');
    test.skip();
    return;
  }
  const profile = join(disk, 'profile');
  mkdirSync(profile);
  talk = await serveTalkingPage({ posts: POSTS, every: 25, padding: CHARACTERS });
  opened = await openBrowser({ profile });
  const door = await probe(opened);
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await until(async () => (await stored(door)).length > 10, 'the first posts');
  const filler = join(disk, 'filler');
  fill(disk, filler);
  await saidAll(page, POSTS);
  await page.waitForTimeout(3_000);
  const heldBefore = (await stored(door).catch(() => [])).length;
  expect(heldBefore).toBeLessThan(POSTS);
  rmSync(filler);
  await goesOn(door, 'disk full', heldBefore);
});

it('23: the small store beside the database full, then emptied', async () => {
  talk = await serveTalkingPage({ posts: POSTS, every: 10 });
  opened = await openBrowser({ extension: limited() });
  const door = await probe(opened);
  const errors: string[] = [];
  opened.context.on('weberror', (error) => errors.push(error.error().message));
  const filled = await door.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
    ).chrome;
    let kept = 0;
    try {
      for (; kept < 40; kept += 1) await storage.local.set({ [`filler${kept}`]: 'x'.repeat(500_000) });
    } catch {
      // Full, which is what we came for.
    }
    for (let size = 100_000; size > 8; size = Math.floor(size / 2)) {
      await storage.local.set({ [`rest${size}`]: 'x'.repeat(size) }).catch(() => undefined);
    }
    return kept;
  });
  expect(filled).toBeLessThan(40);
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await page.waitForTimeout(1_000);
  await door.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { clear(): Promise<void> } } } }
    ).chrome.storage.local.clear(),
  );
  await saidAll(page, POSTS);
  await until(async () => (await stored(door)).length >= POSTS, 'all posts to be stored');
  const held = await stored(door);
  account('storage.local full, then cleared', { emitted: POSTS, acknowledged: held.length, stored: held });
  expect(held).toEqual(upTo(POSTS));
  expect(errors).toEqual([]);
});
