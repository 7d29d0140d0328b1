/**
 * A long listener's panel: 250,000 posts by some 40,000 people. From an input to what it asks for on the screen: the desk, the
 * next row, a person, a search as it is typed; the 95th of a hundred of each, ms. Memory of the panel with its workers.
 * Then the list of everything done, scrolled: how many rows stand in the page, and the longest frame.
 */
import { existsSync } from 'node:fs';
import { E2E_BUILD, openBrowser, until } from '../e2e/lib/browser.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { fill, judged } from './lib/fill.mjs';
import { memoryOf, painted } from './lib/panel.mjs';
import { modelVersion } from './many-rows.mjs';

const POSTS = Number(process.env.POSTS ?? 250_000);
const PEOPLE = 40_000;
const TIMES = 20;
/** Somebody looks at what they opened before they go on, ms. */
const LOOKS_MS = 700;
const MOST_MS = 100;
const MOST_MB = 150;
const LONGEST_FRAME = 50;

const p95 = (numbers) => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1];
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
let missed = 0;
const began = Date.now();
/** So many rows take their time: whoever waits sees how far it is. */
const say = (what) => console.error(`${((Date.now() - began) / 1_000).toFixed(0)} s: ${what}`);
function tell(what, value, most, unit, more = '') {
  const ok = value <= most;
  if (!ok) missed += 1;
  console.log(`${what.padEnd(26)} ${value.toFixed(0)} of ${most} ${unit}${more}${ok ? '' : '   MISSED'}`);
}

const rows = seedRows(Date.now(), { language: 'en' });
const authors = [...new Set(rows.posts.filter((post) => !post.ours).map((post) => post.authorKey))];
/** The demo's people so many times over. */
const SETS = Math.min(Math.ceil(PEOPLE / authors.length), Math.floor(POSTS / rows.posts.length));
// `FILLED` names a profile to keep: writing so many rows takes longer than everything measured here.
const kept = process.env.FILLED;
const isFilled = kept !== undefined && existsSync(kept);
const browser = await openBrowser({
  extension: E2E_BUILD,
  viewport: { width: 420, height: 900 },
  ...(kept && { profile: kept }),
});
try {
  if (!isFilled) {
    const door = await browser.context.newPage();
    await door.goto(browser.url('options.html'));
    await door.waitForTimeout(500);
    await writeRows(door, rows);
    await judged(door);
    await fill(door, rows, { posts: POSTS, sets: SETS, model: modelVersion() });
    await door.close();
  }
  say('written');
  const page = await browser.context.newPage();
  await page.goto(browser.url('sidepanel.html#/desk'));
  await page.waitForSelector('#main .row');
  // All is looked through once, as a long listener's was long ago.
  await page.waitForTimeout(Number(process.env.SETTLE ?? (isFilled ? 30_000 : 150_000)));

  say('settled');

  const go = async (hash, selector) => {
    await page.waitForTimeout(LOOKS_MS);
    return painted(page, hash, selector);
  };
  const times = { desk: [], person: [], thread: [], search: [], row: [] };
  for (let i = 0; i <= TIMES; i++) {
    await go('#/themes', '#main h1');
    times.desk.push(await go('#/desk', '#main .row'));
    const author = `${authors[i % authors.length]}~${(i * 37) % SETS}`;
    times.person.push(await go(`#/person/${encodeURIComponent(author)}`, '#main .exchanges'));
    const post = rows.posts[(i * 7) % rows.posts.length];
    times.thread.push(await go(`#/thread/${encodeURIComponent(`${post.threadKey}~${i + 5}`)}`, '#main article'));
  }
  await go('#/desk', '#main .row');
  for (let i = 0; i < TIMES; i++)
    times.row.push(
      await page.evaluate(async () => {
        const started = performance.now();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
        return performance.now() - started;
      }),
    );
  say('looked at');
  await go('#/search', '#main input');
  const status = page.locator('#main [role=status]').first();
  await page.locator('#main input').fill('a');
  await until(async () => /^(?!.*so far).+/.test((await status.textContent()) ?? ''), 'the index', 300_000);
  for (const word of [
    'motor',
    'la 4.1',
    'batería',
    'gracias',
    'manual',
    'noise',
    'site:reddit',
    'freno',
    'agua',
    '"no va"',
  ]) {
    await page.locator('#main input').fill('');
    for (let end = 1; end <= word.length; end++)
      times.search.push(
        await page.evaluate(
          async ([text]) => {
            const field = document.querySelector('#main input');
            const shown = () => document.querySelector('#main')?.textContent;
            const before = shown();
            const started = performance.now();
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            // What is found has changed; or it is the same as before, which takes no longer to see than this.
            while (shown() === before && performance.now() - started < 1_000)
              await new Promise((resolve) => requestAnimationFrame(resolve));
            if (shown() === before) return null;
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
            return performance.now() - started;
          },
          [word.slice(0, end)],
        ),
      );
  }
  times.search = times.search.filter((took) => took !== null);
  console.log(`${POSTS.toLocaleString('en')} posts, ${PEOPLE.toLocaleString('en')} people; 95th, median in brackets\n`);
  for (const [name, all] of Object.entries(times)) {
    const list = name === 'search' || name === 'row' ? all : all.slice(1);
    tell(name, p95(list), MOST_MS, 'ms', ` (${median(list).toFixed(0)}, ${list.length} times)`);
  }

  const { page: own, workers } = await memoryOf(browser.context, page);
  tell('memory, page and workers', own + workers, MOST_MB, 'MB', ` (workers ${workers.toFixed(0)})`);

  await go('#/desk/done', '#main .row');
  const scrolled = await page.evaluate(async () => {
    const frames = [];
    let most = 0;
    let last = performance.now();
    for (let i = 0; i < 300; i++) {
      window.scrollBy(0, 1200);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - last);
      last = now;
      most = Math.max(most, document.querySelectorAll('#main .row').length);
    }
    return { longest: Math.max(...frames), most, height: document.documentElement.scrollHeight };
  });
  tell('longest frame, scrolling', scrolled.longest, LONGEST_FRAME, 'ms', ` (${scrolled.most} rows stood in the page)`);
} finally {
  await browser.close({ keep: kept !== undefined });
}
process.exitCode = missed > 0 ? 1 : 0;
