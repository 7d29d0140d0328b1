import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Habits, type Known, likeness, lookedUpBy, plain, plainLink } from '../../utils/people/same';
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

function proposed(pair: Pair) {
  const { a, b, langs, hours, link, talked, site, profile, shared = 2, bio, bios, led = 2, picture } = pair;
  const own = profile ? { url: profile } : {};
  const one = { ...known(a, '1', 'foro.example'), ...own };
  const other = { ...known(b, '2', site ? 'foro.example' : 'red.example'), ...own };
  const told = (links: string[]) => ({
    profile: { url: null, links, picture: picture ?? '', ...(picture && { alt: `A photo: ${picture}` }) },
  });
  const of = {
    a: habits(langs?.[0], hours?.[0], link ? [`${other.url}/`] : [], talked ? ['2'] : []),
    b: habits(langs?.[1], hours?.[1], [], []),
  };
  const links = bios ? [bios] : [];
  return likeness(
    { ...one, ...told(bio ? [`${other.url}?utm_source=x`, ...links] : links) },
    { ...other, ...told(links) },
    of,
    (form, by) => (by === 'name' ? (form === plainLink(bios ?? '-') ? 0 : shared) : by === 'bio' ? led : 2),
  );
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
    for (const pair of PAIRS.filter(({ link, talked, bio }) => !link && !talked && !bio)) {
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

  it('shows the link and the words it goes by', () => {
    const pair = { a: 'ottoh|Otto Holm', b: 'holmen|Otto Holm', same: true } as const;
    expect(proposed({ ...pair, bio: true, picture: 'brass lamp blue door' })).toEqual({
      reasons: ['bio', 'name', 'avatar'],
      conflicts: [],
      shown: { bio: 'https://red.example/u/holmen?utm_source=x', avatar: 'A photo: brass lamp blue door' },
    });
    expect(proposed({ ...pair, langs: ['en', 'en'] })).toEqual({ reasons: ['name', 'language'], conflicts: [] });
  });

  it('by pictures alone nobody is asked about, whatever else is like; nor by an address that is somebody’s', () => {
    const like = {
      langs: ['en', 'en'],
      hours: [
        [8, 12],
        [8, 12],
      ],
    } as Pick<Pair, 'langs' | 'hours'>;
    expect(proposed({ a: 'a1|A', b: 'b1|B', same: false, picture: 'brass lamp blue door', ...like })).toBeNull();
    const third = 'https://red.example/u/a-friend';
    const told = { url: null, links: [third], picture: '' };
    const both = [known('a1|A', '1', 'foro.example'), known('b1|B', '2', 'red.example')] as const;
    const of = { a: habits('en', [8, 12], [], []), b: habits('en', [8, 12], [], []) };
    const asked = (accounts: number) =>
      likeness({ ...both[0], profile: told }, { ...both[1], profile: told }, of, (_, by) =>
        by === 'name' ? accounts : 2,
      );
    expect(asked(0)?.reasons).toEqual(['bio', 'language', 'hours']);
    expect(asked(1)).toBeNull();
  });

  it('an address is one however it is written, and two where the query tells people apart', () => {
    const one = [
      'https://www.Red.example/u/ana/',
      'http://red.example/u/ana?utm_source=a&fbclid=b#top',
      'red.example/u/ana?',
    ];
    expect(new Set(one.map(plainLink))).toEqual(new Set(['red.example/u/ana']));
    expect(plainLink('https://news.example/user?id=ana')).not.toBe(plainLink('https://news.example/user?id=eva'));
    expect(plainLink('https://f.example/m.php?u=5&mode=view&hl=es')).toBe('f.example/m.php?mode=view&u=5');
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(plainLink(plainLink(url))).toBe(plainLink(url));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same answer whatever is said of themselves by both, either way round, and never for pictures alone', () => {
    const words = fc.constantFrom('', 'cat', 'brass lamp blue door', 'three goats roof');
    const links = fc.uniqueArray(
      fc.constantFrom(
        'https://foro.example/u/a',
        'https://red.example/u/b',
        'https://x.example/1',
        'https://y.example',
      ),
    );
    const told = fc.record({ url: fc.constant(null), links, picture: words, alt: fc.constant('As it stands') });
    const count = fc.integer({ min: 0, max: 6 });
    const crowd = fc.record({ name: count, bio: count, avatar: count });
    fc.assert(
      fc.property(told, told, crowd, (first, second, counts) => {
        const a = { ...known('a|Anker Moe', '1', 'foro.example'), profile: first };
        const b = { ...known('b|Brit', '2', 'red.example'), profile: second };
        const of = { a: habits('en', [8, 12], [], []), b: habits('en', [8, 12], [], []) };
        const there = likeness(a, b, of, (_, by) => counts[by]);
        const back = likeness(b, a, { a: of.b, b: of.a }, (_, by) => counts[by]);
        expect(back?.reasons).toEqual(there?.reasons);
        if (there) expect(there.reasons).toContain('bio');
        if (there?.reasons.includes('avatar')) expect(counts.avatar).toBeLessThanOrEqual(3);
        if (there) expect(counts.bio).toBeLessThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
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
