import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adapter, RawPost } from '../../utils/adapters/contract';
import { MissingField } from '../../utils/adapters/contract';
import { createPage } from '../../utils/adapters/harvest';
import { cleanUrl } from '../../utils/adapters/links';
import { parseCount } from '../../utils/adapters/numbers';
import { resolvePost, resolveThread, siteOf } from '../../utils/adapters/resolve';
import { accountKey, digest, postKey } from '../../utils/core/keys';
import { cleanLine, cleanText, fold } from '../../utils/core/normalize';

const NOW = Date.UTC(2026, 10, 20, 12);
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const pageAt = (url: string, html = '<html lang="es"><body></body></html>') =>
  createPage(parse(html), new URL(url), NOW);
const base = 'https://forum.example.org/t/1/';

describe('cleanUrl', () => {
  it.each([
    ['/u/ana', 'https://forum.example.org/u/ana'],
    ['viewtopic.php?t=5&sid=0123456789abcdef0123456789abcdef#p7', 'https://forum.example.org/t/1/viewtopic.php?t=5#p7'],
    ['/x?PHPSESSID=abc123&t=5', 'https://forum.example.org/x?t=5'],
    ['/x;jsessionid=AB12?t=5', 'https://forum.example.org/x?t=5'],
    ['/x?s=0123456789abcdef0123456789abcdef&p=1', 'https://forum.example.org/x?p=1'],
    ['/story?sid=4321', 'https://forum.example.org/story?sid=4321'],
    ['/a?utm_source=x&id=1&utm_medium=y&fbclid=z', 'https://forum.example.org/a?id=1'],
    ['/a?q=a%20b&x=1+2', 'https://forum.example.org/a?q=a%20b&x=1+2'],
    ['https://www.facebook.com/p/1?__cft__[0]=abc&__tn__=R&comment_id=2', 'https://www.facebook.com/p/1?comment_id=2'],
    ['https://www.youtube.com/watch?v=1&si=abc&lc=2', 'https://www.youtube.com/watch?v=1&lc=2'],
    ['https://other.example/a?si=abc', 'https://other.example/a?si=abc'],
    ['//cdn.example.org/a', 'https://cdn.example.org/a'],
    ['https://ana:secret@forum.example.org/x', 'https://forum.example.org/x'],
    ['  /spaced  ', 'https://forum.example.org/spaced'],
  ])('%s', (href, expected) => {
    expect(cleanUrl(href, base)).toBe(expected);
  });

  it.each([
    null,
    '',
    ' ',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'mailto:a@b.c',
    'blob:https://x/1',
    'about:blank',
    'http://',
    'ftp://x/y',
  ])('refuses %s', (href) => {
    expect(cleanUrl(href, base)).toBeNull();
  });

  it('never lets anything but http through', () => {
    fc.assert(
      fc.property(fc.string(), (href) => {
        const url = cleanUrl(href, base);
        expect(url === null || /^https?:\/\//.test(url)).toBe(true);
      }),
    );
  });
});

describe('resolvePost', () => {
  const raw = (change: Partial<RawPost> = {}): RawPost => ({
    id: '7',
    author: { name: 'Ana' },
    text: 'hola',
    ...change,
  });

  it('makes keys, links and times', () => {
    const post = resolvePost(
      raw({
        permalink: '#p7',
        threadId: '1',
        threadTitle: ' A  title ',
        parentId: '5',
        parentInferred: true,
        author: { name: ' Ana\n G. ', handle: '@ana', href: '/u/ana?sid=0123456789abcdef0123456789abcdef' },
        time: { shown: 'hace 3 h' },
        counts: { likes: 3, replies: Number.NaN, shares: -1 },
        mentions: ['@leo', 'leo', ''],
        media: [{ href: 'javascript:x' }, { href: '/a.png', alt: ' a cat ' }, { href: '/a.png' }],
        quotes: [{ author: 'Leo', text: ' old ' }, { text: ' ' }],
        lang: 'es_ES',
      }),
      'forum.example.org',
      pageAt(base),
    );
    expect(post).toEqual({
      key: 'forum.example.org:7',
      site: 'forum.example.org',
      nativeId: '7',
      kind: 'reply',
      url: 'https://forum.example.org/t/1/#p7',
      threadKey: 'forum.example.org:1',
      threadTitle: 'A title',
      parentKey: 'forum.example.org:5',
      parentInferred: true,
      author: { name: 'Ana G.', handle: 'ana', url: 'https://forum.example.org/u/ana' },
      text: 'hola',
      quotes: [{ author: 'Leo', text: 'old' }],
      lang: 'es-ES',
      postedAt: NOW - 3 * 3_600_000,
      postedAtSource: 'relative',
      counts: { likes: 3 },
      media: [{ alt: 'a cat', url: 'https://forum.example.org/a.png' }],
      mentions: ['leo'],
    });
  });

  it('starts a thread of its own, at the page’s address, where nothing else is said', () => {
    const post = resolvePost(raw(), 's', pageAt(`${base}?utm_source=x#frag`));
    expect(post).toMatchObject({
      kind: 'post',
      threadKey: 's:7',
      parentKey: null,
      url: base,
      postedAt: null,
      postedAtSource: null,
    });
  });

  it('reads links from the page’s base', () => {
    const page = pageAt(base, '<html><head><base href="https://www.example.org/community/"></head></html>');
    expect(resolvePost(raw({ permalink: 'posts/7' }), 's', page).url).toBe('https://www.example.org/community/posts/7');
  });

  it('says which field is missing', () => {
    expect(() => resolvePost(raw({ id: '' }), 's', pageAt(base))).toThrow(new MissingField('id'));
    expect(() => resolvePost(raw({ author: { name: ' ' } }), 's', pageAt(base))).toThrow(new MissingField('author'));
  });

  it('is nobody’s parent of itself, and keeps long ids short', () => {
    const post = resolvePost(raw({ parentId: '7' }), 's', pageAt(base));
    expect(post.parentKey).toBeNull();
    expect(resolvePost(raw({ id: 'x'.repeat(5000) }), 's', pageAt(base)).key.length).toBeLessThan(30);
  });

  it('keeps what people wrote: zero width and direction marks inside, not the site’s isolates around a name', () => {
    const post = resolvePost(
      raw({ author: { name: '\u2068An\u200da\u2069' }, text: 'a\u202eb\u200bc' }),
      's',
      pageAt(base),
    );
    expect(post.author.name).toBe('An\u200da');
    expect(post.text).toBe('a\u202eb\u200bc');
  });

  it('cuts two megabytes and says so', () => {
    const post = resolvePost(raw({ text: '😀'.repeat(1_000_000) }), 's', pageAt(base));
    expect(post.text.length).toBeLessThanOrEqual(65_536);
    expect(post.truncated).toBe(true);
    expect(post.text.isWellFormed()).toBe(true);
  });
});

it('a site is its adapter, or the host that runs the software', () => {
  const adapter = { id: 'reddit', scope: 'site' } as Adapter;
  expect(siteOf(adapter, pageAt('https://www.reddit.com/r/x'))).toBe('reddit');
  expect(siteOf({ ...adapter, scope: 'platform' }, pageAt('https://www.example.org/x'))).toBe('example.org');
  expect(siteOf({ ...adapter, scope: 'generic' }, pageAt('http://localhost:8080/x'))).toBe('localhost:8080');
});

it('a thread claims a number or nothing', () => {
  const page = pageAt(base);
  expect(resolveThread({ id: '1', title: 'T', expected: 12 }, 's', page)).toEqual({
    key: 's:1',
    url: base,
    title: 'T',
    claimed: 12,
  });
  expect(resolveThread({ id: '1', title: 'T', expected: -2 }, 's', page).claimed).toBeNull();
});

it.each([
  ['1,234', 1234],
  ['1.234', 1234],
  ['1.2K', 1200],
  ['3 mil', 3000],
  ['2,5 mil', 2500],
  ['1,2 Mio.', 1_200_000],
  ['3 тыс.', 3000],
  ['12 comments', 12],
  ['1 234 567', 1_234_567],
  ['4.5M', 4_500_000],
  ['Reply', undefined],
  ['', undefined],
  [null, undefined],
])('%s is %s', (text, expected) => {
  expect(parseCount(text)).toBe(expected);
});

describe('core', () => {
  it('folds for comparison only', () => {
    expect(fold('  Ñandú\u200b ÀÉ ')).toBe('nandu ae');
    expect(cleanLine(' a\n b ')).toBe('a b');
    expect(cleanText('a \r\n\r\n\r\n\r\nb\0 ')).toBe('a\n\nb');
  });

  it('digests the same text to the same id, different text to different ids', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const id = digest(text);
        expect(id).toBe(digest(text));
        expect(id).toMatch(/^[0-9a-z]{14}$/);
        expect(seen.get(id) ?? text).toBe(text);
        seen.set(id, text);
      }),
      { numRuns: 2000 },
    );
    const ids = new Set(Array.from({ length: 50_000 }, (_, i) => digest(`post ${i}`)));
    expect(ids.size).toBe(50_000);
  });

  it('keys accounts by handle, else by folded name', () => {
    expect(accountKey('s', { name: 'Ána', handle: 'ANA' })).toBe('s:ana');
    expect(accountKey('s', { name: 'Ána  G.', handle: null })).toBe('s:ana g.');
    expect(postKey('s', ' 7 ')).toBe('s:7');
  });
});
