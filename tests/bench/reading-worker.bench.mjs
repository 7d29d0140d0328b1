/**
 * How many posts a second a worker of Chromium reads, by the clock: warm from one half of our own posts, it reads the other, which
 * it has never seen, and then again and again. The machine does other things too: the least disturbed of several workers counts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainBrowser, servePage } from './bench-page.mjs';

const FLOOR = 10_000;
const ROUNDS = 8;
const WORKERS = 5;
const root = join(import.meta.dirname, '../..');
const [before, texts] = ['test', 'train'].map((half) =>
  readFileSync(join(root, `utils/analysis/training/own/${half}.ndjson`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).text),
);
const model = [...readFileSync(join(root, 'public/models/reading.bin'))];
const served = await servePage(join(import.meta.dirname, 'reading-worker.page.ts'));
const browser = await plainBrowser();
let missed = true;
try {
  const page = await browser.newPage();
  await page.goto(served.url);
  const rates = [];
  for (let i = 0; i < WORKERS; i++)
    rates.push(
      await page.evaluate(
        ([bytes, warm, all, rounds]) => window.readInWorker(bytes, warm, all, rounds),
        [model, before, texts, ROUNDS],
      ),
    );
  const unseen = Math.max(...rates.map(([first]) => first));
  const again = rates.flatMap((one) => one.slice(1)).sort((a, b) => a - b);
  missed = unseen < FLOOR;
  console.log(
    `${texts.length} posts in a worker of Chromium ${browser.browser()?.version() ?? ''}: never seen ${unseen.toFixed(0)} a second (floor ${FLOOR})${missed ? '   MISSED' : ''}, again ${again[again.length >> 1].toFixed(0)}`,
  );
} finally {
  await browser.close();
  served.close();
}
process.exit(missed ? 1 : 0);
