/** Reads a conversation on a page nobody wrote an adapter for. */
import type { Adapter, Page } from '../contract';
import { finish } from '../steps';
import { findLists } from './find';
import { type List, rawOf } from './read';

interface Conversation {
  items: Element[];
  listOf: Map<Element, List>;
}

function* converse(page: Page): Generator<undefined, Conversation> {
  const listOf = new Map<Element, List>();
  for (const list of yield* findLists(page))
    for (const item of list.items) if (!listOf.has(item)) listOf.set(item, list);
  return { items: [...listOf.keys()], listOf };
}

export const generic: Adapter = {
  id: 'generic',
  name: 'Any page',
  scope: 'generic',
  matches: [],
  sampleUrls: [],
  verified: '2026-11-22',
  item: 'article',
  *items(page) {
    const conversation = yield* converse(page);
    page.memo('conversation', () => conversation);
    return conversation.items;
  },
  extract(item, page) {
    const { listOf } = page.memo('conversation', () => finish(converse(page)));
    const list = listOf.get(item);
    return list ? rawOf(item, list, page) : null;
  },
};
