/** Themes in the built extension: a word at a fit hour and only once; what the user decides stays so when all is built again. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { US } from '../demo/community.mjs';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { walkSites } from '../demo/walk.mjs';
import { E2E_BUILD, type Opened, openBrowser, rows, until } from './lib/browser.mjs';

const say = wordsOf('en');

interface Row {
  id: string;
  tier: string;
  label: string;
  name?: string;
  pinned?: boolean;
  mutedUntil?: number;
  mergedInto?: string;
  splitFrom?: string;
  splitInto?: string[];
  postKeys: string[];
}

describe('themes', () => {
  let community: Awaited<ReturnType<typeof serveCommunity>>;
  let opened: Opened;
  let extension: string;

  const notices = async () => {
    const worker = await opened.worker();
    const all = await worker.evaluate<object>('new Promise((done) => chrome.notifications.getAll(done))');
    return Object.keys(all).filter((id) => id.startsWith('theme:'));
  };
  const ring = async () => {
    const worker = await opened.worker();
    await worker.evaluate("chrome.alarms.create('themes', { when: Date.now() })");
  };
  const onPage = async <T>(path: string, act: (page: Page) => Promise<T>): Promise<T> => {
    const page = await opened.context.newPage();
    try {
      await page.goto(opened.url(path));
      return await act(page);
    } finally {
      await page.close();
    }
  };
  const table = <T>(name: string) => onPage('options.html', async (page) => (await rows(page, name)) as T[]);
  const theme = async (id: string) => (await table<Row>('themes')).find((one) => one.id === id);

  /** Changes fields of a row: what the settings page writes, or a clock that went on. */
  const change = (page: Page, store: string, key: string, field: string | null, over: object) =>
    page.evaluate(
      async ([name, id, part, fields]) => {
        const asked = indexedDB.open('tertulia');
        const db = await new Promise<IDBDatabase>((done) => {
          asked.onsuccess = () => done(asked.result);
        });
        const rowsOf = db.transaction(name, 'readwrite').objectStore(name);
        const read = rowsOf.get(id);
        await new Promise<void>((done) => {
          read.onsuccess = () => {
            const row = read.result;
            const put = rowsOf.put(part ? { ...row, [part]: { ...row[part], ...fields } } : { ...row, ...fields });
            put.onsuccess = () => done();
          };
        });
        db.close();
      },
      [store, key, field, over] as const,
    );
  const settle = (page: Page, over: object) => change(page, 'meta', 'settings', 'value', over);
  const alerts = (quiet: { from: number; to: number } | null) =>
    onPage('options.html', (page) => settle(page, { alerts: { notify: true, since: 0, quiet, restHours: 0 } }));

  beforeAll(async () => {
    // The browser's own question cannot be answered by a program: the permission stands in the manifest of a copy.
    extension = mkdtempSync(join(tmpdir(), 'tertulia-told-'));
    cpSync(E2E_BUILD, extension, { recursive: true });
    const file = join(extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.permissions.push('notifications');
    writeFileSync(file, JSON.stringify(manifest));
    community = await serveCommunity();
    opened = await openBrowser({ extension, args: community.args });
    await introduceUs(opened, US, 'en');
    await alerts({ from: 0, to: 1_440 });
    const page = await walkSites(opened.context, community.sites);
    await page.close();
  }, 180_000);

  afterAll(async () => {
    await opened?.close();
    community?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  it('keep still in quiet hours, then say a word once', async () => {
    await ring();
    await until(async () => (await table<Row>('themes')).length > 0, 'a theme to emerge', 90_000);
    // The community's wave is some days old: as if it had come up an hour ago.
    const [fresh] = (await table<Row>('themes')).filter(({ tier }) => tier === 'alert');
    const hourAgo = Date.now() - 3_600_000;
    await onPage('options.html', (page) => change(page, 'themes', fresh!.id, null, { alertedAt: hourAgo }));
    await ring();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await notices()).toEqual([]);
    await alerts(null);
    await ring();
    await until(async () => (await notices()).length === 1, 'the notice', 30_000);
    const worker = await opened.worker();
    await worker.evaluate(
      'chrome.notifications.getAll((all) => Object.keys(all).forEach((id) => chrome.notifications.clear(id)))',
    );
    await ring();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await notices()).toEqual([]);
  }, 150_000);

  it('stay renamed, pinned, cut, merged, muted and noted when all is built again', async () => {
    const [first] = (await table<Row>('themes')).sort((a, b) => b.postKeys.length - a.postKeys.length);
    const id = first!.id;
    await onPage(`sidepanel.html#/theme/${encodeURIComponent(id)}`, async (page) => {
      const menu = async (word: string) => {
        await page.getByRole('button', { name: say('themeMore'), exact: true }).click();
        await page.getByRole('menuitem', { name: word }).click();
      };
      await menu(say('themeRename'));
      await page.getByLabel(say('themeName')).fill('The wave');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'The wave' }).waitFor();
      await menu(say('themePin'));
      await until(async () => (await theme(id))?.pinned === true, 'the pin');

      await menu(say('themePick'));
      const boxes = page.locator('[aria-labelledby=theme-slice] input[type=checkbox]');
      await boxes.first().check();
      await boxes.nth(1).check();
      await page.getByRole('button', { name: say('themePickMake_other', 2) }).click();
      await until(async () => ((await theme(id))?.splitInto ?? []).length === 1, 'the cut');

      await page.keyboard.press('a');
      await page.getByRole('textbox', { name: /The wave/ }).fill('Ask the workshop');
      await page.keyboard.press('Control+Enter');
      await until(async () => (await table('notes')).length === 1, 'the note');
    });
    const part = (await theme(id))!.splitInto![0]!;
    const taken = (await theme(part))!.postKeys;
    expect(taken).toHaveLength(2);
    expect((await theme(id))!.postKeys).not.toEqual(expect.arrayContaining(taken));

    await onPage(`sidepanel.html#/theme/${encodeURIComponent(part)}`, async (page) => {
      const menu = async (word: string) => {
        await page.getByRole('button', { name: say('themeMore'), exact: true }).click();
        await page.getByRole('menuitem', { name: word }).click();
      };
      // Other names of ours make other words: everything is heard again at the next look.
      await settle(page, { brands: [...US.brands, 'Zzyzx'] });
      await menu(say('themeMerge'));
      await page.getByRole('menuitem', { name: 'The wave' }).click();
      const cursor = async () =>
        String(
          (await table<{ name: string; value: unknown }>('meta')).find((row) => row.name === 'cursor:themes')?.value,
        );
      await until(async () => (await cursor()).includes('Zzyzx'), 'the themes to be built again', 60_000);
    });
    const whole = (await theme(id))!;
    expect(whole).toMatchObject({ name: 'The wave', pinned: true, splitInto: [part] });
    expect(await theme(part)).toMatchObject({ mergedInto: id, splitFrom: id });
    // What was merged is shown as part of it.
    expect(whole.postKeys).toEqual(expect.arrayContaining(taken));

    await onPage(`sidepanel.html#/theme/${encodeURIComponent(id)}`, async (page) => {
      await page.getByText('Ask the workshop').waitFor();
      await page.keyboard.press('m');
      await until(async () => ((await theme(id))?.mutedUntil ?? 0) > Date.now(), 'silence');
      await page.goto(opened.url('sidepanel.html#/themes'));
      await page.locator('.themes-muted', { hasText: 'The wave' }).waitFor();
    });
  }, 150_000);
});
