/** The whole way through, in both languages: capture → desk → theme → draft → insert → note → export. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { US } from '../demo/community.mjs';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { walkSites } from '../demo/walk.mjs';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';

describe.each(['en', 'es'] as const)('the main job in %s', (lang) => {
  const say = wordsOf(lang);
  let community: Awaited<ReturnType<typeof serveCommunity>>;
  let opened: Opened;
  let panel: Page;

  beforeAll(async () => {
    community = await serveCommunity();
    opened = await openBrowser({ args: community.args, lang });
    await introduceUs(opened, US, lang);
    const page = await walkSites(opened.context, community.sites);
    await page.close();
    panel = await opened.context.newPage();
    await panel.goto(opened.url('sidepanel.html#/desk'));
    const posts = await settled(panel);
    await until(async () => (await rows(panel, 'readings')).length >= posts, 'every post to be read', 60_000);
    await until(async () => (await rows(panel, 'themes')).length > 0, 'a theme to emerge', 60_000);
  }, 180_000);

  afterAll(async () => {
    await opened?.close();
    community?.close();
  });

  const complaint = 'Tres veces esta mañana camino del cole';

  it('the desk shows who waits for us, in the language of the browser', async () => {
    expect(await panel.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${lang}`));
    const waiting = (await rows(panel, 'posts')).filter((post) => post.waitsSince !== undefined);
    expect(waiting.length).toBeGreaterThan(10);
    expect(waiting.every((post) => !post.ours)).toBe(true);
    expect(await panel.locator('article.row').count()).toBeGreaterThan(5);
  });

  it('the complaint wave is a theme that emerges, the steady topic is not', async () => {
    const posts = await rows(panel, 'posts');
    let themes: Awaited<ReturnType<typeof rows>> = [];
    const findWave = async () => {
      themes = await rows(panel, 'themes');
      return themes.find((theme) =>
        theme.postKeys.some((key: string) => posts.find((post) => post.key === key)?.text.includes(complaint)),
      );
    };
    // It is told as soon as it is sure, by the evidence of that moment, and grows with what is still being read.
    await vi.waitFor(async () => expect((await findWave())?.authorKeys.length).toBeGreaterThanOrEqual(10), 20_000);
    const wave = await findWave();
    expect(wave, JSON.stringify(themes.map((theme) => theme.label))).toBeDefined();
    expect(wave.tier).toBe('alert');
    expect(wave.sites.length).toBeGreaterThanOrEqual(3);
    const steady = themes.find((theme) => /clavos|studded/i.test(`${theme.label} ${theme.terms.join(' ')}`));
    expect(steady).toBeUndefined();
    await panel.goto(opened.url(`sidepanel.html#/theme/${encodeURIComponent(wave.id)}`));
    await panel.locator('.words').first().waitFor();
  });

  it('a draft lands in the page’s own reply box, and is not sent', async () => {
    const post = (await rows(panel, 'posts')).find((one) => one.text.includes('¿sabéis ya qué pasa con la 4.1?'));
    const site = await opened.context.newPage();
    await site.goto(post.url);
    await site.waitForTimeout(1000);
    await panel.bringToFront();
    await panel.goto(
      opened.url(`sidepanel.html#/thread/${encodeURIComponent(post.threadKey)}/${encodeURIComponent(post.key)}`),
    );
    const draft = panel.locator('.draft').first();
    await draft.waitFor();
    await draft.getByRole('button', { name: say('editWords') }).click();
    const words = 'Hola, Jordi. Sí, lo sabemos.\nTe escribo en cuanto haya fecha.';
    await draft.getByRole('textbox').fill(words);
    await draft.getByRole('button', { name: say('putInReplyBox') }).click();
    await until(
      async () => (await site.locator('textarea.d-editor-input').inputValue()) === words,
      'the draft to be in the reply box',
    );
    expect(site.url()).toContain('/t/');
    await site.close();
  });

  it('a note with a tag stays with its post', async () => {
    const post = (await rows(panel, 'posts')).find((one) => one.text.includes('¿sabéis ya qué pasa con la 4.1?'));
    await panel.goto(
      opened.url(`sidepanel.html#/thread/${encodeURIComponent(post.threadKey)}/${encodeURIComponent(post.key)}`),
    );
    await panel.reload();
    await panel.locator('article').first().waitFor();
    await panel.keyboard.press('a');
    await panel.getByPlaceholder(say('notePlaceholder')).fill('Llamarle cuando haya fecha.');
    await panel.keyboard.press('Control+Enter');
    const note = await until(async () => (await rows(panel, 'notes'))[0], 'the note to be kept');
    expect(note).toMatchObject({ target: `post:${post.key}`, text: 'Llamarle cuando haya fecha.' });
    await panel.reload();
    await panel.getByText('Llamarle cuando haya fecha.').first().waitFor();
  });

  it.each([
    ['markdown', 'md', /Llamarle cuando haya fecha/],
    ['csv', 'csv', /^\uFEFF/],
    ['json', 'json', /"threadKey"|"thread"/],
  ])('the thread is exported as %s', async (name, ending, holds) => {
    await panel.getByRole('button', { name: say('export'), exact: true }).click();
    const [file] = await Promise.all([
      panel.waitForEvent('download'),
      panel.getByRole('menuitem', { name: new RegExp(`${say(`format_${name}`)}.*${say('withNotes')}`) }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    expect(readFileSync((await file.path())!, 'utf8')).toMatch(holds);
    await panel.reload();
    await panel.locator('article').first().waitFor();
  });
});
