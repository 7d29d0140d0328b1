/** Search over all that is held. The index lives as long as the worker; the newest posts are in it first. */
import type { Note } from '../../core/desk';
import { fold } from '../../core/normalize';
import { asks, isEmptyQuery, type Matchable, parseQuery, prepare, type Query } from '../../core/query';
import type { Found } from '../../core/search';
import { WordIndex } from '../../core/word-index';
import { type Changed, onChanged } from '../../store/changes';
import type { TertuliaDatabase } from '../../store/db';

const PAGE = 1_000;
/** Beyond so many written at once, all is read anew. */
const MOST_WRITTEN = 50_000;
/** Candidates looked at together. */
const SLICE = 60;
/** Beyond so many that were not what was asked for, what was found is shown. */
const MOST_LOOKED_AT = 6_000;
/** What is written says so; that this was always heard is made sure of so often, not at every letter. */
const SURE_MS = 5_000;
const PEOPLE = 8;
const NOTES = 20;

interface Held {
  index: WordIndex;
  building: Promise<void> | null;
  whole: boolean;
  /** `firstSeenAt` of the newest post looked at: later ones are added when next asked. */
  heardUntil: number;
  /** When it was last made sure that nothing is missing, by `performance.now`. */
  sureAt: number;
  /** Posts written since the last look: edited ones are found by their new words, those forgotten no more. */
  written: Set<string>;
}
const held = new WeakMap<TertuliaDatabase, Held>();

/** Begins to read what is held, newest first, if nobody did. */
function begin(db: TertuliaDatabase): Held {
  const known = held.get(db);
  if (known) return known;
  const mine: Held = {
    index: new WordIndex(),
    building: null,
    whole: false,
    heardUntil: 0,
    sureAt: 0,
    written: new Set(),
  };
  held.set(db, mine);
  const over = new AbortController();
  const anew = () => {
    over.abort();
    if (held.get(db) === mine) held.delete(db);
  };
  const note = (keys: Changed) => {
    for (const key of keys ?? []) mine.written.add(key);
    if (keys === null || mine.written.size > MOST_WRITTEN) anew();
  };
  onChanged(db, 'posts', note, over.signal);
  mine.building = fill(db, mine)
    .then(() => {
      mine.index.settle();
      mine.whole = true;
    })
    .catch(anew);
  return mine;
}

async function fill(db: TertuliaDatabase, { index }: Held): Promise<void> {
  const mine = held.get(db);
  const newest = await db.posts.orderBy('firstSeenAt').last();
  if (mine) mine.heardUntil = newest?.firstSeenAt ?? 0;
  let before = Number.POSITIVE_INFINITY;
  for (let size = PAGE; ; ) {
    const page = await db.posts.where('at').belowOrEqual(before).reverse().limit(size).toArray();
    let added = 0;
    for (const post of page) {
      if (index.has(post.key)) continue;
      index.add(post);
      added++;
    }
    if (page.length < size) return;
    // More of one moment than a page holds: a larger page gets past it.
    size = added === 0 ? size * 2 : PAGE;
    before = page.at(-1)?.at ?? before;
  }
}

/** What was heard since, and what was edited or forgotten. */
async function catchUp(db: TertuliaDatabase, mine: Held): Promise<void> {
  if (!mine.whole) return;
  if (performance.now() - mine.sureAt > SURE_MS) await missed(db, mine);
  const keys = [...mine.written];
  mine.written.clear();
  for (let from = 0; from < keys.length; from += PAGE) {
    const some = keys.slice(from, from + PAGE);
    const posts = await db.posts.bulkGet(some);
    for (const [i, post] of posts.entries()) {
      if (post) mine.index.add(post);
      else mine.index.remove(some[i] as string);
    }
  }
}

/** Heard, and nobody said so: whoever wrote it ended before they could. */
async function missed(db: TertuliaDatabase, mine: Held): Promise<void> {
  mine.sureAt = performance.now();
  // Keys first: a whole import may have been heard at the same moment as the last that is known.
  const heard = await db.posts.where('firstSeenAt').aboveOrEqual(mine.heardUntil).primaryKeys();
  for (const post of await db.posts.bulkGet(heard.filter((key) => !mine.index.has(key)))) {
    if (!post) continue;
    mine.index.add(post);
    mine.heardUntil = Math.max(mine.heardUntil, post.firstSeenAt);
  }
}

