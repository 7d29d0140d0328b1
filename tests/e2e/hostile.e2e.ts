/** A page that means harm: nothing runs, nothing stored is lost, faults are counted, the good posts are still heard. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Opened, openBrowser, rows, settled } from './lib/browser.mjs';

const MARKUP = [
  '<script>window.pwn=1</script>',
  '<img src=x onerror="window.pwn=1">',
  '"><svg onload=window.pwn=1>',
  'javascript:window.pwn=1',
  '</title></textarea><iframe srcdoc="<script>parent.pwn=1</script>">',
  '{{constructor.constructor("window.pwn=1")()}}',
  '=cmd|"/c calc"!A0',
  '\u202egnp.exe\u202c \u200b\u2066hidden\u2069',
];
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const comment = (id: string | number, name: string, text: string, time = '2026-02-01T10:00:00Z', inner = '') =>
  `<li id="comment-${id}" class="comment depth-1"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">${name}</b></div><div class="comment-metadata"><a href="#comment-${id}"><time datetime="${time}">then</time></a></div></footer><div class="comment-content"><p>${text}</p></div></article>${inner}</li>`;

function hostilePage(): string {
  const items = [
    ...MARKUP.map((text, i) => comment(100 + i, escaped(text), `Payload ${i}: ${escaped(text)}`)),
    comment(200, 'Long Talker', `Two megabytes: ${'palabra '.repeat(262_144)}`),
    comment(300, 'Twin One', 'The same id, first.'),
    comment(300, 'Twin Two', 'The same id, second.'),
    comment(400, 'Bad Date', 'A date that is none.', '31-02-9999T99:99'),
    '<li id="comment-500" class="comment"><article class="comment-body"><div class="comment-content"><p>No author at all.</p></div></article></li>',
    comment(600, 'Good Person', 'An honest question: how do I fold the stand?'),
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.8"><title>Hostile</title><style>.deep{display:none}</style></head><body class="single postid-1">
<form name="querySelectorAll"><input name="textContent"><input name="id"></form><img name="body"><div id="comments" class="comments-area"><ol class="comment-list">${items.join('')}${comment(700, 'Deep Diver', '')}</ol></div>
<script>
// The parser stops at some hundred; a script does not.
let deep=document.getElementById('comment-700').getElementsByTagName('p')[0];deep.className='deep';
for(let i=0;i<10000;i++)deep=deep.appendChild(document.createElement('div'));
deep.textContent='At the bottom of it all.';
Element.prototype.querySelector=()=>{window.pwn=1;return null};Array.prototype.map=()=>{throw new Error('tampered')};
const forged={type:'captured',request:{site:'x',pageUrl:'https://x.com/',posts:[{key:'x:1',text:'forged'}]}};
setInterval(()=>{postMessage(forged,'*');document.dispatchEvent(new CustomEvent('tertulia',{detail:forged}))},50);
</script></body></html>`;
}

let opened: Opened;
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(hostilePage());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hostile/`;
  opened = await openBrowser();
});
afterAll(async () => {
  await opened?.close();
  server?.close();
});

it('stores what is honest, as plain text, and counts what is broken', async () => {
  const page = await opened.context.newPage();
  await page.goto(url);
  const extensionPage = await opened.context.newPage();
  await extensionPage.goto(opened.url('manifest.json'));
  await settled(extensionPage);
  const posts = await rows(extensionPage, 'posts');
  const text = (part: string) => posts.find((post: { text: string }) => post.text.includes(part));

  expect(text('An honest question')?.author.name).toBe('Good Person');
  MARKUP.forEach((payload, i) => {
    if (i < 5) expect(text(`Payload ${i}:`)?.text).toContain(payload);
  });
  expect(text('Two megabytes')!.text.length).toBeLessThanOrEqual(65_536);
  expect(text('At the bottom of it all.')?.author.name).toBe('Deep Diver');
  expect(text('A date that is none')?.postedAt).toBeNull();
  expect(posts.filter((post: { text: string }) => post.text.startsWith('The same id')).length).toBe(1);
  expect(posts.find((post: { text: string }) => post.text === 'forged')).toBeUndefined();
  const health = await rows(extensionPage, 'health');
  expect(health[0].missing.author).toBeGreaterThan(0);
});

it.each(['sidepanel.html', 'popup.html', 'options.html'])('%s shows it as text and runs nothing', async (path) => {
  const page = await opened.context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML/.test(message.text())) complaints.push(message.text());
  });
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await page.goto(opened.url(path));
  await page.waitForTimeout(2000);
  expect(await page.evaluate(() => (window as unknown as { pwn?: number }).pwn)).toBeUndefined();
  expect(complaints).toEqual([]);
  await page.close();
});
