/**
 * "Are we ready?" as its user asks it: every figure opened to its posts, the report with the same words, a conversation
 * rehearsed and compared; and what helps on the way: finding a setting, the help, the tour, what is new.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows } from './lib/browser.mjs';

const say = wordsOf('en');
const dice = wordsOf('es');
let opened: Opened;
let panel: Page;

beforeAll(async () => {
  opened = await openBrowser({ lang: 'en', viewport: { width: 400, height: 900 } });
  panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html'));
  await panel.evaluate(() => void navigator.locks.request('tertulia:updateThemes', () => new Promise(() => {})));
  await writeRows(panel, seedRows(Date.now(), { theme: 'light', language: 'en' }));
  await panel.reload();
}, 60_000);
afterAll(() => opened?.close());

const go = async (hash: string) => {
  await panel.evaluate((to) => {
    location.hash = to;
  }, hash);
};
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the figures', () => {
  it('each open to the posts they count, and come back', async () => {
    await go('#/ready');
    const links = panel.locator('.ready-row a');
    await links.first().waitFor();
    const names = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash));
    expect(names.length).toBe(12);
    const unknown: string[] = [];
    for (const name of names) {
      await go(name);
      await panel.locator('h1.title').waitFor();
      const title = plain((await panel.locator('h1.title').textContent()) ?? '');
      await expect
        .poll(async () => panel.locator('.ready-behind li, ul.list li, main p').count(), { timeout: 10_000 })
        .toBeGreaterThan(0);
      if (/not known yet/.test(title)) unknown.push(name);
      else if (!/themes|debt|promises/.test(name))
        expect(await panel.locator('.ready-behind li').count(), name).toBeGreaterThan(0);
    }
    expect(unknown.length).toBeLessThan(6);
  });

  it('stand in the report word for word, as a page and as Markdown', async () => {
    await go('#/ready');
    await panel.locator('.ready-row').first().waitFor();
    const said = (await panel.locator('.ready-row .say').allTextContents()).map(plain);
    expect(said.length).toBe(12);
    const saved = async (button: string) => {
      const [download] = await Promise.all([
        panel.waitForEvent('download'),
        panel.getByRole('button', { name: button }).click(),
      ]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    };
    const html = await saved(say('readyReportPage'));
    expect(html.name).toMatch(/^are-we-ready-\d{4}-\d\d-\d\d\.html$/);
    const page = await opened.context.newPage();
    await page.setContent(html.text);
    const words = plain((await page.locator('body').textContent()) ?? '');
    for (const sentence of said) expect(words).toContain(sentence);
    expect(html.text).not.toMatch(/<script|https?:\/\//);
    await page.close();
    const markdown = await saved(say('format_markdown'));
    const bare = plain(markdown.text.replaceAll('\\', ''));
    for (const sentence of said) expect(bare).toContain(sentence);
  });
});

describe('a rehearsal', () => {
  /** Answers whatever asks until nothing does. */
  async function answerAll(words: string, button: string): Promise<number> {
    const box = panel.locator('form textarea');
    const over = panel.locator('.rehearsal-compare');
    for (let answers = 0; ; answers++) {
      await box.or(over).first().waitFor();
      if (await over.count()) return answers;
      await box.fill(words);
      await panel.getByRole('button', { name: button, exact: true }).click();
      const said = panel.locator('.rehearsal .words.ours, .rehearsal-compare .mine');
      await expect.poll(() => said.count()).toBe(answers + 1);
    }
  }

  it('of a conversation that was: our answers hidden, then side by side, and kept', async () => {
    await go('#/ready/rehearse');
    const real = panel.locator('.rehearsal li', { hasText: say('rehearsalReal') }).first();
    const title = (await real.getByRole('button').textContent()) ?? '';
    await real.getByRole('button').click();
    await panel.getByText(say('rehearsalJustNow')).waitFor();
    const thread = (await rows(panel, 'threads')).find((row) => plain(row.title) === plain(title));
    const ours = (await rows(panel, 'posts')).filter((post) => post.threadKey === thread?.key && post.ours === 1);
    expect(ours.length).toBeGreaterThan(0);
    const shown = plain((await panel.locator('.rehearsal').textContent()) ?? '');
    for (const { text } of ours) expect(shown).not.toContain(plain(text));
    const answers = await answerAll(
      'Thank you for telling us: we look at it today and answer here.',
      say('rehearsalSay'),
    );
    expect(answers).toBeGreaterThan(0);
    const compared = plain((await panel.locator('.rehearsal').textContent()) ?? '');
    expect(compared).toContain(say('rehearsalSum', answers, answers));
    expect(ours.some(({ text }) => compared.includes(plain(text)))).toBe(true);
    expect(compared).toMatch(/really, after/);
    expect(await rows(panel, 'rehearsals')).toHaveLength(1);
    await panel.reload();
    await go('#/ready/rehearse');
    await panel.getByText(say('rehearsalKept')).waitFor();
    await panel.locator('.rehearsal details summary', { hasText: plain(title) }).waitFor();
  });

  it.each([
    ['en', 'The lamps that went dark', say('rehearsalSay')],
    ['es', 'La cuota que subió de noche', say('rehearsalSay')],
  ])('of a crisis that is supplied (%s)', async (_, title, button) => {
    await go('#/ready');
    await go('#/ready/rehearse');
    const another = panel.getByRole('button', { name: say('rehearsalAnother') });
    if (await another.count()) await another.click();
    await panel.getByRole('button', { name: title }).click();
    expect(await answerAll('We are on it and will tell you at six.', button)).toBeGreaterThan(1);
    await panel
      .getByText(/might say if nobody answers/)
      .first()
      .waitFor();
    expect((await rows(panel, 'rehearsals')).map((row) => row.title)).toContain(title);
  });
});

