/**
 * What a user does with themes, in the built extension: silence for some days, tags, picking posts, putting together and taking
 * apart, "not a theme" and back, other languages; the pulse of days and communities, the week's letter taken along.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';

const say = wordsOf('en');
const DAY = 86_400_000;
const ID = 't-cuts';

interface Row {
  id: string;
  label: string;
  langs: string[];
  terms: string[];
  postKeys: string[];
  quoteKeys: string[];
  mutedUntil?: number;
  mergedInto?: string;
  notTheme?: boolean;
  splitInto?: string[];
}
type Tables = Record<string, object[]> & { themes: Row[]; posts: { key: string; site: string; ours: 0 | 1 }[] };

let opened: Opened;
let page: Page;
const open = async (hash: string) => {
  await page.goto('about:blank');
  await page.goto(opened.url(`sidepanel.html${hash}`));
};
const openTheme = (id = ID) => open(`#/theme/${encodeURIComponent(id)}`);
const themeRow = async (id = ID) => ((await rows(page, 'themes')) as Row[]).find((one) => one.id === id);
const menu = async (...words: string[]) => {
  await page.getByRole('button', { name: say('themeMore'), exact: true }).click();
  for (const word of words) await page.getByRole('menuitem', { name: word }).click();
};
const undo = () => page.getByRole('button', { name: say('undo') }).click();
const tables = (): Tables => seedRows(Date.now(), { theme: 'light', language: 'en' }) as Tables;

beforeAll(async () => {
  opened = await openBrowser({ lang: 'en', viewport: { width: 400, height: 900 } });
  const door = await opened.context.newPage();
  await door.goto(opened.url('options.html#settings'));
  await door.locator('main').waitFor();
  // The themes are the seed's: while the lock is held, the engine waits.
  await door.evaluate(() => void navigator.locks.request('tertulia:updateThemes', () => new Promise(() => {})));
  await writeRows(door, tables());
  page = await opened.context.newPage();
  page.setDefaultTimeout(10_000);
}, 90_000);
afterAll(() => opened?.close());

describe('a theme', () => {
  it('is quiet for as many days as are typed, and speaks again when asked', async () => {
    await openTheme();
    await menu(say('themeMuteFor'), say('themeMuteDays'));
    const field = page.getByLabel(say('themeMuteHowMany'));
    await field.fill('400');
    await page.getByText(say('themeMuteRange')).waitFor();
    await page.keyboard.press('Enter');
    expect((await themeRow())?.mutedUntil).toBeUndefined();
    await field.fill('12');
    await page.keyboard.press('Enter');
    await until(async () => ((await themeRow())?.mutedUntil ?? 0) > 0, 'silence');
    const days = ((await themeRow())!.mutedUntil! - Date.now()) / DAY;
    expect(days).toBeGreaterThan(11.9);
    expect(days).toBeLessThanOrEqual(12);
    await page.getByText(say('themeSilent', '').slice(0, 10), { exact: false }).first().waitFor();
    await open('#/themes');
    await page.locator('[aria-labelledby=themes-muted] summary').click();
    const row = page.locator('.themes-muted-row', { hasText: 'se corta el motor subiendo' });
    await row.getByRole('button', { name: say('themeHear') }).click();
    await until(async () => (await themeRow())?.mutedUntil === undefined, 'it to be heard again');
  });

  it('carries tags, which stay', async () => {
    await openTheme();
    await menu(say('themeTag'));
    await page.keyboard.type('firmware,');
    await page.keyboard.type('week 47');
    await page.keyboard.press('Control+Enter');
    await page.locator('.theme-notes .tags').waitFor();
    await openTheme();
    await page.locator('.theme-notes .tags').waitFor();
    expect(await page.locator('.theme-notes .tags li').allTextContents()).toEqual(['firmware', 'week 47']);
    const notes = (await rows(page, 'notes')) as { target: string; tags: string[] }[];
    expect(notes.filter(({ target }) => target === `theme:${ID}`)).toMatchObject([{ tags: ['firmware', 'week 47'] }]);
  });

  it('gives the posts picked to a theme of their own, which is led back to', async () => {
    await openTheme();
    const before = (await themeRow())!.postKeys.length;
    await menu(say('themePick'));
    const boxes = page.locator('[aria-labelledby=theme-slice] input[type=checkbox]');
    for (const i of [0, 2, 3]) await boxes.nth(i).check();
    await page.getByRole('button', { name: say('themePickMake_other', 3) }).click();
    await until(async () => (await themeRow())?.splitInto?.length === 1, 'the cut');
    const part = (await themeRow())!.splitInto![0]!;
    expect((await themeRow(part))?.postKeys).toHaveLength(3);
    expect((await themeRow())?.postKeys).toHaveLength(before - 3);
    await openTheme(part);
    await page.getByRole('link', { name: 'se corta el motor subiendo' }).first().waitFor();
    await openTheme();
    await page.locator(`a[href*="${part}"]`).first().waitFor();
  });

  it('goes into another and is taken out of it there, and each is taken back', async () => {
    await openTheme('t-studs');
    await menu(say('themeMerge'), 'se corta el motor subiendo');
    await until(async () => (await themeRow('t-studs'))?.mergedInto === ID, 'it to be part');
    await page.getByText('You made it part of').waitFor();
    await openTheme();
    await page.getByRole('button', { name: /neumáticos de clavos/ }).click();
    await until(async () => (await themeRow('t-studs'))?.mergedInto === undefined, 'it to be by itself');
    await undo();
    await until(async () => (await themeRow('t-studs'))?.mergedInto === ID, 'it to be part again');
    await openTheme('t-studs');
    await page.getByRole('button', { name: say('themeApart'), exact: true }).click();
    await until(async () => (await themeRow('t-studs'))?.mergedInto === undefined, 'it to be by itself again');
  });

  it('is no theme, and is one again from the list', async () => {
    await openTheme('t-studs');
    await menu(say('themeReject'));
    await page.getByText('You said this is no theme', { exact: false }).waitFor();
    await open('#/themes');
    expect(await page.locator('article.theme', { hasText: 'neumáticos' }).count()).toBe(0);
    await page.locator('[aria-labelledby=themes-rejected] summary').click();
    await page.getByRole('button', { name: say('themeIsOne') }).click();
    await page.locator('article.theme', { hasText: 'neumáticos' }).waitFor();
    expect((await themeRow('t-studs'))?.notTheme).toBeUndefined();
  });
});

describe('a theme in another language', () => {
  /** The theme in English of the same days, by posts the seed has. */
  const withEnglish = async () => {
    const held = tables();
    const cuts = held.themes.find(({ id }) => id === ID)!;
    const english = {
      ...cuts,
      id: 't-english',
      label: 'cuts out uphill',
      langs: ['en'],
      terms: ['cuts out', 'uphill'],
    };
    const spanish = { ...cuts, langs: ['es'] };
    const door = await opened.context.newPage();
    await door.goto(opened.url('options.html#settings'));
    await writeRows(door, { themes: [spanish, english] });
    await door.close();
  };

  it('is not looked for where the browser cannot translate, and that is said kindly', async () => {
    await withEnglish();
    await page.addInitScript(() => Object.assign(globalThis, { Translator: undefined }));
    await openTheme();
    await page.getByRole('button', { name: say('themeElsewhere') }).click();
    await page.getByText('This browser cannot translate from English').waitFor();
  });

  it('is found where the browser can, and joined in one press', async () => {
    await page.close();
    page = await opened.context.newPage();
    page.setDefaultTimeout(10_000);
    // Stands for the browser's own translator, which the Chromium of the tests does not bring along.
    await page.addInitScript(() => {
      const words = 'se corta el motor subiendo, cuestas, versión 4.1: se corta el motor en las cuestas';
      const session = { translate: async () => words, destroy: () => {} };
      Object.assign(globalThis, { Translator: { availability: async () => 'available', create: async () => session } });
    });
    await openTheme();
    await page.getByRole('button', { name: say('themeElsewhere') }).click();
    await page.getByRole('button', { name: say('themeElsewhereJoin') }).click();
    await until(async () => (await themeRow())?.mergedInto === 't-english', 'the two to be one');
  });
});