/** What is found for a query as it is typed. `wait`: until all is in the index. */
export async function search(
  db: TertuliaDatabase,
  { query: text, limit, wait = false }: { query: string; limit: number; wait?: boolean },
): Promise<Found> {
  const mine = begin(db);
  if (wait) await mine.building;
  await catchUp(db, mine);
  const query = parseQuery(text);
  const found: Found = {
    posts: [],
    more: false,
    people: [],
    notes: [],
    indexed: mine.index.size,
    // Counting rows takes the browser as long as a search: only while it says how far the index has come.
    total: mine.whole ? mine.index.size : await db.posts.count(),
  };
  if (isEmptyQuery(query)) return found;
  found.people = peopleFor(mine.index, text);
  const [notes] = await Promise.all([notesFor(db, query), findPosts(db, mine.index, query, limit, found)]);
  found.notes = notes;
  return found;
}

async function findPosts(
  db: TertuliaDatabase,
  index: WordIndex,
  query: Query,
  limit: number,
  found: Found,
): Promise<void> {
  const candidates = index.candidates(query);
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += SLICE) {
    const keys: string[] = [];
    for (let next = candidates.next(); !next.done; next = candidates.next()) {
      keys.push(next.value);
      if (keys.length === SLICE) break;
    }
    if (keys.length === 0) return;
    const [posts, readings, noted, cares] = await Promise.all([
      db.posts.bulkGet(keys),
      needsReading(query) ? db.readings.bulkGet(keys) : [],
      needsNotes(query)
        ? db.notes
            .where('target')
            .anyOf(keys.map((key) => `post:${key}`))
            .toArray()
        : [],
      needsCares(query) ? db.cares.bulkGet(keys) : [],
    ]);
    const withNote = new Set(noted.map(({ target }) => target));
    for (const [place, post] of posts.entries()) {
      if (!post) continue;
      const beside = {
        reading: readings[place],
        hasNote: withNote.has(`post:${post.key}`),
        assignee: cares[place]?.assignee,
      };
      if (!asks(query, prepare(post), beside)) continue;
      if (found.posts.length === limit) {
        found.more = true;
        return;
      }
      found.posts.push(post);
    }
  }
  found.more = true;
}

/** People whose name begins with the words typed. */
function peopleFor({ authors }: WordIndex, text: string): Found['people'] {
  const words = fold(text).replace(/[*"]/g, ' ').split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: Found['people'] = [];
  for (const { key, name, site, folded, posts } of authors.values()) {
    if (words.every((word) => hasPart(folded, word))) found.push({ key, name, site, times: posts.length });
  }
  return found.sort((a, b) => b.times - a.times).slice(0, PEOPLE);
}

/** Whether a part of the name begins so. */
function hasPart(name: string, begin: string): boolean {
  for (let at = name.indexOf(begin); at >= 0; at = name.indexOf(begin, at + 1))
    if (at === 0 || /[\s@._-]/.test(name[at - 1] as string)) return true;
  return false;
}

async function notesFor(db: TertuliaDatabase, query: Query): Promise<Found['notes']> {
  const notes = await db.notes.toArray();
  const fitting = notes
    .filter((note) => asks(query, prepare(asMatchable(`${note.text}\n${note.quote ?? ''}\n${note.tags.join(' ')}`))))
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, NOTES);
  const keyOf = ({ target }: Note) => (target.startsWith('post:') ? target.slice('post:'.length) : '');
  const posts = await db.posts.bulkGet(fitting.map(keyOf));
  return fitting.map((note, place) => {
    const thread = posts[place]?.threadKey;
    return thread === undefined ? note : { ...note, thread };
  });
}

const asMatchable = (text: string): Matchable => ({
  key: '',
  site: '',
  kind: 'post',
  threadKey: '-',
  threadTitle: '',
  author: { name: '', handle: null, url: null },
  text,
  lang: null,
});

const some = (query: Query, is: (query: Query) => boolean): boolean =>
  is(query) ||
  ('parts' in query && query.kind !== 'near' && query.parts.some((part) => some(part, is))) ||
  (query.kind === 'not' && some(query.part, is));
const needsReading = (query: Query): boolean =>
  some(query, ({ kind }) => kind === 'lang' || kind === 'is' || kind === 'tone');
const needsCares = (query: Query): boolean => some(query, ({ kind }) => kind === 'for');
const needsNotes = (query: Query): boolean => some(query, ({ kind }) => kind === 'has');
