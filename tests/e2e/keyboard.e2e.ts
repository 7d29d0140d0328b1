/** Every flow of the panel and of the settings by keyboard alone: the focus is always somewhere, in sight, and seen. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { walk } from './lib/keyboard';
import { PANEL_WALKS } from './lib/panel-walks';
import { SETTINGS_WALKS } from './lib/settings-walks';

let opened: Opened;
let page: Page;
let community: Record<string, object[]>;

/** The demo's people, read and told apart as the panel does it: nothing moves by itself while somebody walks. */
beforeAll(async () => {
  const seed = seedRows(Date.now(), { language: 'en' });
  opened = await openBrowser({ viewport: { width: 420, height: 800 } });
  const door = await opened.context.newPage();
  await door.goto(opened.url('options.html'));
  await door.locator('main').waitFor();
  await door.waitForTimeout(1_000);
  await writeRows(door, seed);
  await door.goto(opened.url('sidepanel.html#/themes'));
  const isRead = async () => (await rows(door, 'readings')).every(({ version }) => version !== 'seed');
  await until(isRead, 'every post to be read', 60_000);
  const hasThemes = async () => (await rows(door, 'themes')).some(({ id }) => !String(id).startsWith('t-'));
  await until(hasThemes, 'the themes', 60_000);
  await door.waitForTimeout(1_500);
  const tables = [...Object.keys(seed), 'sent', 'promises', 'corrections', 'undoing', 'forgotten'];
  community = Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await rows(door, name)])));
  await door.close();
}, 180_000);
afterAll(() => opened?.close());

beforeEach(async () => {
  page = await opened.context.newPage();
  await page.goto(opened.url('manifest.json'));
  await writeRows(page, community);
  // The windows of the system cannot be walked: a file that was saved is the one that is picked.
  let saved = '';
  page.on('download', async (download) => {
    saved = await download.path();
  });
  page.on(
    'filechooser',
    (chooser) => void chooser.setFiles({ name: 'copy.tertulia', mimeType: '', buffer: readFileSync(saved) }),
  );
});
afterEach(() => page.close());

it.each([...PANEL_WALKS, ...SETTINGS_WALKS])('$name', async ({ from, steps }) => {
  await page.goto(opened.url(from));
  await page.locator('#root > *').first().waitFor();
  await page.waitForTimeout(700);
  expect((await walk(page, steps)).join('\n')).toBe('');
});
