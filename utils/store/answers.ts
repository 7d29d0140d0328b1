import type { Post, PostKey } from '../core/post';
import type { TertuliaDatabase } from './schema';

/**
 * Every answer to these posts, in no order. A question for each, all at once and in one transaction: one over many keys is a cursor,
 * which waits for its turn at every row, and the store has others to answer.
 * @param most of the answers to one post
 */
export function answersTo(db: TertuliaDatabase, posts: readonly PostKey[], most = Infinity): Promise<Post[]> {
  return db.transaction('r', db.posts, async () => {
    const each = await Promise.all(
      [...new Set(posts)].map((key) => db.posts.where('parentKey').equals(key).limit(most).toArray()),
    );
    return each.flat();
  });
}
