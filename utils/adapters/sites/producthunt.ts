import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * Product Hunt: comments under a launch, a review or a discussion. Each thread and comment bears its number
 * (`comment-123`, as id or `data-test`); replies lie in the same thread.
 */
const COMMENT = '[id^="comment-"], [data-test^="comment-"], [data-test^="thread-"]';
const PERSON = 'a[href^="/@"], a[href*="producthunt.com/@"]';

const idOf = (item: Element | null | undefined): string | null =>
  match(item?.id, /^comment-(\d+)$/) ?? match(item?.getAttribute('data-test'), /^(?:comment|thread)-(\d+)$/);

const subject = (page: Page): string =>
  match(page.url.pathname, /^\/(?:posts|products|p|discussions|r)\/([^?#]+?)\/?$/) ?? page.url.pathname;

/** Nodes of the comment itself, not of a reply inside it. */
const own = (item: Element, selector: string): Element[] =>
  all(item, selector).filter((each) => {
    let holder = each.parentElement?.closest(COMMENT) ?? null;
    while (holder && idOf(holder) === null) holder = holder.parentElement?.closest(COMMENT) ?? null;
    return holder === item || idOf(holder) === idOf(item);
  });

function extract(item: Element, page: Page): RawPost | null {
  const id = idOf(item);
  if (!id) return null; // buttons and forms bear such names too
  const outer = item.parentElement?.closest(COMMENT);
  if (outer && idOf(outer) === id) return null; // a frame of the same comment: read once, from outside
  const link = own(item, PERSON).find((each) => textOf(each));
  const href = link?.getAttribute('href') ?? null;
  const words =
    own(item, '[class*="prose"], [class*="richText"], [class*="body"]')[0] ?? own(item, 'p')[0]?.parentElement ?? null;
  let above = item.parentElement?.closest(COMMENT) ?? null;
  while (above && !idOf(above)) above = above.parentElement?.closest(COMMENT) ?? null;
  const when = own(item, 'time[datetime]')[0];
  const votes = own(item, '[data-test="vote-button"], button[data-test*="vote"]')[0];
  return {
    id,
    kind: 'reply',
    permalink: own(item, 'a[href*="comment="]')[0]?.getAttribute('href') ?? `${page.url.pathname}?comment=${id}`,
    threadId: subject(page),
    threadTitle: textOf(page.document.documentElement, 'h1'),
    parentId: idOf(above),
    author: { name: required(textOf(link), 'author'), handle: match(href, /@([^/?#]+)/), href: href?.split('?')[0] },
    text: readText(words, { skip: 'button, time' }),
    time: { machine: when?.getAttribute('datetime'), shown: textOf(when) },
    counts: present({ likes: parseCount(votes?.textContent) }),
  };
}

function threads(page: Page): RawThread[] {
  if (!one(page.document, COMMENT)) return [];
  const root = page.document.documentElement;
  return [
    {
      id: subject(page),
      title: textOf(root, 'h1'),
      href: page.url.pathname,
      expected: parseCount(textOf(root, '[data-test="comments-count"]')) ?? null,
    },
  ];
}

function composer(item: Element | null, page: Page): HTMLElement | null {
  const root = item ?? page.document;
  return one(
    root,
    'form[data-test="comment-form"] [contenteditable="true"], form [contenteditable="true"], form[data-test="comment-form"] textarea',
  ) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'producthunt',
  name: 'Product Hunt',
  scope: 'site',
  matches: ['https://www.producthunt.com/*'],
  sampleUrls: ['https://www.producthunt.com/posts/cafeteria'],
  verified: 'from source',
  source: 'public scrapers and extensions that key on data-test (2022 to 2025)',
  item: COMMENT,
  extract,
  threads,
  composer,
  authorAnchor: (item) => own(item, PERSON).find((each) => textOf(each)) ?? null,
};
