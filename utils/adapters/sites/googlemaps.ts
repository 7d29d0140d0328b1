import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * Google Maps: reviews of a place. `data-review-id` names each, a button leads to who wrote it (`/maps/contrib/ID`). The owner's
 * answer stands inside without a name of its own: it is the place that speaks.
 */
const REVIEW = '[data-review-id][aria-label]';
const PERSON = '[data-href*="/maps/contrib/"], a[href*="/maps/contrib/"]';
/** Words of a review, and of the answer: hashes, held since 2021, with the language beside them. */
const WORDS = '.wiI7pd';
const ANSWER = '.CDe7pd';

const placeId = (page: Page): string =>
  match(page.url.href, /!1s(0x[0-9a-f]+:0x[0-9a-f]+)/i) ?? match(page.url.pathname, /\/place\/([^/]+)/) ?? 'maps';
const placeName = (page: Page): string =>
  page.memo(
    'googlemaps',
    () =>
      textOf(page.document.documentElement, '[role="main"][aria-label] h1, h1') ||
      attr(one(page.document, '[role="main"][aria-label]'), '', 'aria-label') ||
      '',
  );

const nearTime = (box: Element | null, answer: boolean): string =>
  textOf(box, answer ? '.DZSIDd' : '.rsqaWe, .xRkPPb, .dehysf');

function readReview(item: Element, page: Page): RawPost | null {
  if (item.parentElement?.closest('[data-review-id]')) return null;
  const id = required(item.getAttribute('data-review-id'), 'id');
  const link = all(item, PERSON).find((each) => textOf(each) || each.getAttribute('aria-label'));
  const href = all(item, PERSON).map((each) => each.getAttribute('data-href') ?? each.getAttribute('href'))[0] ?? null;
  const contributor = match(href, /\/contrib\/(\d+)/);
  const answer = one(item, ANSWER);
  const words = all(item, WORDS).find((each) => !answer?.contains(each)) ?? null;
  return {
    id,
    kind: 'review',
    threadId: placeId(page),
    threadTitle: placeName(page),
    author: {
      name: required(item.getAttribute('aria-label') || textOf(link), 'author'),
      handle: contributor,
      href: contributor ? `https://www.google.com/maps/contrib/${contributor}` : null,
    },
    text: readText(words),
    lang: attr(words?.closest('[lang]') ?? null, '', 'lang'),
    time: { shown: nearTime(item, false) },
    counts: present({ likes: parseCount(textOf(item, '.pkWtMe')) }),
  };
}

function readAnswer(item: Element, page: Page): RawPost | null {
  const id = item.closest('[data-review-id]')?.getAttribute('data-review-id');
  if (!id) return null;
  return {
    id: `${id}/reply`,
    kind: 'reply',
    threadId: placeId(page),
    threadTitle: placeName(page),
    parentId: id,
    author: { name: required(placeName(page), 'author') },
    text: readText(one(item, WORDS)),
    time: { shown: nearTime(item, true) },
  };
}

function threads(page: Page): RawThread[] {
  return one(page.document, REVIEW) ? [{ id: placeId(page), title: placeName(page), expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'googlemaps',
  name: 'Google Maps',
  scope: 'site',
  matches: ['https://www.google.com/maps/*', 'https://www.google.es/maps/*', 'https://maps.google.com/*'],
  sampleUrls: ['https://www.google.com/maps/place/Cafeter%C3%ADa/data=!4m8!1s0x0:0x1'],
  verified: 'from source',
  source: 'public review scrapers (2021 to 2026)',
  item: `${REVIEW}, ${ANSWER}`,
  extract: (item, page) => (item.matches(ANSWER) ? readAnswer(item, page) : readReview(item, page)),
  threads,
  authorAnchor: (item) => one(item, '.d4r55'),
};
