/** What was done on the desk, as a list: by key and from the palette, taken back down to one of the steps. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { calmDesk } from './lib/calm';

const say = wordsOf('en');

describe('what you did', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser({ viewport: { width: 480, height: 800 } });
  }, 60_000);
  afterAll(() => opened?.close());

  it('is listed in words, and taken back up to where one wants', async () => {
    const page = await opened.context.newPage();
    await page.goto(opened.url('sidepanel.html#/desk/open'));
    await writeRows(page, seedRows(Date.now(), { language: 'en' }));
    await page.reload();
    await calmDesk(page);
    const before = (await rows(page, 'states')).length;
    const stated = async () => (await rows(page, 'states')).length - before;
    for (const step of [1, 2, 3]) {
      await page.keyboard.press('x');
      await until(async () => (await stated()) === step, `state ${step}`);
    }
    await page.keyboard.press('u');
    const sheet = page.getByRole('dialog', { name: say('act_steps') });
    const steps = sheet.getByRole('listitem');
    await until(async () => (await steps.count()) === 3, 'three steps');
    expect(await violations(page)).toEqual([]);
    await sheet
      .getByRole('button', { name: say('undoToHere') })
      .first()
      .click();
    await until(async () => (await stated()) === 1, 'two steps to be taken back');
    expect(await steps.count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByText(say('did_undoneAll_other', 2)).waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: say('paletteLabel') }).fill(say('act_steps'));
    await page.getByRole('option', { name: say('act_steps') }).click();
    await sheet.getByRole('button', { name: say('undo'), exact: true }).click();
    await until(async () => (await stated()) === 0, 'the last step to be taken back');
    await sheet.getByText(say('stepsNone')).waitFor();
    await page.close();
  });
});
