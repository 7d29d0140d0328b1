/** Badges, cards, notes and keys in somebody else's page: what they show, what they cost, and what the page learns of them. */
import { cpus, loadavg } from 'node:os';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOOK } from '../../utils/composing/look';
import { CARD_LOOK, LAYER_LOOK } from '../../utils/page/look';
import { introduceUs } from '../demo/introduce.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { attribute, centreOf, findClass, markupOf, saying } from './lib/closed';
import { serveLamps } from './lib/lamps-page';

let opened: Opened;
let server: Awaited<ReturnType<typeof serveLamps>>;
let url: string;
let page: Page;
let door: Page;
let cdp: CDPSession;

const put = (table: string, list: object[]) =>
  door.evaluate(
    async ([store, given]) => {
      const asked = indexedDB.open('tertulia');
      const db = await new Promise<IDBDatabase>((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      const change = db.transaction(store as string, 'readwrite');
      for (const row of given as object[]) change.objectStore(store as string).put(row);
      await new Promise((done) => {
        change.oncomplete = done;
      });
      db.close();
    },
    [table, list] as const,
  );
const note = (id: string, target: string, text: string, tags: string[] = []) => ({
  id,
  target,
  text,
  tags,
  createdAt: Date.UTC(2026, 4, 4),
  updatedAt: Date.UTC(2026, 4, 4),
});
const badges = () => findClass(cdp, 'badge');
const shown = (words: string) => until(async () => (await saying(cdp)).includes(words), `the page to show ${words}`);

/** Begins to look; the answer gives how long each call into our scripts took of the page's own thread, ms. */
async function ourTasks(): Promise<() => Promise<number[]>> {
  const found: number[] = [];
  const collect = ({ value }: { value: { name?: string; tdur?: number; args?: unknown }[] }) => {
    for (const { name, tdur = 0, args } of value)
      if (name === 'FunctionCall' && /(?:marks|capture|composing)\.js/.test(JSON.stringify(args)))
        found.push(tdur / 1_000);
  };
  cdp.on('Tracing.dataCollected', collect as never);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', categories: '-*,devtools.timeline' } as never);
  return async () => {
    const done = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await done;
    cdp.off('Tracing.dataCollected', collect as never);
    expect(found.length).toBeGreaterThan(10);
    return found;
  };
}

beforeAll(async () => {
  server = await serveLamps();
  url = server.url;
  opened = await openBrowser({ viewport: { width: 900, height: 700 } });
  await introduceUs(opened, { brands: ['Farol'], accounts: ['Marta Ríos'], ourName: 'Marta' });
  door = await opened.context.newPage();
  await door.goto(opened.url('manifest.json'));
  page = await opened.context.newPage();
  cdp = await opened.context.newCDPSession(page);
  await page.goto(url);
  await until(async () => (await rows(door, 'posts')).length === 3, 'the posts to be heard');
  const ander = (await rows(door, 'posts')).find(({ author }) => author.name === 'Ander Otxoa');
  await put('notes', [note('a', `person:${ander.authorKey}`, 'Runs the hill group on Sundays', ['ambassador'])]);
});
afterAll(async () => {
  await opened?.close();
  server?.close();
});
beforeEach(async () => {
  await page.goto(url);
  await page.bringToFront();
  await until(async () => (await badges()).length === 2, 'two badges');
});

describe('a badge', () => {
  it('stands beside the names one knows, and says what one knows', async () => {
    const said = (await badges()).map((badge) => attribute(badge, 'aria-label')).sort();
    expect(said[0]).toMatch(/^Ander Otxoa: ambassador, note, spoke once, .* · Runs the hill group on Sundays$/);
    expect(said[1]).toMatch(/^Leire Zubiri: spoke once, /);
    const [first] = await badges();
    const at = await centreOf(cdp, first as never);
    const name = await page.locator('.fn').first().boundingBox();
    expect(Math.abs(at.y - ((name?.y ?? 0) + (name?.height ?? 0) / 2))).toBeLessThan(6);
    expect(at.x).toBeGreaterThan((name?.x ?? 0) + (name?.width ?? 0));
  });

  it('moves nothing, is gone on paper, and tells the page nothing', async () => {
    expect(await page.evaluate(() => (window as never as { shifts: number[] }).shifts)).toEqual([]);
    const host = await page.evaluate(() => {
      const last = document.documentElement.lastElementChild as HTMLElement;
      return { root: last.shadowRoot, html: last.outerHTML, size: last.getBoundingClientRect().width };
    });
    expect(host).toMatchObject({ root: null, size: 0 });
    expect(host.html).not.toMatch(/Leire|Ander|hill|ambassador|data-/);
    expect(await page.evaluate(() => document.body.innerHTML)).not.toMatch(/badge|ambassador/);
    await page.emulateMedia({ media: 'print' });
    const [badge] = await badges();
    await expect(centreOf(cdp, badge as never)).rejects.toThrow();
    await page.emulateMedia({ media: 'screen' });
  });

  it('opens the card when the pointer rests on it, and by key', async () => {
    const badge = (await badges()).find((one) => attribute(one, 'aria-label')?.startsWith('Ander'));
    const at = await centreOf(cdp, badge as never);
    await page.mouse.move(at.x, at.y);
    await shown('Runs the hill group on Sundays');
    await shown('I have had the same for weeks.');
    await page.mouse.move(5, 690);
    await until(async () => !(await saying(cdp)).includes('Last exchanges'), 'the card to go');
    await page.locator('#comment-2').hover();
    await page.keyboard.press('Alt+p');
    await shown('Last exchanges');
    await page.keyboard.type('Prefers to be called');
    await page.keyboard.press('Tab');
    await page.keyboard.type('amb');
    await shown('ambassador');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const kept = await until(
      async () => (await rows(door, 'notes')).find(({ text }) => text === 'Prefers to be called'),
      'the note to be kept',
    );
    expect(kept).toMatchObject({ target: expect.stringMatching(/^person:/), tags: ['ambassador'] });
  });

  it('does not open for a pointer or key that the page makes up', async () => {
    await page.evaluate(() => {
      for (const type of ['keydown', 'keyup'])
        document.body.dispatchEvent(
          new KeyboardEvent(type, { key: 'n', code: 'KeyN', altKey: true, bubbles: true, composed: true }),
        );
      const host = document.documentElement.lastElementChild;
      for (const type of ['click', 'pointerenter', 'pointerover'])
        host?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
    });
    await page.waitForTimeout(700);
    expect(await saying(cdp)).not.toContain('Enter saves');
  });
});

describe('by key', () => {
  it('J and K go from post to post, ? lists the keys, and none is taken while one writes', async () => {
    await until(async () => (await findClass(cdp, 'waits')).length === 1, 'the mark at the post that waits');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await until(async () => (await findClass(cdp, 'frame')).length === 1, 'a frame');
    await page.keyboard.press('Alt+n');
    await shown('Note on Ander Otxoa’s post');
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.keyboard.press('Alt+n');
    await shown('Note on Leire Zubiri’s post');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await shown('Keys in this page');
    await page.keyboard.press('Escape');
    await page.locator('#comment').focus();
    await page.keyboard.type('jk?');
    expect(await page.locator('#comment').inputValue()).toBe('jk?');
    await page.locator('#comment').fill('');
  });

  it('the keys the user chose serve, and no others', async () => {
    const settings = (await rows(door, 'meta')).find(({ name }) => name === 'settings');
    await put('meta', [{ ...settings, value: { ...settings.value, pageKeys: { note: 'M', list: '' } } }]);
    await page.goto(url);
    await until(async () => (await badges()).length === 2, 'two badges');
    await page.locator('#comment-1').hover();
    await page.keyboard.press('?');
    await page.keyboard.press('Alt+n');
    await page.waitForTimeout(400);
    expect(await saying(cdp)).not.toMatch(/Keys in this page|Enter saves/);
    await page.keyboard.press('m');
    await shown('Enter saves');
    await page.keyboard.press('Escape');
    await put('meta', [settings]);
  });
});

describe('axe finds nothing', () => {
  /** Closed roots are closed to axe as well: what stands in them is set up again, open, on a page of its own. */
  async function judged(dark: boolean): Promise<string[]> {
    const roots = await markupOf(cdp);
    expect(roots.join('')).not.toBe('');
    const copy = await opened.context.newPage();
    const found: string[] = [];
    // One at a time: a card lies over what is below, and there is no lying over in a copy.
    for (const root of roots) {
      const inner = root.replace(/ popover="[^"]*"/g, '').replace(/visibility: hidden/g, '');
      const open = `<div><template shadowrootmode="open"><style>${LOOK}${CARD_LOOK}${LAYER_LOOK}</style>${inner}</template></div>`;
      await copy.setContent(
        `<!doctype html><html lang="en"><head><title>Copy</title></head><body style="${dark ? 'background:#111;color:#fff' : ''}"><main><h1>Copy</h1>${open}</main></body></html>`,
      );
      found.push(...(await violations(copy)));
    }
    await copy.close();
    await page.bringToFront();
    return found;
  }

  it.each([false, true])('in badges, the card, the note box and the list of keys (dark: %s)', async (dark) => {
    if (dark) await page.evaluate(() => document.body.style.setProperty('background', '#111'));
    await page.locator('#comment-1').hover();
    await until(async () => (await findClass(cdp, 'waits')).length === 1, 'the mark at the post that waits');
    const seen: Record<string, string[]> = { badges: await judged(dark) };
    await page.locator('#comment-2').hover();
    await page.keyboard.press('Alt+p');
    await shown('Last exchanges');
    seen.card = await judged(dark);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+n');
    await shown('Enter saves');
    seen.note = await judged(dark);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await shown('Keys in this page');
    seen.keys = await judged(dark);
    await page.keyboard.press('Escape');
    expect(seen).toEqual({ badges: [], card: [], note: [], keys: [] });
  });
});

it('shows nothing and asks nothing where it is switched off', async () => {
  const settings = (await rows(door, 'meta')).find(({ name }) => name === 'settings');
  const off = { pattern: 'http://127.0.0.1/*', listening: true, keep: 'everything', retentionDays: null, marks: false };
  await put('meta', [{ ...settings, value: { ...settings.value, sites: [off] } }]);
  await page.goto(url);
  await page.waitForTimeout(2_500);
  expect(await findClass(cdp, 'badge')).toEqual([]);
  await page.locator('#comment-1').hover();
  await page.keyboard.press('Alt+n');
  await page.waitForTimeout(400);
  expect(await saying(cdp)).toBe('');
  await put('meta', [settings]);
  await page.goto(url);
});

it('on a page of a thousand posts: at once, without a long task, and without moving anything', async () => {
  const { host } = new URL(url);
  const people = Array.from({ length: 40 }, (_, i) =>
    note(`p${i}`, `person:${host}:person ${i}`, `Known, number ${i}`, ['met']),
  );
  await put('notes', people);
  const runs: { first: number; task: number; shifts: number }[] = [];
  for (let run = 0; run < 3; run++) {
    await page.goto('about:blank');
    await page.goto(url);
    await until(async () => (await badges()).length === 2, 'two badges');
    await page.evaluate(() => document.querySelector('.comment-list')?.replaceChildren());
    await page.waitForTimeout(1_000);
    const tasks = await ourTasks();
    const seen = await page.evaluate(async () => {
      const view = window as never as { came: number[]; shifts: number[]; add(n: number): Promise<void> };
      view.came.length = view.shifts.length = 0;
      const started = performance.now();
      await view.add(1_000);
      const end = performance.now() + 3_000;
      while (performance.now() < end) await new Promise((next) => setTimeout(next, 50));
      return {
        first: Math.round((view.came[0] ?? Infinity) - started),
        shifts: view.shifts.reduce((sum, one) => sum + one, 0),
      };
    });
    runs.push({ ...seen, task: Math.round(Math.max(...(await tasks()))) });
  }
  console.log(JSON.stringify(runs));
  expect(runs.map(({ shifts }) => shifts)).toEqual([0, 0, 0]);
  // Somebody else's work on this machine delays a run: the best tells what is ours.
  expect(Math.min(...runs.map(({ task }) => task))).toBeLessThanOrEqual(50);
  // With a core of its own: where many wait for each, so do we.
  const queue = Math.max(1, (loadavg()[0] as number) / cpus().length);
  expect(Math.min(...runs.map(({ first }) => first))).toBeLessThanOrEqual(100 * queue);
  expect((await badges()).length).toBeGreaterThan(3);
  expect((await badges()).length).toBeLessThan(60);
}, 240_000);

it('opens the card of who is under the pointer', async () => {
  await page.locator('#comment-2').hover();
  await page.keyboard.press('Alt+p');
  await shown('Last exchanges');
  await page.keyboard.press('Escape');
});
