/** What stands in closed shadow roots of a page: only a debugger can look. */
import type { CDPSession } from 'playwright-core';

export interface Node {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  shadowRootType?: string;
  shadowRoots?: Node[];
  children?: Node[];
  contentDocument?: Node;
}

/** The closed roots of the page. */
export async function closedRoots(cdp: CDPSession): Promise<Node[]> {
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: Node };
  const roots: Node[] = [];
  const find = (node: Node): void => {
    for (const shadow of node.shadowRoots ?? []) if (shadow.shadowRootType === 'closed') roots.push(shadow);
    for (const child of node.children ?? []) find(child);
  };
  find(root);
  return roots;
}

export function textOf(node: Node): string {
  if (node.nodeName === '#text') return node.nodeValue;
  return node.nodeName === 'STYLE' ? '' : (node.children ?? []).map(textOf).join(' ');
}

/** Elements of a class within closed roots. */
export async function findClass(cdp: CDPSession, name: string): Promise<Node[]> {
  const found: Node[] = [];
  const look = (node: Node): void => {
    if (attribute(node, 'class')?.split(' ').includes(name)) found.push(node);
    for (const child of node.children ?? []) look(child);
  };
  for (const root of await closedRoots(cdp)) look(root);
  return found;
}

export function attribute({ attributes = [] }: Node, name: string): string | null {
  const at = attributes.findIndex((each, place) => place % 2 === 0 && each === name);
  return at < 0 ? null : (attributes[at + 1] ?? null);
}

/** All that closed roots say. */
export const saying = async (cdp: CDPSession): Promise<string> => (await closedRoots(cdp)).map(textOf).join('\n');

/** Where an element stands in the window. */
export async function centreOf(cdp: CDPSession, { nodeId }: Node): Promise<{ x: number; y: number }> {
  const { model } = await cdp.send('DOM.getBoxModel', { nodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.border;
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

/** All that stands in closed roots, as markup: to be judged where a tool can look. Styles are apart. */
export async function markupOf(cdp: CDPSession): Promise<string[]> {
  const all: string[] = [];
  for (const root of await closedRoots(cdp)) {
    const parts: string[] = [];
    for (const { nodeId, nodeName } of root.children ?? []) {
      if (nodeName === 'STYLE') continue;
      const { outerHTML } = await cdp.send('DOM.getOuterHTML', { nodeId });
      parts.push(outerHTML);
    }
    all.push(parts.join(''));
  }
  return all;
}
