/**
 * Pictures for the stores, 1280 × 800: the panel beside a quiet page of paper, both languages. `node tests/screens/store.mjs`,
 * then look at `.output/store/`.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { E2E_BUILD, openBrowser } from '../e2e/lib/browser.mjs';
import { ensureBrowser } from '../run/browser.mjs';
import { ensureDependencies, root, run } from '../run/setup.mjs';
import { seedRows, writeRows } from './seed.mjs';

const OUT = join(root, '.output/store');
const SIZE = { width: 1280, height: 800 };
/** The panel as wide as people have it, twice as sharp. */
const PANEL = { width: 440, height: 720 };

const hash = (...parts) => `#/${parts.map(encodeURIComponent).join('/')}`;
const SHOTS = [
  {
    name: '1-desk',
    path: () => hash('desk'),
    en: 'Who waits for a word from you',
    es: 'Quién espera una palabra tuya',
  },
  {
    name: '2-conversation',
    path: (rows) => {
      const post = rows.posts.find(({ text }) => /Third bike from these folks/.test(text));
      return hash('thread', post.threadKey, post.key);
    },
    en: 'The whole conversation, and a draft in your words',
    es: 'La conversación entera, y un borrador con tus palabras',
  },
  {
    name: '3-theme',
    path: () => hash('theme', 't-cuts'),
    en: 'What people begin to talk about',
    es: 'De qué empieza a hablar la gente',
  },
  { name: '4-ready', path: () => hash('ready'), en: 'Are we ready?', es: '¿Estamos a punto?' },
];

/** Set as text in a page of our own: paper, a sentence, the panel's picture. */
function frame(words, picture, dark) {
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; width: ${SIZE.width}px; height: ${SIZE.height}px; display: flex; align-items: center; justify-content: space-between; background: ${dark ? '#161412' : '#f3ede0'}; }
    h1 { font: 500 52px/1.2 Literata, Charter, Georgia, serif; color: ${dark ? '#efe8dc' : '#211d18'}; margin: 0 0 0 96px; max-width: 560px; text-wrap: balance; }
    img { width: ${PANEL.width}px; height: ${PANEL.height}px; margin-right: 96px; border-radius: 8px; box-shadow: 0 1px 2px #0003, 0 16px 48px #0003; }
  </style><h1>${words}</h1><img src="data:image/png;base64,${picture}">`;
}

ensureDependencies();
ensureBrowser();
if (!existsSync(join(E2E_BUILD, 'manifest.json'))) await run('wxt', ['build', '--mode', 'e2e'], { quiet: true });
mkdirSync(OUT, { recursive: true });
const browser = await openBrowser({ viewport: SIZE });
try {
  const door = await browser.context.newPage();
  await door.goto(browser.url('options.html'));
  await door.waitForTimeout(800);
  await door.evaluate(() => void navigator.locks.request('tertulia:updateThemes', () => new Promise(() => {})));
  for (const [language, theme] of [
    ['en', 'light'],
    ['es', 'dark'],
  ]) {
    const rows = seedRows(Date.now(), { language, theme });
    await writeRows(door, rows);
    for (const shot of SHOTS) {
      const page = await browser.context.newPage();
      await page.setViewportSize(PANEL);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(browser.url(`sidepanel.html${shot.path(rows)}`));
      await page.waitForTimeout(1_500);
      const session = await browser.context.newCDPSession(page);
      const { data } = await session.send('Page.captureScreenshot', {
        format: 'png',
        clip: { x: 0, y: 0, ...PANEL, scale: 2 },
      });
      await page.close();
      const paper = await browser.context.newPage();
      await paper.setViewportSize(SIZE);
      await paper.setContent(frame(shot[language], data, theme === 'dark'));
      await paper.waitForTimeout(200);
      writeFileSync(join(OUT, `${shot.name}-${language}.png`), await paper.screenshot());
      await paper.close();
      console.log(`${shot.name}-${language}`);
    }
  }
} finally {
  await browser.close();
}
console.log(`\n${OUT}`);
