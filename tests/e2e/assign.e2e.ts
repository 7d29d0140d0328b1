/** Handing a row of the desk to one of us, by keys alone; it says so, is found by it, and is taken back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { calmDesk } from './lib/calm';

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
  await calmDesk(page);
  await page.keyboard.press('j');
  await page.keyboard.press('w');
  const menu = page.getByRole('menu', { name: say('assignTo') });
  const first = menu.getByRole('menuitem').first();
  expect(await violations(page)).toEqual([]);
  const word = (await first.textContent()) ?? '';
  await until(() => first.evaluate((item) => item === document.activeElement), 'the first choice to be in hand');
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

it('a conversation is handed over with everybody in it who waits', async () => {
  const page = await opened.context.newPage();
  await page.goto(opened.url('sidepanel.html#/desk/open'));
  await calmDesk(page);
  const all = await rows(page, 'posts');
  const open = all.filter(({ desk }: { desk?: string }) => desk === 'open');
  const many = open.find((post) => open.some((other) => other.threadKey === post.threadKey && other.key !== post.key));
  const due = all.filter((post) => post.threadKey === many.threadKey && post.desk && post.desk !== 'done');
  expect(due.length).toBeGreaterThan(1);
  await page.goto(opened.url(`sidepanel.html#/thread/${encodeURIComponent(many.threadKey)}`));
  await page.locator('article.in-hand').waitFor();
  await page.keyboard.press('w');
  await page
    .getByRole('menu', { name: say('assignTo') })
    .getByRole('menuitem')
    .first()
    .click();
  await page.locator('article.in-hand .care').waitFor();
  const keys = (await rows(page, 'cares')).map(({ postKey }) => postKey);
  expect(keys.sort()).toEqual(due.map(({ key }) => key).sort());
  await page.keyboard.press('Control+z');
  await until(async () => (await rows(page, 'cares')).length === 0, 'all to be taken back');
});

it('several are handed over at once, and taken back at once', async () => {
  const page = await opened.context.newPage();
  await page.goto(opened.url('sidepanel.html#/desk/open'));
  await calmDesk(page);
  for (const press of ['j', 'Space', 'j', 'Space', 'w']) await page.keyboard.press(press);
  const menu = page.getByRole('menu', { name: say('assignTo') });
  await menu.waitFor();
  expect(await violations(page)).toEqual([]);
  await menu.getByRole('menuitem').first().click();
  await until(async () => (await rows(page, 'cares')).length === 2, 'both to be handed over');
  await page.keyboard.press('Control+z');
  await until(async () => (await rows(page, 'cares')).length === 0, 'both to be taken back');
});

it('no row that follows lies over an open menu', async () => {
  const page = await opened.context.newPage();
  await page.goto(opened.url('sidepanel.html#/desk/open'));
  // More than are drawn at once: rows of a long desk are layers of their own.
  const { posts } = seedRows(Date.now(), { language: 'en' });
  const asks = posts.filter(({ ours, mention }: { ours: number; mention: number }) => !ours && mention);
  const copies = Array.from({ length: Math.ceil(100 / asks.length) }, (_, n) =>
    asks.map((post) => ({ ...post, key: `${post.key}-${n}`, threadKey: `${post.threadKey}-${n}`, parentKey: null })),
  );
  await writeRows(page, { posts: copies.flat() });
  await page.reload();
  await calmDesk(page);
  expect(await page.locator('.rows.long').count()).toBe(1);
  const menu = page.getByRole('menu', { name: say('assignTo') });
  for (let row = 0; row < 3; row++) {
    await page.keyboard.press('j');
    await page.keyboard.press('w');
    await menu.waitFor();
    const covered = await menu.getByRole('menuitem').evaluateAll((items) =>
      items.flatMap((item) => {
        item.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = item.getBoundingClientRect();
        const above = document.elementFromPoint(left + width / 2, top + height / 2);
        return item.contains(above) ? [] : [`${item.textContent} under ${above?.className}`];
      }),
    );
    expect(covered).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
