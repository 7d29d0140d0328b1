/**
 * Photographs every screen as people see it, with an invented community in the database: `npm run screens`, then look at
 * `.output/screens/`. Words after the command choose by name: `npm run screens -- popup theme`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { E2E_BUILD, openBrowser } from '../e2e/lib/browser.mjs';
import { ensureBrowser } from '../run/browser.mjs';
import { ensureDependencies, root, run } from '../run/setup.mjs';
import { glanceAt, pretendTab } from './popup-page.mjs';
import { seedRows, writeRows } from './seed.mjs';

const OUT = join(root, '.output/screens');
const LOOKS = {
  'light-es': { theme: 'light', language: 'es' },
  'dark-es': { theme: 'dark', language: 'es' },
  'light-en': { theme: 'light', language: 'en' },
  'dark-en': { theme: 'dark', language: 'en' },
};

/** Given to the page as a function to run: the policy of our pages forbids a script tag. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

const hash = (...parts) => `#/${parts.map(encodeURIComponent).join('/')}`;
const find = (rows, pattern) => rows.posts.find((post) => pattern.test(post.text));

/**
 * A screen: where it is, its widths, what is done before the picture is taken.
 * `rows`: what is in the database, from the seed.
 */
const SCREENS = [
  { name: 'popup', width: 340, path: () => 'popup.html', popup: (rows) => glanceAt(rows, 'foro.ruedas.example:102') },
  {
    name: 'popup-quiet',
    width: 340,
    path: () => 'popup.html',
    popup: (rows) => glanceAt(rows, 'foro.ruedas.example:108'),
  },
  {
    name: 'popup-half',
    width: 340,
    path: () => 'popup.html',
    popup: (rows) => glanceAt(rows, 'revista.ruedas.example:502', { read: 9, missing: { time: 11 } }),
  },
  {
    name: 'popup-silent',
    width: 340,
    path: () => 'popup.html',
    popup: () => ({ url: 'https://foro.ruedas.example/', glance: null, granted: false }),
  },
  {
    name: 'popup-browser',
    width: 340,
    path: () => 'popup.html',
    popup: () => ({ url: 'chrome://settings/', glance: null }),
  },
  { name: 'welcome', path: () => 'options.html#welcome' },
  { name: 'welcome-first', path: () => 'options.html#welcome', empty: true },
  { name: 'settings', path: () => 'options.html#settings' },
  { name: 'help', path: () => 'options.html#help' },
  { name: 'settings-320', width: 320, path: () => 'options.html#settings' },
  { name: 'settings-open', path: () => 'options.html#settings', act: openSettingsParts },
  { name: 'desk', path: () => `sidepanel.html${hash('desk')}` },
  { name: 'desk-320', width: 320, path: () => `sidepanel.html${hash('desk')}` },
  {
    name: 'thread',
    path: (rows) => {
      const post = find(rows, /Third bike from these folks/);
      return `sidepanel.html${hash('thread', post.threadKey, post.key)}`;
    },
  },
  {
    name: 'thread-why',
    path: (rows) => {
      const post = find(rows, /Third bike from these folks/);
      return `sidepanel.html${hash('thread', post.threadKey, post.key)}`;
    },
    act: (page) => page.locator('.why-box summary').first().click(),
  },
  { name: 'themes', path: () => `sidepanel.html${hash('themes')}` },
  { name: 'themes-320', width: 320, path: () => `sidepanel.html${hash('themes')}` },
  { name: 'theme', path: () => `sidepanel.html${hash('theme', 't-cuts')}` },
  {
    name: 'theme-menu',
    path: () => `sidepanel.html${hash('theme', 't-cuts')}`,
    act: (page) => page.locator('main .buttons .anchored button').click(),
  },
  {
    name: 'theme-figure',
    path: () => `sidepanel.html${hash('theme', 't-cuts')}`,
    act: (page) => page.locator('.theme-facts button').first().click(),
  },
  { name: 'theme-pulse', path: () => `sidepanel.html${hash('pulse')}` },
  { name: 'theme-pulse-320', width: 320, path: () => `sidepanel.html${hash('pulse')}` },
  { name: 'theme-letter', path: () => `sidepanel.html${hash('letter')}` },
  { name: 'empty-pulse', path: () => `sidepanel.html${hash('pulse')}`, empty: true },
  { name: 'empty-letter', path: () => `sidepanel.html${hash('letter')}`, empty: true },
  { name: 'person', path: (rows) => `sidepanel.html${hash('person', find(rows, /Third bike/).authorKey)}` },
  { name: 'ready', path: () => `sidepanel.html${hash('ready')}` },
  { name: 'ready-320', width: 320, path: () => `sidepanel.html${hash('ready')}` },
  { name: 'ready-coverage', path: () => `sidepanel.html${hash('ready', 'coverage')}` },
  { name: 'ready-rehearse', path: () => `sidepanel.html${hash('ready', 'rehearse')}` },
  {
    name: 'ready-answering',
    path: () => `sidepanel.html${hash('ready', 'rehearse')}`,
    act: (page) => page.locator('.rehearsal .list button').last().click(),
  },
  {
    name: 'export',
    path: () => `sidepanel.html${hash('desk')}`,
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(
        await page.evaluate(() => (document.documentElement.lang === 'es' ? 'Llevarse' : 'Take conv')),
      );
      await page.keyboard.press('Enter');
    },
  },
  { name: 'empty-ready', path: () => `sidepanel.html${hash('ready')}`, empty: true },
  { name: 'empty-desk', path: () => `sidepanel.html${hash('desk')}`, empty: true },
  { name: 'empty-themes', path: () => `sidepanel.html${hash('themes')}`, empty: true },
];

