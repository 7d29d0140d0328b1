import type { Adapter, Page, RawThread } from '../contract';
import { all, attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost } from '../forum';
import { parseCount } from '../numbers';
import { match } from '../values';

/**
 * Amazon's customer reviews, in every country: `data-hook` marks each part. Reviews from abroad have no links and carry a
 * translation that is hidden until asked for. The date stands in a sentence that names the country.
 */
const product = (page: Page): string | null =>
  match(page.url.pathname, /\/(?:dp|gp\/product|product-reviews|gp\/aw\/d)\/([A-Z0-9]{10})/) ??
  attr(one(page.document, '#ASIN, input[name="ASIN"]'), '', 'value');

const thread = (page: Page) => ({
  id: product(page),
  title: textOf(one(page.document, '#productTitle, [data-hook="product-link"], #title')) || page.document.title,
});

/** The part of the sentence that is a date: "August 2, 2021", "3 de agosto de 2021", "2021年8月2日". */
const DATE = /(\p{L}+\.? \d{1,2}, \d{4}|\d{1,2}\.? (?:de )?\p{L}+\.?,? (?:de )?\d{4}|\d{4}年\d{1,2}月\d{1,2}日)/u;

const review: ForumMarkup = {
  engine: 'amazon',
  item: '[data-hook="review"][id], [data-hook="cmps-review"][id]',
  id: (item) => match(item.id, /^(?:customer_review(?:_foreign)?-)?([A-Z0-9]{8,20})$/),
  kind: 'review',
  author: '.a-profile-name',
  profile: 'a.a-profile[href]',
  body: '[data-hook="review-collapsed"] | [data-hook="review-body"] .review-text-content | [data-hook="review-body"]',
  skip: '.cr-translated-review-content, .a-expander-header, .a-expander-prompt, [data-hook="review-video"], .video-block',
  parent: () => null,
  time: (item) => {
    const sentence = textOf(item, '[data-hook="review-date"]');
    return { shown: match(sentence, DATE) ?? sentence };
  },
  permalink: (item, id) => attr(item, 'a[data-hook="review-title"]', 'href') ?? `/gp/customer-reviews/${id}`,
  thread,
  more: (item, page) => {
    const title = titleOf(item);
    const { text } = readForumPost(item, page, { ...review, more: () => ({}) });
    const likes = parseCount(textOf(item, '[data-hook="helpful-vote-statement"]'));
    return {
      text: title && text ? `${title}\n\n${text}` : title || text,
      ...(likes === undefined ? {} : { counts: { likes } }),
    };
  },
};

/** The title's words without the stars, which are read out before them. */
function titleOf(item: Element): string {
  const heading = one(item, '[data-hook="review-title"]');
  const spans = all(heading, ':scope > span').filter(
    (span) => !span.matches('.a-letter-space, .cr-translated-review-content'),
  );
  return spans.length ? textOf(spans.at(-1) ?? null) : textOf(heading);
}

function threads(page: Page): RawThread[] {
  const { id, title } = thread(page);
  return id && one(page.document, review.item) ? [{ id, title, href: `/dp/${id}`, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'amazon',
  name: 'Amazon',
  scope: 'site',
  matches: [
    'com',
    'es',
    'co.uk',
    'de',
    'fr',
    'it',
    'ca',
    'com.mx',
    'com.br',
    'com.au',
    'nl',
    'se',
    'pl',
    'in',
    'co.jp',
  ].map((ending) => `https://www.amazon.${ending}/*`),
  sampleUrls: ['https://www.amazon.es/dp/B000000000', 'https://www.amazon.com/product-reviews/B000000000/'],
  verified: '2024-01-01',
  item: review.item,
  extract: (item, page) => readForumPost(item, page, review),
  threads,
  authorAnchor: (item) => one(item, '.a-profile-name'),
};
