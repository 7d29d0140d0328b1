/** What was changed in the settings: taken back by key, from the toast and from the list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';

const say = wordsOf('en');

describe('what was changed in the settings', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser({ viewport: { width: 480, height: 800 } });
  }, 60_000);
  afterAll(() => opened?.close());

  it('is taken back by key, from the toast, and from the list', async () => {
    const page = await opened.context.newPage();
    await page.goto(opened.url('options.html#look'));
    const held = async () =>
      (await rows(page, 'meta')).find(({ name }: { name: string }) => name === 'settings')?.value ?? {};
    const paper = page.getByLabel(say('lookLight'), { exact: true });
    await paper.focus();
    await page.keyboard.press('End');
    await until(async () => (await held()).theme === 'dark', 'dark paper');
    await page.keyboard.press('Control+z');
    await until(async () => (await held()).theme === 'auto', 'the paper as it was');

    const name = page.getByLabel(say('usSignAs'), { exact: true });
    await name.pressSequentially('Ines', { delay: 20 });
    await until(async () => (await held()).ourName === 'Ines', 'the name');
    await page
      .locator('.toasts')
      .getByRole('button', { name: say('undo') })
      .click();
    await until(async () => (await held()).ourName === '', 'no name again');

    const single = page.getByRole('switch', { name: say('lookKeys') });
    await single.focus();
    await page.keyboard.press('Space');
    await until(async () => (await held()).singleKeys === false, 'single keys off');
    await page.getByRole('button', { name: say('act_steps') }).click();
    const sheet = page.getByRole('dialog', { name: say('act_steps') });
    await sheet.getByText(say('did_setting', say('setting_singleKeys'))).waitFor();
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: say('undo'), exact: true }).click();
    await until(async () => (await held()).singleKeys === true, 'single keys on again');
    await page.close();
  });
});