describe('the pulse', () => {
  const figures = () => page.locator('.theme-page > .say, .pulse > .say, main .say').first().textContent();

  it('tells of days one chooses, beside other days', async () => {
    await open('#/pulse');
    await page.getByLabel(say('pulseDays'), { exact: true }).selectOption('1');
    await page.getByText(/You have seen/).waitFor();
    const day = await figures();
    await page.getByLabel(say('pulseDays'), { exact: true }).selectOption('30');
    await until(async () => (await figures()) !== day, 'the month');
    await page.getByLabel(say('pulseDays'), { exact: true }).selectOption('own');
    await page.getByLabel(say('pulseBeside'), { exact: true }).selectOption('days');
    await page.getByLabel(say('pulseBesideFrom'), { exact: true }).waitFor();
    await page.getByLabel(say('pulseFrom'), { exact: true }).fill('2020-01-01');
    await until(async () => /You have seen/.test((await figures()) ?? ''), 'the days chosen');
  });

  it('tells of two communities beside each other, and its figures open to posts', async () => {
    await open('#/pulse');
    await page.getByLabel(say('pulseDays'), { exact: true }).selectOption('30');
    const place = page.getByLabel(say('pulseSite'), { exact: true });
    await until(async () => (await place.locator('option').count()) > 2, 'the communities');
    const names = await place
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const [, one, other] = names;
    await place.selectOption(one!);
    await page.getByLabel(say('pulseBeside'), { exact: true }).selectOption(`site ${other}`);
    await until(async () => /Beside it/.test((await page.locator('main').textContent()) ?? ''), 'both');
    const figure = page.locator('main .say button').first();
    const count = async () => Number(/\d+/.exec((await figure.textContent()) ?? '')?.[0]);
    let counted = Number.NaN;
    // Each choice counts anew: the figure is read once it stands still.
    await until(async () => {
      counted = await count();
      await page.waitForTimeout(500);
      return counted === (await count());
    }, 'the figure to stand still');
    await figure.click();
    await page.locator(`main h2:has-text("${counted} posts")`).first().waitFor();
  });
});

