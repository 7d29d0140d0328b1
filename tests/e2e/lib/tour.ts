/** Every screen of the extension over a small community, in any language and direction: for what must hold on each. */
import type { Page } from 'playwright-core';
import { US } from '../../demo/community.mjs';
import { introduceUs } from '../../demo/introduce.mjs';
import { serveCommunity } from '../../demo/server.mjs';
import { walkSites } from '../../demo/walk.mjs';
import { type Opened, openBrowser, rows, settled, until } from './browser.mjs';

export interface Tour {
  opened: Opened;
  /** Addresses of the screens, as `opened.url` takes them. */
  screens: string[];
  show(screen: string, lang?: 'en' | 'es', dir?: 'ltr' | 'rtl'): Promise<Page>;
  close(): Promise<void>;
}

/** Short, and without what differs from run to run: for messages. */
export const nameOf = (screen: string) => screen.split('/').slice(0, 2).join('/');

export async function openTour(viewport = { width: 400, height: 800 }): Promise<Tour> {
  const community = await serveCommunity();
  const opened = await openBrowser({ args: community.args, viewport });
  await introduceUs(opened, US, 'en');
  await walkSites(opened.context, community.sites.slice(0, 2));
  const page = await opened.context.newPage();
  await page.goto(opened.url('sidepanel.html'));
  const posts = await settled(page);
  await until(async () => (await rows(page, 'readings')).length >= posts, 'every post to be read', 60_000);
  const waiting = (await rows(page, 'posts')).find((post) => post.waitsSince !== undefined);
  const [theme] = await rows(page, 'themes');
  const of = (screen: string, ...parts: string[]) => `sidepanel.html#/${[screen, ...parts.map(encodeURIComponent)].join('/')}`; // biome-ignore format: one step
  const screens = [
    ...['desk', 'desk/waiting', 'desk/snoozed', 'desk/done', 'themes', 'pulse', 'letter'].map((name) => of(name)),
    ...['people', 'ties', 'search', 'ready'].map((name) => of(name)),
    of('search', 'la'),
    of('thread', waiting.threadKey, waiting.key),
    of('person', waiting.authorKey),
    ...(theme ? [of('theme', theme.id)] : []),
    'popup.html',
    'options.html#welcome',
    'options.html#settings',
    'options.html#help',
  ];
  let spoken = 'en';
  const show = async (screen: string, lang: 'en' | 'es' = 'en', dir: 'ltr' | 'rtl' = 'ltr') => {
    if (lang !== spoken) await speak(page, lang);
    spoken = lang;
    await page.goto('about:blank');
    await page.goto(opened.url(screen));
    await page.locator('#root > *').first().waitFor();
    await page.evaluate((way) => document.documentElement.setAttribute('dir', way), dir);
    await page.waitForTimeout(500);
    return page;
  };
  return {
    opened,
    screens,
    show,
    async close() {
      await opened.close();
      community.close();
    },
  };
}

/** As the settings would: the choice is kept in the store and, for the first paint, beside it. */
async function speak(page: Page, language: 'en' | 'es'): Promise<void> {
  await page.evaluate(async (chosen) => {
    localStorage.setItem('appearance', JSON.stringify({ theme: 'auto', language: chosen }));
    const asked = indexedDB.open('tertulia');
    const db = await new Promise<IDBDatabase>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    const store = db.transaction('meta', 'readwrite').objectStore('meta');
    const held = store.get('settings');
    await new Promise((resolve) => {
      held.onsuccess = () => {
        store.put({ ...held.result, value: { ...held.result.value, language: chosen } }).onsuccess = resolve;
      };
    });
    db.close();
  }, language);
}
