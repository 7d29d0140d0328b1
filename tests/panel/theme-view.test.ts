import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import type { Theme } from '../../utils/core/theme';
import { carriedWords, lineOf, sectionOfTheme, themeDetail, themesView } from '../../utils/panel/theme-view';
import { stored } from '../core/sample';

const DAY = 86_400_000;
const NOW = 100 * DAY;

function aTheme(id: string, over: Partial<Theme> = {}): Theme {
  return {
    id,
    tier: 'alert',
    phase: 'emerging',
    label: id,
    terms: [],
    postKeys: [],
    authorKeys: ['a', 'b', 'c'],
    threadKeys: ['t', 'u'],
    sites: ['foro.example'],
    langs: ['es'],
    startedAt: NOW - 2 * DAY,
    alertedAt: NOW - DAY,
    lastAt: NOW,
    timeline: [],
    quoteKeys: [],
    evidence: { people: 3, seen: 412, usual: 0.4 },
    ...over,
  };
}

const byKey = (posts: Post[]) => new Map(posts.map((post) => [post.key, post]));
const spoke = (id: string, over: Partial<Post> & { who: string }) =>
  stored(id, {
    author: { name: over.who, handle: over.who.toLowerCase(), url: null },
    authorKey: `foro.example:${over.who.toLowerCase()}`,
    ...over,
  });

describe('where a theme stands', () => {
  it('follows from its tier, its phase and what the user decided', () => {
    const section = (over: Partial<Theme>) => sectionOfTheme(aTheme('x', over), NOW);
    expect(section({})).toBe('emerging');
    expect(section({ phase: 'growing' })).toBe('emerging');
    expect(section({ tier: 'watch' })).toBe('perhaps');
    expect(section({ phase: 'steady' })).toBe('steady');
    expect(section({ phase: 'fading', tier: 'watch' })).toBe('steady');
    expect(section({ mutedUntil: NOW + 1 })).toBe('muted');
    expect(section({ mutedUntil: NOW - 1 })).toBe('emerging');
    expect(section({ mergedInto: 'y' })).toBeNull();
    expect(section({ notTheme: true })).toBeNull();
  });

  it('is no everyday talk while more people than usual say so, growing or not', () => {
    const step = { at: NOW, observed: 10, expected: 0.5, low: 0, high: 1, seen: 12 };
    expect(sectionOfTheme(aTheme('x', { phase: 'steady', timeline: [step] }), NOW)).toBe('emerging');
    expect(sectionOfTheme(aTheme('x', { phase: 'steady', timeline: [{ ...step, observed: 1 }] }), NOW)).toBe('steady');
    expect(sectionOfTheme(aTheme('x', { phase: 'fading', timeline: [step] }), NOW)).toBe('steady');
  });

  it('always has a name, whatever is known of its words', () => {
    const post = stored('1', { text: 'Se corta subiendo.' });
    const named = (over: Partial<Theme>) =>
      lineOf(aTheme('x', { label: '', postKeys: [post.key], quoteKeys: [post.key], ...over }), byKey([post])).name;
    expect(named({})).toBe('Se corta subiendo.');
    expect(named({ terms: ['motor', 'cuesta', 'update'] })).toBe('motor · cuesta');
    expect(named({ postKeys: [], quoteKeys: [] })).toBe('…');
  });

  it('among others: pinned first, then those most people talk about', () => {
    const people = (n: number) => ({ evidence: { people: n, seen: 412, usual: 1 } });
    const view = themesView(
      [aTheme('few', people(3)), aTheme('many', people(9)), aTheme('pinned', { ...people(4), pinned: true })],
      new Map(),
      { posts: 412, since: NOW - 6 * DAY },
      NOW,
    );
    expect(view.emerging.map((line) => line.id)).toEqual(['pinned', 'many', 'few']);
    expect(view).toMatchObject({ seen: 412, perhaps: [], steady: [], muted: [] });
  });
});

