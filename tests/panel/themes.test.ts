import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Theme } from '../../utils/core/theme';
import { openTheme, openThemes } from '../../utils/panel/themes';
import { createUndo, type Undo } from '../../utils/panel/undo';
import { localDay } from '../../utils/store/exposure';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshTable, hear, until } from './table';

const NOW = Date.now();
const theme = (id: string, over: Partial<Theme> = {}): Theme => ({
  id,
  tier: 'alert',
  phase: 'emerging',
  label: 'la luz se apaga',
  terms: [],
  postKeys: ['pedaleo.example:1'],
  authorKeys: ['pedaleo.example:leire'],
  threadKeys: ['pedaleo.example:t1'],
  sites: ['pedaleo.example'],
  langs: ['es'],
  startedAt: NOW,
  alertedAt: NOW,
  lastAt: NOW,
  timeline: [],
  quoteKeys: ['pedaleo.example:1'],
  evidence: { people: 5, seen: 100, usual: 1 },
  ...over,
});

let db: TertuliaDatabase;
let ends: AbortController;
let undo: Undo;
const options = () => ({ db, now: signal(NOW), undo, ends: ends.signal });

beforeEach(async () => {
  db = await freshTable();
  ends = new AbortController();
  undo = createUndo((reason) => {
    throw reason;
  });
  await hear(db, [{ id: '1', name: 'Leire', text: '¿Por qué se apaga el Farol en las cuestas?', ago: 5_000 }]);
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});

describe('the themes, live', () => {
  it('with what was seen, the quote and who waits', async () => {
    await db.themes.bulkPut([theme('a'), theme('gone', { notTheme: true })]);
    const model = openThemes(options());
    await until(() => expect(model.view.value?.emerging).toHaveLength(1));
    const view = model.view.value!;
    expect(view.seen).toBe(1);
    expect(localDay(view.since)).toBe(localDay(NOW));
    expect(view.emerging[0]).toMatchObject({ quote: { who: { name: 'Leire' } }, waiting: 1 });

    await db.themes.put(theme('b', { phase: 'steady' }));
    await until(() => expect(model.view.value?.steady).toHaveLength(1));
  });

  it('one is told apart from one that is not there', async () => {
    const model = openTheme('nobody', options());
    await until(() => expect(model.view.value).toBeNull());
  });
});

describe('what is decided about a theme', () => {
  it('is kept, said, and can be taken back', async () => {
    await db.themes.put(theme('a', { name: 'Before' }));
    const model = openTheme('a', options());

    await model.rename('  The lamp ');
    expect(await db.themes.get('a')).toMatchObject({ name: 'The lamp' });
    expect(undo.toast.value?.done).toEqual({ kind: 'theme', did: 'renamed', name: 'The lamp' });
    await model.rename('');
    expect(await db.themes.get('a')).not.toHaveProperty('name');

    await model.mute(null);
    expect((await db.themes.get('a'))!.mutedUntil).toBeGreaterThan(NOW + 1e12);
    await model.pin(true);
    await model.reject();
    expect(await db.themes.get('a')).toMatchObject({ pinned: true, notTheme: true });

    for (let i = 0; i < 5; i++) await undo.undo();
    expect(await db.themes.get('a')).toEqual(theme('a', { name: 'Before' }));
  });

  it('keeps what the engine found meanwhile', async () => {
    await db.themes.put(theme('a'));
    const model = openTheme('a', options());
    await model.pin(true);
    await db.themes.update('a', { phase: 'growing' });
    await undo.undo();
    expect(await db.themes.get('a')).toEqual(theme('a', { phase: 'growing' }));
  });

  it('says nothing of a theme that is gone', async () => {
    await openTheme('a', options()).mute(null);
    expect(undo.toast.value).toBeNull();
  });
});
