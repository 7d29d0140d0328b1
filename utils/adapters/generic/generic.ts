/** Reads a conversation on a page nobody wrote an adapter for. */
import type { Adapter, Page } from '../contract';
import { readText } from '../dom';
import { finish } from '../steps';
import { answersInData } from '../values';
import { type Conversation, converse } from './conversation';
import { pageThread, titleOf } from './find';
import { findRoots, rootsOn } from './shadows';

export const generic: Adapter = {
  id: 'generic',
  name: 'Any page',
  scope: 'generic',
  matches: [],
  sampleUrls: [],
  verified: '2026-11-23',
  item: 'article',
  /** The document, and widgets found in it: a change inside those is a change of the page. */
  roots: (page) => [page.document, ...rootsOn(page)],
  *items(page) {
    const conversation = yield* conversationOf(page);
    page.memo('conversation', () => conversation);
    return conversation.items;
  },
  extract(item, page) {
    return page.memo('conversation', () => finish(conversationOf(page))).read(item);
  },
  threads(page) {
    const expected = answersInData(page.document) ?? claimedIn(page.document);
    return expected === null ? [] : [{ id: pageThread(page), title: titleOf(page), expected }];
  },
};

/** That of the document; where it holds none, that of the first widget that does. */
function* conversationOf(page: Page): Generator<undefined, Conversation> {
  const open = yield* converse(drawn(page));
  if (open.items.length > 0) return open;
  for (const root of yield* findRoots(page)) {
    const inside = yield* converse(page, root);
    if (inside.items.length > 0) return inside;
  }
  return open;
}

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
