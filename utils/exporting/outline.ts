/** A conversation in reading order: each post under the one it answers, oldest first. */
import type { Post } from '../core/post';
import { buildTree, flatten } from '../core/thread';

export interface OutlineRow {
  post: Post;
  /** Steps below the one that starts its branch, heard or not. */
  depth: number;
  /** Whom it answers, where that post is held. */
  parent: Post | null;
}

/** Posts, and `null` in the place of one that others answer and that was never on screen. */
export function outlineWithGaps(posts: readonly Post[]): (OutlineRow | null)[] {
  const held = new Map(posts.map((post) => [post.key, post]));
  return flatten(buildTree(posts)).map(({ post, depth }) =>
    post === null ? null : { post, depth, parent: (post.parentKey !== null && held.get(post.parentKey)) || null },
  );
}

/** The posts only. */
export function outline(posts: readonly Post[]): OutlineRow[] {
  return outlineWithGaps(posts).filter((row) => row !== null);
}
