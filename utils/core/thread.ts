/** A conversation as a tree. Nothing here recurses: a hostile page can nest ten thousand deep. */
import type { Post, PostKey } from './post';

export interface ThreadNode {
  key: PostKey;
  /** null: a placeholder for a post that others answer and that was not heard. */
  post: Post | null;
  children: ThreadNode[];
  /** 0 for those that answer nothing. */
  depth: number;
}

/** The posts as trees, each level in time order. Missing parents become placeholders; a cycle is cut at its oldest post. */
export function buildTree(posts: readonly Post[]): ThreadNode[] {
  const nodes = new Map<PostKey, ThreadNode>();
  for (const post of posts) nodes.set(post.key, { key: post.key, post, children: [], depth: 0 });
  for (const post of posts) {
    const parent = post.parentKey;
    if (parent && !nodes.has(parent)) nodes.set(parent, { key: parent, post: null, children: [], depth: 0 });
  }
  const cut = cycleHeads(nodes);
  const roots: ThreadNode[] = [];
  for (const node of nodes.values()) {
    const parent = parentOf(node, nodes);
    if (parent && !cut.has(node)) parent.children.push(node);
    else roots.push(node);
  }
  for (const node of nodes.values()) node.children.sort(byTime);
  settleRoots(roots);
  return roots;
}

/** Every node in reading order, parents before their answers. */
export function flatten(roots: readonly ThreadNode[]): ThreadNode[] {
  const rows: ThreadNode[] = [];
  const stack = [...roots].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    rows.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as ThreadNode);
  }
  return rows;
}

function parentOf(node: ThreadNode, nodes: ReadonlyMap<PostKey, ThreadNode>): ThreadNode | undefined {
  return node.post?.parentKey ? nodes.get(node.post.parentKey) : undefined;
}

/** Of each cycle, its oldest post. */
function cycleHeads(nodes: ReadonlyMap<PostKey, ThreadNode>): Set<ThreadNode> {
  const heads = new Set<ThreadNode>();
  const walkOf = new Map<ThreadNode, number>();
  let walk = 0;
  for (const start of nodes.values()) {
    walk++;
    let node: ThreadNode | undefined = start;
    while (node && !walkOf.has(node)) {
      walkOf.set(node, walk);
      node = parentOf(node, nodes);
    }
    // Met itself within this walk: from here round is a cycle not seen before.
    if (node && walkOf.get(node) === walk) heads.add(oldestOfCycle(node, nodes));
  }
  return heads;
}

function oldestOfCycle(start: ThreadNode, nodes: ReadonlyMap<PostKey, ThreadNode>): ThreadNode {
  let oldest = start;
  for (let node = parentOf(start, nodes); node && node !== start; node = parentOf(node, nodes)) {
    if (byTime(node, oldest) < 0) oldest = node;
  }
  return oldest;
}

/** Orders the roots and sets depths. A placeholder stands where its first answer does. */
function settleRoots(roots: ThreadNode[]): void {
  roots.sort(byTime);
  for (const node of flatten(roots)) for (const child of node.children) child.depth = node.depth + 1;
}

function byTime(a: ThreadNode, b: ThreadNode): number {
  return timeOf(a) - timeOf(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function timeOf(node: ThreadNode): number {
  return node.post?.at ?? node.children[0]?.post?.at ?? 0;
}
