/** Conversations taken away from the panel as a user does it: every scope, every format, each opened by somebody else's reader. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { FORMATS, type Format, openSheets, type Sheets, type Wish } from './lib/export-sheet';
import { allWords, csvRows, peopleIn, plain, postsIn, shownWords, type Taken } from './lib/read-export';

interface Kept {
  key: string;
  threadKey: string;
  parentKey: string | null;
  authorKey: string;
  author: { name: string; handle: string | null };
  text: string;
  at: number;
  ours: 0 | 1;
  desk?: string;
}

let opened: Opened;
let page: Page;
let sheets: Sheets;
/** Knows nothing of the extension. */
let other: Page;
let posts: Kept[];

beforeAll(async () => {
  opened = await openBrowser({ lang: 'en', viewport: { width: 420, height: 900 } });
  other = await opened.context.newPage();
  page = await opened.context.newPage();
  await page.goto(opened.url('options.html#settings'));
  await page.locator('.copies').waitFor();
  await writeRows(page, seedRows(Date.now(), { theme: 'light', language: 'en' }));
  await page.goto(opened.url('sidepanel.html#/desk'));
  await page.locator('main li').first().waitFor();
  posts = (await rows(page, 'posts')) as Kept[];
  expect(posts.length).toBeGreaterThan(60);
  page.setDefaultTimeout(8_000);
  sheets = openSheets(opened, page);
}, 90_000);
afterAll(async () => {
  await opened?.close();
  sheets?.end();
});

const same = (found: readonly string[], wanted: readonly Kept[]) =>
  expect(found.map(plain).sort()).toEqual(wanted.map(({ text }) => plain(text)).sort());

/** It holds these posts and no others, as its own reader sees it. */
async function holds(format: Format, file: Taken, wanted: readonly Kept[]): Promise<void> {
  if (format === 'graphml') {
    const names = new Set(await peopleIn(file));
    for (const { author } of wanted.filter(({ parentKey }) => parentKey)) expect(names).toContain(author.name);
    return;
  }
  const found = await postsIn(format, file, other);
  if (found) return same(found, wanted);
  const words = await shownWords(format as 'html' | 'markdown', file, other);
  const inside = new Set(wanted.map(({ text }) => plain(text)));
  for (const text of inside) expect(words).toContain(text);
  for (const { text } of posts)
    if (text.length > 40 && !inside.has(plain(text))) expect(words).not.toContain(plain(text));
}

const noted = () => posts.find(({ text }) => /Third bike from these folks/.test(text)) as Kept;
/** Somebody we answered. */
const talker = () => {
  const answered = new Set(posts.filter(({ ours }) => ours === 1).map(({ parentKey }) => parentKey));
  return (posts.find(({ key, ours }) => ours === 0 && answered.has(key)) as Kept).authorKey;
};
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The engine finds its own themes: one of those that stand is taken. */
let theme: { id: string; postKeys: string[] };

const SCOPES: Record<string, { hash: () => string | Promise<string>; wish: Wish; of: () => Promise<Kept[]> }> = {
  'a thread': {
    hash: () => `#/thread/${encodeURIComponent(noted().threadKey)}`,
    wish: { scope: 'thread' },
    of: async () => posts.filter(({ threadKey }) => threadKey === noted().threadKey),
  },
  'a search': {
    hash: () => '#/search/motor',
    wish: { scope: 'search' },
    of: async () => posts.filter(({ text }) => /(?<!\p{L})motor(?!\p{L})/iu.test(text)),
  },
  'a person': {
    hash: () => `#/person/${encodeURIComponent(talker())}`,
    wish: { scope: 'person' },
    of: async () => {
      const theirs = posts.filter(({ authorKey }) => authorKey === talker());
      const keys = new Set(theirs.map(({ key }) => key));
      return [...theirs, ...posts.filter(({ ours, parentKey }) => ours === 1 && keys.has(parentKey ?? ''))];
    },
  },
  'a theme': {
    hash: async () => {
      const themes = (await rows(page, 'themes')) as (typeof theme)[];
      theme = themes.find(({ postKeys }) => postKeys.length > 3) as typeof theme;
      return `#/theme/${encodeURIComponent(theme.id)}`;
    },
    wish: { scope: 'theme' },
    of: async () => {
      const keys = new Set(theme.postKeys);
      return posts.filter(({ key }) => keys.has(key));
    },
  },
  'a tab of the desk': {
    hash: () => '#/desk',
    wish: { scope: 'view' },
    of: async () => ((await rows(page, 'posts')) as Kept[]).filter(({ desk }) => desk === 'open'),
  },
  everything: { hash: () => '#/themes', wish: { scope: 'everything' }, of: async () => posts },
};

