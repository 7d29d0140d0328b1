/**
 * What goes, goes from the disk as well: a site forgotten, what is older than is kept, everything erased; read back from the
 * browser's own files. And what is to stay: copies made by themselves, and word of it when they cannot be; room running out.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { onDisk } from './lib/leveldb';

const say = wordsOf('en');
const DAY = 86_400_000;
let opened: Opened;
let page: Page;

interface Post {
  key: string;
  site: string;
  text: string;
  at: number;
}

async function settings(of: Opened): Promise<Page> {
  const tab = await of.context.newPage();
  await tab.goto(of.url('options.html#settings'));
  await tab.locator('.copies').waitFor();
  return tab;
}

async function seed(tab: Page): Promise<void> {
  // Nobody reads what is about to go: another context would write while this test looks.
  await tab.evaluate(() => void navigator.locks.request('tertulia:updateThemes', () => new Promise(() => {})));
  await writeRows(tab, seedRows(Date.now(), { theme: 'light', language: 'en' }));
  await tab.reload();
  await tab.locator('.copies').waitFor();
}

const posts = async (): Promise<Post[]> => rows(page, 'posts');
/** The beginnings of what was said: what a search of the disk would find. */
const saying = (said: readonly Post[]) =>
  [...new Set(said.filter(({ text }) => text.length > 40).map(({ text }) => text.slice(0, 40)))].slice(0, 60);
const ring = async (name: string) => {
  const worker = await opened.worker();
  await worker.evaluate(`chrome.alarms.create(${JSON.stringify(name)}, { when: Date.now() })`);
};
const meta = async (name: string) => (await rows(page, 'meta')).find((row) => row.name === name)?.value;
/** Beside what others write: `writeRows` empties the table first. */
const setMeta = (name: string, value: unknown) =>
  page.evaluate(
    async (row) => {
      const asked = indexedDB.open('tertulia');
      const db: IDBDatabase = await new Promise((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      const meta = db.transaction('meta', 'readwrite').objectStore('meta');
      await new Promise((resolve) => {
        meta.put(row).onsuccess = resolve;
      });
      db.close();
    },
    { name, value },
  );

beforeAll(async () => {
  opened = await openBrowser({ lang: 'en' });
  page = await settings(opened);
  await seed(page);
}, 90_000);
afterAll(() => opened?.close());

describe('off the disk', () => {
  it('a site forgotten', async () => {
    const all = await posts();
    const kept = new Set(saying(all.filter(({ site }) => site !== 'pedal.example')));
    const gone = saying(all.filter(({ site }) => site === 'pedal.example')).filter((text) => !kept.has(text));
    expect(gone.length).toBeGreaterThan(5);
    expect(onDisk(opened, gone)).toHaveLength(gone.length);
    const row = page.locator('.site-row', { hasText: 'pedal.example' });
    await row.getByText(say('siteMore')).click();
    await row.getByRole('button', { name: say('siteForget') }).click();
    await row.getByLabel(say('typeTheWord', say('wordForget'))).fill(say('wordForget'));
    await row.getByRole('button', { name: say('forget'), exact: true }).click();
    await expect.poll(async () => (await posts()).some(({ site }) => site === 'pedal.example')).toBe(false);
    await until(async () => onDisk(opened, gone).length === 0, 'nothing of the site to be left on the disk', 60_000);
    const left = saying(await posts());
    expect(onDisk(opened, left)).toHaveLength(left.length);
  }, 120_000);

  it('what is older than its site keeps', async () => {
    const now = Date.now();
    const settled = await meta('settings');
    const sites = settled.sites.map((site: object) => ({ ...site, retentionDays: 7 }));
    await setMeta('settings', { ...settled, sites });
    const noted = new Set((await rows(page, 'notes')).map(({ target }: { target: string }) => target));
    const all = await posts();
    const isOld = ({ site, at, key }: Post) =>
      site === 'foro.ruedas.example' && at < now - 7 * DAY && !noted.has(`post:${key}`);
    const kept = new Set(saying(all.filter((post) => !isOld(post))));
    const gone = saying(all.filter(isOld)).filter((text) => !kept.has(text));
    expect(gone.length).toBeGreaterThan(5);
    await ring('retention');
    const since: Record<string, number> = JSON.parse(
      await until(() => meta('cursor:retention'), 'it to be announced first', 30_000),
    );
    expect(onDisk(opened, gone)).toHaveLength(gone.length);
    for (const sign of Object.keys(since)) since[sign] = (since[sign] ?? 0) - 2 * DAY;
    await setMeta('cursor:retention', JSON.stringify(since));
    await ring('retention');
    await expect.poll(async () => (await posts()).filter(isOld).length, { timeout: 30_000 }).toBe(0);
    await until(async () => onDisk(opened, gone).length === 0, 'nothing of it to be left on the disk', 60_000);
  }, 150_000);
});

describe('copies by themselves', () => {
  /** Private to the extension, and a real handle of a real folder. */
  const folder = 'Copias';
  const inFolder = () =>
    page.evaluate(async (name) => {
      const root = await navigator.storage.getDirectory();
      const files: Record<string, number> = {};
      const held = await root.getDirectoryHandle(name);
      for await (const file of held.values() as AsyncIterable<FileSystemFileHandle>)
        files[file.name] = (await file.getFile()).size;
      return files;
    }, folder);

  it('go into the folder that was picked, with no screen open', async () => {
    await page.evaluate(async (name) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getDirectoryHandle(name, { create: true });
      const asked = indexedDB.open('tertulia');
      const db: IDBDatabase = await new Promise((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      const put = db.transaction('meta', 'readwrite').objectStore('meta');
      await new Promise((resolve) => {
        put.put({ name: 'backupFolder', value: { every: 'day', folder: handle } }).onsuccess = resolve;
      });
      db.close();
    }, folder);
    await ring('themes');
    const files = await until(
      async () => {
        // The browser swaps the file in its place while this looks.
        const all: Record<string, number> = await inFolder().catch(() => ({}));
        return Object.values(all).some((size) => size > 1000) && all;
      },
      'a copy in the folder',
      60_000,
    );
    expect(Object.keys(files)).toEqual([expect.stringMatching(/^tertulia-\d{4}-\d\d-\d\d\.tertulia$/)]);
    await page.reload();
    await page.locator('.copies').getByText(`in ${folder}`).waitFor();
  }, 90_000);

  it('that cannot be made are told in the panel and in the settings, and made into another place', async () => {
    await page.evaluate(async (name) => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry(name, { recursive: true });
    }, folder);
    // Two days later something new was heard.
    const last = JSON.parse((await meta('cursor:backup')) as string);
    await setMeta('cursor:backup', JSON.stringify({ ...last, at: last.at - 2 * DAY, sequence: last.sequence - 1 }));
    await ring('themes');
    await until(() => meta('cursor:copyTrouble'), 'the trouble to be noted', 60_000);
    const panel = await opened.context.newPage();
    await panel.goto(opened.url('sidepanel.html'));
    await panel.getByText(say('store_copyFailed')).waitFor();
    await panel.close();
    await page.reload();
    await page.locator('.copies').getByText(say('copyTrouble_gone', folder)).waitFor();
    await page.getByText(new RegExp(`^${say('store_copyFailed')}`)).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('copyUseDownloads') }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.tertulia$/);
    await page.locator('.copies').getByText(say('copyTrouble_gone', folder)).waitFor({ state: 'detached' });
  }, 90_000);
});

