/** Tags for several at once, by keys alone: on all of them, off all of them, and taken back in one step. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { writeRows } from '../screens/seed.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { calmDesk } from './lib/calm';
import { walk } from './lib/keyboard';
import { waitingRows } from './lib/waiting-rows.mjs';

const say = wordsOf('en');
const at = { createdAt: 1, updatedAt: 1 };
const NOTES = [
  { id: 'n1', target: 'post:lamps.example:cuesta-0', text: 'Call her first', tags: ['regular', 'hills'], ...at },
  { id: 'n2', target: 'post:lamps.example:cuesta-1', text: '', tags: ['regular'], ...at },
];
let opened: Opened;
beforeAll(async () => {
  opened = await openBrowser({ viewport: { width: 400, height: 800 } });
}, 60_000);
afterAll(() => opened?.close());

async function openDesk() {
  const page = await opened.context.newPage();
  await page.goto(opened.url('sidepanel.html#/desk/open'));
  await page.evaluate(() => localStorage.clear());
  await writeRows(page, { ...waitingRows(Date.now()), notes: NOTES });
  await page.reload();
  await calmDesk(page);
  const tags = async () =>
    Object.fromEntries((await rows(page, 'notes')).map(({ target, tags }) => [target.split(':').at(-1), tags]));
  return { page, tags };
}

it('tags several at once, with those used before offered, and takes it back in one step', async () => {
  const { page, tags } = await openDesk();
  expect(
    await walk(page, [
      ['press', 'Space'],
      ['press', 'Shift+ArrowDown'],
      ['press', 'Shift+ArrowDown'],
      ['see', say('selectNone')],
      ['press', 't', say('tags')],
      ['type', 'hil'],
      ['press', 'Enter', say('tags')],
      ['see', `hills${say('takeTagOut')}`],
      ['type', 'winter'],
      ['press', 'Control+Enter', 'Bram Osterhuis'],
      ['see', say('undo')],
    ]),
  ).toEqual([]);
  await until(async () => Object.keys(await tags()).length === 3, 'all three to be tagged');
  expect(await tags()).toEqual({
    'cuesta-0': ['regular', 'hills', 'winter'],
    'cuesta-3': ['hills', 'winter'],
    'cuesta-1': ['regular', 'hills', 'winter'],
  });
  expect((await rows(page, 'notes')).find(({ id }) => id === 'n1').text).toBe('Call her first');
  await until(async () => (await page.locator('article.row .tags').count()) === 3, 'the tags to be seen');

  // What all of them share can be taken off all of them; the pencil of the first stays.
  await page.keyboard.press('t');
  const form = page.getByRole('form', { name: say('tagSelected') });
  await form.waitFor();
  expect(await form.locator('.tag').allTextContents()).toEqual([
    `hills${say('takeTagOut')}×`,
    `winter${say('takeTagOut')}×`,
  ]);
  expect(await violations(page)).toEqual([]);
  expect(
    await walk(page, [
      ['back', 'hills'],
      ['press', 'Enter'],
      ['tab', say('save')],
      ['press', 'Enter', 'Bram Osterhuis'],
    ]),
  ).toEqual([]);
  await until(
    async () =>
      !Object.values(await tags())
        .flat()
        .includes('hills'),
    'it to be off all of them',
  );

  await page.keyboard.press('Control+z');
  await until(async () => (await tags())['cuesta-3']?.includes('hills'), 'it to be back');
  await page.keyboard.press('Control+z');
  await until(async () => Object.keys(await tags()).length === 2, 'all of it to be taken back');
  expect((await rows(page, 'notes')).sort((a, b) => a.id.localeCompare(b.id))).toEqual(NOTES);
  await page.close();
});

it('leaves everything as it was on Escape, and one row is tagged where nothing is selected', async () => {
  const { page, tags } = await openDesk();
  expect(
    await walk(page, [
      ['press', 'Space'],
      ['press', 't', say('tags')],
      ['type', 'wint'],
      ['press', 'Escape', say('tags')],
      ['press', 'Escape', 'Nerea Solano'],
      ['gone', say('tagSelected')],
      ['press', 'Escape', 'Nerea Solano'],
      ['gone', say('selectNone')],
      ['press', 'j'],
      ['press', 't', say('tags')],
      ['type', 'winter'],
      ['press', 'Control+Enter'],
    ]),
  ).toEqual([]);
  await until(async () => (await tags())['cuesta-3']?.length === 1, 'one to be tagged');
  expect(Object.keys(await tags()).sort()).toEqual(['cuesta-0', 'cuesta-1', 'cuesta-3']);
  await page.close();
});