describe('what helps', () => {
  it.each([
    ['en', say, 'retention', null],
    ['en', say, 'passphrase', 'settingsCopies'],
    ['en', say, 'PASSPHRASE copy', 'settingsCopies'],
    ['es', dice, 'contraseña', null],
    ['es', dice, 'frase de paso', 'settingsCopies'],
    ['es', dice, 'ultima frase', 'settingsCopies'],
  ] as const)('a setting is found by its words (%s, %#)', async (lang, words, asked, section) => {
    const tab = await opened.context.newPage();
    await tab.goto(opened.url('options.html#settings'));
    await tab.locator('main.settings section').first().waitFor();
    const settings = (await rows(tab, 'meta')).find(({ name }) => name === 'settings');
    await tab.evaluate(
      async (row) => {
        const open = indexedDB.open('tertulia');
        const db: IDBDatabase = await new Promise((resolve) => {
          open.onsuccess = () => resolve(open.result);
        });
        await new Promise((resolve) => {
          db.transaction('meta', 'readwrite').objectStore('meta').put(row).onsuccess = resolve;
        });
        db.close();
      },
      { ...settings, value: { ...settings.value, language: lang } },
    );
    await tab.reload();
    await tab.getByPlaceholder(words('settingsFind')).fill(asked);
    if (section) {
      await expect
        .poll(async () => tab.locator('main.settings section:not([hidden]) h2').allTextContents())
        .toContain(words(section));
      expect(await tab.locator('main.settings section:not([hidden])').count()).toBeLessThan(4);
    } else await tab.getByText(words('settingsFindNone')).waitFor();
    await tab.close();
  });

  it('says what each screen is for, what is new, and gives a tour to its end, in the language chosen', async () => {
    const tab = await opened.context.newPage();
    await tab.goto(opened.url('options.html#help'));
    await tab.getByRole('heading', { name: dice('helpTitle') }).waitFor();
    for (const screen of ['desk', 'thread', 'themes', 'people', 'ready', 'popup', 'settings'])
      await tab.getByText(dice(`help_${screen}For`), { exact: true }).waitFor();
    for (const step of [1, 2, 3, 4, 5, 6, 7]) await tab.getByText(dice(`tour_${step}`), { exact: true }).waitFor();
    expect(await tab.locator('main').textContent()).toMatch(/0\.1\.0/);
    await tab.close();
  });
});
