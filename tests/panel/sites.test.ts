import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SiteSetting } from '../../utils/core/settings';
import { commonSites } from '../../utils/panel/common-sites';
import { healthReport } from '../../utils/panel/health-report';
import { hostOf, isHalfRead, patternFromTyped, siteRows } from '../../utils/panel/sites';
import { offersOf } from '../../utils/panel/welcome';
import type { HealthRow } from '../../utils/store/schema';

const health = (site: string, over: Partial<HealthRow> = {}): HealthRow => ({
  site,
  adapter: 'discourse',
  at: 1_000,
  onPage: 31,
  read: 31,
  missing: {},
  faults: 0,
  origin: `https://${site}`,
  ...over,
});
const setting = (pattern: string, over: Partial<SiteSetting> = {}): SiteSetting => ({
  pattern,
  listening: true,
  keep: 'everything',
  retentionDays: 90,
  ...over,
});

describe('an address typed by hand', () => {
  it.each([
    ['forum.example.org', 'https://forum.example.org/*'],
    ['  https://forum.example.org/t/1?x=2#3 ', 'https://forum.example.org/*'],
    ['http://forum.example.org:8080/a', 'http://forum.example.org/*'],
    ['foro.añil.example', 'https://foro.xn--ail-7ma.example/*'],
  ])('%s is %s', (typed, pattern) => expect(patternFromTyped(typed)).toBe(pattern));

  it.each([
    '',
    '   ',
    'forum',
    'chrome://settings',
    'javascript:alert(1)',
    'a b.c',
    'https://',
    '*',
    '<all_urls>',
    '*.example.org',
  ])('%j is none', (typed) => expect(patternFromTyped(typed)).toBeNull());

  it('never becomes a pattern for more than one host', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        const pattern = patternFromTyped(typed);
        if (pattern !== null) expect(pattern).toMatch(/^https?:\/\/[^*/:]+\/\*$/);
      }),
    );
  });
});

describe('where we listen', () => {
  it('puts together what was chosen, granted and heard', () => {
    const rows = siteRows({
      settings: [setting('https://foro.example/*'), setting('https://never.example/*', { listening: false })],
      granted: ['https://foro.example/*'],
      health: [health('foro.example', { at: 5 }), health('once.example')],
      posts: new Map([['foro.example', 12]]),
    });
    expect(rows.map(({ id, posts, lastAt, listening, granted }) => [id, posts, lastAt, listening, granted])).toEqual([
      ['https://foro.example/*', 12, 5, true, true],
      ['https://never.example/*', 0, null, false, false],
      ['once.example', 0, 1_000, false, false],
    ]);
    expect(rows[2]).toMatchObject({ pattern: null, host: 'once.example' });
  });

  it('sees a permission that covers more', () => {
    const granted = (pattern: string) =>
      siteRows({ settings: [setting('https://foro.example/*')], granted: [pattern], health: [], posts: new Map() })[0]!
        .granted;
    expect(granted('<all_urls>')).toBe(true);
    expect(granted('*://*.example/*')).toBe(true);
    expect(granted('https://other.example/*')).toBe(false);
  });

  it('calls a site half read when posts or a field are missing', () => {
    expect(isHalfRead(health('a'))).toBe(false);
    expect(isHalfRead(health('a', { read: 19 }))).toBe(true);
    expect(isHalfRead(health('a', { missing: { time: 12 } }))).toBe(true);
    expect(isHalfRead(health('a', { missing: { time: 0 } }))).toBe(false);
  });

  it('names hosts without ornament', () => {
    expect(hostOf('https://www.reddit.com/*')).toBe('reddit.com');
    expect(hostOf('*://*.example.org/*')).toBe('example.org');
  });
});

describe('what welcome offers', () => {
  const common = [
    { id: 'reddit', name: 'Reddit', pattern: 'https://www.reddit.com/*', verified: '2026-10-01' },
    { id: 'github', name: 'GitHub', pattern: 'https://github.com/*', verified: 'from source' },
  ];

  it('is what was chosen, then what is open, then what many listen to: each once', () => {
    const rows = siteRows({
      settings: [setting('https://foro.example/*'), setting('https://www.reddit.com/*', { listening: false })],
      granted: ['https://foro.example/*'],
      health: [],
      posts: new Map(),
    });
    const offers = offersOf(rows, ['https://open.example/*', 'https://foro.example/*'], common);
    expect(offers.map(({ name, listening, open, confirmed }) => [name, listening, open, confirmed])).toEqual([
      ['foro.example', true, true, true],
      ['Reddit', false, false, true],
      ['open.example', false, true, true],
      ['GitHub', false, false, false],
    ]);
  });

  it('is short, however many are known, and never hides what was chosen', () => {
    const many = Array.from({ length: 9 }, (_, i) => setting(`https://s${i}.example/*`));
    const rows = siteRows({ settings: many, granted: [], health: [], posts: new Map() });
    expect(offersOf(rows, [], common)).toHaveLength(9);
    expect(offersOf([], [], commonSites()).length).toBeLessThanOrEqual(5);
  });

  it('asks for one host a site', () => {
    const sites = commonSites();
    expect(sites.length).toBeGreaterThan(3);
    for (const { pattern } of sites) expect(pattern).toMatch(/^https:\/\/[\w.-]+\/\*$/);
  });
});

describe('a report of capture health', () => {
  it('holds selectors and counts, and nothing of where or whom', () => {
    const report = healthReport(
      { health: [health('secreto.example', { adapter: 'discourse', read: 19, missing: { time: 12 }, faults: 12 })] },
      '0.1.0',
    );
    expect(JSON.parse(report)).toMatchObject({
      tertulia: '0.1.0',
      health: [{ adapter: 'discourse', onPage: 31, read: 19, missing: { time: 12 }, faults: 12 }],
    });
    expect(JSON.parse(report).health[0].item).toBeTruthy();
    expect(report).not.toContain('secreto');
  });
});
