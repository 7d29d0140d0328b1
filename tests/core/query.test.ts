import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuery, findTerms, isEmptyQuery, matches, parseQuery } from '../../utils/core/query';
import { phrase } from '../../utils/core/query-parser';
import { stored } from './sample';

const post = stored('7', {
  text: 'Actualicé la Faro 2 y esta mañana tenía un CHARCO bajo la cafetera. ¿Le pasa a alguien más? https://foro.example/foto',
  author: { name: 'Nerea Olmos', handle: 'nerea_o', url: null },
  lang: 'es-ES',
  at: new Date(2026, 4, 3, 12).getTime(),
  mention: 1,
});
const finds = (query: string): boolean => matches(parseQuery(query), post);

describe('a search finds', () => {
  it.each([
    ['charco'],
    ['cafetera charco'],
    ['manana'],
    ['MAÑANA'],
    ['"faro 2"'],
    ['“faro 2”'],
    ['«Faro  2»'],
    ['cafe*'],
    ['"esta maña*"'],
    ['nada OR charco'],
    ['nada | charco'],
    ['charco NOT hotel'],
    ['charco -hotel'],
    ['NOT NOT charco'],
    ['(nada OR charco) AND cafetera'],
    ['charco near/3 cafetera'],
    ['cafetera NEAR/3 charco'],
    ['"faro 2" near/9 charco'],
    ['site:foro.example'],
    ['site:foro'],
    ['author:nerea_o'],
    ['author:@nerea_o'],
    ['author:olmos'],
    ['author:"nerea olmos"'],
    ['lang:es'],
    ['is:post'],
    ['is:question'],
    ['is:mention'],
    ['has:link'],
    ['after:2026-05-03 before:2026-05-04'],
    ['after:2026 before:2026-06'],
    [''],
  ])('%s', (query) => {
    expect(finds(query)).toBe(true);
    expect(checkQuery(query)).toEqual([]);
  });
});

describe('a search does not find', () => {
  it.each([
    ['charcos'],
    ['char'],
    ['"2 faro"'],
    ['"charco cafetera"'],
    ['charco hotel'],
    ['charco -cafetera'],
    ['-charco'],
    ['faro near/3 cafetera'],
    ['(nada OR hotel) charco'],
    ['site:otro.example'],
    ['site:oro'],
    ['author:marta'],
    ['author:ner'],
    ['lang:en'],
    ['is:reply'],
    ['is:unanswered'],
    ['has:note'],
    ['has:media'],
    ['before:2026-05-03'],
    ['after:2026-05-04'],
    ['constructor'],
    ['toString OR __proto__'],
  ])('%s', (query) => {
    expect(finds(query)).toBe(false);
  });
});

describe('words', () => {
  it.each([
    ['Lumbrera', '#LumbreraContigo no, pero #lumbrera sí', true],
    ['Lumbrera', 'LumbreraContigo', false],
    ["l'Orxata", 'he ido a l’Orxata', true],
    ['Lumbrera', 'lum\u200bbre\u00adra', true],
    ['Łódź', 'łódź', true],
    ['straße', 'STRASSE', false],
    ['東京', '今日は東京タワーへ', true],
    ['☕', 'otro ☕️ más', true],
    ['☕️', 'otro ☕ más', true],
    ['3.2', 'desde la 3.2.', true],
    ['well-known', 'a well-known fault', true],
    ['C3PO', 'c3po', true],
  ])('%s in "%s": %s', (query, text, expected) => {
    expect(matches(parseQuery(query), { ...post, text })).toBe(expected);
  });

  it("a title is its author's words only where they opened the conversation", () => {
    const opening = { ...post, threadKey: post.key, threadTitle: 'Molinillos' };
    expect(matches(parseQuery('molinillos'), opening)).toBe(true);
    expect(matches(parseQuery('molinillos'), post)).toBe(false);
  });

  it('a brand is looked for as it is written, operators and all', () => {
    const brand = phrase('Pan OR Nada (-20%)');
    expect(brand && matches(brand, { ...post, text: 'he comprado en pan or nada 20' })).toBe(true);
    expect(brand && matches(brand, { ...post, text: 'pan' })).toBe(false);
  });
});

describe('between words of a watch, any will do', () => {
  const watches = (query: string): boolean => matches(parseQuery(query, { between: 'any' }), post);
  it.each([
    ['hotel charco', true],
    ['hotel, "faro 2"', true],
    ['hotel piscina', false],
    ['hotel charco -cafetera', false],
    ['hotel charco site:foro.example', true],
    ['charco site:otro.example', false],
    ['hotel AND charco', false],
    ['cafetera AND charco', true],
  ])('%s: %s', (query, expected) => {
    expect(watches(query)).toBe(expected);
  });

  it('an empty one asks nothing', () => {
    expect(isEmptyQuery(parseQuery(' , ( ) ', { between: 'any' }))).toBe(true);
  });
});

