/** No acknowledged post is lost and none is doubled, whatever dies in between. Each line prints its figures. */
import type { CDPSession, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';
import { serveTalkingPage } from './lib/talking-page.mjs';

let opened: Opened;
let talk: Awaited<ReturnType<typeof serveTalkingPage>>;

beforeEach(async () => {
  talk = await serveTalkingPage({ posts: 300, every: 15 });
  opened = await openBrowser();
});
afterEach(async () => {
  await opened?.close();
  talk?.close();
});

const probe = async (): Promise<Page> => {
  const page = await opened.context.newPage();
  await page.goto(opened.url('manifest.json'));
  return page;
};
const numbers = async (page: Page) =>
  (await rows(page, 'posts'))
    .map((post: { text: string }) => Number(/number (\d+)/.exec(post.text)?.[1]))
    .sort((a, b) => a - b);
const emitted = (page: Page) =>
  page.evaluate(() => (window as unknown as { emitted: { n: number; at: number }[] }).emitted);

describe('faults', () => {
  it('service worker killed ten times while the page talks', async () => {
    const extensionPage = await probe();
    const session: CDPSession = await opened.context.newCDPSession(extensionPage);
    await session.send('ServiceWorker.enable');
    const page = await opened.context.newPage();
    await page.goto(talk.url);
    for (let kill = 0; kill < 10; kill += 1) {
      await page.waitForTimeout(150 + ((kill * 97) % 300));
      await session.send('ServiceWorker.stopAllWorkers');
    }
    await until(async () => (await emitted(page)).length === 300, 'the page to finish talking');
    await until(async () => (await numbers(extensionPage)).length >= 300, 'all posts to be stored', 30_000);
    const stored = await numbers(extensionPage);
    console.log(
      `service worker killed: emitted 300, stored ${stored.length}, doubled ${stored.length - new Set(stored).size}`,
    );
    expect(stored).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  });

  it('tab closed in the middle', async () => {
    const extensionPage = await probe();
    const page = await opened.context.newPage();
    await page.goto(talk.url);
    await page.waitForTimeout(2000);
    const said = await emitted(page);
    const closedAt = Date.now();
    await page.close();
    await settled(extensionPage);
    const stored = await numbers(extensionPage);
    const due = said.filter((post) => post.at < closedAt - 750).map((post) => post.n);
    console.log(
      `tab closed: emitted ${said.length}, due ${due.length}, stored ${stored.length}, doubled ${stored.length - new Set(stored).size}`,
    );
    expect(due.filter((n) => !stored.includes(n))).toEqual([]);
    expect(new Set(stored).size).toBe(stored.length);
  });

  it('extension reloaded with the page open', async () => {
    const extensionPage = await probe();
    const page = await opened.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(talk.url);
    await page.waitForTimeout(1500);
    const worker = await opened.worker();
    await worker
      .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
      .catch(() => {});
    await until(async () => (await emitted(page)).length === 300, 'the page to finish talking');
    await extensionPage.close().catch(() => {});
    const fresh = await until(async () => {
      const again = await opened.context.newPage();
      const ok = await again.goto(opened.url('manifest.json')).catch(() => null);
      if (ok) return again;
      await again.close();
      return null;
    }, 'the extension to come back');
    await until(async () => (await numbers(fresh!)).length >= 300, 'all posts to be stored', 30_000);
    const stored = await numbers(fresh!);
    console.log(
      `extension reloaded: emitted 300, stored ${stored.length}, doubled ${stored.length - new Set(stored).size}`,
    );
    expect(stored).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    expect(errors).toEqual([]);
  });
});
