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
    accounts.map((account) => {
      const until = before?.at ?? Infinity;
      const theirs = db.posts
        .where('[authorKey+at]')
        .between([account, -Infinity], [account, until], true, true)
        .reverse();
      // Without a condition they come in one answer; with one, row by row.
      const next = before ? theirs.filter((post) => post.at < before.at || post.key < before.key) : theirs;
      return next.limit(limit).toArray();
    }),
  );
  return pages
    .flat()
    .sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1))
    .slice(0, limit);
}

/** Who the user said these accounts are, by account. Accounts nobody said anything of are absent. */
export async function joinedPeople(
  db: TertuliaDatabase,
  accounts: readonly AccountKey[],
): Promise<Map<AccountKey, Person>> {
  const people = await db.people
    .where('accounts')
    .anyOf([...new Set(accounts)])
    .distinct()
    .toArray();
  return new Map(people.flatMap((person) => person.accounts.map((account) => [account, person] as const)));
}

/** Names of those something was written about or who were said to be one person: handles, as accounts are keyed, and names. */
export async function knownNames(db: TertuliaDatabase): Promise<string[]> {
  const [notes, people] = await Promise.all([
    db.notes.where('target').startsWith('person:').toArray(),
    db.people.toArray(),
  ]);
  const accounts = [
    ...notes.map(({ target }) => target.slice('person:'.length)),
    ...people.flatMap((person) => person.accounts),
  ];
  const handles = accounts.flatMap((key) => /^[^:]+(?::\d+)?:(.+)$/.exec(key)?.[1] ?? []);
  return [...new Set([...handles, ...people.map(({ name }) => name)])];
}
