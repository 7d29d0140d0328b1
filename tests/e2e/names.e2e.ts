/**
 * What a screen reader says of every main screen, in both languages, kept as text beside this test: what changes is seen in
 * review. `UPDATE_NAMES=1` writes it anew. Nothing to press is without a name, and nothing of a name hides.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { glanceAt, pretendTab } from '../screens/popup-page.mjs';
import { seedRows, writeRows } from '../screens/seed.mjs';
import { type Opened, openBrowser, rows as rowsOf, until } from './lib/browser.mjs';
import { calmlySpoken, type Spoken } from './lib/spoken';

type Rows = ReturnType<typeof seedRows>;

/**
 * Noon of the next Wednesday but today: no word on a screen depends on the hour or the day of the run, and what comes back by
 * the clock of the machine has come back by then.
 */
const NOON = (() => {
  const day = new Date();
  day.setDate(day.getDate() + (((3 - day.getDay() + 6) % 7) + 1));
  return day.setHours(12, 0, 0, 0);
})();
const HIDDEN = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u3164]/;
const SIGNS = [
  ...'\u202e\u202d\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u00ad\u2060\ufeff\u3164',
];
const LONGEST = 100;

let opened: Opened;
let door: Page;

beforeAll(async () => {
  opened = await openBrowser({ viewport: { width: 400, height: 800 } });
  door = await opened.context.newPage();
  await door.goto(opened.url('options.html'));
  await door.waitForTimeout(800);
  // Readings and themes are the seed's: while the locks are held, the engines wait.
  await door.evaluate(() => {
    for (const job of ['read', 'updateThemes'])
      void navigator.locks.request(`tertulia:${job}`, () => new Promise(() => {}));
  });
});
afterAll(() => opened?.close());

const of = (...parts: string[]) => `sidepanel.html#/${parts.map(encodeURIComponent).join('/')}`;
const found = (rows: Rows, words: RegExp) => rows.posts.find(({ text }: { text: string }) => words.test(text))!;

/** Name and address of each. */
function screensOf(rows: Rows): [name: string, path: string][] {
  const post = found(rows, /Third bike from these folks/);
  return [
    ['desk', of('desk')],
    ['waiting', of('desk', 'waiting')],
    ['done', of('desk', 'done')],
    ['conversation', of('thread', post.threadKey, post.key)],
    ['themes', of('themes')],
    ['theme', of('theme', 't-cuts')],
    ['pulse', of('pulse')],
    ['letter', of('letter')],
    ['people', of('people')],
    ['ties', of('ties')],
    ['person', of('person', post.authorKey)],
    ['search', of('search', 'remolque')],
    ['readiness', of('ready')],
    ['popup', 'popup.html'],
    ['welcome', 'options.html#welcome'],
    ['settings', 'options.html#settings'],
    ['help', 'options.html#help'],
  ];
}

/** In place of what is held; whose turn it is follows from it anew when a screen opens, and is waited for. */
async function hold(tables: Rows): Promise<void> {
  // The background looks after the desk by the machine's clock, not by the one of this test.
  await door.evaluate(() =>
    (globalThis as unknown as { chrome: { alarms: { clearAll(): unknown } } }).chrome.alarms.clearAll(),
  );
  await writeRows(door, tables);
  const page = await opened.context.newPage();
  await page.clock.setFixedTime(NOON);
  await page.goto(opened.url(of('desk')));
  let last = '';
  let same = 0;
  await until(
    async () => {
      const now = (await rowsOf(page, 'posts')).map(({ key, desk, deskAt }) => `${key} ${desk} ${deskAt}`).join();
      same = now === last ? same + 1 : 0;
      last = now;
      await page.waitForTimeout(300);
      return same >= 6;
    },
    'the desk to stand',
    60_000,
  );
  await page.close();
}

async function listen(rows: Rows, path: string): Promise<Spoken[]> {
  const page = await opened.context.newPage();
  try {
    await page.clock.setFixedTime(NOON);
    if (path === 'popup.html')
      await page.addInitScript(pretendTab as never, glanceAt(rows, 'foro.ruedas.example:102') as never);
    await page.goto(opened.url(path));
    await page.locator('#root > *').first().waitFor();
    return await calmlySpoken(opened.context, page);
  } finally {
    await page.close();
  }
}

