/** What the desk asks of the store. */
import type { Care, Note } from '../core/desk';
import type { Post, PostKey } from '../core/post';
import { postsOnTop } from '../store/cares';
import type { TertuliaDatabase } from '../store/db';
import { deskPage, peopleOn } from '../store/desk';
import { notesForMany } from '../store/notes';
import { joinedPeople } from '../store/people';
import type { DeskRow } from './desk-rows';
import { type DeskTab, TABS } from './router';

/** Of people who say very much, so much. */
const MOST_OTHERS = 2_000;

export interface DeskSheet {
  tab: DeskTab;
  rows: DeskRow[];
  /** The page that was asked for, where there is more. */
  page: ReadonlySet<PostKey> | null;
  more: boolean;
}

export interface DeskAsked {
  tab: DeskTab;
  limit: number;
  /** All of each person who is there, also what stands further down: below the others. */
  whole: boolean;
}

/** The first rows of a tab with their readings: what is kept on top, then who waits longest first; of what rests, the newest. */
export async function readDesk(db: TertuliaDatabase, { tab, limit, whole }: DeskAsked): Promise<DeskSheet> {
  const [found, onTop] = await Promise.all([deskPage(db, { tab, limit, order: orderOf(tab) }), postsOnTop(db, tab)]);
  const top = new Set(onTop.map(({ key }) => key));
  const near = [...onTop, ...found.posts.filter(({ key }) => !top.has(key))];
  const people = await joinedPeople(
    db,
    near.map(({ authorKey }) => authorKey),
  );
  const known = near.map((post) => ({ post, person: people.get(post.authorKey) ?? null }));
  const posts = whole && found.more ? [...near, ...(await theirOthers(db, tab, known))] : near;
  const keys = posts.map((post) => post.key);
  const [readings, states, cares] = await Promise.all([
    inPortions(db.readings, keys),
    inPortions(db.states, keys),
    caresOf(db, keys),
  ]);
  const rows = posts.map((post, index) => ({
    post,
    reading: readings[index] ?? null,
    state: states[index] ?? null,
    care: cares[index] ?? null,
    person: people.get(post.authorKey) ?? null,
  }));
  return { tab, rows, page: found.more ? new Set(near.map(({ key }) => key)) : null, more: found.more };
}

function orderOf(tab: DeskTab): 'oldest' | 'newest' {
  return tab === 'open' || tab === 'snoozed' ? 'oldest' : 'newest';
}

type Known = Pick<DeskRow, 'post' | 'person'>;

/** Each row is a question of its own: so many at once that no frame waits for the asking. */
const PORTION = 250;

async function inPortions<Row>(table: { bulkGet(keys: PostKey[]): Promise<Row[]> }, keys: PostKey[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < keys.length; from += PORTION)
    rows.push(...(await table.bulkGet(keys.slice(from, from + PORTION))));
  return rows;
}

/** Few posts are cared for: where that is so they are read in one, and never asked for one by one. */
async function caresOf(db: TertuliaDatabase, keys: PostKey[]): Promise<(Care | undefined)[]> {
  if (keys.length <= PORTION) return db.cares.bulkGet(keys);
  const all = new Map((await db.cares.toArray()).map((care) => [care.postKey, care]));
  return keys.map((key) => all.get(key));
}

/** What else the same people have on this tab, in its order. */
export async function theirOthers(db: TertuliaDatabase, tab: DeskTab, near: readonly Known[]): Promise<Post[]> {
  const accounts = new Set(near.flatMap(({ post, person }) => person?.accounts ?? post.authorKey));
  const all = await db.posts
    .where('[desk+authorKey]')
    .anyOf([...accounts].map((account) => [tab, account]))
    .limit(MOST_OTHERS)
    .toArray();
  const known = new Set(near.map(({ post }) => post.key));
  const sign = orderOf(tab) === 'oldest' ? 1 : -1;
  return all
    .filter(({ key }) => !known.has(key))
    .sort((a, b) => sign * ((a.deskAt ?? 0) - (b.deskAt ?? 0) || (a.key < b.key ? -1 : 1)));
}

/** The last note on each post that has one; a rule's only where nobody wrote one. */
export async function lastNotes(db: TertuliaDatabase, keys: readonly PostKey[]): Promise<Map<PostKey, Note>> {
  const targets = keys.map((key) => `post:${key}` as const);
  const byTarget = await notesForMany(db, targets);
  return new Map(
    [...byTarget].flatMap(([target, notes]) => {
      const last = notes.findLast(({ rule }) => rule === undefined) ?? notes.at(-1);
      return last ? [[target.slice('post:'.length), last] as const] : [];
    }),
  );
}

/** People on each tab. Done is history: its number says nothing. */
export async function peoplePerTab(db: TertuliaDatabase): Promise<Partial<Record<DeskTab, number>>> {
  const counts = await Promise.all(
    TABS.filter((tab) => tab !== 'done').map(async (tab) => {
      return [tab, await peopleOn(db, tab)] as const;
    }),
  );
  return Object.fromEntries(counts);
}
