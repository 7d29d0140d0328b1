/** A site whose terms forbid additions to its pages: it is heard, the panel alone serves, and only the user's word changes that. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { closedRoots, findClass, saying } from './lib/closed';

const say = wordsOf('en');
const fixture = readFileSync(join(import.meta.dirname, '../fixtures/linkedin/visita-es.html'));
const URL_OF_IT = 'https://es.linkedin.com/posts/cafeterasduero_d7-activity-7396000000000000000-aBcD';
let opened: Opened;
let close = () => {};
let page: Page;
let panel: Page;
let cdp: CDPSession;

const scripts = () =>
  panel.evaluate(async () => {
    const { chrome } = globalThis as never as {
      chrome: { scripting: { getRegisteredContentScripts(): Promise<{ js: string[]; matches: string[] }[]> } };
    };
    const list = await chrome.scripting.getRegisteredContentScripts();
    return list.filter(({ matches }) => matches.some((match) => match.includes('linkedin'))).flatMap(({ js }) => js);
  });

beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(fixture);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  opened = await openBrowser({
    args: [
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP es.linkedin.com 127.0.0.1:${port},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
    ],
  });
  await introduceUs(opened, { brands: ['Cafeteras Duero'], accounts: [], ourName: 'Marta' });
  panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html'));
  const settings = await until(
    async () => (await rows(panel, 'meta')).find(({ name }) => name === 'settings'),
    'the settings',
  );
  const listened = { pattern: 'https://*.linkedin.com/*', listening: true, keep: 'everything', retentionDays: null };
  await writeRows(panel, {
    meta: [{ ...settings, value: { ...settings.value, sites: [listened] } }],
    notes: [
      {
        id: 'n',
        target: 'person:linkedin:unai-prado',
        text: 'His machine leaks, we sent a seal',
        tags: ['seal'],
        createdAt: Date.UTC(2026, 4, 4),
        updatedAt: Date.UTC(2026, 4, 4),
      },
    ],
  });
  page = await opened.context.newPage();
  cdp = await opened.context.newCDPSession(page);
  await page.goto(URL_OF_IT);
  await until(async () => (await rows(panel, 'posts')).length === 2, 'the page to be heard');
});
afterAll(async () => {
  await opened?.close();
  close();
});

it('is heard, and nothing of ours stands in its page or answers to a key there', async () => {
  await page.bringToFront();
  await page.locator('.comment').hover();
  for (const key of ['Alt+p', 'Alt+n', 'j', '?']) await page.keyboard.press(key);
  await page.waitForTimeout(2_500);
  expect(await closedRoots(cdp)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  const registered = await scripts();
  expect(registered).toEqual(expect.arrayContaining([expect.stringMatching(/capture\.js$/)]));
  expect(registered.filter((file) => /marks\.js$/.test(file))).toEqual([]);
});

it('the panel serves there', async () => {
  await panel.bringToFront();
  await panel.goto(opened.url('sidepanel.html#/person/linkedin%3Aunai-prado'));
  await until(() => panel.getByText('His machine leaks, we sent a seal').isVisible(), 'the note, in the panel');
});

it('with the switch of that site, badge and card come, at once', async () => {
  const options = await opened.context.newPage();
  await options.goto(opened.url('options.html#sites'));
  await options.getByText(say('siteMore')).first().click();
  const turn = options.getByRole('switch', { name: say('siteMarks') });
  expect(await turn.isChecked()).toBe(false);
  await turn.click();
  const said = async () => (await rows(panel, 'meta')).find(({ name }) => name === 'settings')?.value.sites[0].marks;
  await until(said, 'what was said to be kept');
  await until(async () => (await scripts()).some((file) => /marks\.js$/.test(file)), 'the script of the marks');
  await page.bringToFront();
  await until(async () => (await findClass(cdp, 'badge')).length === 1, 'the badge');
  await page.mouse.move(1, 1);
  await page.locator('.comment').hover();
  await page.keyboard.press('Alt+p');
  await until(async () => (await saying(cdp)).includes('His machine leaks'), 'the card');
  await options.close();
});
