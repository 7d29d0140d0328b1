/**
 * Forgets a person: what they wrote and all that hangs on it goes, and their name, handle, link and words are blotted out of
 * everything else. What is left is a tombstone of digests. A sweep of every table by digests alone, so that one cut short by
 * the browser closing goes on from the tombstone, without anything readable having been written down.
 */
import Dexie, { type IndexableType } from 'dexie';
import { type Blotter, isTheirs, makeBlotter, passagesOf, tombstone } from '../core/forgotten';
import { fold } from '../core/normalize';
import type { AccountKey, Post } from '../core/post';
import { removeSome } from '../store/erase';
import { countRemoved } from '../store/ledger';
import { accountsOf } from '../store/people';
import type { ForgottenRow, TertuliaDatabase } from '../store/schema';
import { scrubbingIsOwed } from '../store/scrub-owed';
import { readSettings } from '../store/settings';
import { blotRow } from './blot';

const ROWS_A_BATCH = 500;
/** Not looked through: the tombstones themselves, and what a restore under way would put back (there is none meanwhile). */
const NOT_SWEPT = ['forgotten', 'undoing'];

export interface ForgetOptions {
  now?: number;
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; total: number }) => void;
}

export class OneOfUs extends Error {
  constructor() {
    super('one of us is not forgotten');
    this.name = 'OneOfUs';
  }
}

/** Forgets a person, or an account that is nobody's yet. Gives the receipt. */
export async function forgetPerson(
  db: TertuliaDatabase,
  personOrAccount: string,
  options: ForgetOptions = {},
): Promise<ForgottenRow> {
  const { now = Date.now() } = options;
  const row = await db.transaction('rw', [db.people, db.posts, db.meta, db.forgotten], async () => {
    const person = await db.people.get(personOrAccount);
    const accounts = await accountsOf(db, personOrAccount);
    const posts = await db.posts.where('authorKey').anyOf(accounts).toArray();
    if (posts.some(({ ours }) => ours === 1)) throw new OneOfUs();
    const salt = (await db.forgotten.toCollection().first())?.salt ?? crypto.randomUUID();
    const identifiers = await identifiersOf(db, accounts, posts, person);
    const row: ForgottenRow = {
      id: crypto.randomUUID(),
      at: now,
      ...tombstone(salt, identifiers),
      counts: {},
      passages: [...passagesOf(wordsOfTheirs(posts))],
    };
    await db.forgotten.add(row);
    return row;
  });
  await sweep(db, row, options);
  return (await db.forgotten.get(row.id)) ?? row;
}

/** Finishes what was being forgotten when the browser closed, and what a copy brought tombstones of. */
export async function finishForgettingPeople(db: TertuliaDatabase, options: ForgetOptions = {}): Promise<void> {
  const begun = await db.forgotten.filter(({ passages }) => passages !== undefined).toArray();
  for (const row of begun) await sweep(db, row, options);
}

function* wordsOfTheirs(posts: readonly Post[]): Generator<string> {
  for (const { text, history, threadTitle, parentKey } of posts) {
    yield text;
    for (const wording of history ?? []) yield wording.text;
    if (parentKey === null) yield threadTitle;
  }
}

/** Names, handles, links and keys. A name that others here bear too is not theirs alone, and is left. */
async function identifiersOf(
  db: TertuliaDatabase,
  accounts: readonly AccountKey[],
  posts: readonly Post[],
  person: { id: string; name: string } | undefined,
): Promise<Set<string>> {
  const found = new Set<string>(accounts);
  if (person) found.add(person.id);
  for (const account of accounts) {
    const handle = account.slice(account.indexOf(':') + 1);
    if (!handle.includes(' ')) found.add(handle);
  }
  const names = new Set(person ? [person.name] : []);
  for (const { author } of posts) {
    names.add(author.name);
    if (author.handle) found.add(author.handle);
    if (author.url) found.add(author.url);
  }
  const taken = await namesOfOthers(db, names, accounts);
  for (const name of names) if (!taken.has(fold(name))) found.add(name);
  const { us, brands, ourName } = await readSettings(db);
  const own = new Set([...us.map(({ handle }) => fold(handle)), ...brands.map(fold), fold(ourName)]);
  return new Set([...found].filter((identifier) => !own.has(fold(identifier))));
}

