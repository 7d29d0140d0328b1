import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_ALERTS, type Settings } from '../../utils/core/settings';
import { openAlerts } from '../../utils/panel/alerts';
import { type Doors, openSettings, type SettingsModel } from '../../utils/panel/settings';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings, readSettings } from '../../utils/store/settings';
import { freshTable, until } from './table';

const PATTERN = 'https://foro.example/*';
const OTHER = 'https://otro.example/*';
const site = (pattern: string) => ({ pattern, listening: true, keep: 'everything' as const, retentionDays: 90 });

/** A change of every setting there is. A setting that comes new and stands not here does not compile. */
const CHANGES: { [Key in keyof Required<Settings>]: Required<Settings>[Key] } = {
  brands: ['Farol', 'Lumbre'],
  us: [{ site: null, handle: 'ines' }],
  ourName: 'Inés',
  sites: [{ ...site(PATTERN), retentionDays: 30, marks: false }, site(OTHER)],
  language: 'es',
  theme: 'dark',
  underlineEverywhere: false,
  singleKeys: false,
  welcomed: true,
  alerts: { ...DEFAULT_ALERTS, quiet: null, restHours: 8 },
  hours: { timeZone: 'Europe/Madrid', week: [[[540, 840]], [], [], [], [], [], []] },
  cadences: { ambassadors: 7 },
  pageKeys: { note: 'alt+n' },
};

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
  await changeSettings(db, (was) => ({ ...was, welcomed: false, sites: [site(PATTERN), site(OTHER)] }));
  model = openSettings(db, doors, ends.signal);
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});

describe('every setting', () => {
  for (const key of Object.keys(CHANGES) as (keyof Settings)[]) {
    it(`${key}: is a step, and is as it was once taken back`, async () => {
      const before = await readSettings(db);
      await model.change((was) => ({ ...was, [key]: CHANGES[key] }));
      const after = await readSettings(db);
      expect(after[key]).toEqual(CHANGES[key]);
      expect(after).not.toEqual(before);
      expect(model.undo.steps.value.map(({ done }) => done)).toEqual([{ kind: 'setting', of: key }]);
      await model.undo.undo();
      expect(await readSettings(db)).toEqual(before);
      expect(model.undo.steps.value).toEqual([]);
    });
  }

  it('all after each other go back, the last first', async () => {
    const before = await readSettings(db);
    for (const key of Object.keys(CHANGES) as (keyof Settings)[])
      await model.change((was) => ({ ...was, [key]: CHANGES[key] }));
    const steps = model.undo.steps.value;
    expect(steps).toHaveLength(Object.keys(CHANGES).length);
    await model.undo.undoTo(steps.at(-1)?.id ?? -1);
    expect(await readSettings(db)).toEqual(before);
  });

  it('what changes nothing is no step', async () => {
    await model.change((was) => ({ ...was, theme: was.theme }));
    expect(model.undo.steps.value).toEqual([]);
  });

  it('what is typed letter by letter is one step, two switches are two', async () => {
    for (const ourName of ['I', 'In', 'Iné', 'Inés']) await model.change((was) => ({ ...was, ourName }));
    expect(model.undo.steps.value).toHaveLength(1);
    for (const theme of ['dark', 'light'] as const) await model.change((was) => ({ ...was, theme }));
    expect(model.undo.steps.value).toHaveLength(3);
    await model.undo.undo();
    expect((await readSettings(db)).theme).toBe('dark');
    await model.undo.undo();
    await model.undo.undo();
    expect((await readSettings(db)).ourName).toBe('Marta');
  });

  it('what another window changed meanwhile stays', async () => {
    await model.changeSite(PATTERN, { retentionDays: 30 });
    await changeSettings(db, (was) => ({
      ...was,
      theme: 'dark',
      sites: [
        ...was.sites.map((one) => (one.pattern === OTHER ? { ...one, retentionDays: 7 } : one)),
        site('https://x.example/*'),
      ],
    }));
    await model.undo.undo();
    const now = await readSettings(db);
    expect(now.theme).toBe('dark');
    expect(now.sites.map(({ pattern, retentionDays }) => [pattern, retentionDays])).toEqual([
      [PATTERN, 90],
      [OTHER, 7],
      ['https://x.example/*', 90],
    ]);
  });
});

describe('whether a site is listened to', () => {
  it('goes back by asking the browser first', async () => {
    await model.withdraw(PATTERN);
    expect(doors.withdraw).toHaveBeenCalledWith(PATTERN);
    await model.undo.undo();
    expect(doors.ask).toHaveBeenCalledWith(PATTERN);
    expect(doors.listen).toHaveBeenCalledWith(PATTERN);
  });

  it('stays a step, and says so, where the browser was told no', async () => {
    await model.pause(PATTERN);
    vi.mocked(doors.ask).mockResolvedValueOnce(false);
    await model.undo.undo();
    expect(doors.listen).not.toHaveBeenCalled();
    expect(model.denied.value).toBe(PATTERN);
    expect(model.undo.steps.value).toHaveLength(1);
  });

  it('is paused again where listening is taken back', async () => {
    model.listen(PATTERN);
    await until(() => expect(model.undo.steps.value).toHaveLength(1));
    await model.undo.undo();
    expect(doors.pause).toHaveBeenCalledWith(PATTERN);
  });
});

describe('notices', () => {
  it('turned off gives the browser’s leave back; taken back, it is asked for again', async () => {
    const notices = { ask: vi.fn(async () => true), may: vi.fn(async () => true), withdraw: vi.fn(async () => true) };
    const alerts = openAlerts(db, model, notices, ends.signal);
    alerts.turnOn();
    await until(async () => expect((await readSettings(db)).alerts?.notify).toBe(true));
    await alerts.turnOff();
    expect(notices.withdraw).toHaveBeenCalledOnce();
    expect((await readSettings(db)).alerts?.notify).toBe(false);
    await model.undo.undo();
    expect(notices.ask).toHaveBeenCalledTimes(2);
    expect((await readSettings(db)).alerts?.notify).toBe(true);
  });
});
