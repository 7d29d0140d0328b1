/**
 * A damaged store. Chromium throws a broken IndexedDB away without a word, whole or in part: at the next opening it must be
 * said in words, and what is then heard must be kept.
 */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Opened, openBrowser, until } from '../e2e/lib/browser.mjs';
import { serveTalkingPage } from '../e2e/lib/talking-page.mjs';
import { probe, saidAll, stored } from './lib/truth';

const POSTS = 400;

let talk: Awaited<ReturnType<typeof serveTalkingPage>>;
/** A profile that has listened, closed in good order. */
let sound: string;
let id: string;

/** Opened twice before, so that the LevelDB folder has tables as well as a log. */
beforeAll(async () => {
  talk = await serveTalkingPage({ posts: POSTS, every: 2, padding: 14_000 });
  let opened = await openBrowser();
  sound = opened.profile;
  id = opened.id;
  const page = await opened.context.newPage();
  await page.goto(talk.url);
  await saidAll(page, POSTS);
  const door = await probe(opened);
  await until(async () => (await stored(door)).length === POSTS, 'all posts to be stored', 60_000);
  // The ledger is written two seconds after the last batch.
  await door.waitForTimeout(3_000);
  await opened.close({ keep: true });
  opened = await openBrowser({ profile: sound });
  const again = await probe(opened);
  expect((await stored(again)).length).toBe(POSTS);
  await again.waitForTimeout(3_000);
  await opened.close({ keep: true });
}, 180_000);
afterAll(() => {
  talk?.close();
  rmSync(sound, { recursive: true, force: true });
});

/** Files of the store by the end of their name, the biggest first. */
const files = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
const manifest = (folder: string): string =>
  join(folder, readdirSync(folder).find((name) => name.startsWith('MANIFEST')) as string);

/** Bytes in the middle replaced, the length as it was. */
function garble(file: string, fill?: number): void {
  const size = statSync(file).size;
  const bytes = Buffer.alloc(Math.max(1, Math.floor(size * 0.6)), fill ?? 0);
  if (fill === undefined) for (let i = 0; i < bytes.length; i += 1) bytes[i] = (i * 167 + 13) % 256;
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, Math.floor(size * 0.2));
  closeSync(handle);
}
const cut = (file: string): void => truncateSync(file, Math.floor(statSync(file).size / 3));
const each = (list: string[], harm: (file: string) => void): void => {
  expect(list.length, 'files to harm').toBeGreaterThan(0);
  for (const file of list) harm(file);
};

const HARMS: Record<string, (folder: string) => void> = {
  'CURRENT empty': (folder) => writeFileSync(join(folder, 'CURRENT'), ''),
  'CURRENT missing': (folder) => rmSync(join(folder, 'CURRENT')),
  'CURRENT names nothing': (folder) => writeFileSync(join(folder, 'CURRENT'), 'MANIFEST-999999\n'),
  'MANIFEST garbled': (folder) => garble(manifest(folder)),
  'MANIFEST missing': (folder) => rmSync(manifest(folder)),
  'MANIFEST truncated': (folder) => cut(manifest(folder)),
  'tables garbled': (folder) => each(files(folder, '.ldb'), garble),
  'tables truncated': (folder) => each(files(folder, '.ldb'), cut),
  'tables missing': (folder) => each(files(folder, '.ldb'), (file) => rmSync(file)),
  'tables zeroed': (folder) => each(files(folder, '.ldb'), (file) => garble(file, 0)),
  'log garbled': (folder) => each(files(folder, '.log'), garble),
  'log truncated': (folder) => each(files(folder, '.log'), cut),
  'log missing': (folder) => each(files(folder, '.log'), (file) => rmSync(file)),
  'folder gone': (folder) => rmSync(folder, { recursive: true }),
  'folder read-only': (folder) => execFileSync('chattr', ['-R', '+i', folder], { stdio: 'ignore' }),
};

it.each(Object.keys(HARMS))('8: %s: told in words at the next opening', async (name) => {
  const profile = mkdtempSync(join(tmpdir(), 'tertulia-harmed-'));
  cpSync(sound, profile, { recursive: true });
  const folder = join(profile, 'Default/IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`);
  let opened: Opened | undefined;
  try {
    const before = readdirSync(folder).length;
    try {
      HARMS[name]?.(folder);
    } catch (fault) {
      if (name !== 'folder read-only') throw fault;
      console.warn(`8: SKIPPED: ${name}: this file system knows no such attribute`);
      return;
    }
    opened = await openBrowser({ profile });
    const panel = await opened.context.newPage();
    await panel.goto(opened.url('sidepanel.html'));
    // What is not lost need not be mourned: a harm that LevelDB mends by itself is no trouble.
    const words = panel.locator('[role=alert]').first();
    const held = async (): Promise<number> => {
      const door = await probe(opened as Opened);
      const rows = await stored(door).catch(() => []);
      await door.close();
      return rows.length;
    };
    const told = await words.waitFor({ timeout: 15_000 }).then(
      () => words.textContent(),
      () => null,
    );
    const left = await held();
    console.log(`${name}: ${before} files, ${POSTS} stored, ${left} left, told: ${told ?? 'nothing'}`);
    if (left < POSTS) expect(told, 'a loss without a word').not.toBeNull();
  } finally {
    try {
      execFileSync('chattr', ['-R', '-i', folder], { stdio: 'ignore' });
    } catch {
      // Nothing there had the attribute.
    }
    await opened?.close().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true });
  }
});
