/** A note written in a feed stands at the same post at its own address, in a search, after a restart, and when it was edited. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { findClass, saying } from './lib/closed';
import { SITES, serveThreeSites } from './lib/three-sites.mjs';

const profile = join(mkdtempSync(join(tmpdir(), 'tertulia-notes-')), 'profile');
let opened: Opened;
let sites: Awaited<ReturnType<typeof serveThreeSites>>;
let page: Page;
let cdp: CDPSession;
let door: Page;

async function start(): Promise<void> {
  opened = await openBrowser({ profile, args: sites.args });
  door = await opened.context.newPage();
  await door.goto(opened.url('manifest.json'));
  page = await opened.context.newPage();
  cdp = await opened.context.newCDPSession(page);
}
/** The post that was written about: its first link names whoever wrote it. */
const post = () =>
  page
    .locator('article, shreddit-post')
    .filter({ has: page.locator('a[href*=leire]') })
    .first();
const marked = () => until(async () => (await findClass(cdp, 'noted')).length === 1, 'the note to stand at the post');

beforeAll(async () => {
  sites = await serveThreeSites();
  await start();
});
afterAll(async () => {
  await opened?.close({ keep: true });
  sites?.close();
  rmSync(profile, { recursive: true, force: true });
});

describe.each(SITES)('on $host', ({ host, feed, permalink, search }) => {
  const note = `Asked by phone as well (${host})`;
  const go = (path: string) => page.goto(`https://${host}${path}`);

  it('two keys and Enter write it in the feed, with a passage as its quotation', async () => {
    await go(feed);
    await page.bringToFront();
    await until(
      async () =>
        (await rows(door, 'posts')).some(
          ({ url }: { url: string }) => url.includes(host) && url.includes(permalink.split('/').at(-2) ?? ''),
        ),
      'the post to be heard',
    );
    // Marked with the pointer, as one does.
    await post().locator('text=The lamp goes out').click({ clickCount: 3 });
    await post().hover();
    await page.keyboard.press('Alt+n');
    await until(async () => (await saying(cdp)).includes('Enter saves'), 'the box');
    await page.keyboard.type(note);
    await page.keyboard.press('Enter');
    await marked();
    const kept = (await rows(door, 'notes')).find(({ text }: { text: string }) => text === note);
    expect(kept).toMatchObject({ quote: expect.stringContaining('The lamp goes out'), tags: [] });
    expect(await page.evaluate(() => document.documentElement.textContent)).not.toContain('Asked by phone');
  });

  it('it stands at its own address and in a search', async () => {
    for (const path of [permalink, search]) {
      await go(path);
      await marked();
    }
  });
});

it('they stand after the browser was closed, and when the words were changed', async () => {
  await opened.close({ keep: true });
  sites.words = 'The lamp goes out on every hill. (edited: the new one too)';
  await start();
  for (const { host, feed, permalink, search } of SITES) {
    for (const path of [feed, permalink, search]) {
      await page.goto(`https://${host}${path}`);
      await page.bringToFront();
      await marked();
    }
    await post().hover();
    await page.keyboard.press('Alt+n');
    await until(async () => (await saying(cdp)).includes(`Asked by phone as well (${host})`), 'the note itself');
    await page.keyboard.press('Escape');
  }
});
