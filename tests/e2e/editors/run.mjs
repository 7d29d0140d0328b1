/**
 * Puts drafts into real editors in a real Chromium, from an isolated world as the capture script does, and asks each editor's
 * own state what it holds.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** Line breaks, a blank line, accents, an emoji, and what must never become markup. */
const LETTER =
  'Hola, Ana.\n\nSentimos lo de tu «pedido» & <b>la app</b>: ya está.\nTe decimos algo mañana 🙂\n\n[cuándo]';
const SHORT = 'querida Ana, ';

const bundle = async (entry, options) => {
  const result = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    jsx: 'automatic',
    ...options,
  });
  return result.outputFiles[0].text;
};

/** @returns {Promise<{ name: string, ok: boolean, detail: string }[]>} */
export async function run({ chromiumPath }) {
  const folder = await mkdtemp(join(tmpdir(), 'tertulia-editors-'));
  const [page, composer] = await Promise.all([bundle('./page.ts'), bundle('./world.ts', { globalName: 'composer' })]);
  await writeFile(join(folder, 'page.js'), page);
  await writeFile(
    join(folder, 'page.html'),
    '<!doctype html><meta charset="utf-8"><title>Editors</title><body><script src="page.js"></script>',
  );
  const browser = await chromium.launch({ executablePath: chromiumPath, args: FLAGS });
  try {
    const tab = await browser.newPage();
    const faults = [];
    tab.on('pageerror', (error) => faults.push(String(error)));
    await tab.goto(`file://${join(folder, 'page.html')}`);
    await tab.evaluate(() => window.ready);
    const names = await tab.evaluate(() => Object.keys(window.subjects));
    const insert = await isolatedInsert(tab, composer);
    const results = [];
    for (const name of names) for (const check of CHECKS) results.push(await tryCheck(check, name, tab, insert));
    results.push(await sentNothing(tab), {
      name: 'editors: no page error',
      ok: faults.length === 0,
      detail: faults.join('; '),
    });
    return results;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `insertText` in a world of its own, as Chrome gives a content script. */
async function isolatedInsert(tab, composer) {
  const session = await tab.context().newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'tertulia',
  });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(`${composer}; globalThis.composer = composer; typeof subjects`).then((seen) => {
    if (seen !== 'undefined') throw new Error('the world is not isolated');
  });
  return async (name, text, { inPlace = false } = {}) => {
    // The box is found by its mark: page objects cannot be seen from here.
    await tab.evaluate((wanted) => window.subjects[wanted].box.setAttribute('data-in-hand', ''), name);
    const done = await evaluate(`(() => {
      const roots = [document, ...[...document.querySelectorAll('*')].flatMap((node) => node.shadowRoot ?? [])];
      const box = roots.map((root) => root.querySelector('[data-in-hand]')).find(Boolean);
      if (${inPlace} && !composer.shortcutBefore(box)?.select()) return false;
      return composer.insertText(box, ${JSON.stringify(text)});
    })()`);
    await tab.evaluate((wanted) => window.subjects[wanted].box.removeAttribute('data-in-hand'), name);
    await tab.waitForTimeout(60);
    return done;
  };
}

const stateOf = (tab, name) => tab.evaluate((wanted) => window.subjects[wanted].state(), name);
const start = async (tab, name, text) => {
  await tab.evaluate(
    async ([wanted, words]) => {
      document.activeElement?.blur();
      document.getSelection()?.removeAllRanges();
      await window.subjects[wanted].set(words);
    },
    [name, text],
  );
  await tab.waitForTimeout(30);
};
const focus = async (tab, name) => {
  const box = await tab.evaluateHandle((wanted) => window.subjects[wanted].box, name);
  await box.asElement().click();
  await tab.keyboard.press('Control+End');
  await tab.waitForTimeout(30);
};

const CHECKS = [
  {
    what: 'a saved reply in the place of its shortcut',
    async run(tab, name, insert) {
      await start(tab, name, '');
      await focus(tab, name);
      await tab.keyboard.type('Hola: /ty');
      await tab.waitForTimeout(60);
      const done = await insert(name, 'querida Ana.', { inPlace: true });
      return { done, wanted: 'Hola: querida Ana.', got: await stateOf(tab, name) };
    },
  },
  {
    what: 'a letter into the empty box in focus',
    async run(tab, name, insert) {
      await start(tab, name, '');
      await focus(tab, name);
      const done = await insert(name, LETTER);
      return { done, wanted: LETTER, got: await stateOf(tab, name) };
    },
  },
  {
    what: 'a letter into the empty box nobody focused',
    async run(tab, name, insert) {
      await start(tab, name, '');
      const done = await insert(name, LETTER);
      return { done, wanted: LETTER, got: await stateOf(tab, name) };
    },
  },
  {
    what: 'words in the middle of what was written',
    async run(tab, name, insert) {
      await start(tab, name, 'Hola, mundo.');
      await focus(tab, name);
      for (let i = 0; i < 'mundo.'.length; i++) await tab.keyboard.press('ArrowLeft');
      await tab.waitForTimeout(150);
      const done = await insert(name, SHORT);
      return { done, wanted: `Hola, ${SHORT}mundo.`, got: await stateOf(tab, name) };
    },
  },
  {
    what: 'words over a selection',
    async run(tab, name, insert) {
      await start(tab, name, 'Hola, mundo');
      await focus(tab, name);
      for (let i = 0; i < 'mundo'.length; i++) await tab.keyboard.press('Shift+ArrowLeft');
      await tab.waitForTimeout(150);
      const done = await insert(name, 'Ana');
      return { done, wanted: 'Hola, Ana', got: await stateOf(tab, name) };
    },
  },
  {
    what: 'undone with Ctrl+Z, and typing goes on',
    async run(tab, name, insert) {
      await start(tab, name, 'Hola');
      await focus(tab, name);
      await tab.waitForTimeout(150);
      const done = await insert(name, LETTER);
      const put = await stateOf(tab, name);
      if (!put.startsWith('HolaHola, Ana.')) return { done, wanted: `Hola${LETTER}`, got: put };
      for (let i = 0; i < 12 && (await stateOf(tab, name)) !== 'Hola'; i++) {
        await tab.keyboard.press('Control+z');
        await tab.waitForTimeout(30);
      }
      await tab.keyboard.press('Control+End');
      await tab.keyboard.type('x');
      await tab.waitForTimeout(60);
      return { done, wanted: 'Holax', got: await stateOf(tab, name) };
    },
  },
];

async function tryCheck({ what, run: check }, name, tab, insert) {
  const title = `editors: ${name}: ${what}`;
  try {
    const { done, wanted, got } = await check(tab, name, insert);
    const ok = done && got === wanted;
    return {
      name: title,
      ok,
      detail: ok ? '' : `said ${done}, wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`,
    };
  } catch (error) {
    return { name: title, ok: false, detail: String(error) };
  }
}

async function sentNothing(tab) {
  const counters = await tab.evaluate(() => window.counters);
  return {
    name: 'editors: nothing pressed, clicked or sent',
    ok: Object.values(counters).every((count) => count === 0),
    detail: JSON.stringify(counters),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await run({ chromiumPath: process.argv[2] ?? '/usr/bin/chromium' });
  for (const { name, ok, detail } of results) console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}${detail && ` — ${detail}`}`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
