import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { correctKeys } from '../../entrypoints/sidepanel/correct-keys';
import type { Reading } from '../../utils/core/reading';
import { correctionsModel, shareUntold } from '../../utils/panel/corrections';
import { keepBatch } from '../../utils/store/captures';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { heard } from '../core/sample';
import { batch, key } from '../store/fresh';
import { freshTable, type Seat, sit } from './table';

const readingOf = (id: string, over: Partial<Reading> = {}): Reading => ({
  key: key(id),
  fingerprint: 'f',
  version: 'v',
  lang: 'es',
  tone: { label: null, confidence: 0.4, scores: { positive: 0.3, neutral: 0.4, negative: 0.3 } },
  intents: {},
  needsReply: { value: true, confidence: 0.7, reason: 'asks' },
  evidence: [],
  ...over,
});

let db: TertuliaDatabase;
let seat: Seat;
beforeEach(async () => {
  db = await freshTable();
  seat = sit(db);
  await keepBatch(db, batch([heard('1'), heard('2')]), 5_000);
  await db.readings.bulkPut([readingOf('1'), readingOf('2', { tone: { ...readingOf('2').tone, label: 'neutral' } })]);
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

describe('one key changes a label', () => {
  const press = async (name: '+' | '0' | '-' | 'n') => {
    const [post, reading] = await Promise.all([db.posts.get(key('1')), db.readings.get(key('1'))]);
    const keys = correctKeys(correctionsModel(seat.panel), () => (post && reading ? { post, reading } : null));
    keys[name]?.(new KeyboardEvent('keydown', { key: name }));
    await vi.waitFor(async () => expect(await db.corrections.count()).toBe(1));
  };

  it.each([
    ['+', 'positive'],
    ['0', 'neutral'],
    ['-', 'negative'],
  ] as const)('%s says the tone is %s', async (name, tone) => {
    await press(name);
    expect((await db.readings.get(key('1')))?.tone).toMatchObject({ label: tone, confidence: 1 });
  });

  it('n says it wants no answer, and undo takes it back', async () => {
    await press('n');
    expect((await db.readings.get(key('1')))?.needsReply).toMatchObject({ value: false, reason: 'saidSo' });
    await vi.waitFor(() => expect(seat.panel.undo.toast.value?.undoable).toBe(true));
    await seat.panel.undo.undo();
    expect(await db.corrections.count()).toBe(0);
  });

  it('does nothing where nothing is in hand', () => {
    const correct = vi.fn();
    const keys = correctKeys({ correct, turn: correct }, () => null);
    keys['+']?.(new KeyboardEvent('keydown'));
    keys.n?.(new KeyboardEvent('keydown'));
    expect(correct).not.toHaveBeenCalled();
  });
});

it('counts how many tones could not be told', async () => {
  expect(await shareUntold(db)).toEqual({ posts: 2, untold: 1 });
});
