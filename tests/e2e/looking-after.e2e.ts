/**
 * Looking after what is heard, as its user does it: what is new, what is half read, what is kept and for how long, what is
 * forgotten, what a query would find. Pages served here, the settings and the popup as they are.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../demo/introduce.mjs';
import { writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';
import { POPUP_ARGS, pressToolbar } from './lib/popup.mjs';
import { blogPage, type Comment, commentList, HOST, type Served, servePages } from './lib/wordpress-page';

const say = wordsOf('en');
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();

const GATE: Comment[] = [
  { id: 1, name: 'Nora Vidal', text: 'La farola de la esquina parpadea desde el martes.', at: daysAgo(3) },
  { id: 2, name: 'Iker Sanz', text: 'La de mi calle también, y nadie contesta al teléfono.', at: daysAgo(2) },
  { id: 3, name: 'Pía Costa', text: 'Yo escribí el lunes y sigo esperando.', at: daysAgo(1) },
];
const OLD: Comment[] = [
  { id: 21, name: 'Berta Llano', text: 'Cambié la bombilla por una cálida y ya no deslumbra.', at: daysAgo(200) },
  { id: 22, name: 'Saúl Mena', text: 'Esta farola la apuntamos para la lista de primavera.', at: daysAgo(190) },
];

let served: Served;
let opened: Opened;
let door: Page;

beforeAll(async () => {
  served = await servePages();
  opened = await openBrowser({ args: [...served.args, ...POPUP_ARGS], viewport: { width: 480, height: 900 } });
  served.pages.set('/farola/', blogPage('La farola de la esquina', commentList(GATE)));
  door = await opened.context.newPage();
  await door.goto(opened.url('options.html#settings'));
  await door.getByRole('button', { name: say('siteAnother') }).click();
  await door.getByLabel(say('siteAddress')).fill(`http://${HOST}`);
  await door.getByRole('button', { name: say('popupListenHere') }).click();
  await door.getByRole('switch', { name: new RegExp(HOST) }).waitFor();
}, 60_000);

afterAll(async () => {
  await opened?.close();
  served?.close();
});

async function visit(path: string): Promise<Page> {
  const page = await opened.context.newPage();
  await page.goto(served.address(path));
  return page;
}

const held = async () => (await rows(door, 'posts')).map(({ text }: { text: string }) => text).sort();
const becomes = (due: readonly Comment[]) =>
  expect.poll(held, { timeout: 20_000, interval: 300 }).toEqual(due.map(({ text }) => text).sort());

describe('coverage', () => {
  it('says what came since the visit before, and marks it', async () => {
    const first = await visit('/farola/');
    await becomes(GATE);
    await first.close();
    await settled(door);
    // Two hours pass.
    const older = (row: { firstSeenAt: number; lastSeenAt: number }) => ({
      ...row,
      firstSeenAt: row.firstSeenAt - 7_200_000,
      lastSeenAt: row.lastSeenAt - 7_200_000,
    });
    const [posts, threads] = [await rows(door, 'posts'), await rows(door, 'threads')];
    await writeRows(door, { posts: posts.map(older), threads: threads.map(older) });
    const late: Comment = { id: 4, name: 'Gael Rey', text: 'Hoy han venido y ya no parpadea.', at: daysAgo(0) };
    GATE.push(late);
    served.pages.set('/farola/', blogPage('La farola de la esquina', commentList(GATE)));
    const again = await visit('/farola/');
    await becomes(GATE);
    await again.close();
    const [thread] = await rows(door, 'threads');
    const panel = await opened.context.newPage();
    await panel.goto(opened.url(`sidepanel.html#/thread/${encodeURIComponent(thread.key)}`));
    await panel.getByText(/^1 new since /).waitFor();
    const voices = panel.locator('article.voice', { has: panel.locator('.news') });
    expect(await voices.count()).toBe(1);
    expect(await voices.textContent()).toContain(late.text);
    await panel.close();
  });
});

describe('a conversation that is followed', () => {
  it('brings its news onto the desk, with the reason, though nobody named us', async () => {
    const [thread] = await rows(door, 'threads');
    const panel = await opened.context.newPage();
    await panel.goto(opened.url(`sidepanel.html#/thread/${encodeURIComponent(thread.key)}`));
    await panel.getByRole('button', { name: say('threadFollow') }).click();
    await panel.getByText(say('threadFollowed')).waitFor();
    const late: Comment = {
      id: 5,
      name: 'Luz Mora',
      text: 'Pues a mí me sigue zumbando por la noche.',
      at: daysAgo(0),
    };
    GATE.push(late);
    served.pages.set('/farola/', blogPage('La farola de la esquina', commentList(GATE)));
    const again = await visit('/farola/');
    await becomes(GATE);
    await again.close();
    const worker = await opened.worker();
    await worker.evaluate("chrome.alarms.create('tend', { when: Date.now(), periodInMinutes: 5 })");
    await panel.goto(opened.url('sidepanel.html#/desk'));
    const row = panel.locator('article.row', { hasText: late.text });
    await row.getByText(say('why_followed')).waitFor();
    await row.click();
    await panel.keyboard.press('x');
    await expect.poll(async () => (await rows(door, 'states')).map(({ state }) => state)).toEqual(['done']);
    await panel.close();
  });
});

describe('health', () => {
  const HALF: Comment[] = [
    { id: 31, name: 'Ona Prat', text: 'Se oye un zumbido al encenderla.', at: daysAgo(4) },
    { id: 32, name: '', text: 'Un mensaje al que el tema le quitó la firma.', at: daysAgo(4) },
  ];
  it('says in the popup and in the settings that a page is half read, and gives a report without a word of anybody', async () => {
    served.pages.set('/zumbido/', blogPage('El zumbido', commentList(HALF)));
    const page = await visit('/zumbido/');
    await becomes([...GATE, ...HALF.slice(0, 1)]);
    const popup = await pressToolbar(opened, page);
    await until(
      async () => (await popup.run<string>('document.body?.innerText ?? ""')).includes(say('popupHalfRead')),
      'the popup to say so',
    );
    await page.close();
    await door.reload();
    await door.getByText(say('siteHalfRead', '1', '2')).waitFor();
    await door.getByText(say('siteMore')).first().click();
    await door.getByText('2 posts on the page, 1 read').waitFor();
    await door.getByRole('button', { name: say('siteReport') }).click();
    await door.getByText(say('siteReportCopied')).waitFor();
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const report = await door.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(report).health).toMatchObject([{ onPage: 2, read: 1, missing: { author: 1 } }]);
    for (const secret of [HOST, 'farola', 'Ona', 'Prat', 'zumbido', 'http']) expect(report).not.toContain(secret);
  });
});

describe('a query', () => {
  it('is tried on what is stored before it is kept, and a mistake is shown where it is', async () => {
    await door.getByRole('button', { name: say('watchAnother') }).click();
    const box = door.getByRole('textbox', { name: say('watchQuery') });
    await box.fill('parpadea NOT ');
    await door.locator('mark.bad', { hasText: 'NOT' }).waitFor();
    expect(await rows(door, 'watches')).toEqual([]);
    await box.fill('parpadea*');
    await door.getByText(/^2 of the last 6 posts say so\.$/).waitFor();
    await door.getByText('Hoy han venido y ya no parpadea.').waitFor();
    await door.getByRole('button', { name: say('save'), exact: true }).click();
    await expect.poll(async () => (await rows(door, 'watches')).length).toBe(1);
  });
});

describe('keeping', () => {
  it('"only what names us" keeps conversations that do, and counts what was seen of the rest', async () => {
    const count = async () => {
      const seen = await rows(door, 'exposure');
      return seen.reduce((sum: number, day: { posts: number }) => sum + day.posts, 0);
    };
    await door.locator('main input.box').first().fill('Lumen');
    await door.getByRole('combobox', { name: say('siteKeep') }).selectOption({ label: say('siteKeep_mentions') });
    await expect
      .poll(async () => (await rows(door, 'meta')).find(({ name }) => name === 'settings').value.sites[0].keep)
      .toBe('mentions');
    const before = await held();
    const seen = await count();
    const aside: Comment[] = [
      { id: 41, name: 'Leo Mas', text: 'Aquí hablamos de bancos y papeleras.', at: daysAgo(1) },
      { id: 42, name: 'Ada Pons', text: 'El banco de la plaza está roto.', at: daysAgo(1) },
    ];
    const named: Comment[] = [
      { id: 51, name: 'Rita Solé', text: '¿Alguien de Lumen puede mirar la farola del parque?', at: daysAgo(1) },
      { id: 52, name: 'Blas Oro', text: 'Eso, que lleva dos noches apagada.', at: daysAgo(1) },
    ];
    served.pages.set('/bancos/', blogPage('Bancos', commentList(aside)));
    served.pages.set('/parque/', blogPage('El parque', commentList(named)));
    const pages = [await visit('/bancos/'), await visit('/parque/')];
    await expect.poll(count, { timeout: 20_000 }).toBe(seen + 4);
    await expect.poll(held, { timeout: 20_000 }).toEqual([...before, ...named.map(({ text }) => text)].sort());
    for (const page of pages) await page.close();
    await door.getByRole('combobox', { name: say('siteKeep') }).selectOption({ label: say('siteKeep_everything') });
  });

  it('lets go of what is older than its site keeps, a day after it was told, and never of what has a note', async () => {
    served.pages.set('/viejas/', blogPage('Bombillas', commentList(OLD)));
    const page = await visit('/viejas/');
    await expect.poll(held, { timeout: 20_000 }).toContain(OLD[1]?.text);
    await page.close();
    const old = (await rows(door, 'posts')).find(({ text }) => text === OLD[1]?.text);
    const [thread] = (await rows(door, 'threads')).filter(({ key }) => key === old.threadKey);
    const panel = await opened.context.newPage();
    await panel.goto(opened.url(`sidepanel.html#/thread/${encodeURIComponent(thread.key)}`));
    const voice = panel.locator('article.voice', { hasText: OLD[1]?.text ?? '' });
    await voice.click();
    await voice.getByRole('button', { name: /^Note/ }).click();
    await voice.getByRole('textbox').first().fill('Para la lista.');
    await panel.getByRole('button', { name: say('save'), exact: true }).click();
    await expect.poll(async () => (await rows(door, 'notes')).length).toBe(1);
    await panel.close();

    await door.reload();
    await door.getByText(say('siteMore')).first().click();
    await door.getByLabel(say('siteRetention')).selectOption({ label: '90 days' });
    const worker = await opened.worker();
    const ring = () => worker.evaluate("chrome.alarms.create('retention', { when: Date.now() })");
    const agreed = async () => (await rows(door, 'meta')).find(({ name }) => name === 'cursor:retention')?.value;
    await expect
      .poll(async () => (await rows(door, 'meta')).find(({ name }) => name === 'settings').value.sites[0].retentionDays)
      .toBe(90);
    await ring();
    await until(agreed, 'the first alarm to announce it');
    expect(await held()).toContain(OLD[0]?.text);
    await door.reload();
    await door.getByText(say('lettingGo')).waitFor();

    // Two days later.
    const since: Record<string, number> = JSON.parse(await agreed());
    for (const sign of Object.keys(since)) since[sign] = (since[sign] ?? 0) - 2 * DAY;
    const meta = (await rows(door, 'meta')).filter(({ name }) => name !== 'cursor:retention');
    await writeRows(door, { meta: [...meta, { name: 'cursor:retention', value: JSON.stringify(since) }] });
    await ring();
    await expect.poll(held, { timeout: 20_000 }).not.toContain(OLD[0]?.text);
    expect(await held()).toContain(OLD[1]?.text);
    expect(await held()).toContain(GATE[0]?.text);
  });

  it('forgets a site whole, by a word typed', async () => {
    await door.reload();
    await door.getByText(say('siteMore')).first().click();
    await door.getByRole('button', { name: say('siteForget') }).click();
    await door.getByLabel(say('typeTheWord', say('wordForget'))).fill(say('wordForget'));
    await door.getByRole('button', { name: say('forget'), exact: true }).click();
    await becomes([]);
    for (const table of ['threads', 'notes', 'readings', 'people', 'exposure', 'health'])
      await expect.poll(async () => rows(door, table), { timeout: 10_000 }).toEqual([]);
  });
});
