import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKept } from '../../utils/panel/kept';
import { type Doors, openSettings, type SettingsModel } from '../../utils/panel/settings';
import { tryWatch } from '../../utils/panel/watch-trial';
import { checkLedger, type Ledger, writeLedger } from '../../utils/store/ledger';
import { saveNote } from '../../utils/store/notes';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { readSettings } from '../../utils/store/settings';
import { DAY, freshTable, hear, SITE, until } from './table';

let db: TertuliaDatabase;
let ends: AbortController;
let doors: Doors;
let model: SettingsModel;

beforeEach(async () => {
  db = await freshTable();
  ends = new AbortController();
  doors = {
    ask: vi.fn(async () => true),
    granted: vi.fn(async () => []),
    withdraw: vi.fn(async () => true),
    onPermissions: vi.fn(),
    listen: vi.fn(async () => true),
    pause: vi.fn(async () => true),
  };
  model = openSettings(db, doors, ends.signal);
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});

describe('who we are', () => {
  it('decides at once what is a mention, also among posts held before', async () => {
    await hear(db, [{ id: '1', name: 'Leire', text: 'La Lumbre me gusta.', ago: DAY }]);
    expect((await db.posts.toArray())[0]!.mention).toBe(0);
    await model.setBrands(['Lumbre', 'Lumbre', 'Farol']);
    expect((await readSettings(db)).brands).toEqual(['Lumbre', 'Farol']);
    await until(async () => expect((await db.posts.toArray())[0]!.mention).toBe(1));
  });

  it('a name of ours is added once, taken out, and put back by undo', async () => {
    const account = { site: null, handle: 'ines' };
    await model.addAccount(account);
    await model.addAccount(account);
    const names = async () => (await readSettings(db)).us.map(({ handle }) => handle);
    expect(await names()).toEqual(['marta_farol', 'ines']);
    await model.removeAccount(account);
    expect(await names()).toEqual(['marta_farol']);
    expect(model.undo.toast.value?.done).toEqual({ kind: 'setting', of: 'us' });
    await model.undo.undo();
    expect(await names()).toEqual(['marta_farol', 'ines']);
  });
});

describe('what we listen for', () => {
  it('a watch is kept, changed, removed, and put back as it was', async () => {
    await model.saveWatch({ name: '', query: '"la 4.1"' });
    const [watch] = await db.watches.toArray();
    await model.saveWatch({ id: watch!.id, name: 'la 4.1', query: '"la 4.1"' });
    expect(await db.watches.toArray()).toEqual([{ ...watch, name: 'la 4.1' }]);
    await model.removeWatch({ ...watch!, name: 'la 4.1' });
    expect(await db.watches.count()).toBe(0);
    await model.undo.undo();
    expect(await db.watches.toArray()).toEqual([{ ...watch, name: 'la 4.1' }]);
    await model.undo.undo();
    expect(await db.watches.toArray()).toEqual([watch]);
    await model.undo.undo();
    expect(await db.watches.count()).toBe(0);
  });

  it('is tried on what is held: how many, of how many, and the latest', async () => {
    await hear(db, [
      { id: '1', name: 'Leire', text: 'Con la 4.1 se apaga.', ago: 2 * DAY },
      { id: '2', name: 'Bram', text: 'The 4.1 cuts out.', ago: DAY },
      { id: '3', name: 'Cy', text: 'Bonito día.', ago: 5_000 },
    ]);
    const trial = await tryWatch(db, '"se apaga" OR "cuts out"', ends.signal);
    expect(trial.problems).toEqual([]);
    expect(trial.found).toMatchObject({ posts: 2, of: 3, latest: { author: { name: 'Bram' } } });
    expect((await tryWatch(db, '  ', ends.signal)).found).toBeNull();
    expect((await tryWatch(db, 'after:2026-13', ends.signal)).problems).toMatchObject([{ reason: 'badDate' }]);
  });
});

