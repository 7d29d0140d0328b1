import type { Person } from '../core/desk';
import type { AccountKey, Post } from '../core/post';
import type { TertuliaDatabase } from './schema';

/** The person behind an account, where the user said who it is. */
export async function personOf(db: TertuliaDatabase, account: AccountKey): Promise<Person | undefined> {
  return db.people.where('accounts').equals(account).first();
}

/** The accounts of a person. An account that is nobody's yet is a person by itself. */
export async function accountsOf(db: TertuliaDatabase, personOrAccount: string): Promise<AccountKey[]> {
  const person = (await db.people.get(personOrAccount)) ?? (await personOf(db, personOrAccount));
  return person?.accounts ?? [personOrAccount];
}

/** What someone wrote under any of these accounts, the newest first. `before`: the last post of the page before. */
export async function personPosts(
  db: TertuliaDatabase,
  accounts: readonly AccountKey[],
  { limit, before }: { limit: number; before?: Post },
): Promise<Post[]> {
  const pages = await Promise.all(
    accounts.map((account) =>
      db.posts
        .where('[authorKey+at]')
        .between([account, -Infinity], [account, before?.at ?? Infinity], true, true)
        .reverse()
        .filter((post) => !before || post.at < before.at || post.key < before.key)
        .limit(limit)
        .toArray(),
    ),
  );
  return pages
    .flat()
    .sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1))
    .slice(0, limit);
}
