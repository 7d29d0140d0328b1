import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { param, present } from '../values';

/**
 * Google Play: reviews of an app. `data-review-id` stands on the head of each; the words follow it, and what the developer
 * answers follows the words. Classes are hashes that have held since 2022: only a help where structure says too little.
 */
const HEAD = 'header[data-review-id]';
const REVIEW = `${HEAD}, div[jscontroller][data-review-id]:not(header)`;

const app = (page: Page): string => param(page.url.href, 'id') ?? page.url.pathname;
const title = (page: Page): string => textOf(page.document.documentElement, 'h1[itemprop="name"], h1');

/** The box a head stands in: words, votes and answer are its other children. */
const boxOf = (item: Element): Element => (item.localName === 'header' ? (item.parentElement ?? item) : item);

/** Name beside the face, date beside the stars. */
function headOf(item: Element): { name: string; date: string } {
  const face = one(item, 'img');
  const stars = one(item, '[role="img"][aria-label]');
  const name = textOf(face?.nextElementSibling ?? face?.parentElement?.nextElementSibling);
  const date = all(stars?.parentElement ?? null, 'span')
    .filter((each) => !stars?.contains(each))
    .at(-1);
  return { name: name || textOf(item, '.X5PpBb'), date: textOf(date) || textOf(item, '.bp9Aid') };
}

/** The developer's answer: the last child of the box, which has a name, a date and a text of its own. */
function answerIn(box: Element): { name: string; date: string; text: string; element: Element } | null {
  const last = box.lastElementChild;
  if (!last || last.localName === 'header' || last.childElementCount < 2) return null;
  const [head, ...words] = Array.from(last.children);
  const parts = Array.from(head?.children ?? []);
  if (parts.length !== 2 || one(last, 'button, [role="button"]')) return null;
  const text = words.map((each) => readText(each)).join('\n') || readText(last, { skip: '.I6j64d, .I9Jtec' });
  return { name: textOf(parts[0]), date: textOf(parts[1]), text, element: last };
}

function readReview(item: Element, page: Page): RawPost {
  const id = required(item.getAttribute('data-review-id'), 'id');
  const box = boxOf(item);
  const { name, date } = headOf(item);
  const words = item.localName === 'header' ? item.nextElementSibling : one(item, '.h3YV2d');
  return {
    id,
    kind: 'review',
    permalink: `/store/apps/details?id=${app(page)}&reviewId=${id}`,
    threadId: app(page),
    threadTitle: title(page),
    author: { name: required(name, 'author') },
    text: readText(words),
    time: { shown: date },
    counts: present({
      likes: parseCount(
        textOf(box, '.AJTPZc') || attr(box, '[data-original-thumbs-up-count]', 'data-original-thumbs-up-count'),
      ),
    }),
  };
}

function readAnswer(item: Element, page: Page): RawPost | null {
  const head = one(item.parentElement, HEAD);
  const id = head?.parentElement === item.parentElement ? head?.getAttribute('data-review-id') : null;
  const answer = id && item.parentElement ? answerIn(item.parentElement) : null;
  if (!id || answer?.element !== item) return null;
  return {
    id: `${id}/reply`,
    kind: 'reply',
    permalink: `/store/apps/details?id=${app(page)}&reviewId=${id}`,
    threadId: app(page),
    threadTitle: title(page),
    parentId: id,
    author: { name: required(answer.name, 'author') },
    text: answer.text,
    time: { shown: answer.date },
  };
}

function threads(page: Page): RawThread[] {
  return one(page.document, HEAD)
    ? [{ id: app(page), title: title(page), href: `/store/apps/details?id=${app(page)}`, expected: null }]
    : [];
}

export const adapter: Adapter = {
  id: 'googleplay',
  name: 'Google Play',
  scope: 'site',
  matches: ['https://play.google.com/*'],
  sampleUrls: ['https://play.google.com/store/apps/details?id=example.cafeteria'],
  verified: 'from source',
  source: 'public review scrapers (2022 to 2026)',
  item: `${REVIEW}, ${HEAD} ~ div:last-child`,
  extract: (item, page) => (item.hasAttribute('data-review-id') ? readReview(item, page) : readAnswer(item, page)),
  threads,
};
