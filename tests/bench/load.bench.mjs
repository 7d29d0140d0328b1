/**
 * Pages with very much on them: a list one scrolls for hours, twelve tabs at once, ten thousand comments on a slow machine. Truth
 * is what the page counted; the store is read as another program would. What a tab costs is told beside the same page with an
 * extension that does nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, until } from '../e2e/lib/browser.mjs';
import { serveTalkingPage } from '../e2e/lib/talking-page.mjs';
import { figure, note } from './lib/report.mjs';

const SCROLLED = Number(process.env.SCROLLED ?? 20_000);
const TABS = 12;
const IN_A_TAB = 300;
const COMMENTS = 10_000;
/** Of processor time on a machine four times as slow (reliability.md, A13), ms. */
const MOST_SLOW_MS = 800;

let missed = 0;
const must = (ok) => {
  if (!ok) missed += 1;
};

const nothing = mkdtempSync(join(tmpdir(), 'tertulia-nothing-'));
writeFileSync(
  join(nothing, 'manifest.json'),
  JSON.stringify({ manifest_version: 3, name: 'Nothing', version: '1', background: { service_worker: 'nothing.js' } }),
);
writeFileSync(join(nothing, 'nothing.js'), '');

/** In the page, before anything of it runs. */
function observe() {
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** A page talking to its end; what it cost its tab. */
async function talkedOut(browser, url, posts, { slower = 1, stored } = {}) {
  const page = await browser.context.newPage();
  await page.addInitScript(observe);
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable');
  if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(url);
  // What was taken off the page before anybody listened is nobody's loss.
  if (stored) await until(async () => (await stored()) > 0, 'the first post in the store', 60_000);
  await page.evaluate(() => window.begin());
  await until(async () => (await page.evaluate(() => window.emitted.length)) >= posts, 'the page to end', 600_000);
  if (stored) await until(async () => (await stored()) >= posts, `${posts} posts in the store`, 600_000);
  else await page.waitForTimeout(3_000);
  const { metrics } = await session.send('Performance.getMetrics');
  await session.send('HeapProfiler.collectGarbage');
  const after = (await session.send('Performance.getMetrics')).metrics;
  const of = (list, name) => list.find((metric) => metric.name === name).value;
  const tasks = await page.evaluate(() => window.tasks);
  const cost = {
    script: of(metrics, 'ScriptDuration') * 1_000,
    task: of(metrics, 'TaskDuration') * 1_000,
    heap: of(after, 'JSHeapUsedSize') / 2 ** 20,
    tasks: tasks.length,
    longest: Math.max(0, ...tasks),
  };
  await page.close();
  return cost;
}

/** How many posts are held, asked of the store itself. */
async function counter(browser) {
  const door = await browser.context.newPage();
  await door.goto(browser.url('manifest.json'));
  return () =>
    door.evaluate(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === 'tertulia')) return 0;
      const asked = indexedDB.open('tertulia');
      const db = await new Promise((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      const request = db.transaction('posts').objectStore('posts').count();
      const count = await new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      db.close();
      return count;
    });
}

async function withBoth(work) {
  const plain = await openBrowser({ extension: nothing });
  const ours = await openBrowser();
  try {
    return await work(plain, ours, await counter(ours));
  } finally {
    await ours.close();
    await plain.close();
  }
}

const difference = (ours, plain, what) => `${figure(ours[what])}, ${figure(ours[what] - plain[what])} more`;

try {
  await withBoth(async (plain, ours, stored) => {
    const talk = await serveTalkingPage({ posts: SCROLLED, every: 60, batch: 25, keep: 200, waits: true });
    const without = await talkedOut(plain, talk.url, SCROLLED);
    const cost = await talkedOut(ours, talk.url, SCROLLED, { stored });
    talk.close();
    must((await stored()) === SCROLLED);
    note({
      what: `load: ${SCROLLED} posts scrolled through in one tab that keeps 200 of them`,
      ours: `${await stored()} stored, script ${difference(cost, without, 'script')} ms, heap ${difference(cost, without, 'heap')} MB, ${cost.tasks} long tasks (longest ${figure(cost.longest)} ms)`,
      peer: `without: ${without.tasks} long tasks (longest ${figure(without.longest)} ms)`,
    });
  });
  await withBoth(async (_, ours, stored) => {
    const talks = await Promise.all(
      Array.from({ length: TABS }, () => serveTalkingPage({ posts: IN_A_TAB, every: 40 })),
    );
    // One server each: each is a site of its own, so that no post is another's.
    const started = Date.now();
    const pages = await Promise.all(talks.map(() => ours.context.newPage()));
    await Promise.all(pages.map((page, i) => page.goto(talks[i].url)));
    for (const page of pages) {
      await page.bringToFront();
      await until(async () => (await page.evaluate(() => window.emitted.length)) >= IN_A_TAB, 'a tab to end', 300_000);
    }
    const all = TABS * IN_A_TAB;
    await until(async () => (await stored()) >= all, `${all} posts in the store`, 120_000).catch(() => undefined);
    const held = await stored();
    for (const talk of talks) talk.close();
    must(held === all);
    note({
      what: `load: ${TABS} tabs at once, ${IN_A_TAB} posts in each`,
      ours: `${held} of ${all} stored, ${figure((Date.now() - started) / 1_000)} s in all`,
    });
  });
  await withBoth(async (plain, ours, stored) => {
    const talk = await serveTalkingPage({ posts: COMMENTS, every: 0, batch: COMMENTS, waits: true });
    const without = await talkedOut(plain, talk.url, COMMENTS, { slower: 4 });
    const cost = await talkedOut(ours, talk.url, COMMENTS, { slower: 4, stored });
    talk.close();
    must((await stored()) === COMMENTS);
    must(cost.script - without.script <= MOST_SLOW_MS);
    note({
      what: `load: ${COMMENTS} comments at once on a machine four times as slow`,
      ours: `${await stored()} stored, script ${difference(cost, without, 'script')} ms (limit ${MOST_SLOW_MS} more), ${cost.tasks} long tasks (longest ${figure(cost.longest)} ms)`,
      peer: `without: ${without.tasks} long tasks (longest ${figure(without.longest)} ms)`,
    });
  });
} finally {
  rmSync(nothing, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);
