/** Search and ties in the panel, by key, over the demo community; both screens judged by axe. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, settled, until } from './lib/browser.mjs';

const say = wordsOf('en');
let opened: Opened;
let community: Awaited<ReturnType<typeof serveCommunity>>;
let panel: Page;

beforeAll(async () => {
  community = await serveCommunity();
  opened = await openBrowser({ args: community.args, viewport: { width: 420, height: 900 } });
  await introduceUs(opened, { brands: ['Almadía'], accounts: ['almadia'], ourName: 'Marta' });
  const reader = await opened.context.newPage();
  panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html'));
  await reader.bringToFront();
  for (const url of community.sites.flatMap(({ urls }) => urls.slice(0, 5))) {
    await reader.goto(url);
    await reader.waitForTimeout(700);
  }
  await settled(panel, 60_000);
}, 180_000);
afterAll(async () => {
  await opened?.close();
  community?.close();
});

it('finds as one types, marks what was found, opens it by key', async () => {
  await panel.bringToFront();
  await panel.keyboard.press('g');
  await panel.keyboard.press('s');
  const field = panel.getByLabel(say('searchTitle'), { exact: true });
  await until(() => field.isVisible(), 'the search');
  await until(() => field.evaluate((one) => one === document.activeElement), 'the field to have the focus');
  await panel.keyboard.type('bat');
  await until(async () => (await panel.locator('mark.found').count()) > 0, 'something to be found');
  const marks = await panel.locator('mark.found').allTextContents();
  expect(marks.every((word) => /^bat/i.test(word))).toBe(true);
  expect(await violations(panel)).toEqual([]);
  await panel.locator('.search-hit').first().focus();
  await panel.keyboard.press('Enter');
  await until(async () => panel.url().includes('#/thread/'), 'the conversation');
});

it('says where a query is wrong', async () => {
  await panel.goto(opened.url('sidepanel.html#/search/is%3Anothing'));
  await until(async () => (await panel.locator('#find-fault').count()) === 1, 'the mistake');
});

it('shows who talks with whom, in a picture and in a table that says the same', async () => {
  await panel.goto(opened.url('sidepanel.html#/ties'));
  await until(async () => (await panel.locator('.ties-table tbody tr').count()) > 5, 'the table');
  const people = await panel.locator('.ties-picture circle').count();
  expect(people).toBeGreaterThan(10);
  const more = panel.getByRole('button', { name: say('showMore') });
  if (await more.isVisible()) await more.click();
  expect(await panel.locator('.ties-table tbody tr').count()).toBe(people);
  expect(await violations(panel)).toEqual([]);
  await panel.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(panel)).toEqual([]);
  await panel.emulateMedia({ colorScheme: 'light' });
});
