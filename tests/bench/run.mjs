/**
 * `npm run bench [name]`: runs every `*.bench.mjs` here (or those whose name holds `name`), one after another. Each prints its
 * own table, as ratios against a named peer or the platform's own limit in the same run, and fails if a target is missed. What
 * they note goes to `docs/benchmarks.md`. `BENCH_LARGE=1` adds the sizes that take many minutes.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../run/browser.mjs';
import { ensureDependencies, root, run } from '../run/setup.mjs';
import { collectRows, unexplained, writeSection } from './lib/report.mjs';

ensureDependencies();
process.env.CHROMIUM = ensureBrowser();
const wanted = process.argv[2] ?? '';
// `E2E_BUILD` names a build made before.
const built = process.env.E2E_BUILD ? { code: 0 } : await run('wxt', ['build', '--mode', 'e2e'], { quiet: true });
if (built.code !== 0) console.log(built.output);

const chromium = execFileSync(process.env.CHROMIUM, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Whom a bench names, with the version it is held against. */
const peersOf = (rows) =>
  Object.entries(devDependencies)
    .filter(([name]) => rows.some(({ peer }) => peer.split(' ').includes(name)))
    .map(([name, version]) => `${name} ${version}`);

let failed = built.code === 0 ? 0 : 1;
for (const file of readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.bench.mjs') && name.includes(wanted),
)) {
  console.log(`\n== ${file}`);
  const { code, rows } = await collectRows(
    async (env) => (await run('tsx', [join(root, 'tests/bench', file)], { env })).code,
  );
  if (code !== 0) failed += 1;
  for (const { what, peer } of unexplained(rows)) {
    console.log(`UNEXPLAINED ${what}: slower than ${peer}`);
    failed += 1;
  }
  const versions = [
    `Node ${process.version.slice(1)}`,
    /^\S+ [\d.]+/.exec(String(chromium))?.[0] ?? 'Chromium',
    ...peersOf(rows),
  ].join(', ');
  if (rows.length > 0) writeSection(file.replace('.bench.mjs', ''), rows, versions);
}
process.exit(failed ? 1 : 0);
