import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Habits, type Known, likeness, lookedUpBy, plain } from '../../utils/people/same';
import { PAIRS, type Pair } from './same-pairs';

const known = (text: string, account: string, site: string): Known => {
  const [handle, name] = text.split('|') as [string, string];
  return { account, site, name, handle: handle || null, url: `https://${site}/u/${handle || name}` };
};

function habits(
  lang: string | undefined,
  span: [number, number] | undefined,
  links: string[],
  spokeTo: string[],
): Habits {
  const hours = Array.from({ length: 24 }, (_, hour) => (span && hour >= span[0] && hour <= span[1] ? 5 : 0));
  return { posts: span ? 30 : 8, langs: lang ? { [lang]: 8 } : {}, hours, links, spokeTo: new Set(spokeTo) };
}

function proposed({ a, b, langs, hours, link, talked, site, shared = 2 }: Pair) {
  const one = known(a, '1', 'foro.example');
  const other = known(b, '2', site ? 'foro.example' : 'red.example');
  const of = {
    a: habits(langs?.[0], hours?.[0], link ? [`${other.url}/`] : [], talked ? ['2'] : []),
    b: habits(langs?.[1], hours?.[1], [], []),
  };
  return likeness(one, other, of, () => shared);
}

describe('the same person', () => {
  it('is asked about where it is so, and hardly ever where it is not', () => {
    const asked = PAIRS.filter(proposed);
    const right = asked.filter(({ same }) => same);
    const all = PAIRS.filter(({ same }) => same);
    const wrong = asked.filter(({ same }) => !same).map(({ a, b }) => `${a} ${b}`);
    const missed = all.filter((pair) => !proposed(pair)).map(({ a, b }) => `${a} ${b}`);
    console.log(
      `${PAIRS.length} pairs: ${right.length} of ${asked.length} asked are right, of ${all.length} that are`,
      { wrong, missed },
    );
    expect(right.length / asked.length).toBeGreaterThanOrEqual(0.95);
    expect(right.length / all.length).toBeGreaterThanOrEqual(0.75);
  });

  it('has reasons, and says what speaks against it', () => {
    const talked = PAIRS.find(({ a }) => a.startsWith('lunafria')) as Pair;
    expect(proposed(talked)).toEqual({ reasons: ['link', 'handle', 'name'], conflicts: ['talked'] });
    expect(proposed({ a: 'hill|Joan Puig', b: 'hill|Joan Puig', same: true, langs: ['es', 'en'] })?.conflicts).toEqual([
      'otherLanguage',
    ]);
    expect(proposed({ a: 'same123|Joan Puig', b: 'same123|Eva Roca', same: false, link: true })?.conflicts).toEqual([
      'otherName',
    ]);
  });

  it('is alike either way round', () => {
    for (const pair of PAIRS.filter(({ link, talked }) => !link && !talked)) {
      const { a, b, langs, hours, ...rest } = pair;
      const turned = proposed({
        ...rest,
        a: b,
        b: a,
        ...(langs && { langs: [langs[1], langs[0]] as [string, string] }),
        ...(hours && { hours: [hours[1], hours[0]] as Pair['hours'] & object }),
      });
      expect(turned !== null, `${a} ${b}`).toBe(proposed(pair) !== null);
    }
  });

  it('is found by any way of writing a handle', () => {
    expect(
      new Set(['@Nerea.Olmos', 'nerea_olmos', 'NEREAOLMOS', 'nereaolmos@social.example', 'nérea-olmos'].map(plain))
        .size,
    ).toBe(1);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(lookedUpBy({ handle: text, name: text }).every((form) => form === plain(form))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
