/** A real Firefox with the built extension in it: found or installed, driven over WebDriver BiDi, alone with this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { root } from '../../run/setup.mjs';

export const FIREFOX_E2E_BUILD = join(root, '.output/firefox-mv3-e2e');

const ADDON = 'tertulia@tertulia.example';
/** Firefox draws the host of an extension's pages anew for each profile, unless it is told. */
const HOST = '7e127011-a000-4000-8000-000000000128';

const NAMES = ['firefox-esr', 'firefox'];
const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/Applications/Firefox ESR.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Path of a Firefox, or undefined. `FIREFOX` in the environment wins. */
export function findFirefox() {
  if (process.env.FIREFOX && existsSync(process.env.FIREFOX)) return process.env.FIREFOX;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find(existsSync);
}

/** Path of a Firefox, installed now where root on Debian can. Ends the process with one sentence where there is none. */
export function ensureFirefox() {
  const found = findFirefox();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No Firefox here: installing firefox-esr with apt …');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], quiet);
  }
  const installed = findFirefox();
  if (installed) return installed;
  console.error('No Firefox to try Tertulia in: install one, or set FIREFOX to the path of one, and run this again.');
  process.exit(1);
}

/** Leads every address to one port of this machine: Firefox has no host rules, but it has proxies. */
async function leadTo(port) {
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', (_, client, head) => {
    const server = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.write(head);
      server.pipe(client).pipe(server);
    });
    const end = () => {
      server.destroy();
      client.destroy();
    };
    server.on('error', end);
    client.on('error', end);
  });
  await new Promise((done) => proxy.listen(0, '127.0.0.1', done));
  return proxy;
}

/**
 * @typedef {object} Opened
 * @property {import('puppeteer-core').Browser} browser
 * @property {string} downloads folder that gets what is downloaded
 * @property {(path: string) => string} url address of an extension page
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ port: number, extension?: string }} options `port`: the server that answers in every name
 * @returns {Promise<Opened>}
 */
export async function openFirefox({ port, extension = FIREFOX_E2E_BUILD }) {
  const home = mkdtempSync(join(tmpdir(), 'tertulia-firefox-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  const proxy = await leadTo(port);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    // Only so may a driver open an extension's own pages.
    args: ['--remote-allow-system-access'],
    acceptInsecureCerts: true,
    userDataDir: join(home, 'profile'),
    defaultViewport: { width: 1000, height: 800 },
    // As root, Firefox refuses a home that is somebody else's.
    env: { ...process.env, HOME: home, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: HOST }),
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.address().port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.address().port,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
  await browser.installExtension(extension);
  return {
    browser,
    downloads,
    url: (path) => `moz-extension://${HOST}/${path}`,
    close: async () => {
      await browser.close();
      proxy.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
