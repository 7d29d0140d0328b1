/** The card of a person in somebody else's page: what it says, how it is opened, what it makes of names that hide something. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOOK } from '../../utils/composing/look';
import { CARD_LOOK, LAYER_LOOK } from '../../utils/page/look';
import { introduceUs } from '../demo/introduce.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { attribute, centreOf, findClass, markupOf, saying, textOf } from './lib/closed';
import { knownHere } from './lib/known-here';
import { serveLamps } from './lib/lamps-page';

let opened: Opened;
let server: Awaited<ReturnType<typeof serveLamps>>;
let page: Page;
let door: Page;
let cdp: CDPSession;

const shown = (words: string) => until(async () => (await saying(cdp)).includes(words), `the page to show ${words}`);
const gone = () => until(async () => !(await saying(cdp)).includes('Last exchanges'), 'the card to go');
const badgeOf = async (name: string) =>
  until(
    async () => (await findClass(cdp, 'badge')).find((one) => attribute(one, 'aria-label')?.startsWith(name)),
    `the badge of ${name}`,
  );
const put = (tables: object) =>
  door.evaluate(
    async (given) => {
      const asked = indexedDB.open('tertulia');
      const db = await new Promise<IDBDatabase>((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      const change = db.transaction(Object.keys(given), 'readwrite');
      for (const [table, list] of Object.entries(given)) for (const row of list) change.objectStore(table).put(row);
      await new Promise((done) => {
        change.oncomplete = done;
      });
      db.close();
    },
    tables as Record<string, object[]>,
  );
/** Of what somebody said, the oldest first. */
async function tonesOf(name: string): Promise<string[]> {
  const readings = new Map((await rows(door, 'readings')).map((one) => [one.key, one.tone.label ?? 'unsure']));
  return (await rows(door, 'posts'))
    .filter(({ key, author }) => author.name === name && readings.has(key))
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => readings.get(key));
}
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const cardText = async () => plain((await findClass(cdp, 'card')).map(textOf).join(' '));

beforeAll(async () => {
  server = await serveLamps();
  opened = await openBrowser({ viewport: { width: 900, height: 700 } });
  await introduceUs(opened, { brands: ['Farol'], accounts: ['Marta Ríos'], ourName: 'Marta' });
  door = await opened.context.newPage();
  await door.goto(opened.url('sidepanel.html'));
  page = await opened.context.newPage();
  cdp = await opened.context.newCDPSession(page);
  await page.goto(server.url);
  const heard = async () => (await rows(door, 'posts')).find(({ author }) => author.name === 'Ander Otxoa');
  const ander = await until(heard, 'Ander to be heard');
  const known = knownHere(ander.site, ander.authorKey, Date.now());
  const note = (id: string, author: string, text: string) => ({
    id,
    target: `person:${author}`,
    text,
    tags: ['ambassador'],
    createdAt: Date.UTC(2026, 4, 4),
    updatedAt: Date.UTC(2026, 4, 4),
  });
  await page.evaluate(() => (window as never as { say(...w: string[]): void }).say('Ner\u202eea Olmos', 'Me too.'));
  const hiding = await until(
    async () => (await rows(door, 'posts')).find(({ author }) => author.name.startsWith('Ner')),
    'who hides something to be heard',
  );
  await put({
    ...known,
    notes: [note('a', ander.authorKey, 'Runs the hill group on Sundays'), note('b', hiding.authorKey, 'Who is this?')],
  });
});
afterAll(async () => {
  await opened?.close();
  server?.close();
});
beforeEach(async () => {
  await page.goto(server.url);
  await page.bringToFront();
  await badgeOf('Ander');
});