async function namesOfOthers(
  db: TertuliaDatabase,
  names: ReadonlySet<string>,
  accounts: readonly AccountKey[],
): Promise<Set<string>> {
  const wanted = new Set([...names].map(fold));
  const others = (await db.posts.orderBy('authorKey').uniqueKeys()).filter((key) => !accounts.includes(String(key)));
  const taken = new Set<string>();
  // One post of each account tells its name.
  for (let at = 0; at < others.length; at += ROWS_A_BATCH) {
    const some = await Promise.all(
      others.slice(at, at + ROWS_A_BATCH).map((key) => db.posts.where('authorKey').equals(key).first()),
    );
    for (const post of some) if (post && wanted.has(fold(post.author.name))) taken.add(fold(post.author.name));
  }
  return taken;
}

async function sweep(db: TertuliaDatabase, row: ForgottenRow, options: ForgetOptions): Promise<void> {
  const { signal, onProgress } = options;
  const blotter = makeBlotter([row], { hashes: new Set(row.passages) });
  if (!blotter) return;
  const counts = { ...row.counts };
  const tables = db.tables.filter(({ name }) => !NOT_SWEPT.includes(name));
  const total = (await Promise.all(tables.map((table) => table.count()))).reduce((a, b) => a + b, 0);
  let done = 0;
  const count = (name: string, rows: number) => {
    if (rows > 0) counts[name] = (counts[name] ?? 0) + rows;
  };
  // Posts first: what hangs on them goes with them.
  for (const table of [db.posts, ...tables.filter(({ name }) => name !== 'posts')]) {
    let after: unknown;
    for (;;) {
      signal?.throwIfAborted();
      const page = after === undefined ? table.orderBy(':id') : table.where(':id').above(after as string);
      const rows = (await page.limit(ROWS_A_BATCH).toArray()) as object[];
      const last = rows.at(-1);
      if (!last) break;
      after = Dexie.getByKeyPath(last, table.schema.primKey.keyPath as string);
      if (table.name === 'posts') count('posts', await leavePosts(db, rows as Post[], blotter));
      count(table.name, await blotRows(db, table.name, rows, blotter));
      done += rows.length;
      onProgress?.({ done: Math.min(done, total), total });
    }
  }
  await db.transaction('rw', db.meta, db.forgotten, async () => {
    // What the themes were counted from cannot be taken apart: it is counted again from what is left.
    await db.meta.delete('themeState');
    await db.meta.where('name').startsWith('cursor:theme').delete();
    const { passages: _passages, ...stone } = row;
    await db.forgotten.put({ ...stone, counts });
    await db.meta.put(scrubbingIsOwed);
  });
}

/** Their posts, with the answers of ours to them that drafts are made from. */
async function leavePosts(db: TertuliaDatabase, page: readonly Post[], blotter: Blotter): Promise<number> {
  const theirs = page.filter((post) => post.ours === 0 && isTheirs(post.site, post.author, blotter));
  if (theirs.length === 0) return 0;
  const keys = theirs.map(({ key }) => key);
  const answers = await db.posts.where('parentKey').anyOf(keys).primaryKeys();
  await db.pairs.bulkDelete(answers);
  return removeSome(db, () => db.posts.where('key').anyOf(keys).toArray());
}

async function blotRows(
  db: TertuliaDatabase,
  name: string,
  rows: readonly object[],
  blotter: Blotter,
): Promise<number> {
  const table = db.table(name);
  const keyPath = table.schema.primKey.keyPath as string;
  const gone: IndexableType[] = [];
  const changed: object[] = [];
  for (const row of rows) {
    if (name === 'posts' && isTheirs((row as Post).site, (row as Post).author, blotter)) continue;
    const key = Dexie.getByKeyPath(row, keyPath) as IndexableType;
    const result = blotRow(name, row as Record<string, unknown>, key, blotter);
    if (result === null) gone.push(key);
    else if (result !== row) changed.push(result);
  }
  if (gone.length + changed.length === 0) return 0;
  await db.transaction('rw', table, db.meta, async () => {
    // Since the page was read, something may have been heard or written: only what is there is changed.
    const held = await table.bulkGet(changed.map((row) => Dexie.getByKeyPath(row, keyPath) as IndexableType));
    await table.bulkPut(changed.filter((_, i) => held[i] !== undefined));
    await table.bulkDelete(gone);
    if (name === 'notes') await countRemoved(db, 'notes', gone.length);
  });
  return gone.length + changed.length;
}