describe.each(Object.entries(SCOPES))('%s', (_, { hash, wish, of }) => {
  it('in every format, read by another program', async () => {
    await sheets.open(await hash());
    const wanted = await of();
    expect(wanted.length).toBeGreaterThan(1);
    for (const format of FORMATS) await holds(format, await sheets.take(format, wish), wanted);
  });
});

describe('what goes with it', () => {
  it('notes, tags and readings as asked for, each alone', async () => {
    await sheets.open(await SCOPES['a thread']!.hash());
    const row = async (wish: Wish) =>
      csvRows(await sheets.take('csv', { scope: 'thread', ...wish })).find(({ key }) => key === noted().key)!;
    const bare = await row({});
    for (const column of ['notes', 'tags', 'tone', 'intents']) expect(bare[column] ?? '').toBe('');
    expect(await row({ notes: true })).toMatchObject({ notes: expect.stringContaining('Met her in Leeds'), tags: '' });
    expect(await row({ tags: true })).toMatchObject({ notes: '', tags: 'regular' });
    const read = await row({ readings: true });
    expect(read.tone).toMatch(/positive|negative|neutral|mixed/);
    expect(read.notes ?? '').toBe('');
    for (const format of ['markdown', 'html', 'json', 'ndjson', 'activitystreams', 'xlsx'] as const) {
      expect(allWords(await sheets.take(format, { scope: 'thread', notes: true }))).toContain('Met her in Leeds');
      expect(allWords(await sheets.take(format, { scope: 'thread' }))).not.toContain('Met her in Leeds');
    }
  });

  it('a range of days, both ends in it', async () => {
    await sheets.open('#/themes');
    const day = (at: number) => {
      const date = new Date(at);
      return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
    };
    const times = posts.map(({ at }) => at).sort((a, b) => a - b);
    const [from, to] = [day(times[Math.floor(times.length / 4)]!), day(times[Math.floor(times.length / 2)]!)];
    const wanted = posts.filter(({ at }) => day(at) >= from && day(at) <= to);
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.length).toBeLessThan(posts.length - 5);
    for (const format of ['csv', 'ndjson', 'html'] as const)
      await holds(format, await sheets.take(format, { scope: 'everything', from, to }), wanted);
    await sheets.ask('csv', { scope: 'everything', from: '2001-01-01', to: '2001-01-02' });
    await sheets.form().locator('button[type=submit]').click();
    await sheets.form().getByText('Nothing is held of that').waitFor();
  });

  it('invented names: nobody is left in any format', async () => {
    await sheets.open('#/themes');
    const people = posts.filter(({ ours }) => ours === 0).map(({ author }) => author);
    const names = new Set(people.flatMap(({ name, handle }) => [name, handle ?? name]).filter((one) => one.length > 3));
    expect(names.size).toBeGreaterThan(15);
    for (const format of FORMATS) {
      const file = await sheets.take(format, {
        scope: 'everything',
        hidden: true,
        notes: true,
        tags: true,
        readings: true,
      });
      const words = allWords(file).toLowerCase();
      const left = [...names].filter((name) =>
        new RegExp(`(?<![\\p{L}\\p{N}])${literally(name.toLowerCase())}(?![\\p{L}\\p{N}])`, 'u').test(words),
      );
      expect(left, format).toEqual([]);
      expect(file.name).toMatch(/^tertulia-/);
    }
    // The same account bears the same name in every file.
    const names1 = csvRows(await sheets.take('csv', { scope: 'everything', hidden: true })).map(
      (row) => row.author_name,
    );
    const names2 = csvRows(await sheets.take('csv', { scope: 'everything', hidden: true })).map(
      (row) => row.author_name,
    );
    expect(names1).toEqual(names2);
  });
});

