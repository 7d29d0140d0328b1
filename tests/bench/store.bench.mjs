/**
 * The store in Chromium: a batch of 50 posts kept (new, and seen again) against raw IndexedDB puts of the same rows with the
 * same indexes and durability; the desk's first page from a closed database. Targets: batch ≤ 30 ms, page ≤ 50 ms at 50,000
 * posts.
 */
import { join } from 'node:path';
import { plainBrowser, servePage } from './bench-page.mjs';

const SIZES = [1_000, 10_000, 50_000];
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
    if (size === SIZES.at(-1)) {
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
