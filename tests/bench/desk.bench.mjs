/**
 * A long listener's panel: 250,000 posts by some 40,000 people. From an input to what it asks for on the screen: the desk, the
 * next row, a person, a search as it is typed; the 95th of a hundred of each, ms. Memory of the panel with its workers.
 * Then the list of everything done, scrolled: how many rows stand in the page, and the longest frame.
 */
import { E2E_BUILD, openBrowser, until } from '../e2e/lib/browser.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { modelVersion } from './many-rows.mjs';

const POSTS = Number(process.env.POSTS ?? 250_000);
const PEOPLE = 40_000;
const TIMES = 20;
const MOST_MS = 100;
const MOST_MB = 150;
const LONGEST_FRAME = 50;

const p95 = (numbers) => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1];
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
let missed = 0;
function tell(what, value, most, unit, more = '') {
  const ok = value <= most;
  if (!ok) missed += 1;
  console.log(`${what.padEnd(26)} ${value.toFixed(0)} of ${most} ${unit}${more}${ok ? '' : '   MISSED'}`);
}

/** The demo again and again, other ids and people, further and further back; written where it is made. */
async function fill(page, rows, version) {
  await page.evaluate(
    async ([{ posts, threads, readings }, total, people, model]) => {
      const asked = indexedDB.open('tertulia');
      const db = await new Promise((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      const times = Math.ceil(total / posts.length);
      const authors = new Set(posts.map((post) => post.authorKey)).size;
      const sets = Math.ceil(people / authors);
      for (let i = 1; i < times; i++) {
        const again = (key) => key && `${key}~${i}`;
        const back = (at) => at - i * 3_600_000;
        const transaction = db.transaction(['posts', 'threads', 'readings'], 'readwrite', { durability: 'relaxed' });
        const store = transaction.objectStore('posts');
        for (const { waitsSince: _, ...post } of posts)
          store.put({
            ...post,
            key: again(post.key),
            nativeId: again(post.nativeId),
            threadKey: again(post.threadKey),
            parentKey: again(post.parentKey),
            authorKey: post.ours ? post.authorKey : `${post.authorKey}~${i % sets}`,
            author: post.ours ? post.author : { ...post.author, name: `${post.author.name} ${i % sets}` },
            at: back(post.at),
            postedAt: back(post.postedAt),
            firstSeenAt: back(post.at),
            ...(post.desk && { desk: 'done', deskAt: back(post.deskAt) }),
          });
        for (const thread of threads)
          transaction.objectStore('threads').put({ ...thread, key: again(thread.key), lastAt: back(thread.lastAt) });
        for (const reading of readings)
          transaction.objectStore('readings').put({ ...reading, key: again(reading.key), version: model });
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        });
      }
      db.close();
    },
    [{ posts: rows.posts, threads: rows.threads, readings: rows.readings }, POSTS, PEOPLE, version],
  );
}

const rows = seedRows(Date.now(), { language: 'en' });
const browser = await openBrowser({ extension: E2E_BUILD, viewport: { width: 420, height: 900 } });
try {
  const door = await browser.context.newPage();
  await door.goto(browser.url('options.html'));
  await door.waitForTimeout(500);
  await writeRows(door, rows);
  await fill(door, rows, modelVersion());
  await door.close();
  const page = await browser.context.newPage();
  await page.goto(browser.url('sidepanel.html#/desk'));
  await page.waitForSelector('#main .row');
  // All is looked through once, as a long listener's was long ago.
  await page.waitForTimeout(Number(process.env.SETTLE ?? 150_000));

  /** From the change of address to the screen painted with what was asked for. */
  const go = (hash, selector) =>
    page.evaluate(
      async ([to, wanted]) => {
        const started = performance.now();
        location.hash = to;
        while (!document.querySelector(wanted)) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
        return performance.now() - started;
      },
      [hash, selector],
    );
  const times = { desk: [], person: [], thread: [], search: [], row: [] };
  const authors = [...new Set(rows.posts.filter((post) => !post.ours).map((post) => post.authorKey))];
  for (let i = 0; i <= TIMES; i++) {
    await go('#/ready', '#main h1');
    times.desk.push(await go('#/desk', '#main .row'));
    const author = `${authors[i % authors.length]}~${(i * 37) % 400}`;
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
  await go('#/search', '#main input');
  const status = page.locator('#main [role=status]').first();
  await page.locator('#main input').fill('a');
  await until(
    async () => !/of .* (posts )?so far|looked/i.test((await status.textContent()) ?? ''),
    'the index',
    300_000,
  );
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

  const session = await browser.context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  let workers = 0;
  for (const worker of page.workers()) workers += await worker.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
  tell(
    'memory, page and workers',
    (usedSize + workers) / 1e6,
    MOST_MB,
    'MB',
    ` (workers ${(workers / 1e6).toFixed(0)})`,
  );

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
  await browser.close();
}
process.exitCode = missed > 0 ? 1 : 0;
