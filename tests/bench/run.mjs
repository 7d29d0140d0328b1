/**
 * `npm run bench [name]`: runs every `*.bench.mjs` here (or those whose name holds `name`), one after another. Each prints its
 * own table, as ratios against a named peer or the platform's own limit in the same run, and fails if a target is missed.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../run/browser.mjs';
import { ensureDependencies, root, run } from '../run/setup.mjs';

ensureDependencies();
process.env.CHROMIUM = ensureBrowser();
const wanted = process.argv[2] ?? '';
const built = await run('wxt', ['build', '--mode', 'e2e'], { quiet: true });
if (built.code !== 0) console.log(built.output);
let failed = built.code === 0 ? 0 : 1;
for (const file of readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.bench.mjs') && name.includes(wanted),
)) {
  console.log(`\n== ${file}`);
  const { code } = await run('tsx', [join(root, 'tests/bench', file)]);
  if (code !== 0) failed += 1;
}
process.exit(failed ? 1 : 0);
