/** In somebody's page, by key alone: drafts beside the reply box, saved replies by their shortcut. No screen of ours is open. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { serveBlog } from './lib/blog-page.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';

const say = wordsOf('en');
let opened: Opened;
let blog: Awaited<ReturnType<typeof serveBlog>>;
let site: Page;
let door: Page;
let cdp: CDPSession;

type Said = (id: string, name: string, text: string, parent?: string | null) => void;
const write = (...said: Parameters<Said>) =>
  site.evaluate((words) => (window as unknown as { say: Said }).say(...words), said);

interface Node {
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  shadowRootType?: string;
  shadowRoots?: Node[];
  children?: Node[];
}

/** What stands on our card, in its closed shadow root: only a debugger can look. */
async function card(): Promise<string | null> {
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: Node };
  let found: Node | null = null;
  const find = (node: Node, closed: boolean) => {
    if (closed && node.attributes?.includes(say('draftsHere')) && node.attributes.includes('dialog')) found = node;
    for (const shadow of node.shadowRoots ?? []) find(shadow, shadow.shadowRootType === 'closed');
    for (const child of node.children ?? []) find(child, closed);
  };
  find(root, false);
  const text = (node: Node): string =>
    node.nodeName === '#text' ? node.nodeValue : (node.children ?? []).map(text).join(' ');
  return found && text(found);
}
const shown = (words: string) => until(async () => (await card())?.includes(words), `the card to say ${words}`, 30_000);
const gone = () => until(async () => (await card()) === null, 'the card to be gone');
const box = () => site.locator('#comment');
const value = () => box().inputValue();

beforeAll(async () => {
  blog = await serveBlog();
  opened = await openBrowser({ viewport: { width: 900, height: 700 } });
  await introduceUs(opened, { brands: ['Farol'], accounts: ['Marta Ríos'], ourName: 'Marta' });
  door = await opened.context.newPage();
  await door.goto(opened.url('options.html#settings'));
  await door.getByLabel(say('usSignAs'), { exact: true }).fill('Marta');
  await door.evaluate(async () => {
    const asked = indexedDB.open('tertulia');
    const db = await new Promise<IDBDatabase>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    const base = { folder: '', intents: [], uses: 0, lastUsedAt: null, updatedAt: 1 };
    const store = db.transaction('savedReplies', 'readwrite').objectStore('savedReplies');
    store.put({
      ...base,
      id: 'a',
      name: 'Thanks',
      shortcut: 'ty',
      bodies: { en: 'Thank you, {first name}. {our name}', es: 'Gracias, {nombre}.' },
    });
    store.put({
      ...base,
      id: 'b',
      name: 'Batch',
      shortcut: 'batch',
      bodies: {
        '*': 'Which batch is it, {?batch letter}? {?sorry: toggle=off: Sorry.} We say so by {?day: date=2030-05-03}.',
      },
    });
    await new Promise((done) => {
      store.transaction.oncomplete = done;
    });
    db.close();
  });
  site = await opened.context.newPage();
  cdp = await opened.context.newCDPSession(site);
  await site.goto(blog.url);
  await write('1', 'Leire Zubiri', 'Farol, my light goes out on hills. What can I do?');
  await until(async () => (await rows(door, 'posts')).length > 0, 'the post to be heard');
  await site.bringToFront();
});
afterAll(async () => {
  await opened?.close();
  blog?.close();
});
beforeEach(async () => {
  await site.keyboard.press('Escape');
  await box().fill('');
  await box().focus();
});

