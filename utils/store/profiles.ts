/**
 * What people say of themselves on their profiles, by account: rows `profile:<account>` of `meta`. Kept only beside something
 * of theirs that is held, and let go with the last of it, unless one keeps them as a person.
 */
import type { Blotter } from '../core/forgotten';
import { accountKey } from '../core/keys';
import type { AccountKey, Post } from '../core/post';
import { type HeardProfile, type Profile, profileRow } from '../core/profile';
import { personOf } from './people';
import type { TertuliaDatabase } from './schema';

/** Changes with every profile that is kept: whoever made a table of them looks again. */
export const PROFILES_SEEN = 'cursor:profiles';
export const PROFILES = 'profile:';

/** Inside the transaction that keeps what was heard, after it: a profile of somebody of whom nothing is held is not kept. */
export async function keepProfile(
  db: TertuliaDatabase,
  heard: HeardProfile,
  blotter: Blotter | null,
  now: number,
): Promise<void> {
  const account = await heldAs(db, heard);
  if (account === null) return;
  const say = (text: string) => blotter?.text(text) ?? text;
  const value: Profile = {
    ...heard,
    account,
    bio: say(heard.bio),
    links: heard.links.filter((link) => say(link) === link && !blotter?.isForgotten(link)),
    ...(heard.avatar !== undefined && { avatar: say(heard.avatar) }),
    seenAt: now,
  };
  await db.meta.bulkPut([
    { name: profileRow(account), value },
    { name: PROFILES_SEEN, value: now },
  ]);
}

/** As their posts name them: by handle, or by name where the posts show no handle and the links agree. */
async function heldAs(db: TertuliaDatabase, { site, name, handle, url }: HeardProfile): Promise<AccountKey | null> {
  for (const as of handle ? [handle, null] : [null]) {
    const account = accountKey(site, { name, handle: as });
    const post = await db.posts.where('authorKey').equals(account).first();
    if (!post || post.ours) continue;
    if (as !== null || (post.author.handle === null && (!post.author.url || post.author.url === url))) return account;
  }
  return null;
}

/** What these accounts say of themselves, where it was seen. */
export async function profilesOf(db: TertuliaDatabase, accounts: readonly AccountKey[]): Promise<Profile[]> {
  const rows = await db.meta.bulkGet(accounts.map(profileRow));
  return rows.flatMap((row) => (row ? [row.value as Profile] : []));
}

/** After posts were removed, in the same transaction. */
export async function leaveProfiles(db: TertuliaDatabase, removed: readonly Post[]): Promise<void> {
  for (const { account } of await profilesOf(db, [...new Set(removed.map(({ authorKey }) => authorKey))])) {
    const isHeld = await db.posts.where('authorKey').equals(account).first();
    if (!isHeld && !(await personOf(db, account))) await db.meta.delete(profileRow(account));
  }
}
