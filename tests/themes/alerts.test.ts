/** A word about a theme: once, at a fit hour, not too often; whoever is killed at whatever moment. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../utils/core/alerts';
import { type AlertSettings, DEFAULT_ALERTS } from '../../utils/core/settings';
import type { Theme } from '../../utils/core/theme';
import { newThemes, themesSeen } from '../../utils/store/alerts';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { addressOf, tellThemes } from '../../utils/unattended/tell';
import { freshDatabase } from '../store/fresh';

const HOUR = 3_600_000;
const NOON = { now: 1_000 * HOUR, minute: 12 * 60 };

function theme(id: string, over: Partial<Theme> = {}): Theme {
  const postKeys = Array.from({ length: 8 }, (_, i) => `foro:${id}-${i}`);
  return {
    id,
    tier: 'alert',
    phase: 'emerging',
    label: `tema ${id}`,
    terms: [id],
    postKeys,
    authorKeys: [],
    threadKeys: [],
    sites: ['foro'],
    langs: ['es'],
    startedAt: NOON.now - 5 * HOUR,
    alertedAt: NOON.now - HOUR,
    lastAt: NOON.now,
    timeline: [],
    quoteKeys: [],
    evidence: { people: 5, seen: 100, usual: 1 },
    ...over,
  };
}

async function withThemes(themes: Theme[], alerts: Partial<AlertSettings> = {}): Promise<TertuliaDatabase> {
  const db = freshDatabase();
  await changeSettings(db, (was) => ({ ...was, alerts: { ...DEFAULT_ALERTS, notify: true, ...alerts } }));
  await db.themes.bulkPut(themes);
  return db;
}

/** A screen: what stands on it, and how often something new was put there. */
function screen(dies: { before?: boolean; after?: boolean } = {}) {
  const standing = new Map<string, string>();
  const told: string[] = [];
  return {
    told,
    dies,
    doors: {
      mayNotify: async () => true,
      shown: async () => new Set(standing.keys()),
      async notify({ id, message }: { id: string; title: string; message: string }) {
        if (dies.before) throw new Error('killed before it showed');
        standing.set(id, message);
        told.push(message);
        if (dies.after) throw new Error('killed after it showed');
      },
      words: async (themes: readonly Theme[]) => ({ title: '', message: themes.map(({ id }) => id).join() }),
    },
  };
}

const later = (hours: number) => ({ now: NOON.now + hours * HOUR, minute: (12 + hours) * 60 });

describe('a word about a theme', () => {
  it('is said once, also when it grows, and when a rebuild gives it another name', async () => {
    const db = await withThemes([theme('a')]);
    const { doors, told } = screen();
    await tellThemes(db, doors, NOON);
    await db.themes.update('a', { postKeys: [...theme('a').postKeys, 'foro:more'], lastAt: NOON.now + HOUR });
    await tellThemes(db, doors, later(3));
    await db.themes.clear();
    await db.themes.put(theme('renamed', { postKeys: theme('a').postKeys, alertedAt: NOON.now + HOUR }));
    await tellThemes(db, doors, later(6));
    expect(told).toEqual(['a']);
  });

  it('is not said of a watch, of what is muted, merged or no theme, nor of what is long ago', async () => {
    const db = await withThemes([
      theme('watch', { tier: 'watch' }),
      theme('muted', { mutedUntil: NOON.now + HOUR }),
      theme('merged', { mergedInto: 'x' }),
      theme('rejected', { notTheme: true }),
      theme('old', { alertedAt: NOON.now - 60 * HOUR }),
    ]);
    const { doors, told } = screen();
    await tellThemes(db, doors, NOON);
    expect(told).toEqual([]);
    expect(await newThemes(db, NOON.now)).toBe(0);
  });

  it('waits for the end of the quiet hours, and rests between two', async () => {
    const db = await withThemes([theme('a')], { quiet: { from: 11 * 60, to: 14 * 60 }, restHours: 4 });
    const { doors, told } = screen();
    await tellThemes(db, doors, NOON);
    expect(told).toEqual([]);
    await tellThemes(db, doors, later(2));
    expect(told).toEqual(['a']);
    await db.themes.bulkPut([
      theme('b', { alertedAt: NOON.now + 2 * HOUR }),
      theme('c', { alertedAt: NOON.now + 3 * HOUR }),
    ]);
    await tellThemes(db, doors, later(5));
    expect(told).toEqual(['a']);
    await tellThemes(db, doors, later(6));
    expect(told).toEqual(['a', 'b,c']);
  });

  it('needs the user to have asked for it, and says nothing of before', async () => {
    const db = await withThemes([theme('a')], { since: NOON.now });
    const { doors, told } = screen();
    await tellThemes(db, doors, NOON);
    const off = await withThemes([theme('a')], { notify: false });
    await tellThemes(off, doors, NOON);
    expect(told).toEqual([]);
  });

  it.each([
    ['before it shows', { before: true }],
    ['after it showed', { after: true }],
  ])('is said once where the worker is killed %s', async (_, dies) => {
    const db = await withThemes([theme('a')]);
    const { doors, told, dies: now } = screen({ ...dies });
    await expect(tellThemes(db, doors, NOON)).rejects.toThrow('killed');
    Object.assign(now, { before: false, after: false });
    await tellThemes(db, doors, later(0.2));
    await tellThemes(db, doors, later(9));
    expect(told).toEqual(['a']);
  });

  it('is said once where two look at the same moment', async () => {
    const db = await withThemes([theme('a')]);
    const { doors, told } = screen();
    await Promise.all([tellThemes(db, doors, NOON), tellThemes(db, doors, NOON)]);
    expect(new Set(told)).toEqual(new Set(['a']));
  });

  it('leads to its theme, or to all where it is of several', () => {
    expect(addressOf('theme:a')).toBe('#/theme/a');
    expect(addressOf('theme:a b')).toBe('#/themes');
    expect(addressOf('something else')).toBeNull();
  });

  it('knows quiet hours over midnight', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, minute, (from, to, at) => {
        fc.pre(from !== to);
        const quiet = isQuiet({ ...DEFAULT_ALERTS, quiet: { from, to } }, at);
        const loud = isQuiet({ ...DEFAULT_ALERTS, quiet: { from: to, to: from } }, at);
        expect(quiet).toBe(!loud);
      }),
    );
  });
});

it('the badge counts what came since the themes were last looked at', async () => {
  const db = await withThemes([theme('a'), theme('b', { alertedAt: NOON.now - 3 * HOUR })]);
  expect(await newThemes(db, NOON.now)).toBe(2);
  await themesSeen(db, NOON.now - 2 * HOUR);
  expect(await newThemes(db, NOON.now)).toBe(1);
});
