import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { showHidden } from '../../utils/core/hidden';
import type { Reading } from '../../utils/core/reading';
import { asTyped } from '../../utils/panel/as-typed';
import { listPeople } from '../../utils/text/lists';
import { marksOf } from '../../utils/text/marks';
import { calledName, hue, initials } from '../../utils/text/names';
import { capital, spelled } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { excerpt, spansOf } from '../../utils/text/spans';
import { plural } from '../../utils/text/t';
import { speakEnglish, speakSpanish } from './speech';

beforeEach(() => speakEnglish());

describe('hidden characters', () => {
  it('are shown by name where they stand', () => {
    expect(showHidden('safe\u202egpj.exe')).toEqual([
      { text: 'safe' },
      { text: '', hidden: 'RLO' },
      { text: 'gpj.exe' },
    ]);
    expect(showHidden('a\u200bb').map((piece) => piece.hidden)).toEqual([undefined, 'ZWSP', undefined]);
  });

  it('are left alone where they are good spelling', () => {
    for (const text of ['👩‍👩‍👧 family', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️‍🔥', 'می‌خواهم', 'क्‍ष']) expect(showHidden(text)).toEqual([{ text }]);
  });

  it('lose no letter of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const back = showHidden(text);
        expect(back.filter((piece) => !piece.hidden).every((piece) => text.includes(piece.text))).toBe(true);
        expect(back.reduce((sum, piece) => sum + piece.text.length, 0)).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('names', () => {
  it('give two initials', () => {
    expect(['Leire Zubiri', 'Rosa M. Quintana', 'bram', '@x_y', '🌱 Ana 🌱', '林', ''].map(initials)).toEqual([
      'LZ',
      'RQ',
      'BR',
      'XY',
      'AN',
      '林',
      '?',
    ]);
  });

  it('give one of twelve hues, always the same', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(hue(id)).toBe(hue(id));
        expect(hue(id) % 30).toBe(0);
        expect(hue(id)).toBeLessThan(360);
      }),
    );
  });

  it('are said as people say them', () => {
    expect(calledName('Leire Zubiri')).toBe('Leire');
    expect(calledName('leire_z')).toBe('leire_z');
    expect(calledName('1985 rider')).toBe('1985 rider');
  });
});

describe('sentences', () => {
  it('spell small numbers, and count in both languages', () => {
    expect(capital(plural('peopleCount', 6, spelled(6)))).toBe('Six people');
    expect(plural('peopleCount', 1, spelled(1))).toBe('one person');
    expect(capital(plural('peopleCount', 1240, spelled(1240)))).toBe('1,240 people');
    speakSpanish();
    expect(capital(plural('peopleCount', 6, spelled(6)))).toBe('Seis personas');
    expect(plural('peopleCount', 1, spelled(1))).toBe('una persona');
  });

  it('list people, the rest as a number', () => {
    expect(listPeople(['Ana'])).toBe('Ana');
    expect(listPeople(['Ana', 'Bram', 'Odón', 'Hugo'])).toBe('Ana, Bram and 2 more');
  });

  it('hold anything inside without reading it as words of theirs', () => {
    expect(rich('ledeOne', { bold: '$2' }, 'since $1')).toEqual([
      { bold: '$2' },
      ' is waiting for a word from us, ',
      'since $1',
      '.',
    ]);
  });
});

describe('the passages underlined', () => {
  const text = 'Nobody of Farol answers me. Is it so hard? I still like you.';
  const piece = (words: string, weight = 1, name: 'question' | 'complaint' = 'complaint') => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, weight, for: name };
  };
  const said = (...pieces: ReturnType<typeof piece>[]) =>
    spansOf(pieces, text).map((span) => `${span.for}: ${text.slice(span.start, span.end)}`);

  it('are whole words', () => expect(said(piece('obod'))).toEqual(['complaint: Nobody']));

  it('are phrases where only a little lies between, never across a sentence', () => {
    expect(said(piece('Nobody'), piece('answers'))).toEqual(['complaint: Nobody of Farol answers']);
    expect(said(piece('me'), piece('Is it'))).toEqual(['complaint: me', 'complaint: Is it']);
  });

  it('are the sentence where the evidence is its question mark', () => {
    expect(said(piece('?', 1, 'question'))).toEqual(['question: Is it so hard?']);
  });

  it('lie side by side, the weightier whole where two meet', () => {
    expect(said(piece('Is it so hard?', 0.2, 'question'), piece('hard', 0.9))).toEqual([
      'question: Is it so',
      'complaint: hard',
    ]);
  });

  it('stay in order and within the text, whatever the evidence says', () => {
    const names = ['question', 'complaint', 'thanks'] as const;
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(
          fc.tuple(
            fc.integer({ min: -5, max: 70 }),
            fc.integer({ min: -5, max: 70 }),
            fc.constantFrom(...names),
            fc.double({ noNaN: true }),
          ),
        ),
        (any, all) => {
          const spans = spansOf(
            all.map(([start, end, name, weight]) => ({ start, end, weight, for: name })),
            any,
          );
          let from = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeLessThanOrEqual(any.length);
            expect(start).toBeLessThan(end);
            from = end;
          }
        },
      ),
    );
  });
});

