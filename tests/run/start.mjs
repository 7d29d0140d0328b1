/**
 * `npm start`: installs what is missing, builds, opens Chromium with Tertulia on the demo community and does the main job.
 * With a display it stays open to be tried; without one it prints what was heard and saves screenshots.
 */
import { ensureBrowser } from './browser.mjs';
import { ensureDependencies, run } from './setup.mjs';

ensureDependencies();
process.env.CHROMIUM = ensureBrowser();

console.log('Building …');
const built = await run('wxt', ['build', '--mode', 'e2e'], { quiet: true });
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const { showMainJob } = await import('../demo/main-job.mjs');
await showMainJob({ headed: hasDisplay && !process.argv.includes('--headless') });
