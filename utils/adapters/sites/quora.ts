import { digest } from '../../core/keys';
import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, one, readText, textOf } from '../dom';
import { match } from '../values';

/**
 * Quora: answers to a question. `dom_annotate_question_answer_item_N` and `spacing_log_answer_content` are marks the site's own
 * measurements use and keep; the time links to the answer (`/question/answer/Name`).
 */
const ANSWER = '[class*="dom_annotate_question_answer_item_"]';
const PERSON = 'a[href*="/profile/"]';
const WORDS = '.spacing_log_answer_content, [class*="answer_content"], .q-text.qu-wordBreak--break-word';

const questionOf = (page: Page): string => match(page.url.pathname, /^\/(?:unanswered\/)?([^/]+)/) ?? page.url.pathname;
const titleOf = (page: Page): string =>
  page.memo('quora', () => textOf(page.document.documentElement, '.puppeteer_test_question_title, h1'));

function extract(item: Element, page: Page): RawPost | null {
  const words = one(item, WORDS);
  if (!words) return null; // a bundle of other questions, the machine's own answer
  const link = all(item, PERSON).find((each) => textOf(each) && !words.contains(each));
  const when = one(item, 'a.answer_timestamp[href], a[href*="/answer/"]');
  const href = when?.getAttribute('href')?.split('?')[0] ?? null;
  const name = required(textOf(link), 'author');
  const handle = match(link?.getAttribute('href'), /\/profile\/([^/?#]+)/);
  const text = readText(words, { skip: 'button, .qt_read_more, [class*="read_more"]' });
  return {
    id:
      match(href, /\/([^/]+\/answers?\/[^/?#]+)/) ??
      `${questionOf(page)}/${digest(`${handle ?? name}\n${text.slice(0, 200)}`)}`,
    kind: 'reply',
    permalink: href,
    threadId: questionOf(page),
    threadTitle: titleOf(page),
    parentId: null,
    author: { name, handle, href: link?.getAttribute('href')?.split('?')[0] },
    text,
    time: { shown: textOf(when).replace(/^\D*?(?=\d|\p{L}{3,} \d)/u, '') || textOf(when) },
    truncated: one(item, '.puppeteer_test_read_more_button, .qt_read_more') ? true : undefined,
  };
}

function threads(page: Page): RawThread[] {
  return one(page.document, ANSWER)
    ? [{ id: questionOf(page), title: titleOf(page), href: `/${questionOf(page)}`, expected: null }]
    : [];
}

function composer(item: Element | null, page: Page): HTMLElement | null {
  return one(item ?? page.document, '.doc[contenteditable="true"], [contenteditable="true"]') as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'quora',
  name: 'Quora',
  scope: 'site',
  matches: ['https://*.quora.com/*'],
  sampleUrls: ['https://www.quora.com/Why-does-my-coffee-maker-leak', 'https://es.quora.com/Por-que-gotea-mi-cafetera'],
  verified: 'from source',
  source: 'public answer scrapers that key on its measuring marks (2022 to 2026)',
  item: ANSWER,
  extract,
  threads,
  composer,
  authorAnchor: (item) => all(item, PERSON).find((each) => textOf(each)) ?? null,
};
