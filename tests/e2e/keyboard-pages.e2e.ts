/** By keyboard alone where no screen of ours is: the popup over a page, a draft put into a page's own box, a note in the page. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { introduceUs, wordsOf } from '../demo/introduce.mjs';
import { serveBlog } from './lib/blog-page.mjs';
import { type Opened, openBrowser, rows, until } from './lib/browser.mjs';
import { type Step, walk } from './lib/keyboard';
import { POPUP_ARGS, pressToolbar } from './lib/popup.mjs';

const say = wordsOf('en');
let opened: Opened;
let blog: Awaited<ReturnType<typeof serveBlog>>;
let site: Page;
let panel: Page;
let cdp: CDPSession;

const write = (id: string, name: string, text: string) =>
  site.evaluate(
    (said) => (window as unknown as { say(...said: unknown[]): void }).say(...said),
    [id, name, text, null],
  );
const heard = async () => (await rows(panel, 'posts')).find((post) => post.nativeId === 'comment-1');

beforeAll(async () => {
  blog = await serveBlog();
  opened = await openBrowser({ viewport: { width: 900, height: 800 }, args: POPUP_ARGS });
  await introduceUs(opened, { brands: ['Farol'], accounts: ['Marta Ríos'], ourName: 'Marta' });
  site = await opened.context.newPage();
  cdp = await opened.context.newCDPSession(site);
  await site.goto(blog.url);
  panel = await opened.context.newPage();
  await panel.goto(opened.url('sidepanel.html#/desk'));
  await write('1', 'Leire Zubiri', 'Farol, my lamp goes out on every hill. What can I do?');
  await until(heard, 'the comment to be heard');
});
afterAll(async () => {
  await opened?.close();
  blog?.close();
});

it('a draft is changed, put into the page’s reply box, and copied', async () => {
  const post = await heard();
  await panel.bringToFront();
  await panel.goto(
    opened.url(`sidepanel.html#/thread/${encodeURIComponent(post.threadKey)}/${encodeURIComponent(post.key)}`),
  );
  await panel.locator('.draft').first().waitFor();
  expect(
    await walk(panel, [
      ['press', '1'],
      ['tab', say('editWords')],
      ['press', 'Enter', say('editDraft')],
      ['type', 'By key alone. '],
      ['tab', say('asItWas')],
      ['press', 'Enter', say('editWords')],
      ['press', 'Enter', say('editDraft')],
      ['type', 'By key alone. '],
      ['tab', say('copy')],
      ['press', 'Enter', say('copy')],
      ['see', say('did_copied_draft')],
      ['back', say('putInReplyBox')],
      ['press', 'Enter'],
      ['see', say('insertedIn', '').slice(0, 20)],
    ]),
  ).toEqual([]);
  expect(await site.locator('#comment').inputValue()).toContain('By key alone.');
});

it('the popup: all it offers is reached, and seen to be', async () => {
  const popup = await pressToolbar(opened, site);
  await until(
    () => popup.run<boolean>('document.body.innerText.includes("Leire Zubiri")'),
    'the popup to say who waits',
  );
  const walked = {
    keyboard: { press: popup.press, type: popup.press },
    evaluate: <T>(read: (() => T) | string): Promise<T> => popup.run(typeof read === 'string' ? read : `(${read})()`),
  };
  const offers = ['popupReply', 'popupNote', 'popupOpenDesk', 'popupStopLabel'];
  expect(
    await walk(
      walked,
      offers.map((key): Step => ['tab', say(key)]),
    ),
  ).toEqual([]);
});

/** Name of what has the focus, in closed roots too, and whether a ring shows it. */
async function focused(): Promise<{ name: string; ring: boolean }> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const held = nodes.filter(({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'focused' && value.value),
  );
  const node = held.at(-1);
  if (!node?.backendDOMNodeId || node.role?.value === 'RootWebArea') return { name: '', ring: false };
  await cdp.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await cdp.send('DOM.pushNodesByBackendIdsToFrontend', {
    backendNodeIds: [node.backendDOMNodeId],
  });
  const { computedStyle } = await cdp.send('CSS.getComputedStyleForNode', { nodeId: nodeIds[0] ?? 0 });
  const style = Object.fromEntries(computedStyle.map(({ name, value }) => [name, value]));
  return {
    name: String(node.name?.value ?? ''),
    ring: (style['outline-style'] !== 'none' && style['outline-width'] !== '0px') || style['box-shadow'] !== 'none',
  };
}
const on = (name: string | RegExp) =>
  until(
    async () => {
      const at = await focused();
      return at.ring && (typeof name === 'string' ? at.name.startsWith(name) : name.test(at.name));
    },
    `the focus to be seen on ${name}`,
    5_000,
  ).catch(async (fault) => {
    throw new Error(`${fault.message}; it is on ${JSON.stringify(await focused())}`);
  });

it('a note, the card and the list of keys in the page give the focus back to where it was', async () => {
  await site.bringToFront();
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const link = site.locator('#comment-1 time').locator('..');
  const isBack = () => link.evaluate((one) => one === document.activeElement);
  for (const key of ['Alt+n', 'Alt+p', '?']) {
    await link.focus();
    await site.keyboard.press('Tab');
    await site.keyboard.press('Shift+Tab');
    await site.keyboard.press(key);
    await until(async () => !(await isBack()), `${key} to take the focus`);
    await on(/./);
    await site.keyboard.press('Escape');
    await until(isBack, `the focus to come back after ${key}`, 5_000);
  }
  await site.keyboard.press('Alt+n');
  await until(async () => !(await isBack()), 'the note to take the focus');
  await site.keyboard.type('kept by key');
  await site.keyboard.press('Control+Enter');
  await until(async () => (await rows(panel, 'notes')).some(({ text }) => text.includes('kept by key')), 'the note');
  await until(isBack, 'the focus to come back after it was kept', 5_000);
});
