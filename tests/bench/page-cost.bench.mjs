/**
 * What a page pays for being listened to. Ten of our fixture pages in two browsers started alike, one with Tertulia and one with an
 * extension that does nothing, in turns:
 * each pair of visits follows at once, and who goes first changes. Told are medians of the differences of pairs, beside the
 * noise (the same page twice in the browser without us). Long tasks: none may be ours. Whose one is, the browser's trace says, of
 * visits of their own: to trace costs the page more than we do.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../e2e/lib/browser.mjs';
import { median } from './lib/clock.mjs';
import { oursIn } from './lib/ours.mjs';
import { figure, note } from './lib/report.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const TRACED = 3;
const SITES = ['wordpress', 'discourse', 'phpbb', 'xenforo', 'mybb', 'generic', 'smf', 'vanilla', 'drupal', 'ghost'];
/** Long enough for what we do when the page has come to rest. */
const REST = 700;
const UNITS = { load: 'ms', click: 'ms', memory: 'MB', tasks: 'long tasks' };
const WORDS = {
  load: 'until the page has loaded',
  click: 'from a click to the next paint, while we read',
  memory: 'memory of the page’s scripts',
  tasks: 'long tasks a visit',
};

const fixtures = join(import.meta.dirname, '../fixtures');
const pages = Object.fromEntries(
  SITES.map((site) => {
    const [name] = readdirSync(join(fixtures, site)).filter((file) => file.endsWith('.html'));
    return [`/${site}/`, readFileSync(join(fixtures, site, name), 'utf8')];
  }),
);
const server = createServer((request, response) => {
  const html = pages[request.url];
  response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html ?? '');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

/** In the page, before anything of it runs. */
function observe() {
  window.tasks = 0;
  new PerformanceObserver((list) => {
    window.tasks += list.getEntries().length;
  }).observe({ type: 'longtask', buffered: true });
}
/** In the page: a click, handled, and the frame after it. */
const clicks = () =>
  new Promise((resolve) => {
    const times = [];
    const again = () => {
      const started = performance.now();
      document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      document.body.style.setProperty('--clicked', String(times.length));
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          times.push(performance.now() - started);
          if (times.length === 12) resolve(times.sort((a, b) => a - b)[6]);
          else setTimeout(again, 5);
        };
        channel.port2.postMessage(0);
      });
    };
    again();
  });

async function tabOf(context) {
  const page = await context.newPage();
  await page.addInitScript(observe);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return async (path) => {
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' });
    const click = await page.evaluate(clicks);
    await page.waitForTimeout(REST);
    const { load, tasks } = await page.evaluate(() => ({
      load: performance.getEntriesByType('navigation')[0].duration,
      tasks: window.tasks,
    }));
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return { load, click, tasks, memory: metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 2 ** 20 };
  };
}

let missed = 0;
const nothing = mkdtempSync(join(tmpdir(), 'tertulia-nothing-'));
writeFileSync(
  join(nothing, 'manifest.json'),
  JSON.stringify({ manifest_version: 3, name: 'Nothing', version: '1', background: { service_worker: 'nothing.js' } }),
);
writeFileSync(join(nothing, 'nothing.js'), '');
const plain = await openBrowser({ extension: nothing });
const ours = await openBrowser();
try {
  const visit = { without: await tabOf(plain.context), with: await tabOf(ours.context) };
  for (const path of Object.keys(pages)) for (const go of Object.values(visit)) await go(path);
  const pairs = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const path of Object.keys(pages)) {
      const order = round % 2 ? ['with', 'without'] : ['without', 'with'];
      const pair = {};
      for (const which of order) pair[which] = await visit[which](path);
      pair.again = await visit.without(path);
      pairs.push(pair);
    }
  }
  for (const [what, unit] of Object.entries(UNITS)) {
    const difference = median(pairs.map((pair) => pair.with[what] - pair.without[what]));
    const noise = pairs.map((pair) => Math.abs(pair.again[what] - pair.without[what]));
    const total = (which) => pairs.reduce((sum, pair) => sum + pair[which][what], 0);
    if (what === 'tasks') {
      note({
        what: `page cost: ${WORDS.tasks}, ${pairs.length} visits each of ${SITES.length} pages`,
        ours: `${total('with')} with, median ${difference} more`,
        peer: `${total('without')} and ${total('again')} without`,
      });
      continue;
    }
    note({
      what: `page cost: ${WORDS[what]}, median of ${pairs.length} pairs`,
      ours: `${figure(median(pairs.map((pair) => pair.with[what])))} ${unit}, ${difference >= 0 ? '+' : '−'}${figure(Math.abs(difference))}`,
      peer: `${figure(median(pairs.map((pair) => pair.without[what])))} ${unit} without; noise ${figure(median(noise))}`,
    });
  }
  const page = await ours.context.newPage();
  const session = await ours.context.newCDPSession(page);
  const traced = [];
  for (let round = 0; round < TRACED; round++) {
    for (const path of Object.keys(pages)) {
      const go = async () => {
        await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' });
        await page.waitForTimeout(REST);
      };
      traced.push(await oursIn(session, ours.id, go));
    }
  }
  const byProcessor = traced.reduce((sum, visit) => sum + visit.byProcessor, 0);
  const byClock = traced.reduce((sum, visit) => sum + visit.byClock, 0);
  const longest = traced.map((visit) => visit.longest).sort((a, b) => b.processor - a.processor)[0];
  const silent = traced.filter(({ pieces: calls }) => calls === 0).length;
  // A visit in which nothing of ours was seen proves nothing.
  if (byProcessor > 0 || silent > 0) missed += 1;
  note({
    what: `page cost: long tasks that would not be long without us, as the browser traces ${traced.length} visits`,
    ours: `${byProcessor} by processor time, ${byClock} by the clock of a busy machine; longest piece ${figure(longest.processor)} ms (${longest.file}), by the clock ${figure(Math.max(...traced.map((visit) => visit.longest.clock)))} ms`,
    peer: silent > 0 ? `${silent} visits in which nothing of ours was traced` : '',
  });
} finally {
  await ours.close();
  await plain.close();
  server.close();
  rmSync(nothing, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);
