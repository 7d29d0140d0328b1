import { digest } from '../../core/keys';
import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match } from '../values';

/**
 * App Store on the web: reviews of an app as drawn since 2025 (articles named by `review-ID-title`) and before
 * (`.we-customer-review`). What the developer answers stands inside, with a time of its own.
 */
const OLD = '.we-customer-review';
const ITEM = `${OLD}, [id^="review-"][id$="-title"]`;

const app = (page: Page): string => match(page.url.pathname, /\/id(\d+)/) ?? page.url.pathname;
const titleOf = (page: Page): string => textOf(page.document.documentElement, 'h1');

/** Both answers and reviews: the second time inside a review belongs to the answer. */
function boxOf(item: Element): Element {
  return item.matches(OLD) ? item : (item.closest('article') ?? item.parentElement ?? item);
}

function extract(item: Element, page: Page): RawPost {
  const box = boxOf(item);
  const isOld = item.matches(OLD);
  const title = textOf(box, isOld ? '.we-customer-review__title' : '[id^="review-"][id$="-title"]');
  const name = textOf(
    box,
    isOld ? '.we-customer-review__user' : '.author, [class*="author"], [data-testid="review-author"]',
  );
  const words = readText(
    one(
      box,
      isOld
        ? '.we-customer-review__body'
        : '.content p, [class*="content"] p, blockquote, p[data-testid="truncate-text"]',
    ),
    {
      skip: 'button',
    },
  );
  const author = required(name, 'author');
  const native =
    match(item.id, /^review-([\w-]+?)-title$/) ?? match(attr(box, '[id^="we-customer-review-"]', 'id'), /(\d+)$/);
  return {
    id: native ?? `${app(page)}/${digest(`${author}\n${title}\n${words}`)}`,
    kind: 'review',
    threadId: app(page),
    threadTitle: titleOf(page),
    author: { name: author },
    text: title && words ? `${title}\n\n${words}` : title || words,
    time: { machine: attr(box, 'time[datetime]', 'datetime'), shown: textOf(box, 'time') },
  };
}

function threads(page: Page): RawThread[] {
  if (!one(page.document, ITEM)) return [];
  const shown = textOf(page.document.documentElement, '.we-customer-ratings__count, [data-testid="rating-count"]');
  return [
    {
      id: app(page),
      title: titleOf(page),
      href: page.url.pathname,
      expected: /\d/.test(shown) ? (parseCount(shown) ?? null) : null,
    },
  ];
}

export const adapter: Adapter = {
  id: 'appstore',
  name: 'App Store',
  scope: 'site',
  matches: ['https://apps.apple.com/*'],
  sampleUrls: ['https://apps.apple.com/es/app/cafeteria/id1000000001?see-all=reviews'],
  verified: 'from source',
  source: 'public review readers (2020 to 2025)',
  item: ITEM,
  extract,
  threads,
};
