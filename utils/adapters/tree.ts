/** Parents read from how deep a post is indented: sites that nest by margin and not by markup. */

export interface Indented {
  id: string;
  depth: number;
}

/**
 * The parent of each post, from depths in document order: the last post before it that is less deep. Posts at the
 * outermost depth answer `root`. A jump of several levels (a hidden or deleted post between) hangs from the nearest one held.
 */
export function parentsByDepth(posts: Iterable<Indented>, root: string | null): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  const open: Indented[] = [];
  for (const post of posts) {
    let last = open.at(-1);
    while (last && last.depth >= post.depth) {
      open.pop();
      last = open.at(-1);
    }
    parents.set(post.id, last ? last.id : root);
    open.push(post);
  }
  return parents;
}
