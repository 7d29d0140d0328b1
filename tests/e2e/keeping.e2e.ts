/** In a real browser: a copy out by the download, into an empty profile, equal; a person forgotten from what is stored. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { onDisk } from './lib/leveldb';

const TABLES = ['posts', 'threads', 'notes', 'people', 'savedReplies', 'watches', 'themes', 'readings', 'states'];
let opened: Opened;
let page: Page;
let copy: string;

/** All rows with their fields in order: equal texts, equal profiles. */
async function everything(of: Page): Promise<Record<string, string[]>> {
  const canonical = (row: unknown): string =>
    JSON.stringify(row, (_, item) =>
      item instanceof Object && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
        : item,
    );
  const all: Record<string, string[]> = {};
  for (const table of TABLES) all[table] = (await rows(of, table)).map(canonical).sort();
  return all;
}

async function settings(of: Opened): Promise<Page> {
  const tab = await of.context.newPage();
  await tab.goto(of.url('options.html#settings'));
  await tab.locator('.copies').waitFor();
  return tab;
}

beforeAll(async () => {
  opened = await openBrowser({ lang: 'en' });
  page = await settings(opened);
  await page.evaluate(() => void navigator.locks.request('tertulia:updateThemes', () => new Promise(() => {})));
  await writeRows(page, seedRows(Date.now(), { theme: 'light', language: 'en' }));
  await page.reload();
  await page.locator('.copies').waitFor();
  // The seed writes rows as they are: a word of who we are has them looked at, as every real row was.
  await page.locator('main input.box').first().fill('Almadía, almadiabikes, Zeta');
  await until(
    async () => (await rows(page, 'meta')).some(({ name }) => name === 'cursor:lens'),
    'every post to be looked at',
  );
}, 90_000);
afterAll(() => opened?.close());

describe('a copy', () => {
  it('is saved by a click, sealed with a passphrase', async () => {
    await page.locator('.copies summary').click();
    await page.locator('.copies input[type=password]').fill('cuatro gatos');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.copies .buttons button').first().click(),
    ]);
    copy = (await download.path()) as string;
    expect(download.suggestedFilename()).toMatch(/^tertulia-\d{4}-\d\d-\d\d\.tertulia$/);
    const bytes = readFileSync(copy);
    expect(bytes.subarray(0, 8).toString()).toBe('TERTULIA');
    expect(bytes.includes('posts')).toBe(false);
  });

  it('comes into an empty profile and is equal there', async () => {
    const other = await openBrowser({ lang: 'en' });
    try {
      const tab = await settings(other);
      await tab.locator('.copies input[type=file]').setInputFiles(copy);
      await tab.locator('.copies form input[type=password]').fill('wrong');
      await tab.locator('.copies form button').click();
      await tab.getByText('The passphrase does not open it.').waitFor();
      expect(await rows(tab, 'posts')).toEqual([]);
      await tab.locator('.copies form input[type=password]').fill('cuatro gatos');
      await tab.locator('.copies form button').click();
      await tab.getByText('It is here.').waitFor({ timeout: 60_000 });
      expect(await everything(tab)).toEqual(await everything(page));
    } finally {
      await other.close();
    }
  });

  it('that is none is refused in words, and nothing changes', async () => {
    const before = await everything(page);
    const input = page.locator('.copies input[type=file]');
    await input.setInputFiles({ name: 'x.tertulia', mimeType: '', buffer: Buffer.from('TERTULIA nonsense') });
    await page.getByText('Nothing was changed.').waitFor();
    expect(await everything(page)).toEqual(before);
  });
});

describe('a person forgotten', () => {
  it('is in no table afterwards, nor in what is exported, nor in the files on the disk', async () => {
    const posts = await rows(page, 'posts');
    const counts = new Map<string, number>();
    for (const post of posts) if (!post.ours) counts.set(post.authorKey, (counts.get(post.authorKey) ?? 0) + 1);
    const [account] = [...counts].sort((a, b) => b[1] - a[1])[0] as [string, number];
    const author = posts.find((post) => post.authorKey === account).author;
    const theirs = posts.filter((post) => post.authorKey === account && post.text.length > 40);
    const words = [account, ...theirs.map(({ text }) => text.slice(0, 40))];
    expect(onDisk(opened, words)).toEqual(words);
    const panel = await opened.context.newPage();
    await panel.goto(opened.url(`sidepanel.html#/person/${encodeURIComponent(account)}`));
    await panel.locator('.forget button').click();
    await panel.locator('.forget input').fill('forget');
    await panel.locator('.forget button[type=submit]').click();
    await panel.getByText(/^Forgotten\./).waitFor({ timeout: 60_000 });
    const dump = await page.evaluate(async () => {
      const asked = indexedDB.open('tertulia');
      const db: IDBDatabase = await new Promise((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      const all: unknown[] = [];
      for (const store of db.objectStoreNames) {
        const request = db.transaction(store).objectStore(store).getAll();
        all.push(
          await new Promise((resolve) => {
            request.onsuccess = () => resolve(request.result);
          }),
        );
      }
      db.close();
      return JSON.stringify(all);
    });
    expect(dump.length).toBeGreaterThan(10_000);
    expect(dump).not.toContain(`"${account}"`);
    if (author.handle) expect(dump.toLowerCase()).not.toContain(`@${author.handle.toLowerCase()}`);
    expect(await until(async () => (await rows(page, 'forgotten')).length, 'a tombstone')).toBe(1);
    for (const post of posts.filter((one) => one.authorKey === account))
      if (post.text.split(/\s+/).length > 8) expect(dump).not.toContain(JSON.stringify(post.text).slice(1, -1));
    // LevelDB puts its files together a moment later.
    await until(async () => onDisk(opened, words).length === 0, 'nothing of them to be left on the disk');
    await panel.close();
  });
});
