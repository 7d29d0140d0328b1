/** What a page may show of people and posts: read by index, few rows, whatever is held. */
import type { Note, Person } from '../core/desk';
import { type Likenesses, looksLike } from '../core/look-alike';
import type { Marks, PersonCard, PersonMark, PostMark } from '../core/marks';
import type { AccountKey, Post, PostKey, State } from '../core/post';
import { answersTo } from './answers';
import { notesForMany } from './notes';
import { accountsOf, personOf, personPosts } from './people';
import type { TertuliaDatabase } from './schema';

const STATES: readonly State[] = ['open', 'waiting', 'snoozed', 'done'];
const LONGEST_NOTE = 140;
const LONGEST_WORDS = 400;
const EXCHANGES = 6;
const LOOKED_AT = 60;
const MOST_TIES = 4;

/** Marks of these accounts and posts. Accounts one does not know, and posts of which nothing is to be said, are absent. */
export async function marksFor(
  db: TertuliaDatabase,
  accounts: readonly AccountKey[],
  posts: readonly PostKey[],
): Promise<Marks> {
  const [people, onPosts] = await Promise.all([peopleMarks(db, accounts), postMarks(db, posts)]);
  return { people, posts: onPosts };
}

async function peopleMarks(db: TertuliaDatabase, accounts: readonly AccountKey[]): Promise<Marks['people']> {
  if (accounts.length === 0) return {};
  const people = await db.people
    .where('accounts')
    .anyOf([...accounts])
    .distinct()
    .toArray();
  const personOfAccount = new Map<AccountKey, Person>();
  for (const person of people) for (const account of person.accounts) personOfAccount.set(account, person);
  // What is known of one account of a person is known of each.
  const allOf = (account: AccountKey) => personOfAccount.get(account)?.accounts ?? [account];
  const all = [...new Set(accounts.flatMap(allOf))];
  const [promises, spoken, notes] = await Promise.all([
    db.promises
      .where('authorKey')
      .anyOf(all)
      .filter(({ state }) => state === 'open')
      .toArray(),
    // Whoever was ever on the desk spoke to us.
    db.posts
      .where('[desk+authorKey]')
      .anyOf(STATES.flatMap((state) => all.map((account) => [state, account])))
      .uniqueKeys(),
    notesForMany(
      db,
      [...new Set([...all, ...people.map(({ id }) => id)])].map((id) => `person:${id}` as const),
    ),
  ]);
  const spokeToUs = new Set(spoken.map((pair) => (pair as unknown as [State, AccountKey])[1]));
  const marks: Marks['people'] = {};
  await Promise.all(
    accounts.map(async (account) => {
      const person = personOfAccount.get(account);
      const own = allOf(account);
      const about = [...own, ...(person ? [person.id] : [])].flatMap((id) => notes.get(`person:${id}`) ?? []);
      const owed = promises.filter(({ authorKey }) => own.includes(authorKey));
      // A row may hold no more than that they are not somebody else: that is no acquaintance.
      const isKnown =
        (person && (own.length > 1 || person.cadenceDays !== undefined)) || own.some((one) => spokeToUs.has(one));
      if (!isKnown && about.length === 0 && owed.length === 0) return;
      const [times, last] = await timesOf(db, own);
      if (last?.ours === 1) return;
      marks[account] = markOf(person?.name ?? last?.author.name ?? nameOf(account), times, last, about, owed);
    }),
  );
  return marks;
}

/** A key is `site:handle`, and a site may have a port. */
const nameOf = (account: AccountKey): string => account.replace(/^[^:]+:(?:\d+:)?/, '');

async function timesOf(db: TertuliaDatabase, accounts: readonly AccountKey[]): Promise<[number, Post | undefined]> {
  const each = await Promise.all(
    accounts.map((account) => {
      const range = () => db.posts.where('[authorKey+at]').between([account, -Infinity], [account, Infinity]);
      return Promise.all([range().count(), range().last()]);
    }),
  );
  const lasts = each.flatMap(([, last]) => last ?? []).sort((a, b) => b.at - a.at);
  return [each.reduce((sum, [count]) => sum + count, 0), lasts[0]];
}

function markOf(
  name: string,
  times: number,
  last: Post | undefined,
  notes: readonly Note[],
  owed: readonly { words: string; due: number | null }[],
): PersonMark {
  const newest = [...notes].sort((a, b) => b.updatedAt - a.updatedAt).find(({ text }) => text !== '');
  const [first] = [...owed].sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
  return {
    name,
    times,
    lastAt: last?.at ?? null,
    tags: [...new Set(notes.flatMap(({ tags }) => tags))],
    note: newest ? shortened(newest.text, LONGEST_NOTE) : null,
    promise: first ? { words: shortened(first.words, LONGEST_NOTE), due: first.due } : null,
  };
}