describe('erasing everything', () => {
  it('leaves no word of anybody in a table or on the disk', async () => {
    const gone = saying(await posts());
    expect(onDisk(opened, gone)).toHaveLength(gone.length);
    await page.getByRole('button', { name: say('eraseEverything') }).click();
    await page.getByLabel(say('typeTheWord', say('wordErase'))).fill(say('wordErase'));
    await page.getByRole('button', { name: say('erase'), exact: true }).click();
    await page.getByText(say('eraseDone')).waitFor({ timeout: 60_000 });
    for (const table of ['posts', 'threads', 'notes', 'people', 'readings', 'themes', 'states', 'pairs'])
      expect(await rows(page, table)).toEqual([]);
    await until(async () => onDisk(opened, gone).length === 0, 'nothing to be left on the disk', 60_000);
  }, 120_000);
});

describe('room', () => {
  it('is said to run out while there is time, with a way out that works', async () => {
    const other = await openBrowser();
    try {
      const tab = await settings(other);
      await seed(tab);
      const session = await other.context.newCDPSession(tab);
      const origin = other.url('').replace(/\/$/, '');
      const panel = await other.context.newPage();
      // What is taken comes and goes by half while the browser puts its files together.
      const nearlyFill = async () => {
        const { usage = 0 } = await tab.evaluate(() => navigator.storage.estimate());
        await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.round(usage * 1.1) });
      };
      const isSaid = async () => {
        await nearlyFill();
        await panel.goto(other.url('popup.html'));
        await panel.goto(other.url('sidepanel.html'));
        await panel.locator('#main .row').first().waitFor();
        await panel.waitForTimeout(300);
        return (await panel.getByText(say('store_nearlyFull')).count()) > 0;
      };
      await until(isSaid, 'the panel to say that little room is left', 60_000);
      const isSaidThere = async () => {
        await nearlyFill();
        await tab.reload();
        await tab.locator('.copies').waitFor();
        await tab.waitForTimeout(500);
        return (await tab.getByText(say('spaceNearlyFullHelp')).count()) > 0;
      };
      await until(isSaidThere, 'the settings to say so too', 60_000);
      const row = tab.locator('.site-row', { hasText: 'foro.ruedas.example' });
      await row.getByText(say('siteMore')).click();
      await row.getByRole('button', { name: say('siteForget') }).click();
      await row.getByLabel(say('typeTheWord', say('wordForget'))).fill(say('wordForget'));
      await row.getByRole('button', { name: say('forget'), exact: true }).click();
      const left = async () => (await rows(tab, 'posts')).filter(({ site }: Post) => site === 'foro.ruedas.example');
      await expect.poll(async () => (await left()).length, { timeout: 20_000 }).toBe(0);
      // A quota smaller than what clearing the disk writes meanwhile: nothing a person's browser would have.
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await panel.reload();
      await panel.locator('main h1').first().waitFor();
      expect(await panel.getByText(say('store_nearlyFull')).count()).toBe(0);
    } finally {
      await other.close();
    }
  }, 150_000);
});
