/** Whoever waits in several conversations: told on their row, gathered by a key, in hand and selected all the while. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { writeRows } from '../screens/seed.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { calmDesk } from './lib/calm';
import { walk } from './lib/keyboard';
import { waitingRows } from './lib/waiting-rows.mjs';

const say = wordsOf('en');
const NEREA = 'Nerea Solano';
let opened: Opened;
let page: Page;

beforeAll(async () => {
  opened = await openBrowser({ viewport: { width: 400, height: 800 } });
}, 60_000);
afterAll(() => opened?.close());

beforeEach(async () => {
  page = await opened.context.newPage();
  await page.goto(opened.url('sidepanel.html#/desk/open'));
  await page.evaluate(() => localStorage.clear());
  await writeRows(page, { ...waitingRows(Date.now()), states: [], views: [] });
  await page.reload();
  await calmDesk(page);
  return () => page.close();
});

const heads = () => page.locator('.group-head:not(.alone) h2').allTextContents();
const names = () => page.locator('article.row .who').allTextContents();
const inHand = () => page.locator('article.row[aria-current=true] .words').textContent();
const words = () => page.locator('article.row .words').allTextContents();

it('gathers by person wherever they wait, the oldest debt first, and keeps it', async () => {
  // In one conversation they stand together already, named once.
  expect((await names()).slice(0, 3)).toEqual([NEREA, NEREA, 'Bram Osterhuis']);
  expect(await page.locator('article.row.again').count()).toBe(1);
  const conversations = await words();

  const also = page.getByRole('button', { name: say('waitsElsewhere_other', '3', 'three') });
  expect(await also.count()).toBe(1);
  await also.click();
  await until(async () => (await heads()).includes(NEREA), 'her name to stand above');
  expect((await names()).slice(0, 6)).toEqual([...Array(5).fill(NEREA), 'Bram Osterhuis']);
  expect((await names()).slice(5)).toEqual(['Bram Osterhuis', 'Odette Marsh', 'Ilse Boon']);
  expect((await words()).sort()).toEqual(conversations.sort());
  expect(await violations(page)).toEqual([]);

  // Another day.
  await page.reload();
  await calmDesk(page);
  expect(await heads()).toEqual([NEREA]);
  const title = page.locator('article.row').getByRole('link', { name: 'The north side after dark' }).first();
  await title.click();
  await until(async () => page.url().includes('#/thread/'), 'the conversation to open');
  await page.goto(opened.url('sidepanel.html#/desk/open'));
  await calmDesk(page);
  await page.getByRole('link', { name: NEREA, exact: true }).click();
  await until(async () => page.url().includes('#/person/'), 'her page to open');
});

it('by keys alone: gathered, walked, several done at once and taken back', async () => {
  expect(
    await walk(page, [
      ['press', 'j'],
      ['press', 'j'],
      ['press', 'b'],
      ['see', say('groupedBy_person')],
      ['on', 'Bram Osterhuis'],
      ['press', 'k'],
      ['press', 'k'],
      ['on', NEREA],
      ['press', 'Space'],
      ['press', 'Shift+ArrowUp'],
      ['press', 'Shift+ArrowUp'],
      ['press', 'b', NEREA],
      ['see', say('selectNone')],
      ['press', 'b', NEREA],
      ['press', 'x'],
      ['gone', 'Un soporte para manillares'],
      ['press', 'Control+z', NEREA],
      ['see', 'Un soporte para manillares'],
      ['tab', say('reply')],
      ['back', say('groupBy_conversation')],
      ['press', 'Enter', say('groupBy_person')],
      ['see', say('groupedBy_conversation')],
    ]),
  ).toEqual([]);
});

it('whoever goes up with several selected sees the row they are on, clear of the bar', async () => {
  for (const key of ['j', 'j', 'j', 'j', 'Space', 'j', 'j', 'Space', 'k', 'k', 'k']) {
    expect(await walk(page, [['press', key]]), key).toEqual([]);
  }
  const [bar, row] = await Promise.all([
    page.locator('.bulk').boundingBox(),
    page.locator('article.row[aria-current=true]').boundingBox(),
  ]);
  expect(row?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
});

it('the row in hand is the same one after turning, and moving follows what is seen', async () => {
  for (const key of ['j', 'j', 'j']) await page.keyboard.press(key);
  const before = await inHand();
  await page.keyboard.press('b');
  await until(async () => (await heads()).includes(NEREA), 'it to be by person');
  expect(await inHand()).toBe(before);
  for (const key of ['k', 'k', 'k', 'k', 'k', 'k', 'k', 'k']) await page.keyboard.press(key);
  const seen: (string | null)[] = [];
  for (let at = 0; at < 8; at++) {
    seen.push(await inHand());
    await page.keyboard.press('j');
  }
  expect(seen).toEqual(await words());
});

it('goes on to the last of many while somebody reads, and has all of a person from the start', async () => {
  const seed = waitingRows(Date.now());
  const last = seed.posts.at(-1);
  if (!last) throw new Error('nobody waits');
  const hour = 3_600_000;
  const crowd = Array.from({ length: 150 }, (_, n) => {
    const at = Date.now() - 20 * hour + n * 60_000;
    const name = `Neighbour ${n}`;
    return {
      ...last,
      key: `lamps.example:crowd-${n}`,
      nativeId: `crowd-${n}`,
      threadKey: `lamps.example:crowd-${n}`,
      author: { name, handle: `n${n}`, url: null },
      authorKey: `lamps.example:n${n}`,
      text: `Farol, which lamp for road number ${n}?`,
      ...{ at, postedAt: at, deskAt: at, waitsSince: at, firstSeenAt: at },
    };
  });
  await writeRows(page, { ...seed, posts: [...seed.posts, ...crowd] });
  await page.reload();
  await calmDesk(page);
  // Her newest row stands at the very end of the desk.
  await page.getByRole('button', { name: say('waitsElsewhere_other', '3', 'three') }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('b');
  await until(
    async () => (await words()).some((said) => said.includes('taller de los sábados')),
    'all of her to be there',
  );
  expect(await names()).not.toContain('Neighbour 149');
  await until(async () => {
    await page.mouse.wheel(0, 4_000);
    return (await names()).includes('Neighbour 149');
  }, 'the last of them to be reached');
  expect(await page.locator('.held').count()).toBe(0);
});

it('a view kept by person brings that back with its filter', async () => {
  await page.keyboard.press('b');
  await page.keyboard.press('/');
  await page.keyboard.type('soporte');
  await page.getByRole('button', { name: say('viewKeep') }).click();
  await page.keyboard.type('Brackets');
  await page.keyboard.press('Enter');
  await until(async () => (await rows(page, 'views')).length === 1, 'the view to be kept');
  expect(await rows(page, 'views')).toMatchObject([{ name: 'Brackets', query: 'soporte', by: 'person' }]);
  const view = page.getByRole('button', { name: 'Brackets' });
  await until(async () => (await view.getAttribute('aria-pressed')) === 'true', 'it to be the one looked at');
  await page.getByRole('button', { name: say('groupBy_conversation') }).click();
  await until(async () => (await view.getAttribute('aria-pressed')) === 'false', 'it to be another');
  await view.click();
  await until(async () => (await heads()).includes(NEREA), 'it to be by person again');
});