describe('a line of the list', () => {
  const steps = Array.from({ length: 20 }, (_, i) => ({
    at: NOW - (19 - i) * DAY,
    observed: i === 19 ? 9 : 0,
    expected: 0.4,
    low: 0,
    high: 1,
    seen: 50,
  }));

  it('shows two weeks, and where among them it began', () => {
    const line = lineOf(aTheme('x', { timeline: steps, startedAt: NOW - 3 * DAY + 5 }), new Map());
    expect(line.steps).toHaveLength(14);
    expect(line.steps[line.beganAt!]!.at).toBe(NOW - 3 * DAY);
    expect(lineOf(aTheme('x', { timeline: steps, startedAt: NOW + 5 }), new Map()).beganAt).toBe(13);
    expect(lineOf(aTheme('x', { timeline: steps, startedAt: NOW - 30 * DAY }), new Map()).beganAt).toBeNull();
    expect(lineOf(aTheme('x'), new Map())).toMatchObject({ steps: [], beganAt: null });
  });

  it('says the usual in whole people', () => {
    const usual = (value: number) =>
      lineOf(aTheme('x', { evidence: { people: 9, seen: 412, usual: value } }), new Map()).usual;
    expect(usual(0.4)).toEqual({ low: 0, high: 1 });
    expect(usual(2)).toEqual({ low: 2, high: 2 });
    expect(usual(0)).toEqual({ low: 0, high: 0 });
  });

  it('counts people who wait, not their posts', () => {
    const posts = [
      spoke('1', { who: 'Ana', waitsSince: 5 }),
      spoke('2', { who: 'Ana', waitsSince: 3 }),
      spoke('3', { who: 'Bo', waitsSince: 4 }),
      spoke('4', { who: 'Cy' }),
    ];
    const theme = aTheme('x', { postKeys: posts.map((post) => post.key) });
    expect(lineOf(theme, byKey(posts)).waiting).toBe(2);
    // Where only the quotes are held, who waits is known from the index.
    const waiters = new Map(
      [...posts.slice(0, 3), spoke('5', { who: 'Di' })].map(({ key, authorKey }) => [key, authorKey]),
    );
    expect(lineOf(theme, byKey(posts.slice(3)), waiters).waiting).toBe(2);
  });

  it('goes by the name the user gave, else by the people’s words in their language', () => {
    const posts = [stored('1', { lang: 'es' })];
    const theme = aTheme('x', { label: 'un charco', postKeys: [posts[0]!.key], quoteKeys: [posts[0]!.key] });
    expect(lineOf(theme, byKey(posts))).toMatchObject({ name: 'un charco', lang: 'es' });
    expect(lineOf({ ...theme, name: 'Puddle' }, byKey(posts))).toMatchObject({ name: 'Puddle', lang: null });
  });
});

describe('the words that carry a theme', () => {
  it('are the sentence that names it, whole, with what follows while there is room', () => {
    const text = 'Buenos días a todos. Desde la 4.1 se corta el motor. ¿A alguien más? Gracias.';
    expect(carriedWords(text, ['se corta'])).toBe('Desde la 4.1 se corta el motor. ¿A alguien más? Gracias.');
    expect(carriedWords(text, ['se corta'], 40)).toBe('Desde la 4.1 se corta el motor.');
    expect(carriedWords(text, ['nada'], 30)).toBe('Buenos días a todos.');
  });

  it('are the post’s own, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), fc.string(), (text, term) => {
        const words = carriedWords(text, [term]);
        const flat = (s: string) => s.replace(/\s+/g, ' ').replace(/…$/, '').trim();
        expect(flat(text)).toContain(flat(words));
        expect(words.length).toBeLessThanOrEqual(241);
      }),
    );
  });
});

describe('a theme’s page', () => {
  const posts = [
    spoke('1', { who: 'Nerea', at: 10, lang: 'es', threadKey: 'foro.example:a' }),
    spoke('2', { who: 'Wren', at: 20, lang: 'en', threadKey: 'foro.example:b' }),
    spoke('3', { who: 'Wren', at: 30, lang: 'en', threadKey: 'foro.example:a' }),
    spoke('4', { who: 'Rosa', at: 40, lang: 'es', threadKey: 'foro.example:a', waitsSince: 40 }),
    spoke('5', { who: 'Rosa', at: 50, lang: 'es', threadKey: 'foro.example:a' }),
    spoke('6', { who: 'Rosa', at: 60, lang: 'es', threadKey: 'foro.example:a' }),
    spoke('7', { who: 'Sam', at: 70, lang: 'es', threadKey: 'foro.example:a', waitsSince: 35 }),
  ];
  const detail = themeDetail(
    aTheme('charco', { postKeys: posts.map((post) => post.key), terms: ['charco', 'válvula'] }),
    byKey(posts),
  );

  it('names the first voice, who carries it across threads, and who says it most', () => {
    expect(detail.tellers.map((teller) => [teller.name, teller.role])).toEqual([
      ['Nerea', 'first'],
      ['Wren', 'bridge'],
      ['Rosa', 'most'],
    ]);
    expect(detail.others.map((voice) => voice.name)).toEqual(['Sam']);
  });

  it('tells where it began and when it crossed into another language', () => {
    expect(detail.first).toMatchObject({ who: { name: 'Nerea' }, at: 10 });
    expect(detail.across).toMatchObject({ who: { name: 'Wren' }, lang: 'en' });
  });

  it('lists who waits by the longest wait, threads by how much is said in them, other words it goes by', () => {
    expect(detail.waitingPosts.map((post) => post.author.name)).toEqual(['Sam', 'Rosa']);
    expect(detail.threadList.map((thread) => [thread.key, thread.posts])).toEqual([
      ['foro.example:a', 6],
      ['foro.example:b', 1],
    ]);
    expect(detail.terms).toEqual(['válvula']);
  });

  it('stands without any post held', () => {
    expect(themeDetail(aTheme('x', { postKeys: ['gone'] }), new Map())).toMatchObject({
      first: null,
      quotes: [],
      tellers: [],
      held: 0,
    });
  });
});
