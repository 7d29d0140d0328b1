/** What a batch must look like to be taken: nothing that crosses from a page is believed for its shape. */
import { describe, expect, it } from 'vitest';
import { isPlain, parseBatch } from '../../utils/messaging/validate';
import { heard } from '../core/sample';
import { batch } from '../store/fresh';

const PAGE = 'https://foro.example';
/** `noticias` has an adapter of its own. */
const isHome = (site: string, origin: string): boolean => site === 'noticias' && origin === 'https://news.example';

describe('what a batch must look like', () => {
  const valid = batch([heard('1'), heard('2')]);
  const parse = (input: unknown) => parseBatch(input, PAGE, isHome);

  it('a good one passes whole', () => {
    const full = heard('3', {
      parentInferred: true,
      quotes: [{ text: 'a' }],
      counts: { likes: 1 },
      media: [{ url: 'https://a.example/b.png' }],
      mentions: ['x'],
      editedAt: 3,
      sponsored: false,
      truncated: true,
      kind: 'reply',
      parentKey: 'foro.example:1',
    });
    const threads = [{ key: 'foro.example:t1', url: 'https://foro.example/t/1', title: 't', claimed: 4 }];
    expect(parse(batch([full], { threads }))).toEqual({ batch: batch([full], { threads }), refused: [], faults: 0 });
  });

  describe('what somebody says of themselves', () => {
    const profile = {
      ...{ site: 'foro.example', name: 'Ana', handle: 'ana', url: 'https://foro.example/u/ana' },
      ...{ bio: 'a', links: ['https://ana.example/'], avatar: 'A red kite' },
    };
    it('passes whole, with or without a picture', () => {
      const { avatar: _, ...without } = profile;
      for (const one of [profile, without])
        expect(parse({ ...valid, profile: one })).toEqual({
          batch: { ...valid, profile: one },
          refused: [],
          faults: 0,
        });
    });
    it.each([
      ['of another site', { site: 'otro.example' }],
      ['with a link that is no page', { links: ['javascript:alert(1)'] }],
      ['that leads to too many', { links: Array.from({ length: 21 }, () => 'https://a.example/') }],
      ['too long', { bio: 'a'.repeat(2_001) }],
      ['with a picture described too long', { avatar: 'a'.repeat(501) }],
      ['with a field nobody knows', { account: 'foro.example:ana' }],
      ['that is none', { bio: null }],
    ])('%s, it is left out and counted; the posts are kept', (_, over) => {
      expect(parse({ ...valid, profile: { ...profile, ...over } })).toEqual({ batch: valid, refused: [], faults: 1 });
    });
  });

  it.each([
    ['a script address', { url: 'javascript:alert(1)' }],
    ['a data address', { url: 'data:text/html,x' }],
    ['a relative address', { url: '/t/1' }],
    ['a key of another site', { key: 'otro.example:1' }],
    ['a key without its site', { key: '1' }],
    ['another site', { site: 'otro.example' }],
    ['a conversation of another site', { threadKey: 'otro.example:t1' }],
    ['a parent of another site', { parentKey: 'otro.example:9' }],
    ['itself as its parent', { parentKey: 'foro.example:2' }],
    ['a text too long', { text: 'a'.repeat(200_000) }],
    ['a name too long', { author: { name: 'a'.repeat(2_000), handle: null, url: null } }],
    ['a profile that is no page', { author: { name: 'a', handle: null, url: 'javascript:1' } }],
    ['a picture that is no page', { media: [{ url: 'blob:x' }] }],
    ['no author', { author: null }],
    ['a time that is none', { postedAt: Number.NaN }],
    ['a time in words', { postedAt: '2026' }],
    ['endless', { postedAt: Number.POSITIVE_INFINITY }],
    ['counts below nothing', { counts: { likes: -1 } }],
    ['a kind unknown', { kind: 'advert' }],
    ['a field nobody knows', { ours: 1 }],
    ['a thousand quotes', { quotes: Array.from({ length: 1_000 }, () => ({ text: 'a' })) }],
  ])('one bad post is left out and named, the others are kept: %s', (_, over) => {
    const bad = { ...heard('2'), ...over };
    const result = parse({ ...valid, posts: [heard('1'), bad] });
    expect(result?.batch.posts.map(({ key }) => key)).toEqual(['foro.example:1']);
    expect(result?.faults).toBe(1);
    expect(result?.refused).toEqual([bad.key]);
  });

  it.each([
    ['posts that are no list', { posts: 'x' }],
    ['too many posts', { posts: Array.from({ length: 2_000 }, () => heard('1')) }],
    ['no page', { pageUrl: 'about:blank' }],
    ['no exposure', { exposure: null }],
    ['exposure below nothing', { exposure: { posts: -1, authors: 0 } }],
    ['health that is none', { health: { site: 'a' } }],
    ['something more', { settings: {} }],
  ])('a bad whole is refused: %s', (_, over) => {
    expect(parse({ ...valid, ...over })).toBeNull();
  });

  it('a site is believed only from where it lives', () => {
    const other = batch([heard('1', { site: 'otro.example' })], { site: 'otro.example' });
    expect(parseBatch(other, PAGE, isHome)).toBeNull();
    expect(parseBatch(other, 'https://www.otro.example', isHome)).not.toBeNull();
    const named = batch([heard('1', { site: 'noticias' })]);
    expect(parseBatch(named, 'https://news.example', isHome)).not.toBeNull();
    expect(parseBatch(named, PAGE, isHome)).toBeNull();
  });

  it('keys that reach for prototypes are refused wherever they stand', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const inside = JSON.parse(`{"${name}": {"polluted": true}}`) as object;
      expect(isPlain(inside)).toBe(false);
      expect(parse({ ...valid, posts: [{ ...heard('1'), counts: inside }] })).toBeNull();
      expect(parse({ ...valid, health: { ...valid.health, missing: inside } })).toBeNull();
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('bottomless messages are not followed', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(parse({ ...valid, posts: [deep] })).toBeNull();
  });

  it('the health it reports is that of its own site', () => {
    const result = parse({ ...valid, health: { ...valid.health, site: 'otro.example' } });
    expect(result?.batch.health.site).toBe('foro.example');
  });
});
