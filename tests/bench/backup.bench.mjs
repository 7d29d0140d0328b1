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
    const spentBy = (info) => info.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
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
    // On a busy machine the clock on the wall says little: what the whole browser worked says more.
    const after = (await cdp.send('SystemInfo.getProcessInfo')).processInfo;
    const cpu = spentBy(after) - spentBy(processInfo);
    await page.close();
    return { result, peak, cpu, over: peak - Math.max(0, ...Object.values(base)) };
  }
  const rate = (milliseconds) => Math.round((POSTS / milliseconds) * 1_000);
  const n = (value) => Math.round(value).toLocaleString('en');
  const told = ({ result, peak, over, cpu }, time = result.time) =>
    `${n(time)} ms (${n(rate(time))} posts/s; ${cpu.toFixed(1)} s of processor, ${n(rate(cpu * 1_000))} posts/s of it), process at most ${n(peak)} MB (${n(over)} over an empty page)`;
  const read = await inPage('prepare', POSTS);
  const write = await inPage('rawWrite', POSTS);
  const raw = { read: read.result.read, write: write.result };
  console.log(
    `raw IndexedDB: read ${n(raw.read)} ms (${n(rate(raw.read))}/s), write ${n(raw.write)} ms (${n(rate(raw.write))}/s; ${write.cpu.toFixed(1)} s of processor)`,
  );
  const sealed = await inPage('copy', 'cuatro gatos y un café');
  console.log(`copy, sealed: ${told(sealed)}`);
  const out = await inPage('copy', undefined);
  console.log(`copy: ${told(out)}, ${n(out.result.bytes / 1e6)} MB`);
  hold(`copy ≤ ${TARGETS.memory} MB`, Math.max(out.peak, sealed.peak) <= TARGETS.memory);
  hold(`copy ≥ ${n(TARGETS.rate)} posts/s`, rate(out.result.time) >= TARGETS.rate);
  const back = await inPage('restore', undefined);
  const { time, checked } = back.result;
  console.log(`restore: ${told(back)}; of it checked in ${n(checked)} ms (${n(rate(checked))} posts/s)`);
  hold(`restore ≤ ${TARGETS.memory} MB`, back.peak <= TARGETS.memory);
  hold(`restore ≥ ${n(TARGETS.rate)} posts/s`, rate(time) >= TARGETS.rate);
  const ratio = (out.result.time + time) / (raw.read + raw.write);
  console.log(`both ways / raw: ${ratio.toFixed(2)} (restore alone / raw write: ${(time / raw.write).toFixed(2)})`);
  hold(`both ways ≤ ${TARGETS.ratio} × raw`, ratio <= TARGETS.ratio);
  hold('equal, byte for byte in canonical form', (await inPage('compare')).result);
} finally {
  await browser.close();
  served.close();
}
if (missed > 0) console.log(`${missed} target(s) missed`);
process.exit(missed > 0 ? 1 : 0);
