/**
 * The power goes: what the browser had not yet forced to the disk is gone. The profile lives on a file system of its own in a
 * file; the browser is stopped, the file copied as it is at that moment, and the copy opened as after a restart.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Opened, openBrowser } from '../e2e/lib/browser.mjs';
import { serveTalkingPage } from '../e2e/lib/talking-page.mjs';
import { killBrowser, signalAll, unlock } from './lib/processes';
import { account, emitted, probe, rounds, seeded, stored, witness } from './lib/truth';

const SEED = 5;
const random = seeded(SEED);
const undo: (() => unknown)[] = [];
async function putBack(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}
afterEach(putBack);

const quietly = (command: string, ...args: string[]): void => void execFileSync(command, args, { stdio: 'ignore' });

/** A disk in a file, mounted; null where that cannot be done. */
function disk(folder: string): { image: string; place: string } | null {
  const image = join(folder, 'disk.img');
  const place = join(folder, 'disk');
  mkdirSync(place);
  try {
    quietly('truncate', '-s', '400M', image);
    quietly('mkfs.ext4', '-q', '-F', image);
    quietly('mount', '-o', 'loop', image, place);
  } catch {
    return null;
  }
  undo.push(() => quietly('umount', '-l', place));
  return { image, place };
}

it('5: power cut while it listens: everything acknowledged is on the disk', async (test) => {
  const all = rounds(1, 10);
  for (let round = 0; round < all; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'tertulia-power-'));
    undo.push(() => rmSync(folder, { recursive: true, force: true }));
    const drive = disk(folder);
    if (!drive) {
      console.warn('5: SKIPPED: no file system can be mounted here (it needs root, mkfs.ext4 and loop devices)');
      test.skip();
      return;
    }
    const talk = await serveTalkingPage({ posts: 600, every: 10 });
    undo.push(() => talk.close());
    const profile = join(drive.place, 'profile');
    mkdirSync(profile);
    const opened: Opened = await openBrowser({ profile });
    undo.push(() => killBrowser(profile).then(() => opened.close({ keep: true }).catch(() => undefined)));
    const door = await probe(opened);
    const page = await opened.context.newPage();
    // Installed some time ago: Chromium does not force its own note of the extension's worker to the disk, and without it starts
    // none after the cut.
    await page.waitForTimeout(2_500);
    quietly('sync', '-f', drive.place);
    await page.goto(talk.url);
    await page.waitForTimeout(1_000);
    const seen = await witness(door);
    await page.waitForTimeout(2_500 + random() * 2_000);
    const said = (await emitted(page)).length;
    const acknowledged = new Set(seen);
    signalAll(profile, 'SIGSTOP');
    const copy = join(folder, 'copy.img');
    quietly('cp', '--sparse=always', drive.image, copy);
    signalAll(profile, 'SIGCONT');

    const after = join(folder, 'after');
    mkdirSync(after);
    // Mounting replays the journal, as a restart would.
    quietly('mount', '-o', 'loop', copy, after);
    undo.push(() => quietly('umount', '-l', after));
    unlock(join(after, 'profile'));
    const again = await openBrowser({ profile: join(after, 'profile') });
    try {
      const reader = await probe(again);
      const held = await stored(reader);
      const keys = new Set(
        [...acknowledged].map((key) => Number(/comment-(\d+)/.exec(key)?.[1] ?? /(\d+)$/.exec(key)?.[1])),
      );
      account(`power cut (seed ${SEED}, round ${round + 1})`, { emitted: said, acknowledged: keys.size, stored: held });
      expect(keys.size).toBeGreaterThan(50);
      expect(
        [...keys].filter((n) => !held.includes(n)),
        'acknowledged and gone',
      ).toEqual([]);
    } finally {
      await again.close({ keep: true });
      // Ten rounds leave no ten browsers talking beside each other.
      await putBack();
    }
  }
});
