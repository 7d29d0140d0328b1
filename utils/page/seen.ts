import type { AccountKey, PostKey } from '../core/post';

/** A post that the capture script reads in this page. */
export interface Seen {
  key: PostKey;
  account: AccountKey;
  /** The author's name as the page shows it. */
  name: string;
  item: Element;
  /** Where the author's name stands, as far as the adapter says: asked only where something is to stand beside it. */
  anchorOf(item: Element): Element | null;
}

/** How far a name is looked for in a post. */
const NODES = 120;

/** The element that shows the author's name: the adapter's word, else whatever says just that. */
export function nameElement({ item, anchorOf, name }: Seen): Element | null {
  const anchor = anchorOf(item);
  if (anchor?.isConnected) return anchor;
  const wanted = name.trim();
  if (wanted === '') return null;
  const walker = item.ownerDocument.createTreeWalker(item, 4);
  for (let i = 0; i < NODES && walker.nextNode(); i++) {
    if (walker.currentNode.nodeValue?.trim() === wanted) return walker.currentNode.parentElement;
  }
  return null;
}
