/** Rules, as their user writes one: tried on what is stored, applied to it and taken back, and at work on what is read next. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';
import { blogPage, type Comment, commentList, HOST, type Served, servePages } from './lib/wordpress-page';

const say = wordsOf('en');
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const LAMPS: Comment[] = [
  { id: 1, name: 'Nora Vidal', text: 'Lumbre, la farola de la esquina parpadea desde el martes.', at: daysAgo(3) },
  { id: 2, name: 'Iker Sanz', text: 'La de mi calle también parpadea, y nadie contesta.', at: daysAgo(2) },
  { id: 3, name: 'Pía Costa', text: 'Gracias por avisar.', at: daysAgo(1) },
];

describe('rules', () => {
  let served: Served;
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    served = await servePages();
    served.pages.set('/farola/', blogPage('La farola de la esquina', commentList(LAMPS)));
    opened = await openBrowser({ args: served.args, viewport: { width: 480, height: 900 } });
    await introduceUs(opened, { brands: ['Lumbre'], accounts: ['ines_lumbre'], ourName: 'Inés' });
    page = await opened.context.newPage();
    await page.goto(opened.url('options.html#settings'));
    await page.getByRole('button', { name: say('siteAnother') }).click();
    await page.getByLabel(say('siteAddress')).fill(`http://${HOST}`);
    await page.getByRole('button', { name: say('popupListenHere') }).click();
    await page.getByRole('switch', { name: new RegExp(HOST) }).waitFor();
    await visit();
    await settled(page);
  }, 60_000);

  afterAll(async () => {
    await opened?.close();
    served?.close();
  });

  async function visit(): Promise<void> {
    const blog = await opened.context.newPage();
    await blog.goto(served.address('/farola/'));
    await settled(page);
    await blog.close();
  }

  /** What each post says → its tags. */
  async function tags(): Promise<Record<string, string[]>> {
    const [posts, notes] = [await rows(page, 'posts'), await rows(page, 'notes')];
    return Object.fromEntries(
      notes.map((note) => [posts.find(({ key }) => note.target === `post:${key}`)?.author.name, note.tags]),
    );
  }

  it('a mistake in the condition is shown where it is, and cannot be kept', async () => {
    await page.getByRole('button', { name: say('ruleAnother') }).click();
    const box = page.getByRole('textbox', { name: say('ruleIf'), exact: true });
    await box.fill('parpadea tono:malo');
    await page.getByText(say('query_unknownField', 'tono:')).waitFor();
    expect(await page.locator('mark.bad').textContent()).toBe('tono:');
    await page.getByRole('combobox', { name: say('tags') }).fill('avería');
    expect(await page.getByRole('button', { name: say('save'), exact: true }).isDisabled()).toBe(true);
    await box.fill('parpadea');
  });

  it('says what it would have touched, by its words', async () => {
    await page.getByText(say('ruleTrial_other', 2, 3)).waitFor();
    const found = page.locator('.rule-trial li');
    expect(await found.count()).toBe(2);
    expect(await found.first().textContent()).toContain('nadie contesta');
    expect(await tags()).toEqual({});
    expect(await violations(page)).toEqual([]);
  });

  it('is applied to these too, and that is taken back by one press', async () => {
    await page.getByLabel(say('ruleState'), { exact: true }).selectOption('done');
    await page.getByRole('button', { name: say('ruleSaveApply_other', 2) }).click();
    await until(async () => Object.keys(await tags()).length === 2, 'the tags');
    expect(await tags()).toEqual({ 'Nora Vidal': ['avería'], 'Iker Sanz': ['avería'] });
    const nora = (await rows(page, 'posts')).find(({ author }) => author.name === 'Nora Vidal');
    expect(nora.desk).toBe('done');
    await page.getByText(say('ruleTouched_other', 2)).waitFor();
    await page.getByRole('button', { name: say('undo'), exact: true }).click();
    await until(async () => Object.keys(await tags()).length === 0, 'the tags to go');
    expect((await rows(page, 'posts')).find(({ author }) => author.name === 'Nora Vidal').desk).toBe('open');
  });

  it('touches what is read next, and nothing of before', async () => {
    LAMPS.push(
      { id: 4, name: 'Gael Rey', text: 'Lumbre, ahora parpadea la del puente.', at: daysAgo(0) },
      { id: 5, name: 'Berta Llano', text: 'A mí me gusta la luz cálida.', at: daysAgo(0) },
    );
    served.pages.set('/farola/', blogPage('La farola de la esquina', commentList(LAMPS)));
    await visit();
    const panel = await opened.context.newPage();
    await panel.goto(opened.url('sidepanel.html#/desk/open'));
    await until(async () => (await tags())['Gael Rey'], 'the rule to touch it', 30_000);
    expect(await tags()).toEqual({ 'Gael Rey': ['avería'] });
    const gael = (await rows(page, 'posts')).find(({ author }) => author.name === 'Gael Rey');
    expect(gael.desk).toBe('done');
    await panel.close();
  });

  it('is switched off, taken out, and put back', async () => {
    const turn = page.getByRole('switch', { name: /parpadea/ });
    await turn.click();
    await until(async () => (await rows(page, 'rules'))[0]?.on === false, 'the rule to rest');
    await page.getByRole('button', { name: say('usRemove', 'parpadea') }).click();
    await until(async () => (await rows(page, 'rules')).length === 0, 'the rule to go');
    await page.getByRole('button', { name: say('undo'), exact: true }).click();
    await until(async () => (await rows(page, 'rules')).length === 1, 'the rule to come back');
  });
});
