/**
 * Reading pages in Chromium. A page of 1,000 posts: our whole script time against a bare walk of the same nodes
 * (`querySelectorAll('*')`, `textContent` of each) and against Defuddle's comment extraction; the longest piece of work. A storm
 * of 46,000 changes with 10,000 posts among them. Every adapter's cost per post over its fixtures.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainBrowser, servePage } from './bench-page.mjs';
import { figure, note } from './lib/report.mjs';

const TARGETS = { ratio: 2, task: 50, storm: 200, post: 0.15, generic: 0.5 };
const fixturesRoot = join(import.meta.dirname, '../fixtures');

const shell =
  '<!doctype html><html lang="es"><head><meta name="generator" content="WordPress 6.8"><link rel="https://api.w.org/" href="/wp-json/"></head><body><script src="/bench.js"></script></body></html>';
const served = await servePage(join(import.meta.dirname, 'capture.page.ts'), shell);

const fixtures = readdirSync(fixturesRoot).flatMap((id) =>
  readdirSync(join(fixturesRoot, id))
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const { url, now } = JSON.parse(readFileSync(join(fixturesRoot, id, name.replace(/html$/, 'json')), 'utf8'));
      return { id, html: readFileSync(join(fixturesRoot, id, name), 'utf8'), url, now };
    }),
);

const browser = await plainBrowser();
let missed = 0;
const check = (ok) => {
  if (!ok) missed += 1;
  return ok ? '' : '  ← missed';
};
try {
  const page = await browser.newPage();
  const open = () => page.goto(`${served.url}post/`);
  console.log(`${browser.browser()?.version() ?? 'Chromium'}; milliseconds`);
  /** The least of several runs: what the code costs, not what else the machine was doing. */
  const least = async (rounds, kind, run) => {
    let best = null;
    for (let i = 0; i < rounds; i++) {
      await page.evaluate((k) => window.prepare(k, 1000), kind);
      const result = await run();
      const ms = typeof result === 'number' ? result : result.total;
      best = {
        ms: Math.min(ms, best?.ms ?? ms),
        longest: Math.min(result.longest ?? 0, best?.longest ?? Number.POSITIVE_INFINITY),
        posts: result.posts,
      };
    }
    return best;
  };
  for (const kind of ['known', 'unknown']) {
    await open();
    const bare = await least(5, kind, () => page.evaluate(() => window.runReader('bare')));
    const ours = await least(5, kind, () => page.evaluate(() => window.watchAll(1000)));
    const peer = await least(2, kind, () => page.evaluate(() => window.runReader('peer')));
    const ratio = ours.ms / bare.ms;
    const isFast = kind === 'known' ? ratio <= TARGETS.ratio : ours.ms / 1000 <= TARGETS.generic;
    console.log(
      `1,000 posts, ${kind} markup: ours ${ours.ms.toFixed(0)} (${ours.posts} posts) · bare walk ${bare.ms.toFixed(0)} · ratio ${ratio.toFixed(1)} · Defuddle ${peer.ms.toFixed(0)} (ours ${(ours.ms / peer.ms).toFixed(2)}×) · longest piece ${ours.longest.toFixed(1)}${check(ours.posts === 1000 && isFast && ours.longest <= TARGETS.task)}`,
    );
    const what = `capture: 1,000 posts in ${kind} markup, watching and sending included`;
    const took = `${figure(ours.ms)} ms`;
    note({
      what,
      ours: took,
      peer: `defuddle ${figure(peer.ms)} ms`,
      ratio: peer.ms / ours.ms,
      why: peer.ms < ours.ms ? 'ours finds each post, its author, time and answers; Defuddle one text of them all' : '',
    });
    note({
      what,
      ours: took,
      peer: `bare walk of the same nodes ${figure(bare.ms)} ms`,
      ratio: bare.ms / ours.ms,
      why: 'the walk keeps nothing: it is the least that any reader costs',
    });
  }
  await open();
  const changes = await page.evaluate(() => window.storm(0));
  const storm = await page.evaluate(() => window.storm(100));
  console.log(
    `storm of 46,000 changes: ${changes.total.toFixed(0)} of ours; with 10,000 posts among them ${storm.total.toFixed(0)} (${storm.posts} posts), longest ${storm.longest.toFixed(1)}${check(changes.total <= TARGETS.storm && storm.posts >= 10_010)}`,
  );
  note({
    what: 'capture: longest piece in a storm of 46,000 changes with 10,000 posts',
    ours: `${figure(storm.longest)} ms`,
  });
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
  served.close();
}
process.exit(missed ? 1 : 0);
