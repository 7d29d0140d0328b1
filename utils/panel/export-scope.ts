/** What an export may be of, and the conversations it holds: read one at a time. */
import type { Note, NoteTarget } from '../core/desk';
import type { Post, State, ThreadKey } from '../core/post';
import { asks, parseQuery, prepare, type Query } from '../core/query';
import type { ThreadExport } from '../exporting/thread-export';
import { answersTo } from '../store/answers';
import { accountsOf } from '../store/people';
import type { TertuliaDatabase } from '../store/schema';
import { allViews } from '../store/views';
import { asTyped } from './as-typed';

export type ExportScope =
  | { kind: 'thread'; key: ThreadKey }
  | { kind: 'search'; query: string }
  | { kind: 'person'; id: string }
  | { kind: 'theme'; id: string }
  /** A tab of the desk, or what its filter leaves of it. */
  | { kind: 'view'; tab: State; query?: string }
  | { kind: 'everything' };

export interface ExportChoice {
  notes: boolean;
  tags: boolean;
  readings: boolean;
  /** First and last moment, both included; null = open. */
  from: number | null;
  to: number | null;
  pseudonyms: boolean;
}

const SLICE = 500;

/** Keys of the conversations and, where not the whole of them is meant, of the posts. Keys only: they are many. */
export interface ScopeKeys {
  threads: ThreadKey[];
  /** null: every post of them. */
  posts: Map<ThreadKey, string[]> | null;
}

export async function scopeKeys(db: TertuliaDatabase, scope: ExportScope, signal?: AbortSignal): Promise<ScopeKeys> {
  switch (scope.kind) {
    case 'thread':
      return { threads: [scope.key], posts: null };
    case 'everything':
      return { threads: await db.threads.orderBy('lastAt').primaryKeys(), posts: null };
    case 'theme': {
      const theme = await db.themes.get(scope.id);
      return grouped((await db.posts.bulkGet(theme?.postKeys ?? [])).filter((post) => post !== undefined));
    }
    case 'person':
      return grouped(await personTalk(db, scope.id));
    case 'view': {
      const range = db.posts.where('[desk+deskAt]').between([scope.tab, -Infinity], [scope.tab, Infinity], true, true);
      const posts = await range.toArray();
      return grouped(scope.query ? await fitting(db, parseQuery(asTyped(scope.query)), posts) : posts);
    }
    case 'search':
      return search(db, scope.query, signal);
  }
}

/** What they said, and what we answered them. */
async function personTalk(db: TertuliaDatabase, id: string): Promise<Post[]> {
  const theirs = await db.posts
    .where('authorKey')
    .anyOf(await accountsOf(db, id))
    .toArray();
  const answers = await answersTo(
    db,
    theirs.map(({ key }) => key),
  );
  return [...theirs, ...answers.filter(({ ours }) => ours === 1)];
}

async function search(db: TertuliaDatabase, asked: string, signal?: AbortSignal): Promise<ScopeKeys> {
  const query = parseQuery(asTyped(asked));
  const found: Pick<Post, 'key' | 'threadKey'>[] = [];
  let after = '';
  for (;;) {
    signal?.throwIfAborted();
    const slice = await db.posts.where('key').above(after).limit(SLICE).toArray();
    for (const { key, threadKey } of await fitting(db, query, slice)) found.push({ key, threadKey });
    const last = slice.at(-1);
    if (!last || slice.length < SLICE) return grouped(found);
    after = last.key;
  }
}