async function openSettingsParts(page) {
  await page.locator('.site-row summary').first().click();
  // A button gives way to its form: the watch's, then the reply's.
  await page.locator('main .from-edge').nth(1).click();
  await page.locator('main .from-edge').nth(2).click();
}

async function photograph(browser, screen, look, rows) {
  const page = await browser.context.newPage();
  try {
    const width = screen.width ?? 400;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: LOOKS[look].theme, reducedMotion: 'reduce' });
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    if (screen.popup) await page.addInitScript(pretendTab, screen.popup(rows));
    await page.goto(browser.url(screen.path(rows)));
    await page.evaluate(() => document.fonts.ready);
    // Live queries, the fonts they bring, and the analysis worker settle.
    await page.waitForTimeout(900);
    if (screen.act) {
      await screen.act(page);
      await page.waitForTimeout(400);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) faults.push(`${wide} px too wide`);
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(async (options) => {
      // Half under a sticky edge, a target looks too small: a matter of where the page stands.
      const sticky = [...document.querySelectorAll('.head, .foot, .toasts, .bulk')];
      for (const one of sticky) one.style.position = 'static';
      const found = await globalThis.axe.run(document, options);
      for (const one of sticky) one.style.position = '';
      return found;
    }, AXE);
    for (const { id, nodes } of violations)
      faults.push(`axe ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    await shoot(browser, page, width, join(OUT, `${screen.name}-${look}.png`), Boolean(screen.popup));
    console.log(`${screen.name}-${look}${faults.length > 0 ? `   ${faults.join(' · ')}` : ''}`);
    return faults.length;
  } finally {
    await page.close();
  }
}

/** The whole page at twice its size, in a window as tall as it: what sticks to an edge stands at that edge. */
async function shoot(browser, page, width, path, hugs) {
  const session = await browser.context.newCDPSession(page);
  const tall = await page.evaluate((own) => {
    const content = Math.ceil(document.querySelector('#root').getBoundingClientRect().height);
    return own ? content : Math.max(content, window.innerHeight, document.documentElement.scrollHeight);
  }, hugs);
  await page.setViewportSize({ width, height: tall });
  await page.waitForTimeout(150);
  const height = hugs ? tall : await page.evaluate(() => document.documentElement.scrollHeight);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 2 },
  });
  writeFileSync(path, Buffer.from(data, 'base64'));
}

ensureDependencies();
ensureBrowser();
if (!existsSync(join(E2E_BUILD, 'manifest.json'))) await run('wxt', ['build', '--mode', 'e2e'], { quiet: true });
mkdirSync(OUT, { recursive: true });

const wanted = process.argv.slice(2);
const chosen = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
const browser = await openBrowser();
let faults = 0;
try {
  const door = await browser.context.newPage();
  await door.goto(browser.url('options.html'));
  await door.waitForTimeout(800);
  // The themes are the seed's, in every state a theme may have: while the lock is held, the engine waits.
  await door.evaluate(() => void navigator.locks.request('tertulia:updateThemes', () => new Promise(() => {})));
  for (const [look, settings] of Object.entries(LOOKS)) {
    const rows = seedRows(Date.now(), settings);
    const bare = {
      ...Object.fromEntries(Object.keys(rows).map((table) => [table, []])),
      meta: [{ name: 'settings', value: { ...rows.meta[0].value, brands: [], us: [], sites: [] } }],
    };
    for (const empty of [false, true]) {
      const some = chosen.filter((screen) => Boolean(screen.empty) === empty);
      if (some.length === 0) continue;
      await writeRows(door, empty ? bare : rows);
      for (const screen of some) faults += await photograph(browser, screen, look, rows);
    }
  }
} finally {
  await browser.close();
}
console.log(`\n${OUT}${faults > 0 ? ` · ${faults} faults` : ''}`);
process.exitCode = faults > 0 ? 1 : 0;
