/** Reads a conversation on a page nobody wrote an adapter for. */
import type { Adapter, Page } from '../contract';
import { findLists } from './find';
import { type List, rawOf } from './read';

interface Conversation {
  items: Element[];
  listOf: Map<Element, List>;
}

function conversationOf(page: Page): Conversation {
  return page.memo('conversation', () => {
    const listOf = new Map<Element, List>();
    for (const list of findLists(page)) for (const item of list.items) if (!listOf.has(item)) listOf.set(item, list);
    return { items: [...listOf.keys()], listOf };
  });
}

export const generic: Adapter = {
  id: 'generic',
  name: 'Any page',
  scope: 'generic',
  matches: [],
  sampleUrls: [],
  verified: '2026-11-22',
  item: 'article',
  items: (page) => conversationOf(page).items,
  extract(item, page) {
    const list = conversationOf(page).listOf.get(item);
    return list ? rawOf(item, list, page) : null;
  },
};
