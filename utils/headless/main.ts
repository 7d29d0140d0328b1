/**
 * The engines without a browser: `npm run -s headless -- read|themes|replies < in.ndjson > out.ndjson`.
 * Each is the same code as in the extension; the contracts are in the files beside this one.
 */
import { createInterface } from 'node:readline';

type Run = (input: AsyncIterable<string>, write: (line: string) => void) => Promise<void>;

const RUNS: Record<string, () => Promise<{ default: Run }>> = {
  read: () => import('./read'),
  themes: () => import('./themes'),
  replies: () => import('./replies'),
};

const load = RUNS[process.argv[2] ?? ''];
if (!load) {
  console.error(`Say which: ${Object.keys(RUNS).join(', ')}.`);
  process.exit(2);
}
const { default: run } = await load();
await run(createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }), (line) => {
  process.stdout.write(`${line}\n`);
});
