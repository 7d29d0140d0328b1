import { IDBIndex } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstPosts } from '../../utils/store/first-posts';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshTable, hear, SITE } from '../panel/table';

let db: TertuliaDatabase;
const given = Object.getOwnPropertyDescriptor(IDBIndex.prototype, 'getAllRecords');
beforeEach(async () => {
  db = await freshTable();
  const names = ['Ana', 'Bram', 'Carla', 'Dídac', 'Eva'];
  await hear(
    db,
    names.flatMap((name, i) =>
      Array.from({ length: i * 9 + 1 }, (_, n) => ({
        id: `${name}${n}`,
        name,
        text: `${name} says ${n}`,
        ago: n * 1_000,
      })),
    ),
  );
});
afterEach(async () => {
  if (given) Object.defineProperty(IDBIndex.prototype, 'getAllRecords', given);
  await db.delete();
});

describe.each(['in few questions', 'where the browser cannot'])('one post of each account, %s', (how) => {
  it('in order, some at a time, nobody twice and nobody left out', async () => {
    if (how !== 'in few questions') Reflect.deleteProperty(IDBIndex.prototype, 'getAllRecords');
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const posts = await firstPosts(db, after, 2);
      expect(posts.length).toBeLessThanOrEqual(2);
      if (posts.length === 0) break;
      for (const { authorKey } of posts) seen.push(authorKey);
      after = seen.at(-1) ?? null;
    }
    expect(seen).toEqual([...new Set((await db.posts.toArray()).map(({ authorKey }) => authorKey))].sort());
    expect(seen[0]?.startsWith(`${SITE}:`)).toBe(true);
  });
});
