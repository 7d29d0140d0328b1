/** What people said lately, whom they answered and who answered them: by index, for many at once. */
import type { AccountKey, Post, PostKey } from '../core/post';
import { answersTo } from './answers';
import type { TertuliaDatabase } from './schema';

/** Something somebody said: when, whom it answers (null: nobody, or themselves), and who answered it. */
export interface SpokeRow {
  at: number;
  to: AccountKey | null;
  answeredBy: AccountKey[];
}

export interface SpokeLately {
  spoke: SpokeRow[];
  /** As they call themselves where they spoke last. */
  author: Post['author'];
}

/**
 * @param groups accounts of each person, by their id
 * @param most of what one person said, the newest
 */
export async function spokeLately(
  db: TertuliaDatabase,
  groups: ReadonlyMap<string, readonly AccountKey[]>,
  { from, until, most }: { from: number; until: number; most: number },
): Promise<Map<string, SpokeLately>> {
  const groupOf = new Map([...groups].flatMap(([id, accounts]) => accounts.map((account) => [account, id] as const)));
  const lists = await Promise.all(
    [...groupOf.keys()].map((account) =>
      db.posts
        .where('[authorKey+at]')
        .between([account, from], [account, until], true, true)
        .reverse()
        .limit(most)
        .toArray(),
    ),
  );
  const said = lists.flat();
  if (said.length === 0) return new Map();
  const [answered, answers] = await Promise.all([
    db.posts.bulkGet([...new Set(said.flatMap(({ parentKey }) => parentKey ?? []))]),
    answersTo(
      db,
      said.map(({ key }) => key),
    ),
  ]);
  const authorOf = new Map(answered.flatMap((post) => (post ? [[post.key, post.authorKey] as const] : [])));
  const answeredBy = new Map<PostKey, AccountKey[]>();
  for (const { parentKey, authorKey } of answers) {
    if (parentKey === null) continue;
    const list = answeredBy.get(parentKey);
    if (list) list.push(authorKey);
    else answeredBy.set(parentKey, [authorKey]);
  }
  const found = new Map<string, SpokeLately & { last: number }>();
  for (const { key, at, parentKey, authorKey, author, ours } of said) {
    const id = groupOf.get(authorKey);
    // One of us is nobody to be told about.
    if (id === undefined || ours) continue;
    const isOther = (account: AccountKey) => groupOf.get(account) !== id;
    const to = parentKey === null ? undefined : authorOf.get(parentKey);
    const row = {
      at,
      to: to !== undefined && isOther(to) ? to : null,
      answeredBy: (answeredBy.get(key) ?? []).filter(isOther),
    };
    const one = found.get(id);
    if (!one) found.set(id, { spoke: [row], author, last: at });
    else {
      one.spoke.push(row);
      if (at > one.last) Object.assign(one, { author, last: at });
    }
  }
  return new Map([...found].map(([id, { spoke, author }]) => [id, { spoke, author }]));
}
