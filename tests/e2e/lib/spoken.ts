/** What a screen reader is told of a page: the browser's own tree of roles and names, as lines. */
import type { BrowserContext, Page } from 'playwright-core';

/** What one can act on: each must say what it is. */
const ACTS =
  /^(?:button|link|textbox|searchbox|combobox|checkbox|radio|switch|tab|option|menuitem\w*|slider|spinbutton|DisclosureTriangle|treeitem|gridcell|Date|TextField)$/;
/** What gives a page its shape, told as one moves through it. */
const SHAPES =
  /^(?:heading|banner|main|navigation|complementary|contentinfo|region|form|search|dialog|alertdialog|alert|status|log|article|list|listbox|menu|tablist|tabpanel|toolbar|group|radiogroup|table|columnheader|rowheader|image|img|figure|progressbar|meter|RootWebArea|time)$/;

export interface Spoken {
  role: string;
  name: string;
  description: string;
  acts: boolean;
}

interface Node {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  description?: { value?: string };
}

/** As they are read: each followed by what is in it. */
function inOrder(nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const waiting = nodes.filter(({ parentId }) => parentId === undefined).reverse();
  const read: Node[] = [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    read.push(node);
    for (const id of [...(node.childIds ?? [])].reverse()) {
      const child = byId.get(id);
      if (child) waiting.push(child);
    }
  }
  return read;
}

/** All nodes with a role worth saying, in the order they are told. */
export async function spokenOf(context: BrowserContext, page: Page): Promise<Spoken[]> {
  const session = await context.newCDPSession(page);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
    return inOrder(nodes).flatMap(({ ignored, role, name, description }) => {
      const said = role?.value ?? '';
      const acts = ACTS.test(said);
      if (ignored || !(acts || SHAPES.test(said))) return [];
      return [{ role: said, name: name?.value ?? '', description: description?.value ?? '', acts }];
    });
  } finally {
    await session.detach();
  }
}

/** Once it no longer changes: what is held is read anew when a screen opens. */
export async function calmlySpoken(context: BrowserContext, page: Page): Promise<Spoken[]> {
  let last = '';
  for (let same = 0, looks = 0; looks < 40; looks++) {
    const spoken = await spokenOf(context, page);
    const now = JSON.stringify(spoken);
    same = now === last ? same + 1 : 0;
    if (same >= 4) return spoken;
    last = now;
    await page.waitForTimeout(300);
  }
  throw new Error('the screen does not come to rest');
}
