import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../utils/analysis/lexicon/lexicon';
import { MAX_CHARS, tokenize } from '../../utils/analysis/text';

const norms = (text: string) => tokenize(text).map((token) => token.norm);

describe('cutting a post into tokens', () => {
  it('squeezes drawn-out letters and laughter, and says so', () => {
    expect(norms('Graciassss jajajajaja')).toEqual(['gracias', 'jaja']);
    expect(tokenize('nooooo')[0]?.form.drawnOut).toBe(true);
    expect(tokenize('llamar')[0]?.form.drawnOut).toBe(false);
  });

  it('takes names, links and digits for what they are', () => {
    expect(norms('@ana.b mira https://example.org/x?y=1 3h')).toEqual(['<name>', 'mira', '<link>', '0h']);
  });

  it('splits Romance elisions and keeps English ones whole', () => {
    expect(norms("l'azienda n'est don't")).toEqual(["l'", 'azienda', "n'", 'est', "don't"]);
    expect(norms('I’m')).toEqual(["i'm"]);
  });

  it('knows faces, skin tones, families and flags as one each', () => {
    expect(norms(':-) xD <3')).toEqual([':)', ':d', '❤']);
    expect(norms('👍🏽')).toEqual(['👍']);
    expect(tokenize('👨‍👩‍👧 🇪🇸')).toHaveLength(2);
  });

  it('finds capitals and folds accents but not ñ', () => {
    expect(tokenize('QUÉ AÑO')[0]).toMatchObject({ form: { capitals: true }, fold: 'que' });
    expect(tokenize('año')[0]?.fold).toBe('año');
  });

  it('keeps every token in its place in the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          last = token.end;
        }
      }),
    );
  });

  it('stops at what nobody writes in one post', () => {
    const started = performance.now();
    for (const unit of ['a', 'a ', '!', '@', '#', '😀', '\u202e', 'https://', "'", ':-', 'ﷺ', '\ud83d']) {
      const tokens = tokenize(unit.repeat(Math.ceil(1_000_000 / unit.length)));
      expect((tokens.at(-1)?.end ?? 0) <= MAX_CHARS).toBe(true);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the lexicon', () => {
  const lexicon = new Lexicon('thanks: gracias | mil gracias\nunthanks: gracias .. sin luz\n-1: lent*');
  const found = (text: string) => lexicon.find(tokenize(text)).map(({ tag, from, to }) => `${tag} ${from}-${to}`);

  it('finds words, phrases, stems and gaps', () => {
    expect(found('mil gracias')).toEqual(['thanks 0-2', 'thanks 1-2']);
    expect(found('va lentísimo')).toEqual(['-1 1-2']);
    expect(found('gracias por dejarnos otra vez sin luz')).toContain('unthanks 0-7');
    expect(found('gracias, y aunque tardara tanto no estuve un día sin luz')).toEqual(['thanks 0-1']);
  });
});
