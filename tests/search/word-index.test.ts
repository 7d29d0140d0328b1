/** Whatever is asked, the index leaves nothing out that a look at every post would find. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import { asks, parseQuery, prepare } from '../../utils/core/query';
import { WordIndex } from '../../utils/core/word-index';

const WORDS = ['lamp', 'lamps', 'hill', 'Ángela', 'río', 'battery', 'baterías', '2024', 'ok'];
const NAMES = ['Leire Zubiri', 'Ander O.', 'leire_z', 'Río'];

const post = (n: number, words: readonly string[], name: string): Post =>
  ({
    key: `foro.example:${n}`,
    site: 'foro.example',
    kind: 'reply',
    threadKey: n % 3 === 0 ? `foro.example:${n}` : 'foro.example:t',
    threadTitle: n % 3 === 0 ? 'About the hill' : '',
    author: { name, handle: n % 2 === 0 ? name.toLowerCase().replace(/\W/g, '') : null, url: null },
    authorKey: `foro.example:${name.toLowerCase()}`,
    text: words.join(' '),
    lang: null,
    at: (n * 7_919) % 1_000,
  }) as unknown as Post;

const posts = fc
  .array(fc.tuple(fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }), fc.constantFrom(...NAMES)), { maxLength: 40 })
  .map((list) => list.map(([words, name], n) => post(n, words, name)));
const term = fc.constantFrom(
  ...WORDS,
  'la*',
  'bat*',
  '"lamp hill"',
  'author:leire',
  'author:río',
  '-hill',
  'site:foro',
  'nothing',
);
const query = fc
  .array(fc.tuple(term, fc.constantFrom(' ', ' OR ')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([word, join], n) => (n === 0 ? word : join + word)).join(''));

describe('the index of words', () => {
  it('of very many gives all, the newest first', () => {
    const index = new WordIndex();
    const many = Array.from({ length: 6_000 }, (_, n) => ({ ...post(n, ['lamp'], 'Río'), at: (n * 7_919) % 2_003 }));
    for (const one of many) index.add(one);
    const at = new Map(many.map((one) => [one.key, one.at]));
    const given = [...index.candidates(parseQuery('la*'))].map((key) => at.get(key) as number);
    expect(given).toEqual(many.map((one) => one.at).sort((a, b) => b - a));
    // What comes later takes its place between them; what was edited stands once, where it stood.
    const late = { ...post(6_000, ['lamp'], 'Río'), at: 1_000 };
    index.add(late);
    index.add({ ...(many[0] as Post), text: 'lamps' });
    const after = [...index.candidates(parseQuery('la*'))];
    expect(after).toHaveLength(6_001);
    expect(new Set(after).size).toBe(6_001);
    at.set(late.key, late.at);
    const times = after.map((key) => at.get(key) as number);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('gives every post that is asked for, newest first, and none twice', () => {
    fc.assert(
      fc.property(posts, query, (all, text) => {
        const index = new WordIndex();
        for (const one of all) index.add(one);
        const asked = parseQuery(text);
        const given = [...index.candidates(asked)];
        expect(new Set(given).size).toBe(given.length);
        const times = given.map((key) => all.find((one) => one.key === key)?.at ?? 0);
        expect(times).toEqual([...times].sort((a, b) => b - a));
        const wanted = all.filter((one) => asks(asked, prepare(one))).map(({ key }) => key);
        expect(wanted.filter((key) => !given.includes(key))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('looks at few where words narrow it', () => {
    const index = new WordIndex();
    for (let n = 1; n <= 5_000; n++) index.add(post(n * 3 + 1, [`word${n % 1_000}`, 'common'], 'Leire Zubiri'));
    expect([...index.candidates(parseQuery('common word7'))]).toHaveLength(5);
    expect([...index.candidates(parseQuery('word99*'))]).toHaveLength(55);
    expect([...index.candidates(parseQuery('absent'))]).toEqual([]);
  });
});