describe('what a row shows of a long post', () => {
  const story = 'It began in spring and went on for a while without anybody taking much notice of it. ';

  it('is all of a short one', () => {
    expect(excerpt('Short?', [])).toEqual([{ start: 0, end: 6 }]);
  });

  it('never cuts the sentence that asks: it stands after the beginning', () => {
    const text = `${story.repeat(5)}Could somebody of yours call me? Thanks.`;
    const start = text.indexOf('Could');
    const ranges = excerpt(text, [{ start, end: start + 10, for: 'question', weight: 1 }]);
    expect(ranges).toHaveLength(2);
    const last = ranges[1] as { start: number; end: number };
    expect(text.slice(last.start, last.end)).toBe('Could somebody of yours call me?');
    expect(ranges.reduce((sum, range) => sum + range.end - range.start, 0)).toBeLessThan(260);
  });

  it('is never more than a screen, though a page may hold megabytes', () => {
    expect(excerpt('x'.repeat(2_000_000), [])[0]?.end).toBeLessThan(2_000);
  });
});

describe('marks', () => {
  const reading = (over: Partial<Reading>): Reading => ({
    key: 'k',
    fingerprint: '',
    version: '',
    lang: 'en',
    tone: { label: 'neutral', confidence: 1, scores: { positive: 0, neutral: 1, negative: 0 } },
    intents: {},
    needsReply: { value: false, confidence: 1, reason: 'nothingAsked' },
    evidence: [],
    ...over,
  });
  const words = (over: Partial<Reading>) => marksOf(reading(over)).map((mark) => mark.word);

  it('are none where nothing is worth saying', () => expect(words({})).toEqual([]));

  it('say that it asks for nothing only where nothing is asked', () => {
    const needsReply = { value: false, confidence: 1, reason: 'thanksOnly' } as const;
    expect(words({ intents: { thanks: 1 }, needsReply })).toEqual(['thanks', 'asks for nothing']);
    expect(words({ intents: { thanks: 1, request: 1 }, needsReply })).toEqual(['request', 'thanks']);
  });

  it('are three at most, what hurts first, what wants an answer last', () => {
    expect(
      words({
        intents: { praise: 1, complaint: 1, problem: 1, urgency: 1 },
        needsReply: { value: true, confidence: 1, reason: 'complains' },
      }),
    ).toEqual(['complaint', 'problem', 'wants an answer']);
  });

  it('do not say the tone twice', () => {
    const negative = { label: 'negative' as const, confidence: 1, scores: { positive: 0, neutral: 0, negative: 1 } };
    expect(words({ tone: negative, intents: { complaint: 1 } })).toEqual(['complaint']);
    expect(words({ tone: negative, intents: { question: 1 } })).toEqual(['question', 'negative tone']);
  });

  it('carry the sample of a line only where words are underlined for it', () => {
    const evidence = [{ start: 0, end: 3, for: 'question' as const, weight: 1 }];
    expect(marksOf(reading({ intents: { question: 1, complaint: 1 }, evidence })).map((mark) => mark.line)).toEqual([
      null,
      'ask',
    ]);
  });
});

describe('a query while it is typed', () => {
  it('takes the last word for the beginning of one, but no field, phrase or operator', () => {
    expect(['lea', 'lea dri', 'is:ques', '"so far', 'a OR', 'near/3', 'lea ', 'lea*', ''].map(asTyped)).toEqual([
      'lea*',
      'lea dri*',
      'is:ques',
      '"so far',
      'a OR',
      'near/3',
      'lea ',
      'lea*',
      '',
    ]);
  });
});
