/** The few posts that speak for a theme: several languages and tones, nothing said twice, nobody twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/core/post';
import type { ToneLabel } from '../../utils/core/reading';
import { diverseQuotes } from '../../utils/panel/theme-quotes';
import { stored } from '../core/sample';

const said = (id: string, lang: string | null, text: string, who = id): Post =>
  stored(id, { lang, text, authorKey: `foro.example:${who}` });
const ids = (posts: readonly Post[]) => posts.map((post) => post.key.split(':').at(-1));
const none = new Map<string, ToneLabel | null>();

describe('the quotes of a theme', () => {
  it('come one of each language before a second of any', () => {
    const central = ['es', 'es', 'en', 'es', 'pt'].map((lang, i) =>
      said(String(i), lang, `La lluvia entra, caso ${i}.`),
    );
    expect(ids(diverseQuotes(central, central, none))).toEqual(['0', '2', '4', '1']);
  });

  it('bring the tone that the central ones lack, from any of its posts', () => {
    const central = [0, 1, 2, 3, 4].map((i) => said(String(i), 'es', `La lluvia entra por la junta, caso ${i}.`));
    const kind = said('k', 'es', 'Me cambiaron la junta en dos días, un encanto de gente.');
    const tones = new Map<string, ToneLabel | null>([
      ...central.map((post) => [post.key, 'negative'] as const),
      [kind.key, 'positive'],
    ]);
    const chosen = ids(diverseQuotes(central, [...central, kind], tones));
    expect(chosen).toHaveLength(4);
    expect(chosen).toContain('k');
    expect(chosen[0]).toBe('0');
  });

  it('say nothing twice, however it was copied, and let nobody speak twice', () => {
    const central = [
      said('1', 'es', '¡La lluvia entra por la junta!'),
      said('2', 'es', 'la lluvia entra por la junta.'),
      said('3', 'es', 'En casa pasa lo mismo desde ayer.', '1'),
      said('4', 'es', 'A mí me ha mojado el pan.'),
    ];
    expect(ids(diverseQuotes(central, central, none))).toEqual(['1', '4']);
  });

  it('are few, of different people, and hear every language there is room for', () => {
    const posts = fc.array(
      fc.record({ lang: fc.constantFrom('es', 'en', 'pt', null), who: fc.nat(5), words: fc.string({ maxLength: 60 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(posts, fc.nat(6), (all, most) => {
        const held = all.map(({ lang, who, words }, i) => said(String(i), lang, `${i} ${words}`, String(who)));
        const chosen = diverseQuotes(held.slice(0, most), held, none);
        expect(chosen.length).toBeLessThanOrEqual(4);
        expect(new Set(chosen.map((post) => post.authorKey)).size).toBe(chosen.length);
        if (most > 0 && held.length > 0) expect(chosen.length).toBeGreaterThan(0);
      }),
    );
  });
});