/** As the search itself looks: with what was read between the lines and what was noted beside. */
async function fitting(db: TertuliaDatabase, query: Query, posts: readonly Post[]): Promise<Post[]> {
  const keys = posts.map(({ key }) => key);
  const kinds = JSON.stringify(query);
  const [readings, noted, cares] = await Promise.all([
    /"kind":"(?:lang|is|tone)"/.test(kinds) ? db.readings.bulkGet(keys) : [],
    /"kind":"has"/.test(kinds)
      ? db.notes
          .where('target')
          .anyOf(keys.map((key) => `post:${key}`))
          .keys()
      : [],
    /"kind":"for"/.test(kinds) ? db.cares.bulkGet(keys) : [],
  ]);
  const withNote = new Set(noted.map(String));
  return posts.filter((post, i) =>
    asks(query, prepare(post), {
      reading: readings[i],
      hasNote: withNote.has(`post:${post.key}`),
      assignee: cares[i]?.assignee,
    }),
  );
}

function grouped(posts: readonly Pick<Post, 'key' | 'threadKey'>[]): ScopeKeys {
  const byThread = new Map<ThreadKey, string[]>();
  for (const { key, threadKey } of posts) {
    const list = byThread.get(threadKey);
    if (list) list.push(key);
    else byThread.set(threadKey, [key]);
  }
  return { threads: [...byThread.keys()], posts: byThread };
}

/** The name of the view of the desk that is this filter, if one was kept. */
export async function viewNamed(db: TertuliaDatabase, query: string): Promise<string | undefined> {
  return (await allViews(db)).find((view) => view.query === query)?.name;
}

/** Notes on what was asked for itself: on a theme, or on a person. Those on posts and conversations come with these. */
export async function notesOn(db: TertuliaDatabase, scope: ExportScope, choice: ExportChoice): Promise<Note[]> {
  if ((scope.kind !== 'theme' && scope.kind !== 'person') || !(choice.notes || choice.tags)) return [];
  const notes = await db.notes.where('target').equals(`${scope.kind}:${scope.id}`).sortBy('updatedAt');
  return notes.flatMap((note) => wanted(note, choice));
}

/** The conversations of a scope, one at a time; those with nothing in the range are passed over. */
export async function* threadsOf(
  db: TertuliaDatabase,
  keys: ScopeKeys,
  choice: ExportChoice,
  onThread: (done: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<ThreadExport> {
  for (const [i, key] of keys.threads.entries()) {
    signal?.throwIfAborted();
    const data = await readThread(db, key, keys.posts?.get(key) ?? null, choice);
    onThread(i + 1);
    if (data) yield data;
  }
}

async function readThread(
  db: TertuliaDatabase,
  key: ThreadKey,
  postKeys: readonly string[] | null,
  choice: ExportChoice,
): Promise<ThreadExport | null> {
  const [thread, held] = await Promise.all([
    db.threads.get(key),
    postKeys
      ? db.posts.bulkGet([...postKeys]).then((posts) => posts.filter((post) => post !== undefined))
      : db.posts.where('threadKey').equals(key).toArray(),
  ]);
  const posts = held.filter(({ at }) => at >= (choice.from ?? -Infinity) && at <= (choice.to ?? Infinity));
  if (!thread || posts.length === 0) return null;
  const withNotes = choice.notes || choice.tags;
  const targets: NoteTarget[] = [`thread:${key}`, ...posts.map((post): NoteTarget => `post:${post.key}`)];
  const [notes, readings, people] = await Promise.all([
    withNotes ? db.notes.where('target').anyOf(targets).toArray() : ([] as Note[]),
    choice.readings ? db.readings.bulkGet(posts.map((post) => post.key)) : [],
    choice.notes
      ? db.people
          .where('accounts')
          .anyOf([...new Set(posts.map((post) => post.authorKey))])
          .distinct()
          .toArray()
      : [],
  ]);
  return {
    thread,
    posts,
    notes: notes.flatMap((note) => wanted(note, choice)),
    readings: readings.flatMap((reading) => reading ?? []),
    people,
  };
}

/** Notes without their tags, or tags without the words they stand with. */
function wanted(note: Note, { notes, tags }: ExportChoice): Note[] {
  if (notes) return [tags ? note : { ...note, tags: [] }];
  if (!tags || note.tags.length === 0) return [];
  const { quote: _quote, ...rest } = note;
  return [{ ...rest, text: '' }];
}
