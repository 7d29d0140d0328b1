/** A hundred and more files that are not right: each is refused by kind, and nothing of it is let in. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FileFault } from '../../utils/keeping/faults';
import { restoreBackup } from '../../utils/keeping/restore';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshDatabase } from '../store/fresh';
import { INSIDE } from './broken-inside';
import { wholeCopy } from './broken-make';
import { outside } from './broken-outside';
import { everything, fill, NOW } from './sample';

const FILES = [...outside(await wholeCopy()), ...INSIDE];
/** How many there are: one that falls out is missed. */
const COUNT = 146;

describe('a file that is not right', () => {
  it('comes in so many kinds, no two of them the same', async () => {
    expect(FILES.length).toBe(COUNT);
    expect(new Set(FILES.map(([name]) => name)).size).toBe(COUNT);
    const digests = new Set<string>();
    for (const [, , make] of FILES)
      digests.add(createHash('sha256').update(Buffer.from(await (await make()).arrayBuffer())).digest('hex')); // biome-ignore format: one step
    expect(digests.size).toBe(COUNT);
  });

  it.each(FILES)('%s: %s, and nothing is changed', async (_, kind, make) => {
    const db: TertuliaDatabase = freshDatabase();
    await fill(db);
    const before = await everything(db);
    const file = await make();
    const started = performance.now();
    const fault: unknown = await restoreBackup(db, file, { passphrase: 'x', now: NOW }).catch((reason) => reason);
    expect(fault).toBeInstanceOf(FileFault);
    expect((fault as FileFault).kind).toBe(kind);
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(await everything(db)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