describe('the letter', () => {
  it.each(['markdown', 'html'] as const)('is taken along as %s, whole', async (as) => {
    await open('#/letter');
    const title = (await page.locator('h1').textContent())!.replaceAll('\u2060', '');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say(as === 'html' ? 'letterHtml' : 'letterMarkdown') }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    const said = (await page.locator('.letter .say').allTextContents()).map((one) => one.replace(/\s+/g, ' ').trim());
    if (as === 'html') {
      const reader = await opened.context.newPage();
      await reader.setContent(text);
      const words = (await reader.locator('body').textContent())!.replace(/\s+/g, ' ');
      for (const one of said) expect(words).toContain(one);
      expect(words).toContain(title.replace(/\s+/g, ' '));
      expect(await reader.locator('script').count()).toBe(0);
      await reader.close();
    } else {
      const plain = text.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ');
      expect(plain).toContain(title.replace(/\s+/g, ' '));
      for (const one of said) expect(plain).toContain(one);
    }
  });
});

it('says how much was seen where it is not enough yet', async () => {
  const door = await opened.context.newPage();
  await door.goto(opened.url('options.html#settings'));
  const { exposure } = tables() as unknown as { exposure: object[] };
  await writeRows(door, { themes: [], exposure: exposure.slice(-2) });
  await door.close();
  await open('#/themes');
  await page.getByText(say('themesEmpty')).waitFor();
  expect(await page.locator('main').textContent()).toMatch(/You have seen \d+ posts?; 200 is usually enough/);
});
