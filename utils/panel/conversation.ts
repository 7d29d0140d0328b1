/** A conversation as lines on a screen: who said what, in its place, with gaps where replies were never seen. Pure. */
import type { Post, PostKey, Thread } from '../core/post';
import { buildTree, flatten, type ThreadNode } from '../core/thread';

export type ConversationLine =
  | {
      kind: 'post';
      key: PostKey;
      post: Post;
      depth: number;
      /** Whom it answers, where the indent no longer shows it. */
      to: string | null;
    }
  | {
      kind: 'gap';
      key: string;
      depth: number;
      /** How many replies are missing here, where the page says. */
      count: number;
    };

/** Whether somebody else said it after the visit before the last one ended. */
export function isNews(post: Post, thread: Pick<Thread, 'visitedAt'> | null): boolean {
  return post.ours === 0 && thread?.visitedAt !== undefined && post.firstSeenAt > thread.visitedAt;
}

/** Deeper than this the column would be too narrow: flat, with "to Devendra". */
export const DEEPEST_INDENT = 3;

/** `claimed`: replies the page says there are, or null. */
export function conversationLines(posts: readonly Post[], claimed: number | null): ConversationLine[] {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const lines: ConversationLine[] = [];
  const roots = flattenOpening(buildTree(posts));
  let gaps = 0;
  const gap = (key: string, depth: number, count: number) => {
    gaps += count;
    lines.push({ kind: 'gap', key: `gap ${key}`, depth: Math.min(depth, DEEPEST_INDENT), count });
  };
  for (const node of flatten(roots)) {
    if (!node.post) {
      gap(node.key, node.depth, 1);
      continue;
    }
    const parent = node.post.parentKey ? byKey.get(node.post.parentKey) : undefined;
    lines.push({
      kind: 'post',
      key: node.key,
      post: node.post,
      depth: Math.min(node.depth, DEEPEST_INDENT),
      to: node.depth > DEEPEST_INDENT && parent ? parent.author.name : null,
    });
    // Nobody below it though the page counts some. What the opening post counts is the whole conversation.
    const unseen = node.post.counts?.replies ?? 0;
    if (unseen > 0 && node.children.length === 0 && node.post.parentKey !== null) gap(node.key, node.depth + 1, unseen);
  }
  const opening = posts.some((post) => post.parentKey === null) ? 1 : 0;
  const missing = (claimed ?? 0) - (posts.length - opening) - gaps;
  if (missing > 0) gap('rest', 0, missing);
  return lines;
}

/** Answers to the opening post stand beside it, not under it: a whole conversation is not indented once for nothing. */
function flattenOpening(roots: ThreadNode[]): ThreadNode[] {
  if (roots.length !== 1) return roots;
  const [opening] = roots as [ThreadNode];
  const raise = (node: ThreadNode) => {
    for (const inner of flatten([node])) inner.depth -= 1;
    return node;
  };
  return [{ ...opening, children: [] }, ...opening.children.map(raise)];
}
