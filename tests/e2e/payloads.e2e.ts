/**
 * Three hundred payloads in every field of a post, a person, a thread, a theme, a note and a saved reply: on every screen and
 * in every export nothing runs and nothing is asked for.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Marked } from 'marked';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toActivityStreams } from '../../utils/exporting/activitystreams';
import { toHtml } from '../../utils/exporting/html';
import { toJson } from '../../utils/exporting/json';
import { toMarkdown } from '../../utils/exporting/markdown';
import { aNote, anExport, aPost, options } from '../exporting/sample';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser } from './lib/browser.mjs';
import { PAYLOADS } from './lib/payloads';

let opened: Opened;
let server: Server;
let rows: Record<string, Record<string, unknown>[]>;
const asked: string[] = [];

/** Rows of the demo whose every text of others is a payload; keys, times and numbers stay, so that screens find them. */
function poisoned(tables: typeof rows): typeof rows {
  let next = 0;
  const payload = (): string => PAYLOADS[next++ % PAYLOADS.length] as string;
  const each = (table: string, change: (row: Record<string, unknown>) => object): Record<string, unknown>[] =>
    (tables[table] ?? []).map((row) => ({ ...row, ...change(row) }));
  return {
    ...tables,
    posts: each('posts', (row) => ({
      text: payload(),
      url: payload(),
      threadTitle: payload(),
      lang: payload(),
      author: { ...(row.author as object), name: payload(), url: payload() },
      quotes: [{ author: payload(), text: payload() }],
      media: [{ alt: payload(), url: payload() }],
    })),
    threads: each('threads', () => ({ title: payload(), url: payload() })),
    people: each('people', () => ({ name: payload() })),
    notes: each('notes', () => ({ text: payload(), tags: [payload()], quote: payload() })),
    savedReplies: each('savedReplies', () => ({
      title: payload(),
      text: payload(),
      shortcut: payload(),
      folder: payload(),
    })),
    themes: each('themes', () => ({ label: payload(), terms: [payload(), payload()] })),
  };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    response.end('<!doctype html><title>heard</title>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  opened = await openBrowser({ args: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`] });
  const door = await opened.context.newPage();
  await door.goto(opened.url('options.html'));
  await door.waitForTimeout(500);
  rows = poisoned(seedRows(Date.now(), { language: 'en' }));
  await writeRows(door, rows);
  await door.close();
});
afterAll(async () => {
  await opened?.close();
  server?.close();
});

/** What the browser complains of and what the page tries: both must stay empty. */
function listenTo(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(chrome-extension|data|blob|about|file):/.test(request.url())) complaints.push(request.url());
  });
  return complaints;
}
const pwned = (page: Page): Promise<unknown> => page.evaluate(() => (window as unknown as { pwn?: number }).pwn);

it('are three hundred', () => {
  expect(PAYLOADS.length).toBe(300);
});

it('run on no screen', async () => {
  const first = rows.posts?.[0] as { threadKey: string; authorKey: string };
  const theme = rows.themes?.[0] as { id: string } | undefined;
  const paths = [
    'sidepanel.html#/desk',
    `sidepanel.html#/thread/${encodeURIComponent(first.threadKey)}`,
    'sidepanel.html#/themes',
    ...(theme ? [`sidepanel.html#/theme/${encodeURIComponent(theme.id)}`] : []),
    ...['desk/waiting', 'desk/snoozed', 'desk/done', 'pulse', 'letter', 'people', 'ties', 'search/a', 'ready', 'ready/response', 'ready/top', 'ready/rehearse'].map((screen) => `sidepanel.html#/${screen}`), // biome-ignore format: a list
    `sidepanel.html#/person/${encodeURIComponent(first.authorKey)}`,
    'popup.html',
    ...['', '#welcome', '#help'].map((part) => `options.html${part}`),
  ];
  for (const path of paths) {
    const page = await opened.context.newPage();
    const complaints = listenTo(page);
    await page.goto(opened.url(path));
    await page.waitForTimeout(900);
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('PageDown');
    expect(await pwned(page), path).toBeUndefined();
    expect(complaints, path).toEqual([]);
    // Words, not a screen that gave up.
    expect((await page.locator('body').textContent())?.length, path).toBeGreaterThan(100);
    await page.close();
  }
});

it('run in no export', async () => {
  const posts = PAYLOADS.map((text, i) =>
    aPost(String(i + 1), {
      text,
      url: text,
      threadTitle: text,
      lang: text,
      parentKey: i % 3 ? `cafe.example:${i}` : null,
      author: { name: text, handle: text, url: text },
      quotes: [{ author: text, text }],
      media: [{ alt: text, url: text }],
    }),
  );
  const data = anExport(
    posts,
    PAYLOADS.map((text, i) => aNote(`post:cafe.example:${i + 1}`, text, { tags: [text], quote: text })),
    { title: PAYLOADS[0] as string, url: PAYLOADS[55] as string },
  );
  const written = { ...options, notes: true };
  // Markdown as a careless viewer shows it: whatever markup is left in it would come alive.
  const markdown = await new Marked().parse(toMarkdown(data, written));
  for (const [format, markup] of Object.entries({ html: toHtml(data, written), markdown })) {
    const page = await opened.context.newPage();
    const complaints = listenTo(page);
    await page.setContent(markup);
    await page.waitForTimeout(500);
    expect(await pwned(page), format).toBeUndefined();
    expect(complaints, format).toEqual([]);
    const found = await page.evaluate((selector) => {
      const alive = [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 200));
      const odd = [...document.links].filter((link) => !/^https?:$/.test(link.protocol)).map((link) => link.outerHTML);
      return [...alive, ...odd];
    }, 'script,iframe,object,embed,img,svg,math,link,base,form,input,style:not(head style),meta[http-equiv=refresh]');
    expect(found, format).toEqual([]);
    await page.close();
  }

  for (const json of [toJson(data, written), toActivityStreams(data, written)]) {
    expect(() => JSON.parse(json)).not.toThrow();
    expect(({} as { pwn?: unknown }).pwn).toBeUndefined();
  }
  expect(asked.filter((line) => line.includes('evil.test'))).toEqual([]);
});
