/** What the desk asks of the store. */
import type { Note } from '../core/desk';
import type { PostKey } from '../core/post';
import { postsOnTop } from '../store/cares';
import type { TertuliaDatabase } from '../store/db';
import { deskPage, peopleOn } from '../store/desk';
import { notesForMany } from '../store/notes';
import type { DeskRow } from './desk-rows';
import { type DeskTab, TABS } from './router';

export interface DeskSheet {
  tab: DeskTab;
  rows: DeskRow[];
  more: boolean;
}

/** The first rows of a tab with their readings: what is kept on top, then who waits longest first; of what rests, the newest. */
export async function readDesk(db: TertuliaDatabase, tab: DeskTab, limit: number): Promise<DeskSheet> {
  const order = tab === 'open' || tab === 'snoozed' ? 'oldest' : 'newest';
  const [found, onTop] = await Promise.all([deskPage(db, { tab, limit, order }), postsOnTop(db, tab)]);
  const top = new Set(onTop.map(({ key }) => key));
  const posts = [...onTop, ...found.posts.filter(({ key }) => !top.has(key))];
  const keys = posts.map((post) => post.key);
  const [readings, states, cares] = await Promise.all([
    db.readings.bulkGet(keys),
    db.states.bulkGet(keys),
    db.cares.bulkGet(keys),
  ]);
  const rows = posts.map((post, index) => ({
    post,
    reading: readings[index] ?? null,
    state: states[index] ?? null,
    care: cares[index] ?? null,
  }));
  return { tab, rows, more: found.next !== null };
}

/** The last note on each post that has one; a rule's only where nobody wrote one. */
export async function lastNotes(db: TertuliaDatabase, keys: readonly PostKey[]): Promise<Map<PostKey, Note>> {
  const byTarget = await notesForMany(
    db,
    keys.map((key) => `post:${key}` as const),
  );
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
