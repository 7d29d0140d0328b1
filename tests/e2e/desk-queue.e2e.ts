/**
 * What comes onto the desk though nobody named us just now: somebody new whom nobody answered, and a promise that falls due.
 * Each says why it is there and goes by itself when it is settled; on a blog that people write to meanwhile.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { writeRows } from '../screens/seed.mjs';
import { serveBlog } from './lib/blog-page.mjs';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';

const say = wordsOf('es');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let opened: Opened;
let blog: Awaited<ReturnType<typeof serveBlog>>;
let site: Page;
let panel: Page;

interface Said {
  id: string;
  name: string;
  text: string;
  to?: string;
  /** Hours ago, as the page says. */
  ago?: number;
}

/** Somebody writes: the page shows the time before anything reads it. */
const write = (said: Said) =>
  site.evaluate(({ id, name, text, to, ago }) => {
    const page = window as unknown as { say: (...said: (string | undefined)[]) => void };
    page.say(id, name, text, to);
    const time = document.querySelector<HTMLTimeElement>(`#div-comment-${id} time`);
    if (time && ago) time.dateTime = new Date(Date.now() - ago * 3_600_000).toISOString();
  }, said);
const ring = async (alarm: string) =>
  (await opened.worker()).evaluate(`chrome.alarms.create('${alarm}', { when: Date.now() })`);
const row = (words: string) => panel.locator('article.row', { hasText: words });
const held = async (id: string) => (await rows(panel, 'posts')).find(({ nativeId }) => nativeId === `comment-${id}`);

beforeAll(async () => {
  blog = await serveBlog();
  opened = await openBrowser({ lang: 'es', viewport: { width: 480, height: 900 } });
  await introduceUs(opened, { brands: ['Farol'], accounts: ['Marta Ríos'], ourName: 'Marta' }, 'es');
  site = await opened.context.newPage();
  await site.goto(blog.url);
  panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html#/desk'));
}, 60_000);
afterAll(async () => {
  await opened?.close();
  blog?.close();
});

describe('somebody new', () => {
  it('whom nobody answered stands on the desk and says so; those answered, and those just come, do not', async () => {
    await write({ id: '1', name: 'Nora Vidal', text: 'Acabo de llegar. ¿Por dónde salís los jueves?', ago: 6 });
    await write({ id: '2', name: 'Iker Sanz', text: 'Primera vez aquí. ¿Hace falta casco?', ago: 6 });
    await write({ id: '3', name: 'Luz Mora', text: 'Sí, y luz de las buenas.', to: '2', ago: 5 });
    await write({ id: '4', name: 'Berta Llano', text: 'Hola a todo el mundo, ¿quién va el sábado?', ago: 1 });
    await until(async () => (await rows(panel, 'posts')).length >= 4, 'all of them to be heard');
    await settled(panel);
    // We have been at home there for ten days, and Luz has been heard before.
    const [posts, exposure, meta] = [
      await rows(panel, 'posts'),
      await rows(panel, 'exposure'),
      await rows(panel, 'meta'),
    ];
    const day = new Date(Date.now() - 10 * DAY).toISOString().slice(0, 10);
    const luz = posts.find(({ author }) => author.name === 'Luz Mora');
    const ours = Array.from({ length: 5 }, (_, n) => ({
      ...luz,
      key: `${luz.site}:ours-${n}`,
      nativeId: `ours-${n}`,
      threadKey: `${luz.site}:earlier-${n}`,
      author: { name: 'Marta Ríos', handle: 'Marta Ríos', url: null },
      authorKey: `${luz.site}:marta ríos`,
      ours: 1,
      text: 'Buenos días a quien pase por aquí.',
      at: Date.now() - 10 * DAY + n,
    }));
    const before = {
      ...luz,
      key: `${luz.site}:luz`,
      nativeId: 'luz',
      threadKey: ours[0].threadKey,
      at: ours[0].at + 9,
    };
    await writeRows(panel, {
      posts: [...posts, ...ours, before],
      exposure: [...exposure, { ...exposure[0], day }],
      meta: meta.filter(({ name }) => name !== 'cursor:queue'),
    });
    await ring('tend');
    await row('los jueves').waitFor();
    expect(await row('los jueves').locator('.byline').textContent()).toContain(say('why_newcomer'));
    expect(await panel.locator('article.row .who').allTextContents()).toEqual(['Nora Vidal']);
  });

  it('leaves the desk when somebody answers', async () => {
    await write({ id: '5', name: 'Luz Mora', text: 'Los jueves a las ocho, en la fuente.', to: '1' });
    await until(() => held('5'), 'the answer to be heard');
    await ring('tend');
    await row('los jueves').waitFor({ state: 'detached' });
    expect((await held('1'))?.desk).not.toBe('open');
  });
});

describe('a promise of ours', () => {
  const words = 'Te digo algo mañana por la mañana.';

  it('comes back on its day with what we promised', async () => {
    await write({ id: '20', name: 'Pía Costa', text: 'Farol, ¿tenéis ya el soporte ancho?' });
    await row('soporte ancho').waitFor();
    await write({ id: '21', name: 'Marta Ríos', text: `Hola, Pía. ${words}`, to: '20' });
    const line = panel.locator('.follow-up');
    await line.getByText(words).waitFor();
    await panel.keyboard.press('p');
    await until(async () => (await held('20'))?.desk === 'snoozed', 'the case to rest until its day');
    await row('soporte ancho').waitFor({ state: 'detached' });
    // The day has come.
    const states = await rows(panel, 'states');
    await writeRows(panel, { states: states.map((one) => ({ ...one, until: one.until && Date.now() - HOUR })) });
    await ring('snooze');
    await row('soporte ancho').waitFor();
    const promised = row('soporte ancho').locator('.promise');
    await promised.waitFor();
    expect(await promised.textContent()).toContain(words);
  });

  it('is kept by what we write next, and its case goes with it', async () => {
    await write({ id: '22', name: 'Marta Ríos', text: 'Ya está aquí, Pía: ven cuando quieras a probarlo.', to: '20' });
    await row('soporte ancho').waitFor({ state: 'detached' });
    await until(
      async () => (await rows(panel, 'promises')).every(({ state }) => state === 'kept'),
      'the promise to be kept',
    );
    expect(await rows(panel, 'promises')).toMatchObject([{ person: 'Pía Costa', state: 'kept' }]);
    expect((await held('20'))?.desk).toBe('waiting');
  });
});
