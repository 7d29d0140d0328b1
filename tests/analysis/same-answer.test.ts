/** Words already known are not looked up anew, and room is used again from post to post: no answer may show it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../utils/analysis/lexicon/lexicon';
import { readModel } from '../../utils/analysis/model';
import { createReader } from '../../utils/analysis/reader';
import { tokenize } from '../../utils/analysis/text';
import { modelBytes, ownRows, reader } from './model';

const TEXTS = ownRows('test').map(({ text }) => text);

const post = fc.record({
  text: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 60 })),
  lang: fc.constantFrom(null, null, 'es', 'en', 'de', 'ca', 'ja'),
});

describe('a reading', () => {
  it('does not depend on what was read before', () => {
    fc.assert(
      fc.property(fc.array(post, { minLength: 1, maxLength: 12 }), (posts) => {
        const last = posts.at(-1);
        for (const before of posts) reader.read(before);
        expect(last && reader.read(last)).toEqual(last && createReader(readModel(modelBytes())).read(last));
      }),
      { numRuns: 60 },
    );
  });
});

const WORDS = ['no', 'me', 'va', 'vale', 'valen', 'bien', 'mal', 'nada'] as const;
const step = fc.oneof(
  { arbitrary: fc.constantFrom(...WORDS), weight: 5 },
  { arbitrary: fc.constantFrom('va*', 'na*', 'me*'), weight: 2 },
);
const phrase = fc
  .tuple(
    step,
    fc.array(fc.oneof({ arbitrary: step, weight: 4 }, { arbitrary: fc.constant('..'), weight: 1 }), { maxLength: 3 }),
  )
  .map(([first, rest]) => [first, ...rest.slice(0, -1), ...rest.slice(-1).filter((last) => last !== '..')].join(' '));

/** Tries a phrase the slow way; `undefined` where it does not stand there. */
function ends(steps: readonly string[], words: readonly string[], at: number): number | undefined {
  const [first, ...rest] = steps;
  if (first === undefined) return at;
  if (first === '..') {
    if (rest[0] === undefined || rest[0] === '..') return ends(rest, words, at);
    for (let skipped = 0; skipped <= 4; skipped++) {
      const word = words[at + skipped];
      if (word !== undefined && fits(rest[0] as string, word)) return ends(rest, words, at + skipped);
    }
    return undefined;
  }
  const word = words[at];
  return word !== undefined && fits(first, word) ? ends(rest, words, at + 1) : undefined;
}
const fits = (step: string, word: string) =>
  step.endsWith('*') ? word.startsWith(step.slice(0, -1)) && word !== '' : word === step;

describe('a lexicon', () => {
  it('finds what trying every phrase at every word finds', () => {
    fc.assert(
      fc.property(
        fc.array(phrase, { minLength: 1, maxLength: 40 }),
        fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }), { minLength: 1, maxLength: 4 }),
        (phrases, posts) => {
          const lexicon = new Lexicon(`praise: ${phrases.join(' | ')}`);
          for (const words of posts) {
            const found = lexicon
              .find(tokenize(words.join(' ')))
              .map(({ phrase: said, from, to }) => `${said}@${from}-${to}`);
            const expected = words.flatMap((_, from) =>
              phrases.flatMap((said) => {
                const to = ends(said.split(' '), words, from);
                return to === undefined ? [] : [`${said}@${from}-${to}`];
              }),
            );
            expect(found.sort()).toEqual(expected.sort());
          }
        },
      ),
    );
  });
});