describe('where we listen', () => {
  it('asks first thing in the click, and listens only if it may', async () => {
    model.listen('https://foro.example/*');
    expect(doors.ask).toHaveBeenCalledWith('https://foro.example/*');
    await until(() => expect(doors.listen).toHaveBeenCalledWith('https://foro.example/*'));
    doors.ask = vi.fn(async () => false);
    model.listen('https://other.example/*');
    await until(() => expect(model.denied.value).toBe('https://other.example/*'));
    expect(doors.listen).toHaveBeenCalledTimes(1);
  });

  it('says what goes wrong instead of throwing', async () => {
    doors.listen = vi.fn(async () => {
      throw new Error('gone');
    });
    model.listen('https://foro.example/*');
    await until(() => expect(model.fault.value).toBe('unknown'));
  });

  it('changes what is kept of one site only', async () => {
    const site = { listening: true, keep: 'everything', retentionDays: 90 } as const;
    await model.change((was) => ({
      ...was,
      sites: [
        { ...site, pattern: 'https://a.example/*' },
        { ...site, pattern: 'https://b.example/*' },
      ],
    }));
    await model.changeSite('https://a.example/*', { keep: 'mentions', retentionDays: null });
    expect((await readSettings(db)).sites).toEqual([
      { pattern: 'https://a.example/*', listening: true, keep: 'mentions', retentionDays: null },
      { ...site, pattern: 'https://b.example/*' },
    ]);
  });
});

/** Where the ledger lives, outside the database. */
function aPlace() {
  let ledger: Ledger | undefined;
  return {
    read: async () => ledger,
    write: async (value: Ledger) => {
      ledger = value;
    },
  };
}

describe('what is kept', () => {
  const open = () =>
    openKept(
      db,
      {
        pause: vi.fn(async () => true),
        // As Chromium answers for a permission that cannot be given back.
        withdraw: vi.fn(async () => Promise.reject(new Error('You cannot remove required permissions.'))),
        estimate: async () => ({ usage: 11e6 }),
      },
      ends.signal,
    );

  beforeEach(async () => {
    const [key] = await hear(db, [
      { id: '1', name: 'Leire', text: 'Hola.', ago: DAY },
      { id: '2', name: 'Bram', text: 'Hola.', ago: DAY },
    ]);
    await saveNote(db, { target: `post:${key!}`, text: 'Suya.', tags: [] });
  });

  it('is counted when asked', async () => {
    const kept = open();
    await kept.count();
    expect(kept.kept.value).toEqual({ posts: 2, people: 2, notes: 1, bytes: 11e6, room: null });
  });

  it('of a site is forgotten with the permission, and the settings no longer know it', async () => {
    const pattern = `https://${SITE}/*`;
    await model.change((was) => ({
      ...was,
      sites: [{ pattern, listening: true, keep: 'everything', retentionDays: null }],
    }));
    const kept = open();
    await kept.forgetSites('Pedaleo', [SITE], pattern);
    expect(kept.forgotten.value).toBe('Pedaleo');
    expect(kept.forgetting.value).toBeNull();
    expect(kept.kept.value).toMatchObject({ posts: 0, people: 0, notes: 0 });
    expect((await readSettings(db)).sites).toEqual([]);
  });

  it('is erased whole, save who we are; and no alarm is raised over it', async () => {
    const place = aPlace();
    await writeLedger(db, place);
    const kept = open();
    await kept.eraseAll();
    for (const table of ['posts', 'threads', 'notes', 'readings', 'themes', 'health', 'exposure'] as const) {
      expect(await db.table(table).count(), table).toBe(0);
    }
    expect((await readSettings(db)).brands).toEqual(['Farol']);
    expect(await checkLedger(db, place)).toEqual({ kind: 'fine' });
  });

  it('and lost behind our back, it is noticed: the test above can fail', async () => {
    const place = aPlace();
    await writeLedger(db, place);
    await Promise.all([db.posts.clear(), db.notes.clear()]);
    expect(await checkLedger(db, place)).toMatchObject({ kind: 'emptied' });
  });
});
