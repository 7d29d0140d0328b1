/** Our own code in a page of a plain Chromium, without the extension around it: what the benches measure stands alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../run/browser.mjs';

const SHELL = '<!doctype html><script src="/bench.js"></script>';

/**
 * Serves a script, bundled as the extension's are, in a page of its own.
 * @param {string} entry absolute path of the script
 * @param {string} [shell] the page; it must load `/bench.js`
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function servePage(entry, shell = SHELL) {
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [{ output }] = [bundle].flat();
  const server = createServer((request, response) => {
    const script = request.url === '/bench.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ? output[0].code : shell);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** A Chromium without extensions, with a profile that goes with it. */
export async function plainBrowser() {
  const profile = mkdtempSync(join(tmpdir(), 'tertulia-bench-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  // At the very end: the browser's processes go on writing for a moment after it closed.
  process.once('exit', () => {
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch {
      // A folder of the system's own for passing things stays behind.
    }
  });
  return browser;
}
