import { describe, expect, it } from 'vitest';
import { keepBatch } from '../../utils/store/captures';
import { forgetSite } from '../../utils/store/erase';
import { checkLedger, type Ledger, type LedgerPlace, writeLedger } from '../../utils/store/ledger';
import { removeNote, saveNote } from '../../utils/store/notes';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { heard } from '../core/sample';
import { batch, freshDatabase, key } from './fresh';

const NOW = 1_700_000_000_000;

describe('the ledger', () => {
  function place(): LedgerPlace & { value: unknown } {
    const at = {
      value: undefined as unknown,
      read: async () => at.value,
      write: async (ledger: Ledger) => {
        at.value = structuredClone(ledger);
      },
    };
    return at;
  }
  async function kept(posts: number): Promise<{ db: TertuliaDatabase; ledger: ReturnType<typeof place> }> {
    const db = freshDatabase();
    const ledger = place();
    await keepBatch(db, batch(Array.from({ length: posts }, (_, i) => heard(String(i)))), NOW);
    await saveNote(db, { target: 'post:a', text: 'x', tags: [] });
    await writeLedger(db, ledger, NOW);
    return { db, ledger };
  }

  it('finds nothing wrong where nothing is', async () => {
    const { db, ledger } = await kept(10);
    expect(await checkLedger(db, ledger)).toEqual({ kind: 'fine' });
    expect(await checkLedger(freshDatabase(), place())).toEqual({ kind: 'fine' });
  });

  it('is not alarmed by what came or was removed since it was written', async () => {
    const { db, ledger } = await kept(10);
    await keepBatch(db, batch([heard('new')]), NOW);
    const [note] = await db.notes.toArray();
    if (note) await removeNote(db, note.id);
    await forgetSite(db, 'foro.example');
    expect(await checkLedger(db, ledger)).toEqual({ kind: 'fine' });
  });

  it('notices an emptied database', async () => {
    const { ledger } = await kept(10);
    const lost = { posts: 10, notes: 1, savedReplies: 0 };
    expect(await checkLedger(freshDatabase(), ledger, 'total')).toEqual({ kind: 'emptied', lost });
    expect(await checkLedger(freshDatabase(), ledger)).toEqual({ kind: 'emptied', lost });
  });

  it('notices rows that vanished without a word', async () => {
    const { db, ledger } = await kept(10);
    await db.posts.bulkDelete([key('3'), key('4')]);
    expect(await checkLedger(db, ledger)).toMatchObject({ kind: 'partlyLost', lost: { posts: 2, notes: 0 } });
  });

  it('notices an older state of the database, and another one', async () => {
    const { db, ledger } = await kept(10);
    await keepBatch(db, batch([heard('0')]), NOW);
    await writeLedger(db, ledger);
    await db.meta.update('identity', { 'value.sequence': 1 } as never);
    expect((await checkLedger(db, ledger)).kind).toBe('partlyLost');
    const other = await kept(20);
    expect((await checkLedger(other.db, ledger)).kind).toBe('partlyLost');
  });

  it('begins a new epoch after a loss, and is fine again', async () => {
    const { ledger } = await kept(10);
    const db = freshDatabase();
    await keepBatch(db, batch([heard('1')]), NOW);
    expect((await writeLedger(db, ledger)).epoch).toBe(1);
    expect(await checkLedger(db, ledger)).toEqual({ kind: 'fine' });
  });

  it.each([[null], ['x'], [{}], [{ installId: 1, sequence: 2 }], [{ installId: 'a', sequence: 'b', rows: 3 }]])(
    'makes nothing of a broken ledger: %j',
    async (value) => {
      const ledger = place();
      ledger.value = value;
      await expect(checkLedger(freshDatabase(), ledger)).resolves.toMatchObject({ kind: expect.any(String) });
    },
  );
});
