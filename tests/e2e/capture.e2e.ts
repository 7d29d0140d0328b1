/** What is on the page is what is stored, once, and the page does not notice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readThreads } from '../demo/community.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { walkSites } from '../demo/walk.mjs';
import { type Opened, openBrowser, rows, settled } from './lib/browser.mjs';

const now = Date.now();
let community: Awaited<ReturnType<typeof serveCommunity>>;
let opened: Opened;
// biome-ignore lint/suspicious/noExplicitAny: rows are read as another program would, untyped
let posts: any[];

beforeAll(async () => {
  community = await serveCommunity(now);
  opened = await openBrowser({ args: community.args });
  const page = await walkSites(opened.context, community.sites);
  await page.goto(opened.url('manifest.json'));
  await settled(page);
  posts = await rows(page, 'posts');
});

afterAll(async () => {
  await opened?.close();
  community?.close();
});

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each([
  ['foro', 'foro.ruedas.example', true],
  ['reddit', 'reddit', true],
  ['x', 'x', false],
  ['pedal', 'pedal.example', false],
  ['blog', 'revista.ruedas.example', true],
])('%s', (file, site, tellsParents) => {
  const threads = readThreads(file, now);
  const truth = threads.flatMap((thread) => thread.posts.map((post) => ({ ...post, thread })));
  const found = (text: string) =>
    posts.filter((post) => post.site === site && squash(post.text).endsWith(squash(text)));

  it('every post is stored once, with its author', () => {
    const wrong = truth.filter((post) => {
      const [stored, ...more] = found(post.text);
      return (
        !stored ||
        more.length > 0 ||
        ![stored.author.name, stored.author.handle].some((n) => n === post.name || n === post.handle)
      );
    });
    expect(wrong.map((post) => `${post.handle}: ${post.text}`)).toEqual([]);
    expect(posts.filter((post) => post.site === site).length).toBe(truth.length);
  });

  it('every post has its own time and a permalink', () => {
    for (const post of truth) {
      const stored = found(post.text)[0];
      expect(Math.abs(stored.postedAt - post.at), post.text).toBeLessThan(1000);
      expect(stored.url).toMatch(/^https:\/\//);
    }
  });

  it.runIf(tellsParents)('every reply is tied to what it answers', () => {
    // Discourse marks no answer to the topic itself.
    const due = truth.filter((post) => post.answers !== null && (file !== 'foro' || post.answers > 1));
    for (const post of due) {
      const answered = found(post.thread.posts[post.answers! - 1]!.text)[0];
      expect(found(post.text)[0].parentKey, post.text).toBe(answered.key);
    }
  });
});

it('a second visit stores nothing twice', async () => {
  const page = await opened.context.newPage();
  await page.goto(community.sites[0]!.urls[1]!);
  await page.waitForTimeout(1500);
  await page.goto(opened.url('manifest.json'));
  expect((await rows(page, 'posts')).length).toBe(posts.length);
});

it('the page is left as it was', async () => {
  const page = await opened.context.newPage();
  await page.goto(community.sites[4]!.urls[0]!);
  const before = await page.content();
  const globals = await page.evaluate(() => Object.keys(window).length);
  await page.waitForTimeout(2000);
  expect(await page.content()).toBe(before);
  expect(await page.evaluate(() => Object.keys(window).length)).toBe(globals);
});
