/** An empty database of its own for each test. */
import { afterEach } from 'vitest';
import type { CaptureBatch } from '../../utils/core/capture';
import type { HeardPost } from '../../utils/core/post';
import { TertuliaDatabase } from '../../utils/store/schema';
import { heard } from '../core/sample';

const made: TertuliaDatabase[] = [];
let count = 0;

export function freshDatabase(): TertuliaDatabase {
  const db = new TertuliaDatabase(`test-${count++}`);
  made.push(db);
  return db;
}

afterEach(async () => {
  for (const db of made.splice(0)) await db.delete();
});

export function batch(posts: HeardPost[], over: Partial<CaptureBatch> = {}): CaptureBatch {
  const site = posts[0]?.site ?? 'foro.example';
  return {
    site,
    pageUrl: `https://${site}/t/1`,
    posts,
    threads: [],
    exposure: { posts: posts.length, authors: new Set(posts.map(({ author }) => author.name)).size },
    health: { site, adapter: 'generic', at: 1, onPage: posts.length, read: posts.length, missing: {}, faults: 0 },
    ...over,
  };
}

/** A post by one of us: `ines` of foro.example. */
export function ours(id: string, over: Partial<HeardPost> = {}): HeardPost {
  return heard(id, { author: { name: 'Inés', handle: 'ines', url: null }, ...over });
}

export const US = { us: [{ site: null, handle: 'ines' }], brands: ['Lumbrera'] };

export const key = (id: string): string => `foro.example:${id}`;
