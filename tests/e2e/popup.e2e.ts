/** The real popup over a real page: who waits here, a note, stopping and listening again, and the panel it opens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { US } from '../demo/community.mjs';
import { introduceUs } from '../demo/introduce.mjs';
import { serveCommunity } from '../demo/server.mjs';
import { type Opened, openBrowser, rows, settled, until } from './lib/browser.mjs';
import { POPUP_ARGS, pressToolbar } from './lib/popup.mjs';

let community: Awaited<ReturnType<typeof serveCommunity>>;
let opened: Opened;

beforeAll(async () => {
  community = await serveCommunity();
  opened = await openBrowser({ args: [...community.args, ...POPUP_ARGS] });
  await introduceUs(opened, US, 'en');
}, 60_000);
afterAll(async () => {
  await opened?.close();
  community?.close();
});

const pressed = (words: string) =>
  `(() => { const button = [...document.querySelectorAll('button')].find((b) => b.textContent.includes(${JSON.stringify(words)})); button?.click(); return button !== undefined; })()`;
const words = 'document.body?.innerText ?? ""';

describe('the popup on a page of a forum', () => {
  it('says who waits, keeps a note, stops and listens again, and opens the panel on the conversation', async () => {
    const address = community.sites.flatMap((site) => site.urls).find((url) => url.includes('subiendo-desde-la-4-1'))!;
    const page = await opened.context.newPage();
    await page.goto(address);
    const door = await opened.context.newPage();
    await door.goto(opened.url('options.html'));
    await settled(door);

    const popup = await pressToolbar(opened, page);
    const says = (what: string | RegExp) =>
      until(async () => {
        const said = await popup.run<string>(words);
        return typeof what === 'string' ? said.includes(what) : what.test(said);
      }, `the popup to say ${what}`);
    const press = (what: string) => until(() => popup.run<boolean>(pressed(what)), `the button “${what}”`);
    await says(/\d+ posts on the page, \d+ read/);
    await says('Jordi Camps');
    expect(await popup.run('innerWidth')).toBe(340);

    await press('Note');
    await until(() => popup.run<boolean>('!!document.querySelector("textarea")'), 'the note box');
    await popup.run(
      'const box = document.querySelector("textarea"); box.value = "Call him."; box.dispatchEvent(new Event("input", { bubbles: true }))',
    );
    await press('Save');
    await says('Your note is kept.');
    expect(await rows(door, 'notes')).toMatchObject([{ text: 'Call him.' }]);

    await press('Stop here');
    await says('You stopped listening');
    const settings = async () => (await rows(door, 'meta')).find((row) => row.name === 'settings').value;
    expect((await settings()).sites).toMatchObject([{ listening: false }]);
    const held = (await rows(door, 'posts')).length;
    expect(held).toBeGreaterThan(10);

    await press('Listen here');
    await says('Jordi Camps');
    expect((await settings()).sites).toMatchObject([{ listening: true }]);
    expect((await rows(door, 'posts')).length).toBe(held);

    // The popup closes over the panel, so there is no answer to wait for.
    void popup.run(pressed('Reply')).catch(() => undefined);
    await until(
      async () => (await popup.targets()).some((url) => url.includes('/sidepanel.html#/thread/')),
      'the panel on the conversation',
    );
  });
});
