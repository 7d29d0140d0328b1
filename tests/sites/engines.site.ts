/** Real engines, filled with fifty posts in two languages, are captured exactly: every post, and nothing else. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readThrough } from '../demo/walk.mjs';
import { type Opened, openBrowser, rows, settled } from '../e2e/lib/browser.mjs';
import { root } from '../run/setup.mjs';
import { startDatabase } from './lib/mariadb.mjs';
import { startMediaWiki } from './lib/mediawiki.mjs';
import { endAll } from './lib/run.mjs';
import { faultsOf } from './lib/truth.mjs';
import { startWaline } from './lib/waline.mjs';
import { startWordPress, THEMES } from './lib/wordpress.mjs';

const folder = join(root, '.cache/sites');
let database: Awaited<ReturnType<typeof startDatabase>>;

beforeAll(async () => {
  database = await startDatabase(join(folder, 'mariadb'));
});
afterAll(endAll);

/** What a fresh profile holds after these pages were read. */
async function heard(urls: string[]): Promise<ReturnType<typeof rows>> {
  const build = process.env.TERTULIA_BUILD;
  const opened: Opened = await openBrowser(build ? { extension: build } : {});
  try {
    const page = await opened.context.newPage();
    for (const url of urls) {
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForTimeout(1_500);
      await readThrough(page);
      await page.waitForTimeout(700);
    }
    await page.goto(opened.url('manifest.json'));
    await settled(page);
    return await rows(page, 'posts');
  } finally {
    await opened.close();
  }
}

describe('WordPress', () => {
  let site: Awaited<ReturnType<typeof startWordPress>>;
  beforeAll(async () => {
    site = await startWordPress(join(folder, 'wordpress'), database);
  });

  it.each(THEMES)('with %s is captured exactly', async (theme) => {
    site.useTheme(theme);
    const page = await (await fetch(site.urls[0]!)).text();
    expect(page, 'addresses carry a session').toMatch(/PHPSESSID=\w/);
    expect(page, 'emoji are images').toMatch(/<img[^>]+alt="🍞"/);
    const posts = await heard(site.urls);
    expect(faultsOf(site.truth, posts)).toEqual([]);
    expect(posts).toHaveLength(50);
  });
});

describe('MediaWiki', () => {
  it('talk pages in Spanish and English are captured exactly', async () => {
    const { urls, truth } = await startMediaWiki(join(folder, 'mediawiki'));
    const posts = await heard(urls);
    expect(faultsOf(truth, posts)).toEqual([]);
    expect(posts).toHaveLength(50);
  });
});

describe('Waline', () => {
  it('comments that come by script are captured exactly', async () => {
    const { urls, truth } = await startWaline(join(folder, 'waline'), database);
    const posts = await heard(urls);
    expect(faultsOf(truth, posts)).toEqual([]);
    expect(posts).toHaveLength(50);
  });
});