const MONTHS_AND_DAYS = ['en', 'es'].flatMap((language) =>
  (['long', 'short'] as const).flatMap((width) => [
    ...Array.from({ length: 12 }, (_, i) =>
      new Intl.DateTimeFormat(language, { month: width }).format(new Date(2026, i, 15)),
    ),
    ...Array.from({ length: 7 }, (_, i) =>
      new Intl.DateTimeFormat(language, { weekday: width }).format(new Date(2026, 5, 1 + i)),
    ),
  ]),
);
const DAYS = new RegExp(`(?<![\\p{L}])(?:${MONTHS_AND_DAYS.join('|')})(?![\\p{L}])\\.?`, 'giu');

/** Without what differs from day to day, and no longer than a line. */
function lineOf({ role, name }: Spoken): string {
  const said = name
    .replace(DAYS, '‹when›')
    .replace(/\d+(?:[.,:]\d+)*/g, '#')
    .replace(/#\s(?:[AP]M|[ap]\.\s?m\.)/g, '#')
    // A date may be written with its day, its month, its year, or the two ends of a week.
    .replace(/(?:‹when›|#)(?:(?:,|\s|–|\u2060|\bde\b)+(?:‹when›|#))*/g, (date) =>
      date.includes('‹') ? '‹when›' : date,
    )
    .replace(/\s+/g, ' ')
    .trim();
  return `${role}: ${said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said}`;
}

/** A line that comes again and again is told once, where it comes first. */
const linesOf = (spoken: readonly Spoken[]) => [
  ...new Set(spoken.filter(({ name, acts }) => acts || name.trim() !== '').map(lineOf)),
];

describe.each(['en', 'es'] as const)('the names of every screen: %s', (language) => {
  const told = new Map<string, Spoken[]>();

  beforeAll(async () => {
    const rows = seedRows(NOON, { language });
    await hold(rows);
    for (const [name, path] of screensOf(rows)) told.set(name, await listen(rows, path));
  }, 240_000);

  it('nothing to press is without one, and none is a key of ours', () => {
    const faults = [...told].flatMap(([screen, spoken]) =>
      spoken.flatMap(({ role, name, acts }) => {
        if (acts && name.trim() === '') return [`${screen}: a ${role} without a name`];
        return Object.hasOwn(messages, name) && /[a-z][A-Z_]/.test(name) ? [`${screen}: ${role} "${name}"`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('are those one has read', () => {
    const file = join(import.meta.dirname, 'names', `names.${language}.txt`);
    const text = [...told].map(([screen, spoken]) => `== ${screen}\n${linesOf(spoken).join('\n')}\n`).join('\n');
    if (process.env.UPDATE_NAMES || !existsSync(file)) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

it('nothing hides in what is said, whatever people call themselves and their conversations', async () => {
  let next = 0;
  const dressed = (text: string) => {
    const sign = SIGNS[next++ % SIGNS.length];
    return `${text.slice(0, 2)}${sign}${text.slice(2)}${sign}`;
  };
  const seeded = seedRows(NOON, { language: 'en' });
  const rows: Rows = {
    ...seeded,
    posts: seeded.posts.map((post) => ({
      ...post,
      text: dressed(post.text),
      threadTitle: dressed(post.threadTitle),
      author: { ...post.author, name: dressed(post.author.name) },
    })),
    threads: seeded.threads.map((thread) => ({ ...thread, title: dressed(thread.title) })),
    themes: seeded.themes.map((theme) => ({
      ...theme,
      label: dressed(theme.label),
      name: dressed(theme.name ?? theme.label),
    })),
    notes: seeded.notes.map((note) => ({ ...note, text: dressed(note.text), tags: note.tags.map(dressed) })),
    savedReplies: seeded.savedReplies.map((reply) => ({
      ...reply,
      name: dressed(reply.name),
      folder: dressed(reply.folder),
    })),
    watches: seeded.watches.map((watch) => ({ ...watch, name: dressed(watch.name) })),
  };
  const seen = screensOf(seeded);
  await hold(rows);
  const faults: string[] = [];
  // Between two days of a letter's title the joiner is ours: a line never ends there.
  for (const [screen, path] of seen)
    for (const { role, name, description } of await listen(rows, path))
      if (HIDDEN.test(`${name}${description}`.replaceAll('–\u2060', '–')))
        faults.push(`${screen} ${role}: ${JSON.stringify(name || description)}`);
  expect([...new Set(faults)]).toEqual([]);
}, 240_000);
