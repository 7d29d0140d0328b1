import { describe, expect, it } from 'vitest';
import { sites as wholeSites } from '../../utils/adapters/all';
import { readerFiles } from '../../utils/adapters/build';
import { chooseFrom, matchesPattern } from '../../utils/adapters/choose';
import type { Adapter } from '../../utils/adapters/contract';
import { createPage } from '../../utils/adapters/harvest';
import { addReaders, readers } from '../../utils/adapters/readers';
import { adapters, readersOf, sites } from '../../utils/adapters/registry';

const adapter = (id: string, change: Partial<Adapter> = {}): Adapter => ({
  id,
  name: id,
  scope: 'site',
  matches: [],
  sampleUrls: [],
  verified: '2026-11-20',
  item: 'article',
  extract: () => null,
  ...change,
});
const page = (url: string) => createPage(document, new URL(url), 0);

describe('match patterns', () => {
  it.each([
    ['https://x.com/*', 'https://x.com/home', true],
    ['https://x.com/*', 'https://www.x.com/home', false],
    ['https://x.com/*', 'http://x.com/home', false],
    ['*://*.reddit.com/*', 'http://old.reddit.com/r/a', true],
    ['*://*.reddit.com/*', 'https://reddit.com/', true],
    ['*://*.reddit.com/*', 'https://notreddit.com/', false],
    ['https://www.google.com/maps/*', 'https://www.google.com/maps/place/x', true],
    ['https://www.google.com/maps/*', 'https://www.google.com/search', false],
    ['http://127.0.0.1/*', 'http://127.0.0.1:8080/x', true],
    ['<all_urls>', 'https://a.example/', true],
    ['nonsense', 'https://a.example/', false],
    ['https://a.example/x?*', 'https://a.example/x?y=1', true],
  ])('%s and %s: %s', (pattern, url, expected) => {
    expect(matchesPattern(pattern, new URL(url))).toBe(expected);
  });
});

describe('choosing', () => {
  const list = [
    adapter('site', { matches: ['https://a.example/*'] }),
    adapter('thrower', { scope: 'platform', detect: () => JSON.parse('{') }),
    adapter('platform', { scope: 'platform', detect: ({ url }) => url.hostname === 'b.example' }),
    adapter('generic', { scope: 'generic' }),
  ];

  it.each([
    ['https://a.example/x', 'site'],
    ['https://b.example/x', 'platform'],
    ['https://c.example/x', 'generic'],
  ])('%s is read by %s', (url, id) => {
    expect(chooseFrom(list, page(url))?.id).toBe(id);
  });

  it('nobody, where no reader is at hand', () => {
    expect(chooseFrom([], page('https://a.example/'))).toBeUndefined();
  });
});

describe('readers', () => {
  it('meet in a place of their own; a file run again replaces its older self', () => {
    addReaders([adapter('one'), adapter('two')]);
    const newer = adapter('one', { name: 'newer' });
    addReaders([newer]);
    expect(readers().map(({ name }) => name)).toEqual(['newer', 'two']);
    expect(Object.keys(globalThis)).not.toContain('tertulia.readers');
  });

  it('come as facts of the very files, without their code', () => {
    expect(sites.map(({ id }) => id)).toEqual(wholeSites.map(({ id }) => id));
    expect(adapters.at(-1)?.id).toBe('generic');
    for (const facts of adapters) for (const value of Object.values(facts)) expect(value).not.toBeTypeOf('function');
  });

  it('a pattern gets the reader of its site, and those of any host where the site is not all of it', () => {
    expect(readersOf('https://unknown.example/*')).toEqual(['/readers/anywhere.js']);
    expect(readersOf('https://news.ycombinator.com/*')).toEqual(['/readers/hackernews.js']);
    expect(readersOf('<all_urls>')).toEqual(['/readers/anywhere.js']);
    for (const site of sites)
      for (const match of site.matches) expect(readersOf(match), match).toContain(`/readers/${site.id}.js`);
  });

  it('are built one by one, each able to run alone', async () => {
    const files = await readerFiles('production', true);
    const names = files.map(({ relativeDest }) => relativeDest);
    expect(names).toEqual(['readers/anywhere.js', ...sites.map(({ id }) => `readers/${id}.js`)]);
    for (const { contents, relativeDest } of files) {
      expect(contents, relativeDest).not.toMatch(/\bimport\s*[({"']|\brequire\(|\bexport\b|document\.cookie|fetch\(/);
    }
  }, 120_000);
});
