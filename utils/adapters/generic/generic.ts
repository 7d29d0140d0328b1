/** Reads a conversation on a page nobody wrote an adapter for. */
import type { Adapter, Page, RawPost } from '../contract';

/** Posts found on the page, by their element: filled once per look. */
export function found(_page: Page): Map<Element, RawPost> {
  return new Map();
}

export const generic: Adapter = {
  id: 'generic',
  name: 'Any page',
  scope: 'generic',
  matches: [],
  sampleUrls: [],
  verified: '2026-11-22',
  item: 'article',
  items: (page) => [...page.memo('generic', () => found(page)).keys()],
  extract: (item, page) => page.memo('generic', () => found(page)).get(item) ?? null,
};
