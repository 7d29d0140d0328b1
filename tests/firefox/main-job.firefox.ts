/** In Firefox as in Chromium: what is read is kept, the desk shows who waits, a draft is edited and put, a thread exported. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readThreads, US } from '../demo/community.mjs';
import { wordsOf } from '../demo/introduce.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { walkSites } from '../demo/walk.mjs';
import { rows, settled, until } from '../e2e/lib/browser.mjs';
import { type Opened, openFirefox } from './lib/firefox.mjs';
import { fill, openOwn, press, walker } from './lib/pages.mjs';

const now = Date.now();
const say = wordsOf('en');
const question = '¿sabéis ya qué pasa con la 4.1?';
let community: Awaited<ReturnType<typeof serveCommunity>>;
let opened: Opened;
let panel: Page;
// biome-ignore lint/suspicious/noExplicitAny: rows are read as another program would, untyped
let posts: any[];

/** The helpers shared with Chromium's driver need of a page only what both drivers have. */
// biome-ignore lint/suspicious/noExplicitAny: one page, two drivers' types
const table = (name: string): Promise<any[]> => rows(panel as any, name);

beforeAll(async () => {
  community = await serveCommunity(now);
  opened = await openFirefox({ port: community.port });
  panel = await openOwn(opened, 'options.html#welcome');
  await fill(panel, say('usBrands'), US.brands.join(', '));
  for (const account of US.accounts) {
    await press(panel, say('usAnotherName'));
    await fill(panel, say('usHandle'), account);
    await press(panel, say('usAdd'));
  }
  await press(panel, say('welcomeStart'));
  await until(
    async () => (await table('meta')).find(({ name }) => name === 'settings')?.value.us.length === US.accounts.length,
    'the welcome page to keep who we are',
  );
  const context = { newPage: async () => walker(await opened.browser.newPage()) };
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const page = (await walkSites(context as any, community.sites)) as unknown as Page;
  await page.close();
  panel = await openOwn(opened, 'sidepanel.html#/desk');
  // biome-ignore lint/suspicious/noExplicitAny: see above
  await settled(panel as any);
  posts = await table('posts');
});

afterAll(async () => {
  await opened?.close();
  community?.close();
});

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each([
  ['foro', 'foro.ruedas.example'],
  ['reddit', 'reddit'],
  ['x', 'x'],
  ['pedal', 'pedal.example'],
  ['blog', 'revista.ruedas.example'],
])('%s', (file, site) => {
  it('every post is stored once, with its author and its time', () => {
    const truth = readThreads(file, now).flatMap((thread) => thread.posts);
    const wrong = truth.filter((post) => {
      const found = posts.filter((row) => row.site === site && squash(row.text).endsWith(squash(post.text)));
      const [stored] = found;
      return (
        found.length !== 1 ||
        ![stored.author.name, stored.author.handle].some((name) => name === post.name || name === post.handle) ||
        Math.abs(stored.postedAt - post.at) > 1000
      );
    });
    expect(wrong.map((post) => `${post.handle}: ${post.text}`)).toEqual([]);
    expect(posts.filter((row) => row.site === site).length).toBe(truth.length);
  });
});

describe('the panel', () => {
  it('shows who waits for us', async () => {
    await until(async () => (await table('readings')).length >= posts.length, 'every post to be read', 60_000);
    expect(await panel.evaluate(() => document.documentElement.lang)).toMatch(/^en/);
    await until(() => panel.evaluate(() => document.querySelectorAll('article.row').length > 5), 'rows on the desk');
    const waiting = (await table('posts')).filter((post) => post.waitsSince !== undefined && !post.ours);
    expect(waiting.length).toBeGreaterThan(10);
  });

  it('finds the theme that emerges', async () => {
    await until(async () => (await table('themes')).some(({ tier }) => tier === 'alert'), 'a theme to emerge', 60_000);
  });

  it('a draft is edited and lands in the page’s own reply box', async () => {
    const post = posts.find((one) => one.text.includes(question));
    const site = await opened.browser.newPage();
    await site.goto(post.url);
    panel = await openOwn(
      opened,
      `sidepanel.html#/thread/${encodeURIComponent(post.threadKey)}/${encodeURIComponent(post.key)}`,
    );
    await press(panel, say('editWords'));
    const words = 'Hola, Jordi. Sí, lo sabemos: te escribo en cuanto haya fecha.';
    await until(() => panel.evaluate(() => document.querySelector('.draft textarea') !== null), 'the draft’s field');
    const field = (await panel.$('.draft textarea'))!;
    await field.evaluate((one) => {
      (one as HTMLTextAreaElement).focus();
      (one as HTMLTextAreaElement).select();
    });
    await field.type(words);
    await press(panel, say('putInReplyBox'));
    await until(
      () =>
        site.evaluate(
          (w) => (document.querySelector('textarea.d-editor-input') as HTMLTextAreaElement)?.value === w,
          words,
        ),
      'the draft to be in the reply box',
    );
    await site.close();
  });

  it.each([
    ['markdown', 'md', new RegExp(question.replace('?', '\\?'))],
    ['csv', 'csv', /^\uFEFF/],
    ['json', 'json', /"threadKey"|"thread"/],
  ])('a thread is exported as %s', async (name, ending, holds) => {
    const post = posts.find((one) => one.text.includes(question));
    panel = await openOwn(opened, `sidepanel.html#/thread/${encodeURIComponent(post.threadKey)}`);
    await press(panel, say('export'));
    await press(panel, say(`format_${name}`));
    const file = await until(
      async () => readdirSync(opened.downloads).find((one) => one.endsWith(`.${ending}`)),
      `a file .${ending}`,
    );
    await until(
      async () => holds.test(readFileSync(join(opened.downloads, file!), 'utf8')),
      'the file to hold the thread',
    );
  });
});
