import { describe, expect, it } from 'vitest';
import { adapterFor, adapters, sites } from '../../utils/adapters/all';
import { platforms } from '../../utils/adapters/anywhere';
import { detects, matchesPattern } from '../../utils/adapters/choose';
import type { Adapter } from '../../utils/adapters/contract';
import { harvest } from '../../utils/adapters/harvest';
import type { HeardPost } from '../../utils/core/post';
import { fixtures, pageOf, parse, read, shapedLike } from './fixture';

process.env.TZ = 'UTC';

/** Sites that run known software, and so bear its marks: their own adapter comes first by address. */
const KIN: Record<string, string[] | undefined> = {
  forocoches: ['vbulletin'],
};

const files = import.meta.glob<Adapter>('../../utils/adapters/{sites,platforms}/*.ts', {
  eager: true,
  import: 'adapter',
});
const byFile = Object.entries(files).map(([path, adapter]) => {
  const [, folder, name] = /(sites|platforms)\/([^/]+)\.ts$/.exec(path) as unknown as [string, string, string];
  return { folder, name, adapter };
});

describe.each(byFile)('$folder/$name', ({ folder, name, adapter }) => {
  it('is called as its file and says what it is', () => {
    expect(adapter.id).toBe(name);
    expect(adapter.scope).toBe(folder === 'sites' ? 'site' : 'platform');
    expect(adapter.name.trim()).not.toBe('');
    expect(adapter.verified).toMatch(/^\d{4}-\d\d-\d\d$|^from source$/);
    if (adapter.verified === 'from source') expect(adapter.source, 'names its source').toBeTruthy();
  });

  it(folder === 'sites' ? 'claims its sample addresses, alone' : 'is recognised by markup, not by address', () => {
    if (folder === 'platforms') {
      expect(adapter.matches).toEqual([]);
      expect(adapter.detect).toBeTypeOf('function');
      return;
    }
    expect(adapter.sampleUrls.length).toBeGreaterThan(0);
    for (const sample of adapter.sampleUrls) {
      const claimers = sites.filter((site) => site.matches.some((pattern) => matchesPattern(pattern, new URL(sample))));
      expect(
        claimers.map((site) => site.id),
        sample,
      ).toEqual([adapter.id]);
    }
  });

  it('has a fixture', () => {
    expect(fixtures.some((fixture) => fixture.id === adapter.id)).toBe(true);
  });
});

describe.each(fixtures)('$id/$name', (fixture) => {
  const adapter = adapters.find(({ id }) => id === fixture.id) as Adapter;
  const { expected } = fixture;

  it('is read by this adapter and no other', () => {
    expect(adapter, `no adapter ${fixture.id}`).toBeDefined();
    const page = pageOf(fixture, parse(fixture.html));
    expect(adapterFor(page).id).toBe(fixture.id);
    // No platform takes the page of another engine for its own, were it read at any other address.
    if (adapter.scope !== 'platform') {
      const claimers = platforms.filter((platform) => detects(platform, page)).map(({ id }) => id);
      expect(claimers.filter((id) => !KIN[adapter.id]?.includes(id))).toEqual([]);
    } else {
      expect(platforms.filter((platform) => detects(platform, page)).map(({ id }) => id)).toEqual([fixture.id]);
    }
  });

  it('gives the posts, threads and faults expected', () => {
    const got = read(adapter, fixture);
    expect(shapedLike(got.posts, expected.posts)).toEqual(expected.posts);
    if (expected.threads) expect(shapedLike(got.threads, expected.threads)).toEqual(expected.threads);
    expect(got.faults).toBe(expected.faults ?? 0);
    expect(got.missing).toEqual(expected.missing ?? {});
  });

  it('leaves the document as it was', () => {
    const document = parse(fixture.html);
    const before = snapshot(document);
    harvest(adapter, pageOf(fixture, document));
    adapterFor(pageOf(fixture, document));
    expect(snapshot(document)).toBe(before);
  });

  it('gives plain text and plain links', () => {
    for (const post of read(adapter, fixture).posts) checkPlain(post);
  });

  it.each(expected.breaks ?? [])('misses exactly $missing without $remove', ({ remove, missing }) => {
    const whole = read(adapter, fixture);
    const broken = read(adapter, fixture, (document) => {
      const node = document.querySelector(remove);
      expect(node, `${remove} is on the page`).not.toBeNull();
      node?.remove();
    });
    expect(broken.missing).toEqual({ ...whole.missing, [missing]: (whole.missing[missing] ?? 0) + 1 });
    expect(broken.faults).toBe(whole.faults + 1);
    const left = new Set(broken.posts.map((post) => post.key));
    expect(whole.posts.filter((post) => !left.has(post.key))).toHaveLength(1);
  });
});

function snapshot(document: Document): string {
  const roots: string[] = [document.documentElement.outerHTML];
  for (const element of document.querySelectorAll('*'))
    if (element.shadowRoot) roots.push(element.shadowRoot.innerHTML);
  return roots.join('\n');
}

function checkPlain(post: HeardPost): void {
  for (const words of [post.text, post.author.name, post.threadTitle, ...(post.quotes ?? []).map((q) => q.text)]) {
    expect(words).not.toMatch(/<\/?(a|p|div|span|br|img|b|i|em|strong|blockquote)\b[^>]*>/i);
    expect(words).not.toContain('\0');
  }
  for (const link of [post.url, post.author.url, ...(post.media ?? []).map((m) => m.url)]) {
    if (link !== null) expect(link).toMatch(/^https?:\/\//);
  }
  expect(post.key).toBe(`${post.site}:${post.nativeId}`);
  expect(post.parentKey === null || post.parentKey.startsWith(`${post.site}:`)).toBe(true);
}
