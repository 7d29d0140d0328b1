/**
 * What pages do while they are open: they load more, hold frames, come back from the cache; and what we may do to them: run
 * twice. What an update leaves behind is in tests/faults.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Opened, openBrowser, rows, settled } from './lib/browser.mjs';

const WORDS = ['The lower gate sticks again.', 'It needs a new hinge, not more oil.', 'I have one left from the barn.'];
const LATER = ['Bring it on Sunday and I will bring the drill.', 'Sunday is fine, before the rain.'];
const INSIDE = [
  'The rope frayed at the second knot.',
  'Mine too, on the same side.',
  'Grease the pulley before the rope.',
];
const INSIDE_LATER = ['Greased, and it runs like new.', 'Send me the name of that grease.'];

const post = (text: string, number: number) =>
  `<div class="comment" id="comment-${number}"><a class="author" href="/u/ana${number % 2}">Ana ${number % 2 ? 'Ruiz' : 'Sanz'}</a> <a href="#comment-${number}"><time datetime="2026-10-${String(1 + number).padStart(2, '0')}T08:00:00Z">${number} Oct</time></a><div class="comment-body"><p>${text}</p></div></div>`;
const list = (texts: string[], from = 1) => texts.map((text, i) => post(text, from + i)).join('');

const PAGES: Record<string, string> = {
  '/thread': `<h1>The lower gate</h1><div id="comments">${list(WORDS)}</div><button id="more">Load more</button>
    <script>document.getElementById('more').onclick = () => document.getElementById('comments').insertAdjacentHTML('beforeend', ${JSON.stringify(list(LATER, 4))});</script>`,
  '/frame': `<h1>An article about gates</h1><p>Nothing is said here.</p><iframe width="600" height="400" srcdoc='<div id="comments">${list(
    ['A comment that lives in a frame.', 'And its answer beside it, in the same frame.'],
    6,
  )}</div>'></iframe>`,
  '/widget': `<h1>Another article</h1><p>Its comments come later, in a widget.</p><comment-widget></comment-widget><script>
    const root = document.querySelector('comment-widget').attachShadow({ mode: 'open' });
    setTimeout(() => { root.innerHTML = ${JSON.stringify(`<div id="comments">${list(INSIDE, 21)}</div><button>Load more</button>`)}; }, 600);
    window.more = () => root.querySelector('#comments').insertAdjacentHTML('beforeend', ${JSON.stringify(list(INSIDE_LATER, 24))});</script>`,
  '/elsewhere': '<h1>Elsewhere</h1><p>Nobody talks here.</p>',
};

let server: Server;
let home: string;
let opened: Opened;
const complaints: string[] = [];

/** As much of the browser's API as is used here. */
interface Api {
  tabs: { query(asked: { url: string }): Promise<{ id: number }[]> };
  scripting: {
    getRegisteredContentScripts(): Promise<{ js?: string[] }[]>;
    executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>;
  };
}

beforeAll(async () => {
  server = createServer(({ url }, answer) => {
    const body = PAGES[url ?? ''];
    answer.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(
      body
        ? `<!doctype html><html lang="en"><title>Gates</title><link rel="icon" href="data:,"><body>${body}</body></html>`
        : '',
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  opened = await openBrowser();
});

afterAll(async () => {
  await opened?.close();
  server?.close();
});

async function open(path: string): Promise<Page> {
  const page = await opened.context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(home + path);
  return page;
}

/** What is stored of these words, in the order they were written. */
async function stored(): Promise<string[]> {
  const page = await opened.context.newPage();
  await page.goto(opened.url('manifest.json'));
  await settled(page);
  const posts = await rows(page, 'posts');
  await page.close();
  return posts.map(({ text }) => text as string).sort();
}

async function becomes(due: string[]): Promise<void> {
  await expect.poll(stored, { timeout: 20_000, interval: 500 }).toEqual([...due].sort());
}

it('hears what "load more" brings, and stays right when its script runs twice', async () => {
  const page = await open('/thread');
  await becomes(WORDS);
  const worker = await opened.worker();
  const again = await worker.evaluate(async (address) => {
    const { tabs, scripting } = (globalThis as unknown as { chrome: Api }).chrome;
    const [tab] = await tabs.query({ url: `${address}/*` });
    const scripts = await scripting.getRegisteredContentScripts();
    const files = [...new Set(scripts.flatMap(({ js }) => js ?? []))].filter((file) => /capture|readers/.test(file));
    for (let i = 0; i < 2; i++) await scripting.executeScript({ target: { tabId: (tab as { id: number }).id }, files });
    return files;
  }, home);
  expect(again.join()).toContain('capture.js');
  await page.click('#more');
  await becomes([...WORDS, ...LATER]);
  expect(complaints).toEqual([]);
});

it('hears nothing twice on a page gone back to', async () => {
  const page = await open('/thread');
  await page.goto(`${home}/elsewhere`);
  await page.goBack();
  await page.click('#more');
  await page.waitForTimeout(1_500);
  expect(await stored()).toEqual([...WORDS, ...LATER].sort());
  expect(complaints).toEqual([]);
});

it('hears a frame without an address of its own', async () => {
  await open('/frame');
  await becomes([
    ...WORDS,
    ...LATER,
    'A comment that lives in a frame.',
    'And its answer beside it, in the same frame.',
  ]);
});

it('hears a widget that draws its comments inside a shadow root, and what it loads there', async () => {
  const before = await stored();
  const page = await open('/widget');
  await becomes([...before, ...INSIDE]);
  await page.evaluate(() => (window as unknown as { more(): void }).more());
  await becomes([...before, ...INSIDE, ...INSIDE_LATER]);
  expect(complaints).toEqual([]);
});

it('goes on hearing a page that comes back from the cache as it was left', async () => {
  const other = await openBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  try {
    const door = await other.context.newPage();
    await door.goto(other.url('manifest.json'));
    const heard = async () => (await rows(door, 'posts')).map(({ text }: { text: string }) => text).sort();
    const page = await other.context.newPage();
    await page.goto(`${home}/thread`);
    await expect.poll(heard, { timeout: 20_000 }).toEqual([...WORDS].sort());
    await page.evaluate(() => {
      window.addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
    });
    await page.goto(`${home}/elsewhere`);
    await page.evaluate(() => history.back());
    await page.waitForURL('**/thread', { waitUntil: 'commit' });
    expect(await page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted)).toBe(true);
    await page.click('#more');
    await expect.poll(heard, { timeout: 20_000 }).toEqual([...WORDS, ...LATER].sort());
  } finally {
    await other.close();
  }
});
