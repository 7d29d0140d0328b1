/** Two people were heard; their profiles, when one visits them, lead to each other: asked about, joined, and two again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';
import { onDisk } from './lib/leveldb';
import { serveTwoProfiles } from './lib/two-profiles.mjs';

const say = wordsOf('en');
const HN = 'hackernews:lamparera';
const VERA = 'luz.example:vera';
let served: Awaited<ReturnType<typeof serveTwoProfiles>>;
let opened: Opened;
let panel: Page;
let talk: Page;

const words = async () => (await panel.locator('main').textContent()) ?? '';
// biome-ignore lint/suspicious/noExplicitAny: rows are read as another program would, untyped
const profiles = async (): Promise<any[]> =>
  (await rows(panel, 'meta')).filter(({ name }) => name.startsWith('profile:')).map(({ value }) => value);
const visit = async (address: string) => {
  await talk.goto(address);
  await talk.waitForTimeout(900);
};
const press = async (name: string) => {
  const button = panel.getByRole('button', { name, exact: true }).first();
  await until(() => button.isVisible(), name);
  await button.focus();
  await panel.keyboard.press('Enter');
};

beforeAll(async () => {
  served = await serveTwoProfiles();
  opened = await openBrowser({ viewport: { width: 420, height: 900 }, args: served.args });
  await introduceUs(opened, { brands: ['Farol'], accounts: ['marta_farol'], ourName: 'Marta' });
  panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html'));
  talk = await opened.context.newPage();
});
afterAll(async () => {
  await opened?.close();
  served?.close();
});

it('a profile of somebody nobody has heard yet is not kept', async () => {
  await visit('https://news.ycombinator.com/user?id=lamparera');
  expect(await profiles()).toEqual([]);
});

it('what both say of themselves is read where they are heard, and nothing else is asked for', async () => {
  await visit('https://luz.example/home');
  await visit('https://news.ycombinator.com/item?id=100');
  await settled(panel);
  await panel.bringToFront();
  await panel.goto(opened.url(`sidepanel.html#/person/${encodeURIComponent(HN)}`));
  await until(async () => (await words()).includes('The wick is the last thing'), 'what was said');
  expect(await panel.locator('.same').count()).toBe(0);

  await visit('https://news.ycombinator.com/user?id=lamparera');
  await visit('https://luz.example/@vera');
  const kept = await until(async () => {
    const found = await profiles();
    return found.length === 2 ? found : null;
  }, 'both profiles');
  expect(kept?.map(({ account, links, avatar }) => ({ account, links, avatar }))).toEqual([
    { account: HN, links: ['https://luz.example/@vera'], avatar: undefined },
    {
      account: VERA,
      links: ['https://news.ycombinator.com/user?id=lamparera', 'https://shop.ferrer.example/'],
      avatar: 'A brass lamp beside a blue door',
    },
  ]);
  // The browser asks for icons and the picture of the page itself.
  const pages = served.asked.filter((address) => !/favicon|\.ico|\/a\.png$/.test(address));
  expect([...new Set(pages)].sort()).toEqual([
    'luz.example/@vera',
    'luz.example/home',
    'news.ycombinator.com/item?id=100',
    'news.ycombinator.com/user?id=lamparera',
  ]);
});

it('the person’s page says what they say of themselves, from where and since when, with nothing hidden in it', async () => {
  await panel.bringToFront();
  await panel.goto(opened.url(`sidepanel.html#/person/${encodeURIComponent(VERA)}`));
  await panel.reload();
  await until(async () => (await panel.locator('.told').count()) === 1, 'what they say of themselves');
  const told = panel.locator('.told');
  expect(await told.textContent()).toMatch(
    /Mends lampsRLO and old radios\.[\s\S]*From their profile on luz\.example, seen/,
  );
  expect(await told.locator('.hidden-char').count()).toBe(1);
  expect(await told.locator('bdi[dir=auto]').first().isVisible()).toBe(true);
  const link = told.locator('a').last();
  expect(await link.textContent()).toBe('shop.ferrer.example');
  expect(await link.getAttribute('rel')).toContain('noopener');
  expect(await violations(panel)).toEqual([]);
});

it('asks whether they are one, shows the link, joins at a word, and takes it back', async () => {
  await until(async () => (await panel.locator('.same').count()) === 1, 'the question');
  const asked = await panel.locator('.same').textContent();
  expect(asked).toContain('lamparera');
  expect(asked).toContain('A link in what they say of themselves');
  expect(await panel.locator('.same .outward').getAttribute('href')).toBe(
    'https://news.ycombinator.com/user?id=lamparera',
  );
  expect(await rows(panel, 'people')).toEqual([]);
  const folder = process.env.PROFILE_SHOTS;
  if (folder) {
    await panel.locator('#names').scrollIntoViewIfNeeded();
    await panel.screenshot({ path: `${folder}/light.png`, fullPage: true });
    await panel.emulateMedia({ colorScheme: 'dark' });
    await panel.screenshot({ path: `${folder}/dark.png`, fullPage: true });
    await panel.emulateMedia({ colorScheme: 'light' });
  }
  await press(say('sameYes'));
  await until(async () => (await words()).includes('The wick is the last thing'), 'what was said on the other site');
  expect((await rows(panel, 'people')).map(({ accounts }) => accounts)).toEqual([[VERA, HN]]);
  expect(await panel.locator('.told').count()).toBe(2);
  await panel.keyboard.press('Control+z');
  await until(async () => (await panel.locator('.same').count()) === 1, 'the question again');
  expect(await rows(panel, 'people')).toEqual([]);
  expect(await profiles()).toHaveLength(2);
});

it('is forgotten with the person: in no row, and in no file on the disk; the other’s profile leads to them no longer', async () => {
  const traces = ['profile:luz.example:vera', 'and old radios', 'brass lamp beside', 'shop.ferrer.example'];
  expect(onDisk(opened, traces)).toEqual(traces);
  await panel.locator('.forget button').click();
  await panel.locator('.forget input').fill('forget');
  await panel.locator('.forget button[type=submit]').click();
  await until(async () => (await profiles()).length === 1, 'the profile to go', 60_000);
  expect(await profiles()).toMatchObject([{ account: HN, links: [] }]);
  await until(async () => onDisk(opened, traces).length === 0, 'nothing of it to be left on the disk', 60_000);
  await visit('https://luz.example/@vera');
  expect(await profiles()).toHaveLength(1);
});
