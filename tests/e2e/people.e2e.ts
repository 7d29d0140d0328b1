/** Search and ties in the panel, by key, over the demo community; both screens judged by axe. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { aPost } from '../exporting/sample';
import { violations } from './lib/axe';
import { type Opened, openBrowser, settled, until } from './lib/browser.mjs';
import { putRows } from './lib/people-rows.mjs';

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
  const people = await panel.locator('.ties-picture [data-place]').count();
  expect(people).toBeGreaterThan(10);
  const more = panel.getByRole('button', { name: say('showMore') });
  if (await more.isVisible()) await more.click();
  expect(await panel.locator('.ties-table tbody tr').count()).toBe(people);
  expect(await violations(panel)).toEqual([]);
  await panel.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(panel)).toEqual([]);
  await panel.emulateMedia({ colorScheme: 'light' });
});

it('goes from person to person in the picture by arrow keys, says who it is at, and opens them', async () => {
  await panel.goto(opened.url('sidepanel.html#/desk'));
  await panel.goto(opened.url('sidepanel.html#/ties'));
  const held = panel.locator('.ties-held');
  await until(() => held.isVisible(), 'the picture');
  // One stop for the whole picture, between what stands before it and the table.
  expect(await panel.locator('.ties-picture a').count()).toBe(1);
  await held.focus();
  const at = () => panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const first = await at();
  const met = new Set([first]);
  for (const key of [
    'ArrowRight',
    'ArrowDown',
    'ArrowLeft',
    'ArrowLeft',
    'ArrowUp',
    'ArrowRight',
    'ArrowDown',
    'End',
  ]) {
    await panel.keyboard.press(key);
    met.add(await at());
  }
  expect(met.size).toBeGreaterThan(3);
  for (const one of met) expect(one).toMatch(/^\S.*: Group \d+ · [\d,]+ said, [\d,]+ heard/);
  expect(await violations(panel)).toEqual([]);
  await panel.keyboard.press('Home');
  expect(await at()).toBe(first);
  expect(await panel.locator('.ties-said b').textContent()).toBe(first.split(':')[0]);
  await panel.keyboard.press('ArrowLeft');
  const [name] = (await at()).split(':');
  await panel.keyboard.press('Enter');
  await until(async () => (await panel.locator('h1').textContent()) === name, `the page about ${name}`);
});

it('shows picture and table side by side where there is room, and one above the other where there is none', async () => {
  await panel.goto(opened.url('sidepanel.html#/ties'));
  await until(() => panel.locator('.ties-held').isVisible(), 'the picture');
  const beside = async (width: number) => {
    await panel.setViewportSize({ width, height: 900 });
    const picture = await panel.locator('.ties-figure').boundingBox();
    const table = await panel.locator('.ties-scroll').boundingBox();
    const over = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    return { beside: (table?.x ?? 0) > (picture?.x ?? 0) + (picture?.width ?? 0), over };
  };
  expect(await beside(639)).toEqual({ beside: false, over: 0 });
  expect(await beside(640)).toEqual({ beside: true, over: 0 });
  expect(await beside(1200)).toEqual({ beside: true, over: 0 });
  expect(await violations(panel)).toEqual([]);
  await panel.setViewportSize({ width: 420, height: 900 });
});

it('narrows the list of people by what they do here, by key, with the reasons that lead to what was said', async () => {
  const at = Date.now() - 200 * 86_400_000;
  const author = { name: 'Olga Marin', handle: 'olga_marin', url: null };
  const before = { at, postedAt: at, mention: 1 as const, desk: 'done' as const, deskAt: at };
  await putRows(panel, { posts: [aPost('900', { ...before, author, authorKey: 'cafe.example:olga_marin' })] });
  await panel.goto(opened.url('sidepanel.html#/people'));
  const choice = panel.getByLabel(say('involvedFilter'));
  await until(() => choice.isVisible(), 'the choice');
  const all = await panel.locator('.person-row').count();
  await choice.focus();
  await panel.keyboard.press('End');
  await until(async () => (await panel.locator('.person-row').count()) === 1, 'the list to be narrowed');
  expect(await panel.locator('.person-row').textContent()).toContain('Olga Marin');
  await panel.keyboard.press('Home');
  await panel.keyboard.press('ArrowDown');
  const why = panel.locator('.person-row a[href^="#/search/"]').first();
  await until(() => why.isVisible(), 'the reasons');
  expect(await panel.locator('.person-row').count()).toBeLessThan(all);
  expect(await violations(panel)).toEqual([]);
  await why.focus();
  await panel.keyboard.press('Enter');
  await until(async () => (await panel.locator('.search-hit').count()) > 0, 'what was said');
});
