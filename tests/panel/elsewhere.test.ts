/** A theme looked for in other languages, by a translator that is a small table of words. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { translateHere, translates } from '../../utils/browser/translator';
import type { Theme } from '../../utils/core/theme';
import { lookElsewhere, type TranslatorDoors, toldElsewhere } from '../../utils/panel/elsewhere';
import { stored } from '../core/sample';

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;
const theme = (id: string, lang: string, terms: string[], over: Partial<Theme> = {}): Theme => ({
  id,
  tier: 'alert',
  phase: 'growing',
  label: terms.join(' '),
  terms,
  postKeys: [],
  authorKeys: [],
  threadKeys: [],
  sites: [],
  langs: [lang],
  startedAt: NOW - DAY,
  alertedAt: NOW,
  lastAt: NOW,
  timeline: [],
  quoteKeys: [id],
  evidence: { people: 4, seen: 100, usual: 0 },
  ...over,
});
const leak = theme('es', 'es', ['depósito', 'charco']);
const tank = theme('en', 'en', ['tank', 'puddle']);
const song = theme('song', 'en', ['chorus', 'song']);
const posts = new Map([
  ['es', stored('es', { text: 'El depósito pierde y deja un charco en la mesa.' })],
  ['en', stored('en', { text: 'The tank leaks and leaves a puddle.' })],
  ['song', stored('song', { text: 'That chorus again.' })],
]);
const WORDS: Record<string, string> = {
  tank: 'depósito',
  puddle: 'charco',
  leaks: 'pierde',
  leaves: 'deja',
  song: 'canción',
  chorus: 'estribillo',
  the: 'el',
  and: 'y',
};
const translate = vi.fn(async (texts: readonly string[]) =>
  texts.map((text) => text.replace(/\p{L}+/gu, (word) => WORDS[word.toLowerCase()] ?? word)),
);
const doors = (over: Partial<TranslatorDoors> = {}): TranslatorDoors => ({
  ready: async () => 'available',
  translate,
  ...over,
});
const look = (all: Theme[], with_ = doors()) => lookElsewhere(leak, all, posts, with_, new AbortController().signal);

afterEach(() => {
  translate.mockClear();
  vi.unstubAllGlobals();
});

describe('a theme in another language', () => {
  it('is found by what it says, translated; another thing is not', async () => {
    const { found, missing } = await look([leak, tank, song]);
    expect(found.map(({ id }) => id)).toEqual(['en']);
    expect(found[0]?.says).toBe('depósito, charco');
    expect(missing).toEqual([]);
  });

  it('is not asked of a browser that cannot, and that is said', async () => {
    const { found, missing } = await look([leak, tank, song], doors({ ready: async () => 'unavailable' }));
    expect(found).toEqual([]);
    expect(missing).toEqual(['en']);
    expect(translate).not.toHaveBeenCalled();
  });

  it('is of the same days, in another language, and still a theme', () => {
    const apart = [
      theme('same', 'es', ['charco']),
      theme('old', 'en', ['tank'], { startedAt: NOW - 90 * DAY, lastAt: NOW - 80 * DAY }),
      theme('gone', 'en', ['tank'], { notTheme: true }),
      theme('inside', 'en', ['tank'], { mergedInto: 'x' }),
    ];
    expect(toldElsewhere(leak, [leak, ...apart])).toEqual([]);
    expect(toldElsewhere(leak, [leak, tank])).toEqual([tank]);
  });
});

describe('the browser’s translator', () => {
  it('is unavailable where there is none, or where it throws', async () => {
    expect(await translates('en', 'es')).toBe('unavailable');
    vi.stubGlobal('Translator', { availability: async () => Promise.reject(new Error('no')) });
    expect(await translates('en', 'es')).toBe('unavailable');
  });

  it('translates in one session and puts it away, also after a fault', async () => {
    const destroy = vi.fn();
    const session = { translate: vi.fn(async (text: string) => text.toUpperCase()), destroy };
    const create = vi.fn(async () => session);
    vi.stubGlobal('Translator', { availability: async () => 'available', create });
    const { signal } = new AbortController();
    expect(await translateHere(['a', 'b'], 'en', 'es', signal)).toEqual(['A', 'B']);
    expect(create).toHaveBeenCalledExactlyOnceWith({ sourceLanguage: 'en', targetLanguage: 'es', signal });
    session.translate.mockRejectedValueOnce(new Error('gone'));
    await expect(translateHere(['a'], 'en', 'es', signal)).rejects.toThrow('gone');
    expect(destroy).toHaveBeenCalledTimes(2);
  });
});
