/**
 * Every type of message, forged by every kind of sender there is: a page, a frame, our script in somebody's page speaking for
 * another site or as a screen, a page of ours speaking as a page, another extension. None is accepted, and what the browser
 * says of each sender is looked at as it comes.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { E2E_BUILD, type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';

const FROM_PAGE = ['hello', 'captured', 'shortcuts', 'drafts', 'expand', 'put', 'marksHere', 'marks', 'card', 'notes', 'note']; // biome-ignore format: one step
const FROM_SCREEN = ['listen', 'pause', 'captureOnce', 'analysed', 'awake'];

const key = 'elsewhere.example:1';
const post = { key, site: 'elsewhere.example', nativeId: '1', text: 'forged words', author: { name: 'Nobody', handle: null, url: null } }; // biome-ignore format: one step
const request = {
  site: 'elsewhere.example',
  pageUrl: 'https://elsewhere.example/',
  url: 'https://elsewhere.example/',
  posts: [post],
  threads: [],
  exposure: { posts: 1, authors: 1 },
  pattern: 'https://elsewhere.example/*',
  tabId: 1,
  keys: [key],
  sure: true,
  lang: null,
  shortcut: 'aid',
  postKey: key,
  draft: `${key}#opening`,
  text: 'forged words',
  accounts: ['elsewhere.example:nobody'],
  account: 'elsewhere.example:nobody',
  key,
  kind: 'post',
  tags: [],
};
const as = (tertulia: string, types: string[]) => types.map((type) => ({ tertulia, type, request }));
const everything = [
  ...as('fromPage', FROM_PAGE),
  ...as('fromScreen', [...FROM_PAGE, ...FROM_SCREEN]),
  ...as('toPage', ['insert', 'reveal', 'stop', 'recheck', 'glance', 'limit']),
  ...as('toHost', ['drafts', 'expand']),
];

type Shape = { external: boolean; id?: string; origin?: string; tab: boolean; frameId?: number; url?: string };
type Answer = { type: string; answer: unknown };

const comment = (i: number) =>
  `<li id="comment-${i}" class="comment depth-1"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Person ${i}</b></div><div class="comment-metadata"><a href="#comment-${i}"><time datetime="2026-03-01T10:00:00Z">then</time></a></div></footer><div class="comment-content"><p>Honest words, number ${i}.</p></div></article></li>`;
const blog = (more: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.8"><title>Lamps</title></head><body class="single postid-3"><div id="comments"><ol class="comment-list">${[1, 2, 3].map(comment).join('')}</ol></div>${more}</body></html>`;

let opened: Opened;
let server: Server;
let base: string;
let folder: string;

/** An extension of somebody else's, which knows our id. */
function another(): { path: string; id: string } {
  folder = mkdtempSync(join(tmpdir(), 'another-extension-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Another', version: '1' }));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Another</title>');
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return { path: folder, id: [...digest].map((c) => String.fromCharCode(97 + Number.parseInt(c, 16))).join('') };
}

let stranger: ReturnType<typeof another>;

