import { digest } from '../../core/keys';
import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * TikTok: comments of a video. The words bear `data-e2e="comment-level-1"` or `-2`; what holds them is found from there. Until
 * 2024 the row had the comment's id, which carries the time; since then none is shown and one is made of who and what.
 */
const WORDS = '[data-e2e="comment-level-1"], [data-e2e="comment-level-2"]';
const PERSON = 'a[href^="/@"], a[href*="tiktok.com/@"]';

const videoOf = (page: Page): string =>
  match(page.url.pathname, /\/(?:video|photo)\/(\d+)/) ??
  match(one(page.document, 'link[rel="canonical"]')?.getAttribute('href'), /\/(?:video|photo)\/(\d+)/) ??
  page.url.pathname;

/** The smallest box around the words that names somebody. */
function rowOf(words: Element): Element | null {
  let row = words.parentElement;
  for (let i = 0; row && i < 6; i++, row = row.parentElement) {
    if (row.querySelectorAll(WORDS).length > 1) return null;
    if (all(row, PERSON).some((link) => !words.contains(link) && textOf(link))) return row;
  }
  return null;
}

function authorIn(row: Element, words: Element): RawPost['author'] {
  const link = all(row, PERSON).find((each) => !words.contains(each) && textOf(each));
  const href = link?.getAttribute('href') ?? null;
  const name = textOf(row, '[data-e2e^="comment-username-"]') || textOf(link);
  return { name: required(name, 'author'), handle: match(href, /@([^/?#]+)/), href: href?.split('?')[0] };
}

function idOf(words: Element, row: Element, page: Page): string {
  const native = match(row.closest('[id]')?.id, /^(\d{17,20})$/);
  if (native) return native;
  const { handle, name } = authorIn(row, words);
  return `${videoOf(page)}/${digest(`${handle ?? name}\n${readText(words)}`)}`;
}

/** A reply stands in the same box as the comment above it. */
function answeredBy(words: Element, page: Page): string | null {
  if (words.getAttribute('data-e2e') === 'comment-level-1') return null;
  let box = words.parentElement;
  for (let i = 0; box && i < 12; i++, box = box.parentElement) {
    const head = one(box, '[data-e2e="comment-level-1"]');
    const row = head && rowOf(head);
    if (head && row) return idOf(head, row, page);
  }
  return null;
}

function extract(words: Element, page: Page): RawPost {
  const row = required(rowOf(words), 'author');
  const id = idOf(words, row, page);
  const sub =
    one(row, '[data-e2e^="comment-time-"]') ?? one(row, '[class*="SubContent"] > span, [class*="SubContent"] span');
  return {
    id,
    kind: 'reply',
    threadId: videoOf(page),
    parentId: answeredBy(words, page),
    author: authorIn(row, words),
    text: readText(words),
    time: { id: { scheme: 'tiktok', value: id }, shown: textOf(sub) },
    counts: present({
      likes: parseCount(
        textOf(row, '[data-e2e="comment-like-count"], [class*="LikeContainer"] span, [class*="LikeWrapper"] span'),
      ),
    }),
  };
}

function threads(page: Page): RawThread[] {
  if (!/\/(video|photo)\/\d+/.test(page.url.pathname)) return [];
  const root = page.document.documentElement;
  return [
    {
      id: videoOf(page),
      title: textOf(root, '[data-e2e="browse-video-desc"], [data-e2e="video-desc"]'),
      href: page.url.pathname,
      expected: parseCount(textOf(root, '[data-e2e="comment-count"], [data-e2e="browse-comment-count"]')) ?? null,
    },
  ];
}

/** One box for all: answering somebody fills in their name. */
function composer(_item: Element | null, page: Page): HTMLElement | null {
  return one(
    page.document,
    '[data-e2e="comment-input"] [contenteditable="true"], [data-e2e="comment-text"] [contenteditable="true"]',
  ) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'tiktok',
  name: 'TikTok',
  scope: 'site',
  matches: ['https://www.tiktok.com/*'],
  sampleUrls: ['https://www.tiktok.com/@cafeteria/video/7300000000000000000'],
  verified: 'from source',
  source: 'public comment scrapers that key on data-e2e (2022 to 2026)',
  item: WORDS,
  extract,
  threads,
  composer,
  limit: 150,
  authorAnchor: (item) => one(rowOf(item), `[data-e2e^="comment-username-"], ${PERSON}`),
};
