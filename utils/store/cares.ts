/** Whose a post is of us, and whether it stays on top: decided by hand, or by a rule where nobody did. */
import type { Care } from '../core/desk';
import type { Post, PostKey, State } from '../core/post';
import type { TertuliaDatabase } from './schema';

/** More on top than this is a list of its own. */
const MOST_ON_TOP = 50;

/** What is decided; what is absent stays as it is. `assignee: null`: nobody's. */
export interface CareChange {
  assignee?: string | null;
  pinned?: boolean;
}

/** Decides it for posts. Gives what stood there before, for undo. A row stays even where nothing is left in it: no rule decides it again. */
export async function setCare(
  db: TertuliaDatabase,
  keys: readonly PostKey[],
  change: CareChange,
  now = Date.now(),
): Promise<(Care | undefined)[]> {
  return db.transaction('rw', db.cares, async () => {
    const before = await db.cares.bulkGet([...keys]);
    const rows = keys.map((postKey, i): Care => {
      const { assignee = before[i]?.assignee ?? null, pinned = before[i]?.pinned === 1 } = change;
      return { postKey, ...(assignee !== null && { assignee }), ...(pinned && { pinned: 1 }), setAt: now };
    });
    await db.cares.bulkPut(rows);
    return before;
  });
}

/** Undo of `setCare`. */
export async function restoreCare(
  db: TertuliaDatabase,
  keys: readonly PostKey[],
  before: readonly (Care | undefined)[],
): Promise<void> {
  await db.transaction('rw', db.cares, async () => {
    await db.cares.bulkDelete([...keys]);
    await db.cares.bulkPut(before.filter((row) => row !== undefined));
  });
}

/** Posts kept on top of a tab, the longest there first. */
export async function postsOnTop(db: TertuliaDatabase, tab: State): Promise<Post[]> {
  const rows = await db.cares.where('pinned').equals(1).limit(MOST_ON_TOP).sortBy('setAt');
  const posts = await db.posts.bulkGet(rows.map(({ postKey }) => postKey));
  return posts.filter((post) => post?.desk === tab).filter((post) => post !== undefined);
}
