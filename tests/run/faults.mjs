/**
 * `npm run test:faults`: the faults alone, as `npm test` runs them; with `-- --heavy` many more rounds of each and the slow
 * ones, for the night: their figures go to docs/benchmarks.md. Other words go to vitest: a file, or `-t '7:'`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { collectRows, DOCUMENT, rowsIn, writeSection } from '../bench/lib/report.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureDependencies, run } from './setup.mjs';

ensureDependencies();
process.env.CHROMIUM = ensureBrowser();
const words = process.argv.slice(2);
const heavy = words.includes('--heavy');
await run('wxt', ['build', '--mode', 'e2e'], { quiet: true });
const rest = words.filter((word) => word !== '--heavy');
const faults = (env) => run('vitest', ['run', '--config', 'tests/faults/vitest.config.ts', ...rest], { env });
if (!heavy) process.exit((await faults({})).code);

const { code, rows } = await collectRows(async (env) => (await faults({ HEAVY: '1', ...env })).code);
const known = existsSync(DOCUMENT) ? rowsIn(readFileSync(DOCUMENT, 'utf8'), 'faults, many rounds') : [];
const all = new Map([...known, ...rows].map((row) => [row.what, row]));
writeSection('faults, many rounds', [...all.values()], `Node ${process.version.slice(1)}`);
process.exit(code);
