/**
 * `npm run test:faults`: the faults alone, as `npm test` runs them; with `-- --heavy` many more rounds of each and the slow
 * ones, for the night. Other words go to vitest: a file, or `-t '7:'`.
 */
import { ensureBrowser } from './browser.mjs';
import { ensureDependencies, run } from './setup.mjs';

ensureDependencies();
process.env.CHROMIUM = ensureBrowser();
const words = process.argv.slice(2);
const heavy = words.includes('--heavy');
await run('wxt', ['build', '--mode', 'e2e'], { quiet: true });
const { code } = await run(
  'vitest',
  ['run', '--config', 'tests/faults/vitest.config.ts', ...words.filter((word) => word !== '--heavy')],
  { env: heavy ? { HEAVY: '1' } : {} },
);
process.exit(code);
