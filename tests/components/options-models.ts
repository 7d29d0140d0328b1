/** Models of the settings page for its tests: nothing is stored, every act is a spy. */
import { signal } from '@preact/signals';
import { vi } from 'vitest';
import type { SavedReply } from '../../utils/core/draft';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/core/settings';
import type { CopiesModel } from '../../utils/panel/copies';
import type { ReadingSettings } from '../../utils/panel/corrections';
import type { KeptModel } from '../../utils/panel/kept';
import type { LettingGoModel } from '../../utils/panel/letting-go';
import { openModelSettings } from '../../utils/panel/model-settings';
import type { SettingsModel } from '../../utils/panel/settings';
import { siteRows } from '../../utils/panel/sites';
import { createUndo } from '../../utils/panel/undo';
import { NO_MODEL } from '../../utils/replies/model/settings';

export const NOW = Date.UTC(2026, 10, 22, 12);
export const PATTERN = 'https://foro.example/*';

export const reply: SavedReply = {
  id: 'r',
  name: 'First aid',
  folder: 'Leaks',
  shortcut: 'aid',
  bodies: { en: 'Hi {first name}, which letter, {?batch letter}?' },
  intents: ['problem'],
  uses: 3,
  lastUsedAt: null,
  updatedAt: NOW,
};

export function aModel(over: Partial<SettingsModel> = {}, settings: Partial<Settings> = {}): SettingsModel {
  const site = { pattern: PATTERN, listening: true, keep: 'everything', retentionDays: 90 } as const;
  const health = {
    site: 'foro.example',
    adapter: 'discourse',
    at: NOW - 3000,
    faults: 0,
    origin: 'https://foro.example',
  };
  return {
    settings: signal({ ...DEFAULT_SETTINGS, brands: ['Lumbre'], us: [{ site: null, handle: 'ines' }], ...settings }),
    sites: signal(
      siteRows({
        settings: [site],
        granted: [PATTERN],
        health: [{ ...health, onPage: 31, read: 19, missing: { time: 12 } }],
        posts: new Map([['foro.example', 1204]]),
      }),
    ),
    watches: signal([{ id: 'w', name: 'la 4.1', query: '"4.1"', createdAt: 0 }]),
    replies: signal([reply]),
    tags: signal(['ambassadors', 'press']),
    again: signal(null),
    fault: signal(null),
    denied: signal(null),
    undo: createUndo(() => {}),
    change: vi.fn(async () => {}),
    setBrands: vi.fn(async () => {}),
    addAccount: vi.fn(async () => {}),
    removeAccount: vi.fn(async () => {}),
    saveWatch: vi.fn(async () => {}),
    removeWatch: vi.fn(async () => {}),
    saveReply: vi.fn(async () => {}),
    bringReplies: vi.fn(async () => ({ kind: 'brought' as const, added: 2, known: 1, skipped: 0 })),
    removeReply: vi.fn(async () => {}),
    listen: vi.fn(),
    pause: vi.fn(async () => {}),
    withdraw: vi.fn(async () => {}),
    changeSite: vi.fn(async () => {}),
    stopLookingAgain: vi.fn(),
    ...over,
  };
}

export const aKept = (): KeptModel => ({
  kept: signal({ posts: 1980, people: 212, notes: 4, bytes: 11e6, room: null }),
  forgetting: signal(null),
  forgotten: signal(null),
  erased: signal(false),
  fault: signal(null),
  count: vi.fn(async () => {}),
  forgetSites: vi.fn(async () => {}),
  stop: vi.fn(),
  eraseAll: vi.fn(async () => {}),
});

export const aCopies = (over: Partial<CopiesModel> = {}): CopiesModel => ({
  work: signal(null),
  result: signal(null),
  sealed: signal(null),
  last: signal(null),
  choice: signal({ every: 'never' as const, folder: null }),
  trouble: signal(null),
  canPickFolder: false,
  copy: vi.fn(async () => {}),
  bringIn: vi.fn(async () => {}),
  stop: vi.fn(),
  setEvery: vi.fn(async () => {}),
  pickFolder: vi.fn(async () => {}),
  leaveFolder: vi.fn(async () => {}),
  again: vi.fn(async () => {}),
  ...over,
});

export const aLettingGo = (over: Partial<LettingGoModel> = {}): LettingGoModel => ({
  plan: signal([]),
  forgotten: signal([]),
  look: vi.fn(async () => {}),
  ...over,
});

export const aDrafting = () =>
  openModelSettings(
    {
      read: async () => NO_MODEL,
      write: async () => undefined,
      builtIn: async () => 'unavailable',
      askPermission: async () => false,
      ask: async () => '',
    },
    new AbortController().signal,
  );

export const aReading = (over: Partial<ReadingSettings> = {}): ReadingSettings => ({
  corrections: signal([]),
  share: signal({ posts: 0, untold: 0 }),
  more: signal(false),
  showMore: vi.fn(),
  takeBack: vi.fn(async () => {}),
  ...over,
});