describe('drafts beside the reply box', () => {
  it('open with Alt+R, are chosen by key, put by Enter, and never sent', async () => {
    await site.keyboard.press('Alt+r');
    await shown('Leire Zubiri');
    await shown(say('source_opening'));
    // The page sees a box of ours and nothing in it.
    expect(await site.evaluate(() => document.documentElement.lastElementChild?.shadowRoot)).toBeNull();
    expect(await site.evaluate(() => document.body.textContent)).not.toContain(say('draftsTo'));
    await site.keyboard.press('Escape');
    await gone();
    expect(await site.evaluate(() => document.activeElement?.id)).toBe('comment');
    expect(await value()).toBe('');
  });

  it('fill their gaps before they are put, at the cursor', async () => {
    await box().fill('Before. After.');
    await box().evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(8, 8));
    await site.keyboard.press('Alt+r');
    await shown('Leire Zubiri');
    await shown(say('source_opening'));
    await site.keyboard.press('1');
    await site.keyboard.press('Enter');
    await shown(say('draftsKeysFill'));
    await site.keyboard.type('tighten the cable');
    await site.keyboard.press('Enter');
    await gone();
    const words = await value();
    expect(words).toMatch(/^Before\. .*Leire.*tighten the cable.*After\.$/s);
    expect(await site.evaluate(() => (window as unknown as { sent: number }).sent)).toBe(0);
    const put = await until(async () => (await rows(door, 'putDrafts')).at(-1), 'the draft to be remembered');
    expect(put).toMatchObject({ post: expect.stringContaining('comment-1'), source: { kind: 'opening' } });
  });

  it('leave the page’s own keys alone, and take theirs', async () => {
    await site.evaluate(() => {
      const seen: string[] = [];
      (window as unknown as { seen: string[] }).seen = seen;
      document.addEventListener('keydown', (event) => seen.push(event.key));
    });
    await site.keyboard.press('j');
    await site.keyboard.press('Alt+r');
    await shown(say('source_opening'));
    await site.keyboard.press('ArrowDown');
    await site.keyboard.press('k');
    await site.keyboard.press('Escape');
    await gone();
    await site.keyboard.press('x');
    const seen = await site.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen).toEqual(['j', 'Alt', 'x']);
    expect(await value()).toBe('jx');
  });

  it('do not open for keys that the page makes up', async () => {
    await site.evaluate(() => {
      const area = document.querySelector('#comment') as HTMLElement;
      for (const target of [area, window]) {
        target.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'r', code: 'KeyR', altKey: true, bubbles: true, composed: true }),
        );
      }
    });
    await site.waitForTimeout(400);
    expect(await card()).toBeNull();
  });

  it('do not open outside of a box', async () => {
    await site.evaluate(() => (document.activeElement as HTMLElement).blur());
    await site.keyboard.press('Alt+r');
    await site.waitForTimeout(300);
    expect(await card()).toBeNull();
  });
});

describe('a saved reply by its shortcut', () => {
  it('takes its place, for whoever the box answers, in their language', async () => {
    await site.keyboard.type('Hello! /ty');
    await site.keyboard.press('Tab');
    await until(async () => (await value()) === 'Hello! Thank you, Leire. Marta', 'the saved reply to stand there');
    expect(await site.evaluate(() => document.activeElement?.id)).toBe('comment');
    await until(
      async () => (await rows(door, 'savedReplies')).find(({ id }) => id === 'a')?.uses === 1,
      'its use to be counted',
    );
    await site.keyboard.press('Control+z');
    await until(async () => (await value()).endsWith('/ty'), 'it to be undone');
  });

  it('asks what it has to know: text, day, words that stay or go', async () => {
    await site.keyboard.type('/batch');
    await site.keyboard.press('Tab');
    await shown('batch letter');
    await site.keyboard.type('K');
    // To the switch.
    await site.keyboard.press('Tab');
    await site.keyboard.press('Space');
    await site.keyboard.press('Enter');
    await gone();
    await until(async () => (await value()).startsWith('Which batch is it, K? Sorry. We say so by '), 'it to be put');
    expect(await value()).toMatch(/Friday,? (?:3 May|May 3)/);
    expect(await value()).not.toMatch(/[{}[\]]/);
  });

  it('leaves Tab alone where no shortcut stands', async () => {
    await site.keyboard.type('/nothing');
    await site.keyboard.press('Tab');
    expect(await site.evaluate(() => document.activeElement?.id)).not.toBe('comment');
    expect(await value()).toBe('/nothing');
  });

  it('is not given to a page that types by itself', async () => {
    await site.evaluate(() => {
      const area = document.querySelector('#comment') as HTMLTextAreaElement;
      area.value = '/ty';
      area.setSelectionRange(3, 3);
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, composed: true }));
    });
    await site.waitForTimeout(500);
    expect(await value()).toBe('/ty');
  });

  it('works in a box of the page’s own making too', async () => {
    await site.evaluate(() => {
      const made = document.createElement('div');
      made.id = 'made';
      made.contentEditable = 'true';
      made.textContent = '';
      document.querySelector('#respond')?.append(made);
      made.focus();
    });
    await site.keyboard.type('So, /ty');
    await site.keyboard.press('Tab');
    await until(
      async () => ((await site.locator('#made').textContent()) ?? '').trim().startsWith('So, Thank you'),
      'the saved reply to stand there',
    );
    await site.evaluate(() => document.querySelector('#made')?.remove());
  });
});
