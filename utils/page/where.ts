/** Where there is room beside a name. Only looks; moves nothing. */

export interface Spot {
  x: number;
  y: number;
  /** Room to the right, in px; 0: there is none, and a dot sits on the corner of the name. */
  room: number;
}

const GAP = 6;
/** Neighbours looked at on the line of a name. */
const NEIGHBOURS = 24;

/** The spot for a badge of `height` beside a name; null while the name cannot be seen. */
export function spotBeside(name: Element, item: Element, height: number): Spot | null {
  const box = lastLineOf(name);
  if (!box || box.width === 0 || box.height === 0) return null;
  const view = name.ownerDocument.defaultView ?? window;
  if (box.bottom < 0 || box.top > view.innerHeight || isCovered(name, item, box)) return null;
  const edge = Math.min(view.innerWidth, item.getBoundingClientRect().right) - 2;
  const taken = rightOfLine(name, item, box);
  const x = taken + GAP;
  const room = edge - x;
  const y = box.top + (box.height - height) / 2;
  return room >= 18 ? { x, y, room } : { x: Math.min(box.right, edge) - 7, y: box.top - 7, room: 0 };
}

function lastLineOf(name: Element): DOMRect | null {
  const range = name.ownerDocument.createRange();
  range.selectNodeContents(name);
  const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
  return lines.at(-1) ?? name.getBoundingClientRect();
}

/** Something else of the page, a dialog say, stands over the name. */
function isCovered(name: Element, item: Element, box: DOMRect): boolean {
  const root = name.getRootNode() as Document | ShadowRoot;
  const [x, y] = [box.left + Math.min(box.width / 2, 12), box.top + box.height / 2];
  const view = name.ownerDocument.defaultView ?? window;
  if (x < 0 || x >= view.innerWidth || y < 0 || y >= view.innerHeight) return false;
  const top = root.elementFromPoint?.(x, y);
  return top !== null && top !== undefined && !name.contains(top) && !top.contains(name) && !item.contains(top);
}

/** How far to the right the line of a name is taken by what follows it. */
function rightOfLine(name: Element, item: Element, box: DOMRect): number {
  const { ownerDocument: document } = name;
  const walker = document.createTreeWalker(item, 5);
  walker.currentNode = name;
  let right = box.right;
  const range = document.createRange();
  let node: Node | null = nextOutside(walker, name);
  for (let i = 0; node && i < NEIGHBOURS; i++, node = walker.nextNode()) {
    let rects: ArrayLike<DOMRect>;
    if (node.nodeType === 3) {
      if (!node.nodeValue?.trim()) continue;
      range.selectNodeContents(node);
      rects = range.getClientRects();
    } else if (/^(?:IMG|SVG|BUTTON|VIDEO|CANVAS)$/i.test(node.nodeName)) {
      rects = [(node as Element).getBoundingClientRect()];
    } else continue;
    const first = rects[0];
    if (first && first.top >= box.bottom + 2) break;
    for (let j = 0; j < rects.length; j++) {
      const rect = rects[j] as DOMRect;
      const onLine = rect.bottom > box.top + 1 && rect.top < box.bottom - 1 && rect.width > 1;
      if (onLine && rect.left >= box.right - 2) right = Math.max(right, rect.right);
    }
  }
  return right;
}

function nextOutside(walker: TreeWalker, name: Element): Node | null {
  let node = walker.nextNode();
  while (node && name.contains(node)) node = walker.nextNode();
  return node;
}
