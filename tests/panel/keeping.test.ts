/** What the settings do besides: hours as people type them, room weighed, one part begun again, the clipboard. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../utils/core/settings';
import { copyPost, copyThread } from '../../utils/panel/clipboard';
import { parseBlocks, writeBlocks } from '../../utils/panel/hours-text';
import { RESET_PARTS, resetPart } from '../../utils/panel/reset';
import { fullness, NEARLY_FULL, openSpace } from '../../utils/panel/space';
import { saveReply } from '../../utils/store/saved-replies';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings, readSettings } from '../../utils/store/settings';
import { saveWatch } from '../../utils/store/watches';
import { everything } from '../keeping/sample';
import { speakEnglish } from '../text/speech';
import { DAY, freshTable, hear, SITE } from './table';

let db: TertuliaDatabase;
beforeEach(async () => {
  speakEnglish();
  db = await freshTable();
  await hear(db, [
    { id: '1', name: 'Leire', text: '¿Por qué se apaga <b>el Farol</b>?', ago: 2 * DAY },
    { id: '2', parent: '1', name: 'Marta', handle: 'marta_farol', text: 'Lo miramos.', ago: DAY },
  ]);
});
afterEach(() => db.delete());

describe('hours as people type them', () => {
  it.each<[string, [number, number][] | null]>([
    ['', []],
    [
      '9-14, 16-19',
      [
        [540, 840],
        [960, 1140],
      ],
    ],
    [
      '16:30-19 y 9 a 14',
      [
        [540, 840],
        [990, 1140],
      ],
    ],
    ['9.15 – 24', [[555, 1440]]],
    ['9h-14h', null],
    ['14-9', null],
    ['9-14, 13-15', null],
    ['9-25', null],
    ['9:75-10', null],
    ['siempre', null],
  ])('%j', (text, blocks) => expect(parseBlocks(text)).toEqual(blocks));

  it('are written as they are read', () => {
    const block = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 701, max: 1440 }));
    fc.assert(
      fc.property(block, (one) => {
        expect(parseBlocks(writeBlocks([one]))).toEqual([one]);
      }),
    );
  });
});

describe('room', () => {
  it('is weighed by kind, and said to be little from four fifths on', async () => {
    const model = openSpace(db, { estimate: async () => ({ usage: 81, quota: 100 }), persisted: async () => false });
    await model.weigh();
    const { kinds, lasting } = model.space.value!;
    expect(lasting).toBe(false);
    expect(kinds[0]).toMatchObject({ kind: 'heard', bytes: expect.any(Number) });
    expect(kinds.every(({ rows, bytes }) => rows > 0 && bytes > 0)).toBe(true);
    expect(await fullness({ estimate: async () => ({ usage: 81, quota: 100 }) })).toBeGreaterThanOrEqual(NEARLY_FULL);
    expect(await fullness({ estimate: () => Promise.reject(new Error('no')) })).toBeNull();
  });

  it('is asked to last only in a click', async () => {
    const persist = vi.fn(async () => true);
    const model = openSpace(db, { estimate: async () => ({}), persist });
    await model.weigh();
    expect(persist).not.toHaveBeenCalled();
    await model.keepLasting();
    expect(persist).toHaveBeenCalledOnce();
  });
});

describe('one part begun again', () => {
  it.each(RESET_PARTS)('%s: everything else stays, and it can be taken back', async (part) => {
    await changeSettings(db, (was) => ({
      ...was,
      theme: 'dark',
      hours: { timeZone: 'UTC', week: [[[540, 840]], [], [], [], [], [], []] },
    }));
    await saveWatch(db, { name: 'rival', query: 'otra' });
    await saveReply(db, { name: 'A', folder: '', shortcut: '', bodies: { es: 'x' }, intents: [] });
    await db.themes.put({ id: 't', lastAt: 1, postKeys: [], label: 'x' } as never);
    await db.rehearsals.put({ id: 'r', at: 1, title: 'x', source: { kind: 'crisis', id: 'x' }, answers: [] });
    await db.readings.put({ key: `${SITE}:1`, version: 'x' } as never);
    await db.meta.put({ name: 'themeState', value: new ArrayBuffer(4) });
    const before = await everything(db);
    const takeBack = await resetPart(db, part);
    const after = await everything(db);
    const changed = Object.keys(before).filter(
      (table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]),
    );
    const expected = {
      look: ['meta'],
      hours: ['meta'],
      watches: ['watches'],
      replies: ['savedReplies'],
      readings: ['readings'],
      themes: ['meta', 'themes'],
      rehearsals: ['rehearsals'],
    };
    expect(changed).toEqual(expected[part]);
    if (part === 'look') expect((await readSettings(db)).theme).toBe(DEFAULT_SETTINGS.theme);
    await takeBack();
    expect(await everything(db)).toEqual(before);
  });
});

describe('the clipboard', () => {
  class Item {
    constructor(readonly parts: Record<string, Blob>) {}
  }
  const written = vi.fn(async (_: Item[]) => {});
  const clipboard = { write: written } as unknown as Clipboard;
  const textOf = async (type: string) => written.mock.lastCall?.[0][0]?.parts[type]?.text() ?? '';

  it('takes a conversation or one post as words and as a page, with no markup of theirs', async () => {
    vi.stubGlobal('ClipboardItem', Item);
    await copyThread(db, `${SITE}:t1`, clipboard);
    expect(await textOf('text/plain')).toContain('Lo miramos');
    expect(await textOf('text/plain')).not.toContain('---\ntitle');
    await copyPost(db, `${SITE}:1`, clipboard);
    expect(await textOf('text/plain')).not.toContain('Lo miramos');
    const page = new DOMParser().parseFromString(await textOf('text/html'), 'text/html');
    expect(page.body.textContent).toContain('¿Por qué se apaga <b>el Farol</b>?');
    await expect(copyPost(db, 'nothing', clipboard)).rejects.toThrow('nothing held');
    vi.unstubAllGlobals();
  });
});