beforeAll(async () => {
  server = createServer((asked, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      blog(asked.url?.includes('frame') ? '<iframe sandbox="allow-scripts" srcdoc="<p>frame</p>"></iframe>' : ''),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stranger = another();
  opened = await openBrowser({ extension: `${E2E_BUILD},${stranger.path}` });
});
afterAll(async () => {
  await opened?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** From now on our background writes down what the browser says of every sender. */
async function listenIn(): Promise<() => Promise<Shape[]>> {
  const worker = await opened.worker();
  await worker.evaluate(() => {
    type Door = { addListener(hear: (message: unknown, sender: Record<string, unknown>) => undefined): void };
    const { runtime } = Reflect.get(self, 'chrome') as { runtime: { onMessage: Door; onMessageExternal: Door } };
    const heard: unknown[] = [];
    Reflect.set(self, 'shapes', heard);
    const note = (external: boolean) => (_: unknown, sender: Record<string, unknown>) => {
      const { id, origin, tab, frameId, url } = sender;
      heard.push({ external, id, origin, tab: tab !== undefined, frameId, url });
      return undefined;
    };
    runtime.onMessage.addListener(note(false));
    runtime.onMessageExternal.addListener(note(true));
  });
  return () => worker.evaluate(() => Reflect.get(self, 'shapes') as never);
}

/** Says all of it, waits for each answer a moment, gives those that came. */
const speak = `async (messages, to) => {
  const runtime = globalThis.chrome?.runtime;
  if (!runtime?.sendMessage) return 'no way to speak';
  const one = (message) => new Promise((done) => {
    const late = setTimeout(() => done('silence'), 1500);
    const end = (answer) => { clearTimeout(late); done(runtime.lastError ? 'silence' : answer ?? 'silence'); };
    try { to ? runtime.sendMessage(to, message, end) : runtime.sendMessage(message, end); } catch { end('silence'); }
  });
  return Promise.all(messages.map(async (message) => ({ type: message.tertulia + ' ' + message.type, answer: await one(message) })));
}`;
const said = (to: string | null, messages: unknown[] = everything) => `(${speak})(${JSON.stringify(messages)}, ${JSON.stringify(to)})`; // biome-ignore format: one step

/** Answers that are more than a refusal. */
const accepted = (answers: Answer[]) =>
  answers.filter(({ answer }) => answer !== 'silence' && JSON.stringify(answer) !== '{"fault":"refused"}');

/** Evaluates in our own script's world of a page, as a page would that had broken into it. */
async function inOurScript(page: Page, expression: string): Promise<Answer[]> {
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = await until(
    async () => worlds.find(({ origin }) => origin === `chrome-extension://${opened.id}`),
    'our script in the page',
  );
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: world?.id ?? 0,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

async function nothingForged(): Promise<void> {
  const door = await opened.context.newPage();
  await door.goto(opened.url('manifest.json'));
  for (const table of ['posts', 'notes', 'putDrafts', 'people', 'threads']) {
    expect(JSON.stringify(await rows(door, table))).not.toMatch(/forged|elsewhere/);
  }
  await door.close();
}

it('a page, a frame and a sandboxed frame have no way to speak', async () => {
  const page = await opened.context.newPage();
  await page.goto(`${base}/frame/`);
  for (const frame of page.frames()) expect(await frame.evaluate(said(opened.id))).toBe('no way to speak');
  await nothingForged();
});

it('another extension is not heard', async () => {
  const shapes = await listenIn();
  const page = await opened.context.newPage();
  await page.goto(`chrome-extension://${stranger.id}/page.html`);
  const answers = (await page.evaluate(said(opened.id))) as Answer[];
  expect(answers).toHaveLength(everything.length);
  expect(accepted(answers)).toEqual([]);
  // A page of before may still be sending what it heard, by our own id.
  const heard = (await shapes()).filter(({ id }) => id === stranger.id);
  expect(heard).toHaveLength(everything.length);
  // What the browser says of them: they come by another door than the one we listen at.
  expect(heard.every(({ external }) => external)).toBe(true);
  await nothingForged();
});

it('our script in a page speaks for its own site alone, and never as a screen', async () => {
  const shapes = await listenIn();
  const page = await opened.context.newPage();
  await page.goto(`${base}/1/`);
  const door = await opened.context.newPage();
  await door.goto(opened.url('manifest.json'));
  await settled(door);
  const answers = await inOurScript(page, said(null));
  const about = new Set(['fromPage shortcuts', 'fromPage marksHere']);
  // These two ask nothing about anybody; those that name posts get what is known here of a post that is not: nothing.
  const more = accepted(answers).filter(({ type }) => !about.has(type));
  expect(more.filter(({ type }) => !type.startsWith('fromPage'))).toEqual([]);
  expect(JSON.stringify(more)).not.toMatch(/"ok":true|"ack":\["/);
  expect((await shapes()).filter(({ origin }) => origin === base).length).toBeGreaterThan(0);
  await nothingForged();
});

it('a page of ours does not speak as a page of somebody else’s', async () => {
  const page = await opened.context.newPage();
  await page.goto(opened.url('options.html'));
  const answers = (await page.evaluate(said(null, as('fromPage', FROM_PAGE)))) as Answer[];
  expect(accepted(answers)).toEqual([]);
  await nothingForged();
});