async function postMarks(db: TertuliaDatabase, keys: readonly PostKey[]): Promise<Marks['posts']> {
  if (keys.length === 0) return {};
  const [posts, notes] = await Promise.all([
    db.posts.bulkGet([...keys]),
    notesForMany(
      db,
      keys.map((key) => `post:${key}` as const),
    ),
  ]);
  const marks: Record<PostKey, PostMark> = {};
  keys.forEach((key, place) => {
    const waitsSince = posts[place]?.waitsSince ?? null;
    const count = notes.get(`post:${key}`)?.length ?? 0;
    if (waitsSince !== null || count > 0) marks[key] = { waitsSince, notes: count };
  });
  return marks;
}

/** All that the card of a person says. Someone never heard has a card too: one may write about them. */
export async function cardFor(
  db: TertuliaDatabase,
  account: AccountKey,
  ours: Likenesses = new Map(),
): Promise<PersonCard> {
  const [accounts, person] = await Promise.all([accountsOf(db, account), personOf(db, account)]);
  const id = person?.id ?? account;
  const targets = [...new Set([id, ...accounts])].map((one) => `person:${one}` as const);
  const [theirs, notes, promises, [times, last]] = await Promise.all([
    personPosts(db, accounts, { limit: LOOKED_AT }),
    notesForMany(db, targets).then((byTarget) => [...byTarget.values()].flat()),
    db.promises
      .where('authorKey')
      .anyOf(accounts)
      .filter(({ state }) => state === 'open')
      .toArray(),
    timesOf(db, accounts),
  ]);
  const [answers, readings, ties] = await Promise.all([
    answersTo(
      db,
      theirs.slice(0, EXCHANGES).map(({ key }) => key),
    ),
    db.readings.bulkGet(theirs.map(({ key }) => key)),
    tiesOf(db, theirs, new Set(accounts)),
  ]);
  const like = last && last.ours !== 1 ? looksLike(last.author, ours) : null;
  const exchanges = [...theirs.slice(0, EXCHANGES), ...answers.filter(({ ours }) => ours === 1)]
    .sort((a, b) => b.at - a.at)
    .slice(0, EXCHANGES);
  return {
    account,
    id,
    mark: markOf(person?.name ?? last?.author.name ?? nameOf(account), times, last, notes, promises),
    ...(like !== null && { looksLike: like }),
    exchanges: exchanges.map(({ key, ours, text, lang, at, site }) => ({
      key,
      ours: ours === 1,
      text: shortened(text, LONGEST_WORDS),
      lang,
      at,
      site,
    })),
    notes: notes
      .sort((a, b) => b.updatedAt - a.updatedAt)
      .map(({ id: note, text, tags, quote, updatedAt }) => ({
        id: note,
        text,
        tags,
        updatedAt,
        ...(quote !== undefined && { quote }),
      })),
    ties: ties.map(({ name, times }) => ({ name, times })),
    tones: theirs
      .map(({ at }, place) => ({ at, tone: readings[place]?.tone.label ?? null }))
      .filter((_, place) => readings[place] !== undefined)
      .reverse(),
  };
}

/** Whom they answered, and who answered them, in what they said lately. Accounts of one person count together. */
export async function tiesOf(
  db: TertuliaDatabase,
  theirs: readonly Post[],
  own: ReadonlySet<AccountKey>,
): Promise<{ account: AccountKey; name: string; times: number }[]> {
  const parents = theirs.flatMap(({ parentKey }) => parentKey ?? []);
  const [answered, answers] = await Promise.all([
    db.posts.bulkGet([...new Set(parents)]),
    answersTo(
      db,
      theirs.map(({ key }) => key),
      LOOKED_AT,
    ),
  ]);
  const counts = new Map<string, { account: AccountKey; name: string; times: number }>();
  const others = [...answered, ...answers].filter(
    (post) => post && !own.has(post.authorKey) && post.ours !== 1,
  ) as Post[];
  const people = await db.people
    .where('accounts')
    .anyOf([...new Set(others.map(({ authorKey }) => authorKey))])
    .distinct()
    .toArray();
  for (const { authorKey, author } of others) {
    const person = people.find(({ accounts }) => accounts.includes(authorKey));
    const id = person?.id ?? authorKey;
    const tie = counts.get(id);
    if (tie) tie.times++;
    else counts.set(id, { account: authorKey, name: person?.name ?? author.name, times: 1 });
  }
  return [...counts.values()].sort((a, b) => b.times - a.times).slice(0, MOST_TIES);
}

function shortened(text: string, longest: number): string {
  const chars = [...text];
  return chars.length > longest
    ? `${chars
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
