/** Reads a conversation on a page nobody wrote an adapter for. */
import type { Adapter } from '../contract';
import { finish } from '../steps';
import { answersInData } from '../values';
import { converse } from './conversation';
import { pageThread, titleOf } from './find';

export const generic: Adapter = {
  id: 'generic',
  name: 'Any page',
  scope: 'generic',
  matches: [],
  sampleUrls: [],
  verified: '2026-11-23',
  item: 'article',
  *items(page) {
    const conversation = yield* converse(page);
    page.memo('conversation', () => conversation);
    return conversation.items;
  },
  extract(item, page) {
    return page.memo('conversation', () => finish(converse(page))).read(item);
  },
  threads(page) {
    const expected = answersInData(page.document) ?? claimedIn(page.document);
    return expected === null ? [] : [{ id: pageThread(page), title: titleOf(page), expected }];
  },
};

/** Replies counted in microdata. */
function claimedIn(document: Document): number | null {
  const said = document.querySelector('[itemprop="commentCount"],[itemprop="answerCount"]');
  const count = Number.parseInt(said?.getAttribute('content') ?? said?.textContent ?? '', 10);
  return Number.isFinite(count) ? count : null;
}