describe('a mistake is shown where it is', () => {
  it.each([
    ['charco "faro 2', 'unclosedQuote', 7, 14],
    ['(charco OR faro', 'unclosedParenthesis', 0, 1],
    ['charco) faro', 'strayParenthesis', 6, 7],
    ['charco OR', 'missingTerm', 7, 9],
    ['NOT', 'missingTerm', 0, 3],
    ['near/3 charco', 'missingTerm', 0, 6],
    ['charco near/3 site:x', 'nearWordsOnly', 7, 13],
    ['autor:ana', 'unknownField', 0, 6],
    ['is:happy charco', 'unknownValue', 0, 8],
    ['before:mañana', 'badDate', 0, 13],
    ['before:2026-02-31', 'badDate', 0, 17],
    ['site: x', 'missingTerm', 0, 5],
  ])('%s', (query, reason, start, end) => {
    expect(checkQuery(query)).toEqual([{ reason, start, end }]);
  });

  it.each([['http://foro.example/x'], ['a las 10:30'], ['re: charco'], ['a-b'], ['-charco'], ['a, b']])(
    'there is none in %s',
    (query) => {
      expect(checkQuery(query)).toEqual([]);
    },
  );

  it('what is mended still searches', () => {
    expect(finds('charco "faro 2')).toBe(true);
    expect(finds('(charco OR hotel')).toBe(true);
    expect(finds('charco OR')).toBe(true);
  });

  it('deep or endless queries are cut, not followed', () => {
    expect(checkQuery(`${'('.repeat(200)}a`).map(({ reason }) => reason)).toContain('tooDeep');
    expect(checkQuery('a '.repeat(5_000)).map(({ reason }) => reason)).toContain('tooLong');
  });
});

it('marks the words asked for, where they stand', () => {
  const text = 'Un charco, otro Charco y la Faro 2';
  const found = findTerms(parseQuery('charco "faro 2" -otro cafe*'), text);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['charco', 'Charco', 'Faro 2']);
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...[
      '(',
      ')',
      '"',
      'OR',
      'AND',
      'NOT',
      '-',
      'near/2',
      'site:',
      'is:reply',
      'a',
      'b*',
      ',',
      ' ',
      'before:2026',
      '|',
      'é',
      '«',
      '\u0000',
      '✓',
    ],
  );
  const typed = fc.array(pieces, { maxLength: 30 }).map((list) => list.join(' '));

  it('is read without throwing, and its mistakes lie within it', () => {
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), fc.constantFrom('all' as const, 'any' as const), (text, between) => {
        const query = parseQuery(text, { between });
        matches(query, post);
        findTerms(query, post.text);
        for (const { start, end } of checkQuery(text, { between })) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('NOT turns every answer round', () => {
    const word = fc.constantFrom('charco', 'hotel', 'cafe*', '"faro 2"', 'lang:es', 'lang:en');
    const query = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' OR '));
    fc.assert(
      fc.property(query, (text) => {
        expect(finds(`NOT (${text})`)).toBe(!finds(text));
      }),
    );
  });

  it('AND and OR are what they are in logic', () => {
    const word = fc.constantFrom('charco', 'hotel', '-charco', 'faro', 'is:reply', 'is:post');
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(finds(`${a} ${b}`)).toBe(finds(a) && finds(b));
        expect(finds(`${a} OR ${b} AND ${c}`)).toBe(finds(a) || (finds(b) && finds(c)));
        expect(finds(`(${a} OR ${b}) ${c}`)).toBe((finds(a) || finds(b)) && finds(c));
      }),
    );
  });
});

describe('what is known beside the words', () => {
  const reading = {
    key: post.key,
    fingerprint: '',
    version: '',
    lang: 'es',
    tone: { label: 'negative' as const, confidence: 1, scores: { positive: 0, neutral: 0, negative: 1 } },
    intents: { problem: 0.9 },
    needsReply: { value: true, confidence: 1, reason: 'reportsProblem' as const },
    evidence: [],
  };
  const asked = (query: string, watches?: { name: string; query: string }[]) =>
    matches(parseQuery(query, watches ? { watches } : {}), post, { reading, assignee: 'Ana_Farol' });

  it.each([
    ['tone:negative', true],
    ['tone:positive', false],
    ['is:problem', true],
    ['is:praise', false],
    ['for:ana', true],
    ['for:@ana_farol', true],
    ['for:farol', false],
    ['for:ana tone:negative -is:praise', true],
  ])('%s: %s', (query, due) => {
    expect(checkQuery(query)).toEqual([]);
    expect(asked(query)).toBe(due);
    expect(matches(parseQuery(query.replace(/^-/, '')), post)).toBe(false);
  });

  it('a watch is asked for by its name, where there are watches', () => {
    const watches = [
      { name: 'La rival', query: 'nada, charco' },
      { name: '', query: 'hotel' },
    ];
    expect(asked('watch:"la rival" cafetera', watches)).toBe(true);
    expect(asked('watch:hotel', watches)).toBe(false);
    expect(checkQuery('watch:otra', { watches })).toMatchObject([{ reason: 'unknownValue' }]);
    expect(checkQuery('watch:otra')).toMatchObject([{ reason: 'unknownField' }]);
    expect(checkQuery('tone:sad')).toMatchObject([{ reason: 'unknownValue' }]);
  });
});
