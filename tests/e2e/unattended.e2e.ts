/** Chromium with the panel closed: what was heard is read and looked at, told once, and the page without a screen goes away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { US } from '../demo/community.mjs';
import { introduceUs } from '../demo/introduce.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { walkSites } from '../demo/walk.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';

describe('with the panel closed', () => {
  let community: Awaited<ReturnType<typeof serveCommunity>>;
  let opened: Opened;

  /** Rings the alarm now instead of in ten minutes. */
  const ring = async () => {
    const worker = await opened.worker();
    await worker.evaluate("chrome.alarms.create('themes', { when: Date.now() })");
  };
  const offscreen = async () => {
    const worker = await opened.worker();
    return worker.evaluate<boolean>('chrome.offscreen.hasDocument()');
  };
  /** A look into the store through a page that analyses nothing, closed again. */
  const look = async <T>(table: string): Promise<T[]> => {
    const page = await opened.context.newPage();
    try {
      await page.goto(opened.url('options.html'));
      return (await rows(page, table)) as T[];
    } finally {
      await page.close();
    }
  };

  beforeAll(async () => {
    community = await serveCommunity();
    opened = await openBrowser({ args: community.args });
    await introduceUs(opened, US, 'en');
    const page = await walkSites(opened.context, community.sites);
    await page.close();
  }, 180_000);

  afterAll(async () => {
    await opened?.close();
    community?.close();
  });

  it('reads and finds the theme, and leaves no page behind', async () => {
    // It may have begun by itself meanwhile: the first alarm comes a minute after the installation.
    await ring();
    await until(async () => (await look('themes')).length > 0, 'a theme to emerge', 90_000);
    const posts = await look<{ sponsored?: boolean }>('posts');
    expect((await look('readings')).length).toBeGreaterThan(posts.length / 2);
    await until(async () => !(await offscreen()), 'the page without a screen to go', 30_000);
  }, 150_000);

  it('shows a dot for it on the icon', async () => {
    const worker = await opened.worker();
    await until(
      async () => (await worker.evaluate<string>('chrome.action.getBadgeText({})')).includes('•'),
      'the badge',
      20_000,
    );
  });

  it('does not begin again where nothing new came', async () => {
    const before = await look<{ name: string; value: unknown }>('meta');
    await ring();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const cursor = (list: typeof before) => list.find(({ name }) => name === 'cursor:themes')?.value;
    expect(cursor(await look('meta'))).toBe(cursor(before));
    expect(await offscreen()).toBe(false);
  });
});
