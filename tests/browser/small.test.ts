import { beforeEach, describe, expect, it, vi } from 'vitest';

const action = { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setBadgeTextColor: vi.fn() };
const alarms = {
  set: new Map<string, object>(),
  get: vi.fn(),
  create: vi.fn(),
  clear: vi.fn(),
  onAlarm: { addListener: vi.fn() },
};
const menus = { removeAll: vi.fn(), create: vi.fn(), onClicked: { addListener: vi.fn() } };
const local = new Map<string, unknown>();
const setAccessLevel = vi.fn();
const fake = {
  action,
  alarms,
  contextMenus: menus,
  i18n: { getMessage: (key: string) => key },
  runtime: { getPlatformInfo: vi.fn() },
  storage: {
    local: {
      get: async (key: string) => ({ [key]: local.get(key) }),
      set: async (values: object) => {
        for (const [key, value] of Object.entries(values)) local.set(key, value);
      },
      remove: async (key: string) => void local.delete(key),
      setAccessLevel,
      onChanged: { addListener: vi.fn(), removeListener: vi.fn() },
    },
    session: {} as { setAccessLevel?: unknown },
  },
};
vi.mock('wxt/browser', () => ({ browser: fake }));
const { badgeText, showBadge } = await import('../../utils/browser/badge');
const { keepAlarms, onAlarm, wakeAt } = await import('../../utils/browser/alarms');
const { makeContextMenu, onContextMenu } = await import('../../utils/browser/context-menu');
const { keepStorageToOurselves } = await import('../../utils/browser/access');
const { clearTrouble, onTroubleChanged, readTrouble, writeTrouble } = await import('../../utils/browser/trouble');
const { awakeFor } = await import('../../utils/browser/alive');

beforeEach(() => {
  vi.clearAllMocks();
  local.clear();
});

describe('the badge', () => {
  it.each([
    [0, ''],
    [-1, ''],
    [6, '6'],
    [99, '99'],
    [100, '99+'],
  ])('%d people: "%s"', (people, text) => {
    expect(badgeText(people)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(4);
  });

  it('trouble weighs more', async () => {
    await showBadge(6, true);
    expect(action.setBadgeText).toHaveBeenCalledWith({ text: '!' });
  });
});

describe('alarms', () => {
  it('that are set are not put off', async () => {
    alarms.get.mockResolvedValueOnce({ name: 'tend' }).mockResolvedValue(undefined);
    await keepAlarms();
    expect(alarms.create.mock.calls.map(([name]) => name)).toEqual(['themes', 'retention']);
  });

  it('wake by name, and by no other', async () => {
    const handlers = { tend: vi.fn(), retention: vi.fn(), snooze: vi.fn(), themes: vi.fn() };
    onAlarm(handlers);
    const listener = alarms.onAlarm.addListener.mock.calls[0]?.[0] as (alarm: { name: string }) => void;
    for (const name of ['snooze', 'toString', '__proto__']) listener({ name });
    expect(handlers.snooze).toHaveBeenCalledOnce();
    expect(handlers.tend).not.toHaveBeenCalled();
  });

  it('are cleared when nothing comes back', async () => {
    await wakeAt('snooze', null);
    await wakeAt('snooze', 5);
    expect(alarms.clear).toHaveBeenCalledWith('snooze');
    expect(alarms.create).toHaveBeenCalledWith('snooze', { when: 5 });
  });
});

it('the menu calls what it names, with the tab it was opened on', async () => {
  await makeContextMenu();
  expect(menus.create.mock.calls.map(([item]) => (item as { id: string }).id)).toEqual(['capturePage', 'openDesk']);
  const handlers = { capturePage: vi.fn(), openDesk: vi.fn() };
  onContextMenu(handlers);
  const listener = menus.onClicked.addListener.mock.calls[0]?.[0] as (info: object, tab?: object) => void;
  listener({ menuItemId: 'capturePage' }, { id: 3, windowId: 1, url: 'https://foro.example/' });
  listener({ menuItemId: 'openDesk' });
  listener({ menuItemId: 'valueOf' }, { id: 3, windowId: 1 });
  expect(handlers.capturePage).toHaveBeenCalledExactlyOnceWith({ tabId: 3, windowId: 1, url: 'https://foro.example/' });
  expect(handlers.openDesk).not.toHaveBeenCalled();
});

it('storage is closed to content scripts where the browser can', async () => {
  await keepStorageToOurselves();
  expect(setAccessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
});

describe('trouble', () => {
  it('is kept until it is over', async () => {
    expect(await readTrouble()).toBeNull();
    await writeTrouble({ kind: 'diskFull', at: 3 });
    expect(await readTrouble()).toEqual({ kind: 'diskFull', at: 3 });
    await clearTrouble();
    expect(await readTrouble()).toBeNull();
    local.set('trouble', 'broken');
    expect(await readTrouble()).toBeNull();
  });

  it('is told as it changes', () => {
    const changed = vi.fn();
    const life = new AbortController();
    onTroubleChanged(changed, life.signal);
    const listener = fake.storage.local.onChanged.addListener.mock.calls[0]?.[0] as (changes: object) => void;
    listener({ trouble: { newValue: { kind: 'quota', at: 1 } } });
    listener({ ledger: { newValue: 1 } });
    listener({ trouble: {} });
    expect(changed.mock.calls).toEqual([[{ kind: 'quota', at: 1 }], [null]]);
    life.abort();
    expect(fake.storage.local.onChanged.removeListener).toHaveBeenCalled();
  });
});

it('long work keeps the background awake, and lets it sleep after', async () => {
  vi.useFakeTimers();
  const work = awakeFor(new Promise((resolve) => setTimeout(resolve, 65_000, 'done')));
  await vi.advanceTimersByTimeAsync(65_000);
  expect(await work).toBe('done');
  expect(fake.runtime.getPlatformInfo).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(fake.runtime.getPlatformInfo).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
});
