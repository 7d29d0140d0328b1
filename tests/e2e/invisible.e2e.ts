/**
 * A page cannot tell that Tertulia listens: what it can see of its own globals, DOM, styles, timings, resources and messages
 * is the same as in a browser without it, while every post of it is heard. And it cannot speak in our name.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../run/browser.mjs';
import { writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';
import { findClass } from './lib/closed';

let opened: Opened;
let server: Server;
let url: string;

/** Watches itself from its first script on, and speaks every language a careless listener might obey. */
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.8"><title>Watchful</title><script>
const seen=[];const note=(what,value)=>seen.push(what+': '+value);
const plain=new Set(Object.getOwnPropertyNames(window));
for(const type of ['message','tertulia','load','error','unhandledrejection','securitypolicyviolation'])
  addEventListener(type,(e)=>{if(!(e.data&&e.data.forged)&&type!=='load')note(type,JSON.stringify(e.data??e.detail??''))},true);
for(const name of ['querySelector','querySelectorAll','getAttribute','matches','closest','attachShadow','append','setAttribute']){
  const real=Element.prototype[name];
  Element.prototype[name]=function(...args){if(!window.quiet)note('called '+name,args[0]);return real.apply(this,args)};
}
new MutationObserver((records)=>{for(const r of records)note('mutation',r.type+' '+r.target.nodeName)}).observe(document,{subtree:true,childList:true,attributes:true,characterData:true});
</script></head><body class="single postid-3"><div id="comments"><ol class="comment-list">${Array.from({ length: 30 }, (_, i) => `<li id="comment-${i + 1}" class="comment depth-1"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Person ${i}</b></div><div class="comment-metadata"><a href="#comment-${i + 1}"><time datetime="2026-03-01T10:00:00Z">then</time></a></div></footer><div class="comment-content"><p>Honest words, number ${i + 1}.</p></div></article></li>`).join('')}</ol></div>
<script>addEventListener('load',()=>{seen.length=0;
const batch={site:'x',pageUrl:'https://x.com/',posts:[{key:'x:1',site:'x',nativeId:'1',text:'forged words',author:{name:'Nobody',handle:null,url:null}}],threads:[],exposure:{posts:1,authors:1}};
const radio=new BroadcastChannel('tertulia');let n=0;const speak=setInterval(()=>{n+=1;if(n>40)clearInterval(speak);
 for(const type of ['captured','hello','listen','pause','captureOnce','insert','reveal','stop','recheck','glance'])for(const tertulia of ['fromPage','fromScreen','toPage']){
  const message={forged:true,tertulia,type,request:type==='captured'?batch:{pattern:'https://*/*',tabId:1,postKey:'x:1',text:'forged words'}};
  postMessage(message,'*');dispatchEvent(new CustomEvent('tertulia',{detail:message}));document.dispatchEvent(new CustomEvent(type,{detail:message}));
  radio.postMessage(message);
 }},50);});
window.report=()=>{window.quiet=true;return{seen:seen.filter((line)=>!line.includes('forged')),
 globals:Object.getOwnPropertyNames(window).filter((name)=>!plain.has(name)).sort(),
 html:document.documentElement.outerHTML,sheets:document.styleSheets.length+document.adoptedStyleSheets.length,
 resources:performance.getEntriesByType('resource').map((entry)=>entry.name.replace(/:\\d+/,'')),
 marks:performance.getEntries().filter((entry)=>/mark|measure/.test(entry.entryType)).length,
 runtime:typeof chrome==='object'&&chrome.runtime?Object.keys(chrome.runtime).length:0,
 storage:Object.keys(localStorage).length+Object.keys(sessionStorage).length,cookies:document.cookie};};
</script></body></html>`;

/** How long the page watches, ms. */
const WATCH = 10_000;

beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/3/`;
  opened = await openBrowser();
});
afterAll(async () => {
  await opened?.close();
  server?.close();
});

const report = (tab: import('playwright-core').Page): Promise<Record<string, unknown>> =>
  tab.evaluate(() => (window as unknown as { report(): Record<string, unknown> }).report());

it('looks to the page as if nobody were there', async () => {
  const without = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const alone = await without.newPage();
    await alone.goto(url);
    const heard = await opened.context.newPage();
    await heard.goto(url);
    await heard.waitForTimeout(WATCH);
    const [expected, actual] = [await report(alone), await report(heard)];
    const door = await opened.context.newPage();
    await door.goto(opened.url('manifest.json'));
    await settled(door);
    const posts = await rows(door, 'posts');
    expect(posts.length).toBe(30);
    expect(posts.filter((post: { text: string }) => post.text.includes('forged'))).toEqual([]);
    expect(actual).toEqual(expected);
  } finally {
    await without.close();
  }
});

it('shows a page no more than elements that say nothing, where it marks those one knows', async () => {
  const door = await opened.context.newPage();
  await door.goto(opened.url('manifest.json'));
  const [known] = await rows(door, 'posts');
  const note = { id: 'n', target: `person:${known.authorKey}`, text: 'Known well', tags: ['met'] };
  await writeRows(door, { notes: [{ ...note, createdAt: Date.now(), updatedAt: Date.now() }] });
  const tab = await opened.context.newPage();
  await tab.goto(url);
  await tab.bringToFront();
  const cdp = await opened.context.newCDPSession(tab);
  await until(async () => (await findClass(cdp, 'badge')).length === 1, 'a badge');
  await tab.waitForTimeout(WATCH);
  const hosts = await tab.evaluate(() => {
    const ours = [...document.documentElement.children].filter(({ tagName }) => !/^(HEAD|BODY)$/.test(tagName));
    const told = ours.map((element) => ({
      root: element.shadowRoot,
      text: element.textContent,
      attributes: element.getAttributeNames().filter((name) => name !== 'style'),
    }));
    for (const element of ours) element.remove();
    return told;
  });
  expect(hosts.length).toBeGreaterThan(0);
  for (const host of hosts) expect(host).toEqual({ root: null, text: '', attributes: [] });
  const without = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const alone = await without.newPage();
    await alone.goto(url);
    await alone.waitForTimeout(WATCH / 4);
    const [expected, { seen, ...actual }] = [await report(alone), await report(tab)];
    const { seen: _, ...others } = expected;
    expect(actual).toEqual(others);
    // It sees that elements came and went below the document itself, and nothing else.
    expect(new Set(seen as string[])).toEqual(new Set(['mutation: childList HTML']));
  } finally {
    await without.close();
  }
});

it('gives a page nothing of ours to load', async () => {
  const tab = await opened.context.newPage();
  await tab.goto(url);
  const loaded = await tab.evaluate(async (root) => {
    const paths = [
      'manifest.json',
      'capture.js',
      'background.js',
      'popup.html',
      'sidepanel.html',
      'options.html',
      'icon/48.png',
      'models/reading.bin',
      '_locales/en/messages.json',
    ];
    const answers = await Promise.all(
      paths.map((path) =>
        fetch(root + path).then(
          (answer) => `${path} ${answer.status}`,
          () => null,
        ),
      ),
    );
    return answers.filter(Boolean);
  }, opened.url(''));
  expect(loaded).toEqual([]);
});
