/**
 * How many posts stand on each tab of the desk. Counted as they move, in the transaction that moves them: counting 5,500
 * index entries while a screen draws took longer than all the rest of the page together.
 */
import type { Post, State } from '../core/post';
import type { MetaRow, TertuliaDatabase } from './schema';

export type Tally = Record<State, number>;

const TABS: readonly State[] = ['open', 'waiting', 'snoozed', 'done'];

/** A post's place before and after; absent where it is on no tab. */
export interface DeskMove {
  before: Post['desk'] | undefined;
  after: Post['desk'] | undefined;
}

export async function readTally(db: TertuliaDatabase): Promise<Tally> {
  const row = await db.meta.get('tally');
  return row?.name === 'tally' ? row.value : countTabs(db);
}

/**
 * The tally after these moves, for the caller to write with them; null where nothing changes. To be asked before the posts
 * are written, in a transaction over `posts` and `meta`: where there is no tally yet, what is held is counted once.
 */
export async function tallyAfter(db: TertuliaDatabase, moves: readonly DeskMove[]): Promise<MetaRow | null> {
  const moved = moves.filter(({ before, after }) => before !== after);
  if (moved.length === 0) return null;
  const value = { ...(await readTally(db)) };
  for (const { before, after } of moved) {
    if (before) value[before]--;
    if (after) value[after]++;
  }
  return { name: 'tally', value };
}

/** Counts anew what is held: now and again, so that no mistake stays. */
export async function recountTally(db: TertuliaDatabase): Promise<Tally> {
  return db.transaction('rw', db.posts, db.meta, async () => {
    const value = await countTabs(db);
    await db.meta.put({ name: 'tally', value });
    return value;
  });
}

async function countTabs(db: TertuliaDatabase): Promise<Tally> {
  const counts = await Promise.all(
    TABS.map((tab) => db.posts.where('[desk+deskAt]').between([tab, -Infinity], [tab, Infinity], true, true).count()),
  );
  return Object.fromEntries(TABS.map((tab, i) => [tab, counts[i] ?? 0])) as Tally;
}
