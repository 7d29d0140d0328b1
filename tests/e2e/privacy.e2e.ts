/** Nothing leaves the machine: every host name resolves to a recorder, and the recorder hears only the pages we opened. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Opened, openBrowser, rows, settled } from './lib/browser.mjs';

const heard: string[] = [];
let server: Server;
let opened: Opened;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.8"><title>Quiet</title></head><body class="single postid-3"><div id="comments"><ol class="comment-list">
<li id="comment-1" class="comment depth-1"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><img class="avatar" data-src="http://avatars.test/1.png" alt=""><b class="fn"><a href="http://home.test/">Ada Quiet</a></b></div><div class="comment-metadata"><a href="#comment-1"><time datetime="2026-03-01T10:00:00Z">then</time></a></div></footer><div class="comment-content"><p>Look at <a href="http://link.test/page">this</a>. Is the stand folded?</p></div></article></li></ol></div></body></html>`;

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(`${request.headers.host}${request.url}`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(PAGE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  opened = await openBrowser({ args: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`] });
});
afterAll(async () => {
  await opened?.close();
  server?.close();
});

it('makes no request from capture, background, popup, panel or options', async () => {
  const asked: string[] = [];
  opened.context.on('request', (request) => asked.push(request.url()));
  const page = await opened.context.newPage();
  await page.goto('http://quiet.test/3/');
  await page.waitForTimeout(1500);
  for (const path of ['popup.html', 'sidepanel.html', 'options.html']) {
    const screen = await opened.context.newPage();
    await screen.goto(opened.url(path));
    await screen.waitForTimeout(1500);
    if (path === 'sidepanel.html') {
      await settled(screen);
      expect((await rows(screen, 'posts'))[0].author.name).toBe('Ada Quiet');
    }
    await screen.close();
  }
  const allowed = /^http:\/\/quiet\.test\/|^chrome-extension:|^data:|^blob:|^about:/;
  expect(asked.filter((url) => !allowed.test(url))).toEqual([]);
  // Chromium asks for the page's icon, and for its own updates whatever its flags say: neither is ours.
  const theBrowsersOwn = /^quiet\.test\/|^update\.googleapis\.com\/service\/update2/;
  expect(heard.filter((line) => !theBrowsersOwn.test(line))).toEqual([]);
});
