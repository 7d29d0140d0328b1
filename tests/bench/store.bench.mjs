/**
 * The store in Chromium: a batch of 50 posts kept (new, and seen again) against raw IndexedDB puts of the same rows with the
 * same indexes and durability; the desk's first page from a closed database. Targets: batch ≤ 30 ms, page ≤ 50 ms at 50,000
 * posts.
 */
import { join } from 'node:path';
import { plainBrowser, servePage } from './bench-page.mjs';
import { figure, note } from './lib/report.mjs';

const SIZES = [1_000, 10_000, 50_000, ...(process.env.BENCH_LARGE ? [100_000] : [])];
/** The size the targets are meant for. */
const AIMED = 50_000;
const TARGETS = { fresh: 30, page: 50 };

const served = await servePage(join(import.meta.dirname, 'store.page.ts'));

const browser = await plainBrowser();
let missed = 0;
try {
  const page = await browser.newPage();
  await page.goto(served.url);
  console.log(`${browser.browser()?.version() ?? 'Chromium'}; milliseconds, median (95th percentile)`);
  console.log(
    'posts | open | batch of 50, new | seen again | raw puts | new / raw | first page from closed | page, open',
  );
  for (const size of SIZES) {
    const { open, fresh, again, raw, page: cold, warm } = await page.evaluate((n) => window.measure(n), size);
    const show = ({ median, p95 }) => `${median.toFixed(1)} (${p95.toFixed(1)})`;
    const ratio = (fresh.median / raw.median).toFixed(1);
    console.log([size, open, show(fresh), show(again), show(raw), `${ratio}×`, show(cold), show(warm)].join(' | '));
    const amount = size.toLocaleString('en');
    note({
      what: `store: a batch of 50 new posts among ${amount}`,
      ours: `${figure(fresh.median)} ms`,
      peer: `raw IndexedDB puts of the same rows ${figure(raw.median)} ms`,
      ratio: raw.median / fresh.median,
      why:
        fresh.median > raw.median
          ? 'ours looks up what is held, threads, people and the desk in the same transaction'
          : '',
    });
    note({
      what: `store: first page of the desk, database closed, ${amount} posts`,
      ours: `${figure(cold.median)} ms`,
    });
    if (size === AIMED) {
      if (fresh.median > TARGETS.fresh) missed += 1;
      if (cold.median > TARGETS.page) missed += 1;
    }
  }
} finally {
  await browser.close();
  served.close();
}
if (missed > 0) console.log(`${missed} target(s) missed`);
process.exit(missed > 0 ? 1 : 0);
