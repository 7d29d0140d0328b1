/** The main job on the demo community: listen, read, find what is brewing, suggest a reply. Prints it and takes pictures. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, rows, settled, until } from '../e2e/lib/browser.mjs';
import { root } from '../run/setup.mjs';
import { US } from './community.mjs';
import { introduceUs } from './introduce.mjs';
import { serveCommunity } from './server.mjs';
import { printDrafts, printHeard } from './show.mjs';
import { walkSites } from './walk.mjs';

const pictures = join(root, '.output/demo');

/** @param {{ headed: boolean }} options headed: stays open for a person to try */
export async function showMainJob({ headed }) {
  const community = await serveCommunity();
  const opened = await openBrowser({ headed, args: community.args, viewport: { width: 420, height: 900 } });
  mkdirSync(pictures, { recursive: true });
  try {
    await introduceUs(opened, US);
    console.log('Reading the demo community, as a reader would:');
    const page = await walkSites(opened.context, community.sites, console.log);

    const panel = await opened.context.newPage();
    await panel.goto(opened.url('sidepanel.html#/desk'));
    const posts = await settled(panel);
    await until(async () => (await rows(panel, 'readings')).length >= posts, 'every post to be read', 60_000);
    await until(async () => (await rows(panel, 'themes')).length > 0, 'a theme to emerge', 60_000);
    const { themes, waiting } = await printHeard(panel);
    await picture(panel, 'desk');

    const show = async (hash, name) => {
      await panel.goto(opened.url(`sidepanel.html#${hash}`));
      await panel.reload();
      await panel.waitForTimeout(800);
      await picture(panel, name);
    };
    await show('/themes', 'themes');
    if (themes[0]) await show(`/theme/${encodeURIComponent(themes[0].id)}`, 'theme');

    console.log('\nSuggested replies');
    for (const post of waiting.slice(-3)) {
      await panel.goto(
        opened.url(`sidepanel.html#/thread/${encodeURIComponent(post.threadKey)}/${encodeURIComponent(post.key)}`),
      );
      await panel.reload();
      await printDrafts(panel, post);
    }
    await picture(panel, 'thread');
    await show('/people', 'people');
    await page.close();
    console.log('\nPictures: .output/demo/');
    if (headed) {
      await panel.goto(opened.url('sidepanel.html#/desk'));
      console.log('The browser stays open for you. Close it, or press Ctrl+C, to end.');
      await new Promise((closed) => opened.context.once('close', closed));
    }
  } finally {
    await opened.close().catch(() => {});
    community.close();
  }
}

const picture = (page, name) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
