import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match } from '../values';

/** Trustpilot: reviews of a business; every part bears a `data-*` name in every language. The business answers inside. */
const REVIEW = 'article[data-service-review-card-paper], article[data-review-id]';
const ANSWER = '[data-service-review-business-reply-text-typography]';

/** The business: by its name over the reviews, by its domain in the address. */
const domainOf = (page: Page): string => match(page.url.pathname, /\/review\/([^/?#]+)/) ?? 'trustpilot';
const businessOf = (page: Page): string =>
  page.memo(
    'trustpilot',
    () => textOf(page.document.documentElement, '#business-unit-title h1 > span, h1 > span') || domainOf(page),
  );

const idOf = (item: Element | null): string | null =>
  match(one(item, 'a[href*="/reviews/"]')?.getAttribute('href'), /\/reviews\/(\w+)/);

function readReview(item: Element, page: Page): RawPost {
  const id = required(idOf(item), 'id');
  const name = one(item, '[data-consumer-name-typography]');
  const href = attr(item, 'a[data-consumer-profile-link], a[href*="/users/"]', 'href');
  const title = textOf(item, '[data-service-review-title-typography], [data-review-title-typography]');
  const words = readText(one(item, '[data-service-review-text-typography]'));
  return {
    id,
    kind: 'review',
    permalink: `/reviews/${id}`,
    threadId: domainOf(page),
    threadTitle: businessOf(page),
    author: { name: required(textOf(name), 'author'), handle: match(href, /\/users\/(\w+)/), href },
    // The title is the beginning of the text where none was given.
    text: title && !words.startsWith(title.replace(/(\.\.\.|…)$/, '')) ? `${title}\n\n${words}` : words || title,
    lang: attr(item, '', 'lang'),
    time: { machine: attr(item, 'time[datetime]:not([data-service-review-business-reply-date-time-ago])', 'datetime') },
  };
}

/** What the business answers: its words are the item, its review stands around. */
function readAnswer(item: Element, page: Page): RawPost | null {
  const review = item.closest('article');
  const id = idOf(review);
  if (!id) return null;
  return {
    id: `${id}/reply`,
    kind: 'reply',
    permalink: `/reviews/${id}`,
    threadId: domainOf(page),
    threadTitle: businessOf(page),
    parentId: id,
    author: { name: businessOf(page), handle: domainOf(page), href: `/review/${domainOf(page)}` },
    text: readText(item),
    time: { machine: attr(review, 'time[data-service-review-business-reply-date-time-ago]', 'datetime') },
  };
}

function threads(page: Page): RawThread[] {
  if (!page.url.pathname.includes('/review/')) return [];
  const shown = textOf(page.document.documentElement, '[data-reviews-count-typography]');
  return [
    { id: domainOf(page), title: businessOf(page), href: page.url.pathname, expected: parseCount(shown) ?? null },
  ];
}

export const adapter: Adapter = {
  id: 'trustpilot',
  name: 'Trustpilot',
  scope: 'site',
  matches: ['https://*.trustpilot.com/*'],
  sampleUrls: [
    'https://www.trustpilot.com/review/cafeteria.example',
    'https://es.trustpilot.com/reviews/60a1b2c3d4e5f60001020304',
  ],
  verified: 'from source',
  source: 'public review scrapers that key on its data attributes (2022 to 2025)',
  item: `${REVIEW}, ${ANSWER}`,
  extract: (item, page) => (item.matches(ANSWER) ? readAnswer(item, page) : readReview(item, page)),
  threads,
  authorAnchor: (item) => one(item, '[data-consumer-name-typography]'),
};
