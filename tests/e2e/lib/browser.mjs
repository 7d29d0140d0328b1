/** Chromium with the built extension: the same launch for the demo, the end-to-end tests, the screens and the benches. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../run/browser.mjs';
import { root } from '../../run/setup.mjs';

/** `E2E_BUILD` in the environment names a copy that a build going on at the same time does not touch. */
export const E2E_BUILD = process.env.E2E_BUILD ?? join(root, '.output/chrome-mv3-e2e');
export const PRODUCTION_BUILD = join(root, '.output/chrome-mv3');

/** What a headless Chromium needs here to be quiet and to run as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

/**
 * @typedef {object} Opened
 * @property {import('playwright-core').BrowserContext} context
 * @property {string} id extension id
 * @property {string} profile folder of the profile
 * @property {(path: string) => string} url address of an extension page
 * @property {() => Promise<import('playwright-core').Worker>} worker the service worker, woken if need be
 * @property {(options?: { keep?: boolean }) => Promise<void>} close
 */

/**
 * @param {{ extension?: string, profile?: string, lang?: 'en' | 'es', args?: string[], headed?: boolean,
 *   viewport?: { width: number, height: number }, colorScheme?: 'light' | 'dark', ignoreDefaultArgs?: string[], id?: string }} [options]
 *   `ignoreDefaultArgs`: what Playwright tells Chromium that this test does not want told; `id`: the extension's, where its
 *   worker cannot be asked for it
 * @returns {Promise<Opened>}
 */
export async function openBrowser(options = {}) {
  const {
    extension = E2E_BUILD,
    lang = 'en',
    args = [],
    headed = false,
    viewport = { width: 1000, height: 800 },
  } = options;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'tertulia-'));
  mkdirSync(join(profile, 'Default'), { recursive: true });
  // Without developer mode `chrome.runtime.reload()` leaves the extension disabled (Chromium 156).
  if (!options.profile) {
    const preferences = {
      extensions: { ui: { developer_mode: true } },
      intl: { accept_languages: lang, selected_languages: lang },
    };
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? undefined,
    headless: false,
    viewport: headed ? null : viewport,
    colorScheme: options.colorScheme ?? 'light',
    ignoreHTTPSErrors: true,
    ...(options.ignoreDefaultArgs && { ignoreDefaultArgs: options.ignoreDefaultArgs }),
    env: { ...process.env, LANGUAGE: lang, LANG: lang === 'es' ? 'es_ES.UTF-8' : 'en_US.UTF-8' },
    args: [
      ...(headed ? [] : ['--headless=new']),
      ...FLAGS,
      `--lang=${lang}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
    ],
  });
  const worker = async () =>
    context.serviceWorkers().find((w) => w.url().startsWith('chrome-extension://')) ??
    (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const id = options.id ?? new URL((await worker()).url()).host;
  return {
    context,
    id,
    profile,
    worker,
    url: (path) => `chrome-extension://${id}/${path}`,
    close: async ({ keep = false } = {}) => {
      await context.close();
      if (!keep) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * Every row of a table, read with the platform's own API: what another program would see.
 * @param {import('playwright-core').Page} page a page of the extension
 * @param {string} table
 * @returns {Promise<any[]>}
 */
export function rows(page, table) {
  return page.evaluate(async (store) => {
    if (!(await indexedDB.databases()).some((db) => db.name === 'tertulia')) return [];
    const asked = indexedDB.open('tertulia');
    const db = await new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    try {
      if (!db.objectStoreNames.contains(store)) return [];
      const request = db.transaction(store).objectStore(store).getAll();
      return await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } finally {
      db.close();
    }
  }, table);
}

/**
 * Waits until `read` gives something true, or says what it waited for.
 * @template T
 * @param {() => Promise<T>} read
 * @param {string} what
 * @returns {Promise<T>}
 */
export async function until(read, what, timeout = 20_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${timeout / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Waits until the number of stored posts has not changed for a second, and gives it. */
export async function settled(page, timeout = 20_000) {
  let last = -1;
  let since = Date.now();
  return until(
    async () => {
      const count = (await rows(page, 'posts')).length;
      if (count !== last) {
        last = count;
        since = Date.now();
      }
      return count && Date.now() - since > 1000 ? count : 0;
    },
    'captures to settle',
    timeout,
  );
}
