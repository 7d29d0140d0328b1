/**
 * A copy of 500,000 posts out and back in Chromium, beside raw IndexedDB reading and writing the same rows with the same
 * indexes and durability. Targets: equal in canonical form, memory ≤ 300 MB, ≥ 20,000 posts/s, ≤ 2 × raw.
 * `node tests/bench/backup.bench.mjs [posts]`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainBrowser, servePage } from './bench-page.mjs';

const POSTS = Number(process.argv[2] ?? 500_000);
const TARGETS = { memory: 300, rate: 20_000, ratio: 2 };

const served = await servePage(join(import.meta.dirname, 'backup.page.ts'));

const browser = await plainBrowser();

/** Resident megabytes of the page's own process. */
function residentOf(pid) {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return found ? Number(found[1]) / 1024 : 0;
}

let missed = 0;
const hold = (what, is) => {
  if (!is) missed++;
  console.log(`${is ? 'held  ' : 'MISSED'} ${what}`);
};
try {
  const address = served.url;
  /** A page of its own process, so that one task's memory is not the other's. */
  async function inPage(call, ...given) {
    const page = await browser.newPage();
    await page.goto(address);
    const cdp = await browser.browser().newBrowserCDPSession();
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
    const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const base = Object.fromEntries(pids.map((pid) => [pid, residentOf(pid)]));
    let peak = 0;
    const look = setInterval(() => {
      for (const pid of pids) {
        try {
          peak = Math.max(peak, residentOf(pid));
        } catch {}
      }
    }, 100);
    const result = await page.evaluate(([name, args]) => window[name](...args), [call, given]);
    clearInterval(look);
    await page.close();
    return { result, peak, over: peak - Math.max(0, ...Object.values(base)) };
  }
  const rate = (milliseconds) => Math.round((POSTS / milliseconds) * 1_000);
  const n = (value) => Math.round(value).toLocaleString('en');
  const { result: raw } = await inPage('prepare', POSTS);
  const { result: rawWrite } = await inPage('rawWrite', POSTS);
  console.log(
    `raw IndexedDB: read ${n(raw.read)} ms (${n(rate(raw.read))}/s), write ${n(rawWrite)} ms (${n(rate(rawWrite))}/s)`,
  );
  for (const passphrase of [undefined, 'cuatro gatos y un café']) {
    const out = await inPage('copy', passphrase);
    console.log(
      `copy${passphrase ? ', sealed' : ''}: ${n(out.result.time)} ms (${n(rate(out.result.time))} posts/s), ${n(out.result.bytes / 1e6)} MB, process at most ${n(out.peak)} MB (${n(out.over)} over an empty page)`,
    );
    hold(`copy ≥ ${n(TARGETS.rate)} posts/s`, rate(out.result.time) >= TARGETS.rate);
    hold(`copy ≤ ${TARGETS.memory} MB`, out.peak <= TARGETS.memory);
    if (passphrase) continue;
    const back = await inPage('restore', passphrase);
    const { time, checked } = back.result;
    console.log(
      `restore: checked in ${n(checked)} ms (${n(rate(checked))} posts/s), brought in in ${n(time - checked)} ms (${n(rate(time - checked))} posts/s), process at most ${n(back.peak)} MB (${n(back.over)} over)`,
    );
    hold(`restore ≤ ${TARGETS.memory} MB`, back.peak <= TARGETS.memory);
    hold(`restore ≥ ${n(TARGETS.rate)} posts/s`, rate(time) >= TARGETS.rate);
    const ratio = (out.result.time + time) / (raw.read + rawWrite);
    console.log(`both ways / raw: ${ratio.toFixed(2)} (restore alone / raw write: ${(time / rawWrite).toFixed(2)})`);
    hold(`both ways ≤ ${TARGETS.ratio} × raw`, ratio <= TARGETS.ratio);
    hold('equal, byte for byte in canonical form', (await inPage('compare')).result);
    await inPage('prepare', 1_000);
  }
} finally {
  await browser.close();
  served.close();
}
if (missed > 0) console.log(`${missed} target(s) missed`);
process.exit(missed > 0 ? 1 : 0);