describe('the card', () => {
  it('says what was said last, what one wrote, what is owed, with whom they talk and how they sounded', async () => {
    const { x, y } = await centreOf(cdp, (await badgeOf('Ander')) as never);
    await page.mouse.move(x, y);
    await shown('Last exchanges');
    const said = await cardText();
    expect(said).toContain('promised: “ We will lend you a lamp. ”');
    expect(said).toContain('Runs the hill group on Sundays');
    expect(said).toContain('Wonderful, thank you all.');
    expect(said).toMatch(/us · \S+ \d+ We have sent you the new bracket\./);
    expect(said).toMatch(/Talks with Berta Solís , 2 times · Rune RLO gnaH , once/);
    // As they were read by then: the analysis may have looked again meanwhile.
    const tones = await tonesOf('Ander Otxoa');
    expect(tones.length).toBeGreaterThan(7);
    const bars = (await findClass(cdp, 'bars')).flatMap(({ children = [] }) => children);
    expect(bars.map((bar) => attribute(bar, 'class'))).toEqual(tones);
    const count = (tone: string) => tones.filter((one) => one === tone).length;
    expect(said).toContain(
      `${tones.length} posts, oldest first: ${count('positive')} warm, ${count('negative')} upset`,
    );
    // By itself it takes no focus, and moves nothing of the page.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await page.evaluate(() => (window as never as { shifts: number[] }).shifts)).toEqual([]);
    await page.mouse.move(5, 690);
    await gone();
  });

  it('comes when the focus rests on a badge, opens for writing with Enter, and gives the focus back', async () => {
    await page.locator('#comment').focus();
    const focused = async () => {
      await page.keyboard.press('Tab');
      return (await saying(cdp)).includes('Last exchanges');
    };
    await until(async () => {
      if (await focused()) return true;
      await page.waitForTimeout(500);
      return (await cardText()).includes('Ander Otxoa');
    }, 'the focus to reach the badge of Ander');
    // The focus is still at the badge: what is typed now goes into no note.
    await page.keyboard.press('Escape');
    await gone();
    await page.keyboard.press('Enter');
    await shown('Last exchanges');
    await page.keyboard.type('Lends lamps');
    await page.keyboard.press('Enter');
    await until(async () => (await rows(door, 'notes')).some(({ text }) => text === 'Lends lamps'), 'the note');
    await gone();
    await page.waitForTimeout(700);
    // Coming back is not coming: the card stays away until it is asked for.
    expect(await saying(cdp)).not.toContain('Last exchanges');
    await page.keyboard.press('Enter');
    await shown('Lends lamps');
    await page.keyboard.press('Escape');
    await gone();
  });

  it('stays while one writes in it, though the pointer leaves', async () => {
    const { x, y } = await centreOf(cdp, (await badgeOf('Ander')) as never);
    await page.mouse.move(x, y);
    await shown('Last exchanges');
    await page.keyboard.press('Escape');
    await gone();
    await page.mouse.move(5, 690);
    await page.mouse.move(x, y);
    await shown('Last exchanges');
    const [text] = (await findClass(cdp, 'card')).flatMap((card) => all(card, 'TEXTAREA'));
    await cdp.send('DOM.scrollIntoViewIfNeeded', { nodeId: text?.nodeId as number });
    const box = await centreOf(cdp, text as never);
    await page.mouse.move(box.x, box.y, { steps: 8 });
    await page.mouse.click(box.x, box.y);
    await page.keyboard.type('Half a thought');
    await page.mouse.move(5, 690, { steps: 4 });
    await page.waitForTimeout(800);
    expect(await saying(cdp)).toContain('Last exchanges');
    await page.keyboard.press('Escape');
    await gone();
  });

  it('opens by key at the post in hand, and takes a tag', async () => {
    await page.locator('#comment-2').hover();
    await page.keyboard.press('Alt+p');
    await shown('Last exchanges');
    await page.keyboard.press('Tab');
    await page.keyboard.type('lender');
    await page.keyboard.press('Enter');
    await gone();
    const tagged = async () => attribute((await badgeOf('Ander')) as never, 'aria-label')?.includes('lender');
    await until(tagged, 'the tag to stand in the badge');
  });
});

it('shows what hides in a name, in the badge and in the card', async () => {
  await page.evaluate(() => (window as never as { say(...w: string[]): void }).say('Ner\u202eea Olmos', 'Me too.'));
  const badge = await badgeOf('Nerea Olmos');
  expect(attribute(badge as never, 'aria-label')).toContain('hidden character RLO');
  expect(plain(textOf(badge as never))).toMatch(/^RLO ambassador/);
  await page.locator('#comment-4').hover();
  await page.keyboard.press('Alt+p');
  await shown('Last exchanges');
  const [name] = (await findClass(cdp, 'card')).flatMap((card) => all(card, 'H2'));
  expect(plain(textOf(name as never))).toBe('Ner RLO ea Olmos');
  expect(await saying(cdp)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  await page.keyboard.press('Escape');
});

it('warns of who might pass for us, and of nobody else', async () => {
  // A Cyrillic o.
  await page.evaluate(() => (window as never as { say(...w: string[]): void }).say('Far\u043el', 'Send me your card.'));
  await until(
    async () => (await rows(door, 'posts')).some(({ text }) => text === 'Send me your card.'),
    'it to be heard',
  );
  await page.locator('#comment-4').hover();
  await page.keyboard.press('Alt+p');
  await until(
    async () => (await cardText()).includes('Looks like “ Farol ”, and is not listed as one of us.'),
    'a warning',
  );
  await page.keyboard.press('Escape');
  await page.locator('#comment-2').hover();
  await page.keyboard.press('Alt+p');
  await shown('Last exchanges');
  expect(await cardText()).not.toContain('Looks like');
  await page.keyboard.press('Escape');
});

it.each(['#fff', '#111'])('axe finds nothing in it, with everything in it, on %s', async (ground) => {
  await page.evaluate((colour) => document.body.style.setProperty('background', colour), ground);
  await page.locator('#comment-2').hover();
  await page.keyboard.press('Alt+p');
  await shown('Tone over time');
  const copy = await opened.context.newPage();
  const found: string[] = [];
  // One root at a time, open: the card lies over what is below, and there is no lying over in a copy.
  for (const root of await markupOf(cdp)) {
    const inner = root.replace(/ popover="[^"]*"/g, '').replace(/visibility: hidden/g, '');
    await copy.setContent(
      `<!doctype html><html lang="en"><head><title>Copy</title></head><body style="background:${ground};color:${ground === '#fff' ? '#000' : '#fff'}"><main><h1>Copy</h1><div><template shadowrootmode="open"><style>${LOOK}${CARD_LOOK}${LAYER_LOOK}</style>${inner}</template></div></main></body></html>`,
    );
    found.push(...(await violations(copy)));
  }
  await copy.close();
  expect(found).toEqual([]);
});

type Inner = Parameters<typeof textOf>[0];
/** Elements of a kind within one. */
function all(node: Inner, kind: string): Inner[] {
  return [...(node.nodeName === kind ? [node] : []), ...(node.children ?? []).flatMap((child) => all(child, kind))];
}
