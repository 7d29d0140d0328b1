/** The sheet that takes conversations away, worked as a user does. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import type { Opened } from './browser.mjs';
import type { Taken } from './read-export';

export const FORMATS = ['markdown', 'html', 'csv', 'json', 'ndjson', 'activitystreams', 'xlsx', 'graphml'] as const;
export type Format = (typeof FORMATS)[number];

export interface Wish {
  scope?: string;
  query?: string;
  notes?: boolean;
  tags?: boolean;
  readings?: boolean;
  hidden?: boolean;
  from?: string;
  to?: string;
}

export type Sheets = ReturnType<typeof openSheets>;

export function openSheets(opened: Opened, page: Page) {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-taken-'));
  async function fileOf(download: Download): Promise<Taken> {
    const name = download.suggestedFilename();
    // Under its own name: a browser opens a page only where the name says it is one.
    const path = join(folder, name);
    copyFileSync(await download.path(), path);
    return { name, path, bytes: readFileSync(path) };
  }

  const form = () => page.locator('.export-sheet');

  /** By the palette, which is everywhere. */
  async function open(hash: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(opened.url(`sidepanel.html${hash}`));
    await page.locator('main :is(h1, li, .find)').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('dialog input:focus').waitFor();
    await page.keyboard.type('Take conv');
    await page.getByText('Take conversations away').click();
    await form().waitFor();
  }

  async function ask(format: Format, wish: Wish = {}): Promise<void> {
    const sheet = form();
    // What can be taken from here is looked up; the nearest is chosen by then.
    if (wish.scope) {
      await sheet.locator(`select option[value=${wish.scope}]`).waitFor({ state: 'attached' });
      await sheet.getByLabel('What', { exact: true }).selectOption(wish.scope);
    }
    if (wish.query !== undefined) await sheet.locator('input[type=text]').fill(wish.query);
    await sheet.getByLabel('Form', { exact: true }).selectOption(format);
    await sheet
      .locator('input[type=date]')
      .first()
      .fill(wish.from ?? '');
    await sheet
      .locator('input[type=date]')
      .last()
      .fill(wish.to ?? '');
    const switches = sheet.locator('input[role=switch]');
    const wanted = format === 'graphml' ? [wish.hidden] : [wish.notes, wish.tags, wish.readings, wish.hidden];
    for (const [i, on] of wanted.entries()) {
      const one = switches.nth(i);
      if ((await one.isChecked()) !== (on === true)) await one.click();
    }
  }

  async function take(format: Format, wish: Wish = {}): Promise<Taken> {
    await ask(format, wish);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form().locator('button[type=submit]').click(),
    ]);
    const file = await fileOf(download);
    await form().getByText(file.name).waitFor();
    return file;
  }

  return { form, open, ask, take, end: () => rmSync(folder, { recursive: true }) };
}
