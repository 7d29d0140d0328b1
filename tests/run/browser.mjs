/**
 * Finds a browser that loads unpacked extensions: Chromium, Chrome for Testing or Edge. Branded Chrome ignores
 * `--load-extension` since 2025, so it is not looked for. Installs Chromium where it can: apt as root on Debian and its
 * kin, Playwright's own download elsewhere. Plain Node, no dependency: it runs before `npm ci`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** Where Playwright keeps what it downloads, by platform. */
const DOWNLOADS = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache/ms-playwright'),
  join(homedir(), 'Library/Caches/ms-playwright'),
  join(homedir(), 'AppData/Local/ms-playwright'),
];
const INSIDE = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

function downloaded() {
  for (const root of DOWNLOADS) {
    if (!root || !existsSync(root)) continue;
    for (const folder of readdirSync(root).filter((name) => name.startsWith('chromium-'))) {
      const found = INSIDE.map((path) => join(root, folder, path)).find(existsSync);
      if (found) return found;
    }
  }
  return null;
}

/** Path of a usable browser, or null. `CHROMIUM` in the environment wins. */
export function findBrowser() {
  if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return onPath.find(existsSync) ?? PLACES.find(existsSync) ?? downloaded();
}

const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** Path of a browser, installed now if none was there. Ends the process with one sentence where that cannot be done. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No Chromium here: installing it with apt …');
    run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium']);
  } else {
    console.log("No Chromium here: downloading Playwright's …");
    try {
      execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
        stdio: 'inherit',
      });
    } catch {
      // Said below in words, whatever the reason was.
    }
  }
  const installed = findBrowser();
  if (installed) return installed;
  console.error(
    'No browser to try Tertulia in: install Chromium or Edge, or set CHROMIUM to the path of one, and run this again.',
  );
  process.exit(1);
}
