/**
 * Drafts where they are really made: in the worker of the built extension, with 20,000 answers of ours stored. The first list
 * learns them all; every later one must be there within 100 ms by the clock.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { E2E_BUILD, openBrowser } from '../e2e/lib/browser.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';

const PAIRS = 20_000;
const ASKED = 60;
const MOST = 100;

const lines = readFileSync(join(import.meta.dirname, '../replies/data/pairs-en.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' | '))
  .map((line) => line.split(' | '));
const words = lines.flatMap(([, message]) => message.split(' '));
const rows = seedRows(Date.now(), { language: 'en' });
const pairs = Array.from({ length: PAIRS }, (_, i) => {
  const [person, message, reply] = lines[i % lines.length];
  const more = [1, 2, 3, 4, 5].map((n) => words[(i * 31 + n * 17) % words.length]).join(' ');
  return {
    id: `x:p${i}`,
    at: Date.now() - i * 60_000,
    person,
    message: `${message} ${more}`,
    reply,
    lang: 'en',
    outcome: null,
  };
});

const browser = await openBrowser({ extension: E2E_BUILD });
let missed = true;
try {
  const page = await browser.context.newPage();
  await page.goto(browser.url('options.html'));
  await page.waitForTimeout(500);
  await writeRows(page, { ...rows, pairs });
  const worker = readdirSync(join(E2E_BUILD, 'assets')).find((name) => /^worker-.*\.js$/.test(name));
  const keys = rows.posts.filter((post) => !post.ours && post.text.length > 20).map((post) => post.key);
  const times = await page.evaluate(
    async ({ url, asked }) => {
      const policy = globalThis.trustedTypes?.createPolicy('tertulia', { createScriptURL: (text) => text });
      const at = new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });
      const list = [];
      for (const [id, postKey] of asked.entries()) {
        const started = performance.now();
        const drafts = await new Promise((resolve, reject) => {
          at.onmessage = ({ data }) =>
            'value' in data ? resolve(data.value.drafts.length) : data.failed && reject(new Error(data.failed));
          at.postMessage({ id, job: 'suggest', request: { postKey, now: Date.now() } });
        });
        list.push({ ms: performance.now() - started, drafts });
      }
      return list;
    },
    { url: `/assets/${worker}`, asked: Array.from({ length: ASKED }, (_, i) => keys[i % keys.length]) },
  );
  const [first, ...later] = times;
  const sorted = later.map(({ ms }) => ms).sort((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)];
  missed = p95 > MOST;
  console.log(
    `${PAIRS} answers stored: first list ${first.ms.toFixed(0)} ms (learns them), later median ${sorted[sorted.length >> 1].toFixed(1)}, p95 ${p95.toFixed(1)} of ${MOST} ms; ${later.filter(({ drafts }) => drafts > 0).length} of ${later.length} with a draft${missed ? '   MISSED' : ''}`,
  );
} finally {
  await browser.close();
}
process.exitCode = missed ? 1 : 0;
