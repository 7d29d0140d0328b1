/** Reads a conversation on a page nobody wrote an adapter for. */
import type { Adapter, Page } from '../contract';
import { readText } from '../dom';
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
    const conversation = yield* converse(drawn(page));
    page.memo('conversation', () => conversation);
    return conversation.items;
  },
  extract(item, page) {
    return page.memo('conversation', () => finish(converse(drawn(page)))).read(item);
  },
  threads(page) {
    const expected = answersInData(page.document) ?? claimedIn(page.document);
    return expected === null ? [] : [{ id: pageThread(page), title: titleOf(page), expected }];
  },
};

/** Words of a page that an application has not drawn yet. */
const BARE = 200;

/**
 * Before its application has drawn a page, its words stand in `<noscript>`, which a browser with scripts keeps as text.
 * Parsed here it stays inert: nothing in it runs or loads.
 */
function drawn(page: Page): Page {
  const { body } = page.document;
  const spare = body?.querySelector('noscript');
  if (!spare || (spare.textContent?.length ?? 0) < BARE * 5 || readText(body).length > BARE) return page;
  const document = page.memo('noscript', () => new DOMParser().parseFromString(spare.textContent ?? '', 'text/html'));
  return { ...page, document };
}

/** Replies counted in microdata. */
function claimedIn(document: Document): number | null {
  const said = document.querySelector('[itemprop="commentCount"],[itemprop="answerCount"]');
  const count = Number.parseInt(said?.getAttribute('content') ?? said?.textContent ?? '', 10);
  return Number.isFinite(count) ? count : null;
}
