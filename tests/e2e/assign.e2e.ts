/** Handing a row of the desk to one of us, by keys alone; it says so, is found by it, and is taken back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';

const say = wordsOf('en');
let opened: Opened;
beforeAll(async () => {
  opened = await openBrowser({ viewport: { width: 400, height: 800 } });
}, 60_000);
afterAll(() => opened?.close());

it('a row is handed over with two keys, filtered by whose it is, kept on top, and taken back', async () => {
  const page = await opened.context.newPage();
  await page.goto(opened.url('sidepanel.html#/desk/open'));
  await writeRows(page, seedRows(Date.now(), { language: 'en' }));
  await page.reload();
  const row = page.locator('article.row');
  await row.first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('w');
  const menu = page.getByRole('menu', { name: say('assignTo') });
  const first = menu.getByRole('menuitem').first();
  const word = (await first.textContent()) ?? '';
  await page.keyboard.press('Enter');
  const line = row.locator('.care');
  await line.waitFor();
  expect(await line.textContent()).toBe(word);
  await until(async () => (await rows(page, 'cares')).length === 1, 'it to be kept');
  const [care] = await rows(page, 'cares');
  expect(word).toBe(say('careFor', care.assignee));

  await page.keyboard.press('/');
  await page.keyboard.type(`for:${care.assignee.slice(0, 3)}`);
  await until(async () => (await row.count()) === 1, 'one row to be left');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await until(async () => (await row.count()) > 1, 'the others to come back');

  await page.keyboard.press('w');
  await menu.getByRole('menuitem', { name: say('carePin') }).click();
  await page
    .getByText(new RegExp(say('careOnTop')))
    .first()
    .waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await until(async () => (await rows(page, 'cares')).length === 0, 'both to be taken back');
  await line.waitFor({ state: 'detached' });
});