describe('the clipboard', () => {
  const clip = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = async (type: string) => (await item!.getType(type)).text();
      return { plain: await text('text/plain'), html: await text('text/html') };
    });

  it('takes the thread, and one post, as text and as a page', async () => {
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { threadKey, key, text } = noted();
    await page.goto('about:blank');
    await page.goto(opened.url(`sidepanel.html#/thread/${encodeURIComponent(threadKey)}/${encodeURIComponent(key)}`));
    const menu = page.locator('main').getByRole('button', { name: 'Export' });
    await menu.click();
    await page.getByRole('menuitem').nth(0).click();
    await page.locator('.toasts').getByText('copied').waitFor();
    const wanted = posts.filter((post) => post.threadKey === threadKey);
    const { plain: thread, html } = await clip();
    const read = await shownWords('markdown', { name: '', path: '', bytes: Buffer.from(thread) }, other);
    for (const post of wanted) {
      expect(read).toContain(plain(post.text));
      expect(read).toContain(plain(post.author.name));
    }
    expect(thread).not.toMatch(/^---\n/);
    for (const post of wanted) expect(plain(html.replace(/<[^>]+>/g, ' '))).toContain(plain(post.author.name));
    expect(thread).not.toContain('Met her in Leeds');
    await menu.click();
    await page.getByRole('menuitem').nth(1).click();
    await until(
      async () =>
        clip()
          .then(({ plain: now }) => now.length < thread.length)
          .catch(() => false),
      'the post alone',
    );
    const post = await shownWords('markdown', { name: '', path: '', bytes: Buffer.from((await clip()).plain) }, other);
    expect(post).toContain(plain(text));
    for (const one of wanted) if (one.key !== key && one.text.length > 40) expect(post).not.toContain(plain(one.text));
  });
});

describe('much of it', () => {
  const inMaking = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('on-its-way', { create: true });
      const names: string[] = [];
      for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
      return names;
    });

  it('tells how far it is, is called off at once, and leaves nothing behind', async () => {
    const all = seedRows(Date.now(), { theme: 'light', language: 'en' }) as Record<string, Record<string, unknown>[]>;
    const copies = Array.from({ length: 60 }, (_, i) => i);
    const more = (name: 'posts' | 'threads') =>
      copies.flatMap((i) =>
        (all[name] as Record<string, unknown>[]).map((row) => ({
          ...row,
          key: `${row.key}~${i}`,
          ...(row.threadKey ? { threadKey: `${row.threadKey}~${i}` } : {}),
          ...(row.parentKey ? { parentKey: `${row.parentKey}~${i}` } : {}),
        })),
      );
    await writeRows(page, { posts: more('posts'), threads: more('threads') });
    await sheets.open('#/themes');
    await sheets.ask('html', { scope: 'everything', hidden: true });
    const before = await inMaking();
    let downloads = 0;
    page.on('download', () => downloads++);
    await sheets.form().locator('button[type=submit]').click();
    const told = () =>
      page.evaluate(() => document.querySelector<HTMLProgressElement>('.export-sheet progress')?.value ?? 0);
    await until(async () => (await told()) > 0, 'some progress');
    await sheets.form().getByRole('button', { name: 'Stop' }).click();
    await sheets.form().getByText('Stopped').waitFor({ timeout: 3_000 });
    expect(downloads).toBe(0);
    const left = await inMaking();
    expect(left.filter((name) => !before.includes(name))).toEqual([]);
    expect(await sheets.form().locator('button[type=submit]').isEnabled()).toBe(true);
  });
});
