/** What people say of themselves: the fixtures of each site's own reader, what any page tells machines, and when a look is taken. */
import { describe, expect, it, vi } from 'vitest';
import { adapters } from '../../utils/adapters/all';
import type { Adapter } from '../../utils/adapters/contract';
import { generic } from '../../utils/adapters/generic/generic';
import { createPage } from '../../utils/adapters/harvest';
import { createProfiles, readProfile } from '../../utils/adapters/profile';
import { siteOf } from '../../utils/adapters/resolve';
import { LONGEST_BIO, MOST_LINKS } from '../../utils/core/profile';
import { fixtures, pageOf, parse } from './fixture';

const withProfile = fixtures.filter(({ expected }) => expected.profile);
const byId = (id: string) => adapters.find((adapter) => adapter.id === id) as Adapter;

describe.each(withProfile)('$id/$name', (fixture) => {
  const adapter = byId(fixture.id);
  const read = (document: Document, url = fixture.expected.url) => {
    const page = createPage(document, new URL(url), 0);
    return readProfile(adapter, siteOf(adapter, page), page);
  };

  it('gives what the person says of themselves, as the same account as their posts', () => {
    const page = pageOf(fixture, parse(fixture.html));
    expect(readProfile(adapter, siteOf(adapter, page), page)).toEqual(fixture.expected.profile);
  });

  it('changes nothing on the page', () => {
    const document = parse(fixture.html);
    const before = document.documentElement.outerHTML;
    read(document);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('is nobody else’s: under another address the page before still stands for a moment', () => {
    const { handle } = fixture.expected.profile as { handle: string };
    const elsewhere = fixture.expected.url.replace(handle, 'another.example');
    expect(elsewhere).not.toBe(fixture.expected.url);
    expect(read(parse(fixture.html), elsewhere)).toBeNull();
    expect(read(parse(fixture.html), new URL('/', fixture.expected.url).href)).toBeNull();
  });
});

it('five sites and more have a reader of profiles, each with a fixture', () => {
  const readers = adapters.filter(({ profile }) => profile).map(({ id }) => id);
  expect(readers.length).toBeGreaterThanOrEqual(5);
  expect([...new Set(withProfile.map(({ id }) => id))].sort()).toEqual(readers.sort());
});

it('no page of posts is taken for a profile', () => {
  const taken = fixtures
    .filter(({ expected }) => !expected.profile)
    .filter((fixture) => {
      const page = pageOf(fixture, parse(fixture.html));
      return readProfile(byId(fixture.id), 'x', page) !== null;
    })
    .map(({ id, name }) => `${id}/${name}`);
  expect(taken).toEqual([]);
});

describe('any page', () => {
  const told = (head: string, body = '', url = 'https://club.example/people/ana') =>
    readProfile(
      generic,
      'club.example',
      createPage(parse(`<head>${head}</head><body>${body}</body>`), new URL(url), 0),
    );
  const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const ana = {
    '@type': 'Person',
    name: 'Ana Gil',
    alternateName: 'anagil',
    description: 'Walks.',
    url: '/people/ana',
    sameAs: ['https://corral.example/@ana', 'javascript:alert(1)', 'mailto:a@b.example'],
    image: { '@type': 'ImageObject', caption: 'A red kite over dunes' },
  };
  const expected = {
    site: 'club.example',
    name: 'Ana Gil',
    handle: 'anagil',
    url: 'https://club.example/people/ana',
    bio: 'Walks.',
    links: ['https://corral.example/@ana'],
    avatar: 'A red kite over dunes',
  };

  it('says who it is about in JSON-LD, and rel=me says where else', () => {
    expect(told(data({ '@context': 'https://schema.org', '@type': 'ProfilePage', mainEntity: ana }))).toEqual(expected);
    expect(told(data({ '@graph': [{ '@type': 'WebSite' }, { '@type': ['ProfilePage'], mainEntity: ana }] }))).toEqual(
      expected,
    );
    expect(told(data(ana))).toEqual(expected);
    expect(told(data(ana), '<a rel="nofollow me" href="http://ana.example">me</a>')?.links).toEqual([
      'https://corral.example/@ana',
      'http://ana.example/',
    ]);
  });

  it.each([
    ['the author of an article', data({ '@type': 'Article', author: ana })],
    ['a person of another page', data({ ...ana, url: '/people/eva' })],
    ['an organisation', data({ '@type': 'ProfilePage', mainEntity: { ...ana, '@type': 'Organization' } })],
    ['what is no JSON', '<script type="application/ld+json">{"@type":"ProfilePage",</script>'],
    ['a nest', data(Array.from({ length: 9 }).reduce((inner) => [inner], { '@type': 'Person' }))],
    [
      'a profile without a word of theirs',
      '<meta property="og:type" content="profile"><meta property="profile:username" content="ana">',
    ],
    ['an article with a card of its author', '<meta property="og:type" content="article">'],
  ])('%s is no profile', (_, head) => expect(told(head)).toBeNull());

  it('is looked for in so much data, and no more', () => {
    const person = (name: string) => data({ '@type': 'ProfilePage', mainEntity: { ...ana, name } });
    const padding = data({ '@type': 'Person', name: 'x'.repeat(150_000) });
    expect(told(`${padding}${person('Ana')}`)?.name).toBe('Ana');
    expect(
      told(`${padding}${data({ '@type': 'Person', name: 'y'.repeat(49_000) })}${person('a'.repeat(2_000))}`),
    ).toBeNull();
    expect(told(`${data({ '@type': 'Event', name: 'x'.repeat(900_000) })}${person('Ana')}`)?.name).toBe('Ana');
  });

  it('has a card of its own, among cards of others', () => {
    const card = (url: string, name: string) =>
      `<div class="h-card"><img class="u-photo" alt="Photo of ${name}" src="/x.png"><a class="p-name u-url" href="${url}">${name}</a><p class="p-note">I am ${name}, see <a href="https://${name}.example/me">me</a></p></div>`;
    expect(told('', card('/people/eva', 'eva') + card('/people/ana/', 'ana'))).toEqual({
      site: 'club.example',
      name: 'ana',
      handle: null,
      url: 'https://club.example/people/ana',
      bio: 'I am ana, see me',
      links: ['https://ana.example/me'],
    });
    expect(told('', card('/people/eva', 'eva'))).toBeNull();
  });

  it('says so in its head, and leads elsewhere by rel=me', () => {
    const head =
      '<meta property="og:type" content="profile"><meta property="profile:username" content="ana"><meta property="og:description" content="12 followers"><link rel="me" href="https://corral.example/@ana">';
    expect(told(head)).toMatchObject({ handle: 'ana', bio: '', links: ['https://corral.example/@ana'] });
  });

  it('is held to sizes, and to addresses of the web', () => {
    const sameAs = Array.from({ length: 50 }, (_, at) => `https://x.example/${at}`);
    const profile = told(data({ ...ana, description: `a\u202e\0${'b'.repeat(9_000)}`, sameAs }));
    expect(profile?.bio).toHaveLength(LONGEST_BIO);
    expect(profile?.bio.startsWith('a\u202eb')).toBe(true);
    expect(profile?.links).toHaveLength(MOST_LINKS);
  });

  it.each([
    'Ana Gil',
    "Ana Gil's avatar",
    'Avatar de @anagil',
    'Foto de perfil de Ana',
    'Profilbild von Ana Gil',
    'Photo de profil',
    'Immagine del profilo di anagil',
    'Foto do perfil',
    'Ana 2024',
    'Default user image',
  ])('of its picture “%s” says nothing', (caption) =>
    expect(told(data({ ...ana, image: { caption } }))?.avatar).toBeUndefined(),
  );
});

describe('a look', () => {
  const profile = `<script type="application/ld+json">{"@type":"ProfilePage","mainEntity":{"@type":"Person","name":"Ana","description":"x"}}</script>`;
  function looking(html: string) {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const ends = new AbortController();
    const found: string[] = [];
    let document = parse(html);
    let url = 'https://club.example/a';
    const look = () =>
      profiles.look(generic, 'club.example', new URL(url), () => {
        return createPage(document, new URL(url), 0);
      });
    const profiles = createProfiles(({ name }, at) => found.push(`${name} ${at}`), look, ends.signal);
    return {
      found,
      look,
      ends,
      turn: (to: string, page: string) => {
        url = to;
        document = parse(page);
      },
    };
  }

  it('is taken once where it finds something', () => {
    const { found, look } = looking(profile);
    for (let i = 0; i < 5; i++) look();
    vi.advanceTimersByTime(60_000);
    expect(found).toEqual(['Ana https://club.example/a']);
    vi.useRealTimers();
  });

  it('is taken again, ever later and not for ever, while a page is still being drawn', () => {
    const { found, look, turn } = looking('');
    look();
    turn('https://club.example/a', profile);
    look();
    expect(found).toEqual([]);
    vi.advanceTimersByTime(1_100);
    expect(found).toEqual(['Ana https://club.example/a']);
    const empty = looking('');
    for (let i = 0; i < 100; i++) {
      empty.look();
      vi.advanceTimersByTime(1_000);
    }
    empty.turn('https://club.example/a', profile);
    empty.look();
    vi.advanceTimersByTime(60_000);
    expect(empty.found).toEqual([]);
    vi.useRealTimers();
  });

  it('waits after a change of address, and ends with the listening', () => {
    const { found, look, turn, ends } = looking(profile);
    look();
    turn('https://club.example/b', profile);
    look();
    expect(found).toHaveLength(1);
    vi.advanceTimersByTime(800);
    expect(found).toEqual(['Ana https://club.example/a', 'Ana https://club.example/b']);
    turn('https://club.example/c', profile);
    look();
    ends.abort();
    vi.advanceTimersByTime(10_000);
    expect(found).toHaveLength(2);
    vi.useRealTimers();
  });
});
