import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingTurns, isolated, namingHidden, showHidden, withoutHidden } from '../../utils/core/hidden';

/** Every control of direction, every mark of it, and what takes no room. */
const HIDDEN = {
  LRE: '\u202a', RLE: '\u202b', PDF: '\u202c', LRO: '\u202d', RLO: '\u202e', LRI: '\u2066', RLI: '\u2067', FSI: '\u2068', PDI: '\u2069',
  LRM: '\u200e', RLM: '\u200f', ALM: '\u061c',
  ZWSP: '\u200b', ZWNJ: '\u200c', ZWJ: '\u200d', SHY: '\u00ad', WJ: '\u2060', BOM: '\ufeff', MVS: '\u180e', CGJ: '\u034f',
  FA: '\u2061', HF: '\u3164', TAG: '\u{e0041}', IAA: '\ufff9',
} as const; // biome-ignore format: a table

const SPELLED = [
  '👩‍👩‍👧‍👦 familia', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️‍🔥', '🏳️‍🌈', '🧑🏽‍🚀 Alba', '🏴‍☠️', 'می‌خواهم', 'نامه‌ها', 'ه‍', 'क्‍ष', 'ક્‍ષ', 'ಕ್‌ಷ', 'ᠰᠠᠢ᠎ᠨ', 'ക്‍', 'Ørjan Æsgård', '林 美雨', 'שלום', 'Þóra',
]; // biome-ignore format: a table

describe.each(Object.entries(HIDDEN))('%s', (name, sign) => {
  it('is shown by its name, wherever it stands', () => {
    for (const [before, after] of [
      ['Fa', 'rol'],
      ['', 'Farol'],
      ['Farol', ''],
    ] as const) {
      expect(showHidden(before + sign + after).filter((piece) => piece.hidden)).toEqual([{ text: '', hidden: name }]);
      expect(withoutHidden(before + sign + after)).toBe('Farol');
      expect(namingHidden(before + sign + after)).toBe(`${before}[${name}]${after}`);
    }
  });

  it('alone is said by its name: nobody is called nothing', () => {
    expect(withoutHidden(sign)).toBe(`[${name}]`);
    expect(withoutHidden(` ${sign}${sign} `)).toBe(`[${name}][${name}]`);
  });
});

describe('what is spelling', () => {
  it.each(SPELLED)('stays: %s', (text) => {
    expect(withoutHidden(text)).toBe(text);
    expect(namingHidden(text)).toBe(text);
  });

  it('is not what only looks like it: a joiner between Latin letters, at the end of a word, twice', () => {
    expect(withoutHidden('Fa\u200drol')).toBe('Farol');
    expect(withoutHidden('علي\u200c')).toBe('علي');
    expect(withoutHidden('👩\u200d')).toBe('👩');
    expect(withoutHidden('👩\u200d\u200d👧')).toBe('👩👧');
  });
});

describe('turns of direction', () => {
  it('end where their line ends', () => {
    expect(closingTurns('\u202egnp.exe')).toBe('\u202egnp.exe\u202c');
    expect(closingTurns('\u2067a \u202bb')).toBe('\u2067a \u202bb\u202c\u2069');
    expect(closingTurns('\u2067a \u202bb\u2069 c')).toBe('\u2067a \u202bb\u2069 c');
    expect(closingTurns('\u202ea\u202c b')).toBe('\u202ea\u202c b');
    expect(closingTurns('\u202c\u2069 nothing was open')).toBe('\u202c\u2069 nothing was open');
  });

  it('never stay open, whatever is written, and no word is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ש', ' ', ...Object.values(HIDDEN).slice(0, 9)) }), (text) => {
        const closed = closingTurns(text);
        expect(closed.startsWith(text)).toBe(true);
        expect(closingTurns(closed)).toBe(closed);
      }),
    );
  });

  it('a name from right to left is isolated, and no other', () => {
    expect(isolated('שלום')).toBe('\u2068שלום\u2069');
    expect(isolated('Alba 👩‍👧')).toBe('Alba 👩‍👧');
  });
});

it('what is left hides nothing', () => {
  const unit = fc.constantFrom('a', 'ا', 'क', '👩', ' ', ...Object.values(HIDDEN));
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const clean = withoutHidden(text);
      expect(clean).not.toMatch(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2060\ufeff\u00ad]/);
    }),
  );
});
