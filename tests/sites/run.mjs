/**
 * `npm run test:sites`: WordPress, MediaWiki and Waline, started for real and captured. Not part of `npm test`: it installs
 * Debian packages, so it wants root.
 */
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from '../run/browser.mjs';
import { ensureDependencies, run } from '../run/setup.mjs';

if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
  console.error(
    'SKIPPED, nothing was tested: WordPress, MediaWiki and Waline are started from Debian packages, which takes root.',
  );
  console.error('0 passed, 0 failed, 3 skipped');
  process.exit(0);
}
ensureDependencies();
process.env.CHROMIUM = ensureBrowser();
const { code, output } = await run('wxt', ['build', '--mode', 'e2e'], { quiet: true });
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
process.exit((await run('vitest', ['run', '--config', 'tests/sites/vitest.config.ts'])).code);
