/** axe-core finds nothing on popup, panel and options: both themes, with a community in the database. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { US } from '../demo/community.mjs';
import { introduceUs } from '../demo/introduce.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { walkSites } from '../demo/walk.mjs';
import { violations } from './lib/axe';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let community: Awaited<ReturnType<typeof serveCommunity>>;
  let opened: Opened;
  let screens: string[];

  beforeAll(async () => {
    community = await serveCommunity();
    opened = await openBrowser({
      args: community.args,
      colorScheme,
      lang: colorScheme === 'light' ? 'en' : 'es',
      viewport: { width: 400, height: 800 },
    });
    await introduceUs(opened, US, colorScheme === 'light' ? 'en' : 'es');
    await walkSites(opened.context, community.sites.slice(0, 2));
    const page = await opened.context.newPage();
    await page.goto(opened.url('sidepanel.html'));
    const posts = await settled(page);
    await until(async () => (await rows(page, 'readings')).length >= posts, 'every post to be read', 60_000);
    const waiting = (await rows(page, 'posts')).find((post) => post.waitsSince !== undefined);
    const theme = (await rows(page, 'themes'))[0];
    const thread = `${encodeURIComponent(waiting.threadKey)}/${encodeURIComponent(waiting.key)}`;
    screens = [
      'sidepanel.html#/desk',
      'sidepanel.html#/desk/waiting',
      'sidepanel.html#/desk/done',
      `sidepanel.html#/thread/${thread}`,
      'sidepanel.html#/themes',
      ...(theme ? [`sidepanel.html#/theme/${encodeURIComponent(theme.id)}`] : []),
      'sidepanel.html#/people',
      'popup.html',
      'options.html#welcome',
      'options.html#settings',
    ];
    await page.close();
  }, 150_000);

  afterAll(async () => {
    await opened?.close();
    community?.close();
  });

  it('finds no violation on any screen', async () => {
    const all: string[] = [];
    for (const screen of screens) {
      const page = await opened.context.newPage();
      await page.goto(opened.url(screen));
      await page.waitForTimeout(900);
      all.push(...(await violations(page)).map((line) => `${screen.split('/').slice(0, 2).join('/')} ${line}`));
      await page.close();
    }
    expect(all).toEqual([]);
  });
});
