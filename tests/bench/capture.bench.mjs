/**
 * Reading pages in Chromium. A page of 1,000 posts: our whole script time against a bare walk of the same nodes
 * (`querySelectorAll('*')`, `textContent` of each) and against Defuddle's comment extraction; the longest piece of work. A storm
 * of 46,000 changes with 10,000 posts among them. Every adapter's cost per post over its fixtures.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../run/browser.mjs';

const TARGETS = { ratio: 2, task: 50, storm: 200, post: 0.15, generic: 0.5 };
const fixturesRoot = join(import.meta.dirname, '../fixtures');

const bundle = await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    minify: true,
    lib: { entry: join(import.meta.dirname, 'capture.page.ts'), formats: ['iife'], name: 'bench' },
  },
});
const [{ output }] = [bundle].flat();
const code = output[0].code;
const shell =
  '<!doctype html><html lang="es"><head><meta name="generator" content="WordPress 6.8"><link rel="https://api.w.org/" href="/wp-json/"></head><body><script src="/bench.js"></script></body></html>';
const server = createServer((request, response) => {
  const script = request.url === '/bench.js';
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(script ? code : shell);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const fixtures = readdirSync(fixturesRoot).flatMap((id) =>
  readdirSync(join(fixturesRoot, id))
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const { url, now } = JSON.parse(readFileSync(join(fixturesRoot, id, name.replace(/html$/, 'json')), 'utf8'));
      return { id, html: readFileSync(join(fixturesRoot, id, name), 'utf8'), url, now };
    }),
);

const profile = mkdtempSync(join(tmpdir(), 'tertulia-bench-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: findBrowser(),
  headless: true,
  chromiumSandbox: false,
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
});
let missed = 0;
const check = (ok) => {
  if (!ok) missed += 1;
  return ok ? '' : '  ← missed';
};
try {
  const page = await browser.newPage();
  const open = () => page.goto(`http://127.0.0.1:${server.address().port}/post/`);
  console.log(`${browser.browser()?.version() ?? 'Chromium'}; milliseconds`);
  for (const kind of ['known', 'unknown']) {
    await open();
    const { total, longest, posts, bare, peer } = await page.evaluate((k) => window.thousand(k, 1000), kind);
    const ratio = total / bare;
    const ok =
      posts === 1000 &&
      longest <= TARGETS.task &&
      (kind === 'known' ? ratio <= TARGETS.ratio : total / 1000 <= TARGETS.generic);
    console.log(
      `1,000 posts, ${kind} markup: ours ${total.toFixed(0)} (${posts} posts) · bare walk ${bare.toFixed(0)} · ratio ${ratio.toFixed(2)} · Defuddle ${peer.toFixed(0)} (ours ${(total / peer).toFixed(2)}×) · longest piece ${longest.toFixed(1)}${check(ok)}`,
    );
  }
  await open();
  const { total, longest, posts } = await page.evaluate(() => window.storm());
  console.log(
    `storm of 46,000 changes and 10,000 posts: ours ${total.toFixed(0)} (${posts} posts), longest ${longest.toFixed(1)}; without the posts' own reading ${(total - posts * TARGETS.post).toFixed(0)} at most${check(posts >= 10_010 && longest <= TARGETS.task)}`,
  );
  await open();
  const costs = await page.evaluate((list) => window.perPost(list), fixtures);
  const ids = [...new Set(costs.map(({ id }) => id))];
  const middleOf = (values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const byId = ids
    .map((id) => [id, middleOf(costs.filter((cost) => cost.id === id).map(({ ms }) => ms))])
    .sort((a, b) => b[1] - a[1]);
  const own = byId.filter(([id]) => id !== 'generic').map(([, ms]) => ms);
  const middle = middleOf(own);
  console.log(
    `per post over fixtures: median adapter ${middle.toFixed(3)}, slowest ${byId
      .slice(0, 5)
      .map(([id, ms]) => `${id} ${ms.toFixed(3)}`)
      .join(', ')}${check(middle <= TARGETS.post)}`,
  );
} finally {
  await browser.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}
process.exit(missed ? 1 : 0);
