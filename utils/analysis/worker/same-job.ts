/** Looks for accounts that may be the same person: first by name and handle over all, then at what each of a few wrote. */
import { accountKey } from '../../core/keys';
import type { AccountKey, Post } from '../../core/post';
import { type Habits, type Known, likeness, lookedUpBy, type Proposal, plainLink } from '../../people/same';
import type { TertuliaDatabase } from '../../store/db';
import { accountsOf, personOf, personPosts } from '../../store/people';

/** Accounts looked at closely, and posts of each. */
const MOST_LOOKED_AT = 12;
const POSTS = 80;
const MOST_PROPOSED = 4;
const PORTION = 250;
const LINK = /https?:\/\/[^\s<>"')\]]{4,300}/g;

/** Everybody's names, by what they are looked up by. Kept while the worker lives; only who is new is read. */
interface Directory {
  known: Map<AccountKey, Known>;
  byForm: Map<string, Set<AccountKey>>;
  byLink: Map<string, AccountKey>;
}
const directories = new WeakMap<TertuliaDatabase, Directory>();

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
  for (const account of candidates(directory, mine, mineLike, new Set(own))) {
    const other = directory.known.get(account);
    if (!other || apart.has(account)) continue;
    const said = await personPosts(db, [account], { limit: POSTS });
    if (said.length === 0 || said[0]?.ours === 1) continue;
    if ((await personOf(db, account))?.apart?.some((one) => own.includes(one))) continue;
    const habits = await habitsOf(db, said);
    const shared = (form: string) => directory.byForm.get(form)?.size ?? 0;
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

function candidates(
  { byForm, byLink, known }: Directory,
  mine: readonly Known[],
  like: Habits,
  own: ReadonlySet<AccountKey>,
): AccountKey[] {
  const found = new Set<AccountKey>();
  for (const link of like.links) {
    const account = byLink.get(plainLink(link));
    if (account) found.add(account);
  }
  for (const one of mine)
    for (const form of lookedUpBy(one)) for (const account of byForm.get(form) ?? []) found.add(account);
  return [...found].filter((account) => !own.has(account) && known.has(account)).slice(0, MOST_LOOKED_AT);
}

async function directoryOf(db: TertuliaDatabase): Promise<Directory> {
  const directory = directories.get(db) ?? { known: new Map(), byForm: new Map(), byLink: new Map() };
  directories.set(db, directory);
  const keys = (await db.posts.orderBy('authorKey').uniqueKeys()) as AccountKey[];
  const here = new Set(keys);
  // Who was forgotten is forgotten here too.
  for (const [account, one] of directory.known) if (!here.has(account)) leave(directory, one);
  const fresh = keys.filter((account) => !directory.known.has(account));
  for (let at = 0; at < fresh.length; at += PORTION) {
    const firsts = await Promise.all(
      fresh.slice(at, at + PORTION).map((account) => db.posts.where('authorKey').equals(account).first()),
    );
    for (const post of firsts) if (post) enter(directory, post);
  }
  return directory;
}

function enter({ known, byForm, byLink }: Directory, { authorKey, author, site }: Post): void {
  const one: Known = { account: authorKey, site, name: author.name, handle: author.handle, url: author.url };
  known.set(authorKey, one);
  for (const form of lookedUpBy(one)) {
    const list = byForm.get(form);
    if (list) list.add(authorKey);
    else byForm.set(form, new Set([authorKey]));
  }
  if (one.url) byLink.set(plainLink(one.url), authorKey);
}

function leave({ known, byForm, byLink }: Directory, one: Known): void {
  known.delete(one.account);
  for (const form of lookedUpBy(one)) byForm.get(form)?.delete(one.account);
  if (one.url) byLink.delete(plainLink(one.url));
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
