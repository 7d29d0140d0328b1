/**
 * `npm run test:firefox`: builds for Firefox, has the build judged by the linter of Firefox's store, and drives a real
 * Firefox through it.
 */
import { ensureDependencies, run } from '../run/setup.mjs';

ensureDependencies();
const { ensureFirefox } = await import('./lib/firefox.mjs');
process.env.FIREFOX = ensureFirefox();

for (const [name, command, args] of [
  ['build', 'wxt', ['build', '-b', 'firefox']],
  ['build for tests', 'wxt', ['build', '-b', 'firefox', '--mode', 'e2e']],
]) {
  const { code, output } = await run(command, args, { quiet: true });
  if (code !== 0) {
    console.error(output);
    console.error(`✗ ${name}`);
    process.exit(1);
  }
  console.log(`✓ ${name}`);
}
process.exit((await run('vitest', ['run', '--config', 'tests/firefox/vitest.config.ts'])).code);
