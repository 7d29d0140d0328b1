import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Analysis, Cancelled } from '../../utils/analysis/client';
import { type KeptReading, keepReading } from '../../utils/panel/keep-reading';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshTable, HOUR, hear, noModel, type Seat, sit, until } from './table';

let db: TertuliaDatabase;
let seat: Seat;
let kept: KeptReading;
let did: string[];
let readWork: Analysis['read'];
const analysis: Analysis = {
  async read(options) {
    did.push('read');
    await readWork(options);
  },
  async updateThemes() {
    did.push('themes');
  },
  async recall() {
    did.push('recall');
  },
  topics: async () => [],
  suggest: async () => ({ drafts: [], advice: null }),
  ...noModel,
  close() {
    did.push('close');
  },
};

beforeEach(async () => {
  db = await freshTable();
  seat = sit(db);
  did = [];
  readWork = async () => undefined;
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});
const begin = () => {
  kept = keepReading(seat.panel, async () => analysis, seat.ends.signal);
};

describe('reading along', () => {
  it('reads what is there, looks for themes, and lends the worker to the screens', async () => {
    begin();
    await until(() => expect(did).toEqual(['read', 'recall', 'themes']));
    expect(seat.panel.analysis.value).toBe(analysis);
  });

  it('reads again when something was heard', async () => {
    begin();
    await until(() => expect(did).toContain('themes'));
    await hear(db, [{ id: 'a', name: 'Leire', text: 'Farol, ¿hola?', ago: HOUR }]);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    await until(() => expect(did.filter((one) => one === 'read')).toHaveLength(2));
    // Themes need their distance: they are looked for later, not twice in a row.
    expect(did.filter((one) => one === 'themes')).toHaveLength(1);
  });

  it('says how far it is, and stops when asked', async () => {
    readWork = (options) =>
      new Promise((_, reject) => {
        options?.onProgress?.({ done: 10, total: 900 });
        options?.signal?.addEventListener('abort', () => reject(new Cancelled()));
      });
    begin();
    await until(() => expect(kept.progress.value).toEqual({ done: 10, total: 900 }));
    kept.stop();
    await until(() => expect(kept.progress.value).toBeNull());
    expect(did).not.toContain('themes');
  });

  it('survives a worker that fails', async () => {
    readWork = async () => {
      throw new Error('no model');
    };
    begin();
    await until(() => expect(did).toEqual(['read']));
    expect(seat.panel.fault.value).toBeNull();
  });

  it('ends the worker with the panel', async () => {
    begin();
    await until(() => expect(seat.panel.analysis.value).toBe(analysis));
    seat.ends.abort();
    expect(did).toContain('close');
  });
});
