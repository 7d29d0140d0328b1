/** Looks for accounts that may be the same person: first by name and handle over all, then at what each of a few wrote. */
import { accountKey } from '../../core/keys';
import type { AccountKey, Post } from '../../core/post';
import { type Profile, pictureSays } from '../../core/profile';
import {
  addressesOf,
  type Habits,
  type Known,
  likeness,
  lookedUpBy,
  type Proposal,
  plainLink,
  type Shared,
} from '../../people/same';
import type { TertuliaDatabase } from '../../store/db';
import { firstPosts } from '../../store/first-posts';
import { accountsOf, personOf, personPosts } from '../../store/people';
import { PROFILES, PROFILES_SEEN } from '../../store/profiles';

/** Accounts looked at closely, and posts of each. */
const MOST_LOOKED_AT = 12;
const POSTS = 80;
const MOST_PROPOSED = 4;
/** Accounts a question asks for, and how long one may take, ms: a screen that asks meanwhile waits no longer than a frame for it. */
const PORTION = { first: 50, least: 10, most: 250, ms: 12 };
const LINK = /https?:\/\/[^\s<>"')\]]{4,300}/g;

/** Everybody's names, by what they are looked up by. Kept while the worker lives; only who is new is read. */
interface Directory {
  known: Map<AccountKey, Known>;
  byForm: Map<string, Set<AccountKey>>;
  byLink: Map<string, Set<AccountKey>>;
  /** By where their profiles lead, and by what is on their pictures. */
  byBio: Map<string, Set<AccountKey>>;
  byPicture: Map<string, Set<AccountKey>>;
  /** When a profile was last seen, as far as they are in it. */
  profilesSeen: unknown;
  /** Posts first seen until then are in it. */
  heardUntil: number;
  /** Posts removed on purpose until then: with more removed all is read anew. */
  removed: number;
}
const directories = new WeakMap<TertuliaDatabase, Promise<Directory>>();

export async function sameAs(db: TertuliaDatabase, id: string): Promise<Proposal[]> {
  const [directory, own, person] = await Promise.all([
    directoryOf(db),
    accountsOf(db, id),
    db.people.get(id).then((row) => row ?? personOf(db, id)),
  ]);
  const mine = own.flatMap((account) => directory.known.get(account) ?? []);
  const posts = await Promise.all(mine.map(({ account }) => personPosts(db, [account], { limit: POSTS })));
  const theirs = posts.flat();
  if (theirs.some(({ ours }) => ours === 1)) return [];
  const mineLike = await habitsOf(db, theirs);
  const apart = new Set(person?.apart);
  const sites = new Set(mine.map(({ site }) => site));
  const found: Proposal[] = [];
  const shared = sharedIn(directory);
  for (const account of candidates(directory, mine, mineLike, new Set(own))) {
    const other = directory.known.get(account);
    if (!other || apart.has(account)) continue;
    const said = await personPosts(db, [account], { limit: POSTS });
    if (said.length === 0 || said[0]?.ours === 1) continue;
    if ((await personOf(db, account))?.apart?.some((one) => own.includes(one))) continue;
    const habits = await habitsOf(db, said);
    const best = mine
      .flatMap(
        (one) =>
          likeness(
            sites.has(other.site) ? { ...one, site: other.site } : one,
            other,
            { a: mineLike, b: habits },
            shared,
          ) ?? [],
      )
      .sort((a, b) => b.reasons.length - a.reasons.length)[0];
    if (best)
      found.push({ ...best, account, name: other.name, handle: other.handle, site: other.site, url: other.url });
  }
  return found.sort((a, b) => b.reasons.length - a.reasons.length).slice(0, MOST_PROPOSED);
}

function sharedIn({ byForm, byLink, byBio, byPicture }: Directory): Shared {
  return (form, by) => {
    if (by === 'bio') return byBio.get(form)?.size ?? 0;
    if (by === 'avatar') return byPicture.get(form)?.size ?? 0;
    return (byForm.get(form) ?? byLink.get(form))?.size ?? 0;
  };
}

function candidates(
  { byForm, byLink, byBio, known }: Directory,
  mine: readonly Known[],
  like: Habits,
  own: ReadonlySet<AccountKey>,
): AccountKey[] {
  const found = new Set<AccountKey>();
  // What they wrote leads to somebody's profile, or their own profile to the same place as somebody's.
  const few = (accounts: Iterable<AccountKey> = []) => {
    for (const account of [...accounts].slice(0, MOST_LOOKED_AT)) found.add(account);
  };
  for (const link of [...like.links, ...mine.flatMap(({ url }) => url ?? [])]) few(byLink.get(plainLink(link)));
  // What they say of themselves leads to somebody, or to where another's leads; or another's leads to them.
  for (const link of mine.flatMap(({ profile }) => profile?.links ?? [])) {
    few(byLink.get(plainLink(link)));
    few(byBio.get(plainLink(link)));
  }
  for (const address of mine.flatMap(addressesOf)) few(byBio.get(address));
  for (const one of mine)
    for (const form of lookedUpBy(one)) for (const account of byForm.get(form) ?? []) found.add(account);
  return [...found].filter((account) => !own.has(account) && known.has(account)).slice(0, MOST_LOOKED_AT);
}

/** Begun at the first question, and gone on with where it was left: whoever asks next waits no longer than for who is new. */
function directoryOf(db: TertuliaDatabase): Promise<Directory> {
  const last = directories.get(db) ?? Promise.resolve(newDirectory());
  const next = last.catch(newDirectory).then((directory) => brought(db, directory));
  directories.set(db, next);
  return next;
}

const newDirectory = (): Directory => ({
  known: new Map(),
  byForm: new Map(),
  byLink: new Map(),
  byBio: new Map(),
  byPicture: new Map(),
  profilesSeen: undefined,
  heardUntil: 0,
  removed: 0,
});

async function brought(db: TertuliaDatabase, before: Directory): Promise<Directory> {
  const identity = await db.meta.get('identity');
  const removed = (identity?.name === 'identity' && identity.value.removed.posts) || 0;
  // Who was forgotten is forgotten here too.
  const directory = removed === before.removed ? before : newDirectory();
  directory.removed = removed;
  const newest = await db.posts.orderBy('firstSeenAt').last();
  if (directory.known.size === 0) {
    let after: AccountKey | null = null;
    for (let portion = PORTION.first; ; ) {
      const began = performance.now();
      const posts: Post[] = await firstPosts(db, after, portion);
      const took = Math.max(performance.now() - began, 1);
      portion = Math.round(Math.min(PORTION.most, Math.max(PORTION.least, (portion * PORTION.ms) / took)));
      for (const post of posts) enter(directory, post);
      after = posts.at(-1)?.authorKey ?? null;
      if (posts.length === 0) break;
      // The screens ask the same store.
      await new Promise((resolve) => setTimeout(resolve, took));
    }
  } else {
    const heard = await db.posts.where('firstSeenAt').aboveOrEqual(directory.heardUntil).toArray();
    for (const post of heard) if (!directory.known.has(post.authorKey)) enter(directory, post);
  }
  directory.heardUntil = newest?.firstSeenAt ?? 0;
  const seen = (await db.meta.get(PROFILES_SEEN))?.value;
  if (seen !== directory.profilesSeen) await enterProfiles(db, directory);
  directory.profilesSeen = seen;
  return directory;
}

/** All of them anew, in portions: they are few beside the accounts, and come one at a time. */
async function enterProfiles(db: TertuliaDatabase, directory: Directory): Promise<void> {
  const { known, byBio, byPicture, byLink } = directory;
  byBio.clear();
  byPicture.clear();
  for (let after = PROFILES; ; ) {
    const began = performance.now();
    const rows = await db.meta.where('name').between(after, `${PROFILES}\uffff`, false).limit(PORTION.most).toArray();
    for (const { value } of rows as { value: Profile }[]) {
      const { account, name, handle, url, links, avatar } = value;
      const one = known.get(account);
      if (!one) continue;
      const picture = pictureSays(avatar ?? '', { name, handle });
      one.profile = { url, links, picture, ...(avatar !== undefined && { alt: avatar }) };
      for (const link of links) put(byBio, plainLink(link), account);
      for (const address of addressesOf(one)) put(byLink, address, account);
      if (picture) put(byPicture, picture, account);
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.name;
    await new Promise((resolve) => setTimeout(resolve, performance.now() - began));
  }
}

function put(index: Map<string, Set<AccountKey>>, form: string, account: AccountKey): void {
  const list = index.get(form);
  if (list) list.add(account);
  else index.set(form, new Set([account]));
}

function enter({ known, byForm, byLink }: Directory, { authorKey, author, site }: Post): void {
  const one: Known = { account: authorKey, site, name: author.name, handle: author.handle, url: author.url };
  known.set(authorKey, one);
  for (const form of lookedUpBy(one)) put(byForm, form, authorKey);
  if (one.url) put(byLink, plainLink(one.url), authorKey);
}

async function habitsOf(db: TertuliaDatabase, posts: readonly Post[]): Promise<Habits> {
  const [readings, parents] = await Promise.all([
    db.readings.bulkGet(posts.map(({ key }) => key)),
    db.posts.bulkGet([...new Set(posts.flatMap(({ parentKey }) => parentKey ?? []))]),
  ]);
  const langs: Record<string, number> = {};
  const hours = Array<number>(24).fill(0);
  const links = new Set<string>();
  const spokeTo = new Set(parents.flatMap((post) => post?.authorKey ?? []));
  posts.forEach(({ text, lang, at, postedAt, postedAtSource, site, mentions }, place) => {
    const written = readings[place]?.lang ?? lang?.slice(0, 2).toLowerCase();
    if (written && written !== 'und') langs[written] = (langs[written] ?? 0) + 1;
    // "3 hours ago" is no hour of the day.
    if (postedAt !== null && postedAtSource !== 'relative') hours[new Date(at).getUTCHours()]!++;
    for (const [link] of text.matchAll(LINK)) links.add(link);
    for (const handle of mentions ?? []) spokeTo.add(accountKey(site, { name: handle, handle }));
  });
  return { posts: posts.length, langs, hours, links: [...links], spokeTo };
}
