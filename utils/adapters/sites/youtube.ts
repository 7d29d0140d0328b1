import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { attr, one, textOf } from '../dom';
import { parseCount } from '../numbers';
import { inlineText, match, param, present } from '../values';

/**
 * YouTube: comments under videos, shorts and community posts, as drawn since 2017 (`ytd-comment-renderer`) and today
 * (`ytd-comment-view-model`); both keep the same ids inside. The link around the time names the comment, and a reply's id
 * begins with that of the comment it answers: `lc=COMMENT.REPLY`.
 */
const COMMENT = 'ytd-comment-view-model, ytd-comment-renderer';
const THREAD = 'ytd-comment-thread-renderer';
const BACKSTAGE = 'ytd-backstage-post-renderer';
const WHEN = '#published-time-text a[href], .published-time-text a[href]';
const WORDS = '#content-text';

/** What is talked about: a video, a short, or a post of a channel. */
function subjectOf(href: string | null | undefined): string | null {
  return param(href, 'v') ?? match(href, /\/(?:shorts|live|post|embed)\/([\w-]+)/) ?? param(href, 'lb');
}

const subjectOfPage = (page: Page): string | null => page.memo('youtube', () => subjectOf(page.url.href));
/** A post of a channel is a post of its own, a video is not. */
const isPostPage = (page: Page): boolean => page.memo('youtube-post', () => one(page.document, BACKSTAGE) !== null);

/**
 * Replies to replies lie in threads within threads since 2025, while their ids still name the outermost comment only. The
 * nearest thread above that begins with another comment tells whom they answer.
 */
function nestedIn(item: Element): string | null {
  let thread = item.closest(THREAD);
  for (; thread; thread = thread.parentElement?.closest(THREAD) ?? null) {
    const head = one(thread, COMMENT);
    if (head && head !== item) return param(attr(head, WHEN, 'href'), 'lc');
  }
  return null;
}

/** `/@handle` today, `/user/name` or `/channel/UC…` before. */
function handleIn(href: string | null): string | null {
  return match(href, /\/@([^/?#]+)/) ?? match(href, /\/user\/([^/?#]+)/);
}

function authorOf(item: Element): RawPost['author'] {
  const link = one(item, '#author-text, #header-author h3 a[href]');
  const href = link?.getAttribute('href') ?? null;
  const handle = handleIn(href);
  const shown = textOf(link) || textOf(item, '#author-comment-badge #text, #author-comment-badge #channel-name');
  return { name: required(shown || handle, 'author').replace(/^@/, ''), handle, href };
}

/** Emoji of a channel's own have a name and no character. */
function wordsOf(item: Element): string {
  return inlineText(one(item, WORDS));
}

function readComment(item: Element, page: Page): RawPost | null {
  const href = attr(item, WHEN, 'href');
  if (!href && !one(item, '#author-text[href]')) return null; // the empty mould new comments are poured from
  const id = required(param(href, 'lc'), 'id');
  const thread = subjectOf(href) ?? subjectOfPage(page) ?? id;
  const above = id.includes('.') ? (nestedIn(item) ?? id.split('.')[0]) : null;
  return {
    id,
    kind: 'reply',
    permalink: href,
    threadId: thread,
    parentId: above ?? (isPostPage(page) ? thread : null),
    author: authorOf(item),
    text: wordsOf(item),
    time: { shown: textOf(item, WHEN) },
    counts: present({ likes: parseCount(textOf(item, '#vote-count-middle')), replies: repliesOf(item) }),
  };
}

/** The number on the button that opens the replies; only the comment at the head of a thread has one. */
function repliesOf(item: Element): number | undefined {
  const thread = item.closest(THREAD);
  if (!thread || one(thread, COMMENT) !== item) return undefined;
  const button = one(thread, '#replies #more-replies button, #replies #more-replies, #replies #more-text');
  const shown = button?.getAttribute('aria-label') ?? button?.textContent;
  // Without a number it says "view reply": there is one.
  return button && shown?.trim() ? (parseCount(shown) ?? 1) : undefined;
}

function readBackstage(item: Element): RawPost {
  const href = attr(item, WHEN, 'href');
  const id = required(subjectOf(href), 'id');
  return {
    id,
    permalink: href,
    author: authorOf(item),
    text: wordsOf(item),
    time: { shown: textOf(item, WHEN) },
    counts: present({ likes: parseCount(textOf(item, '#vote-count-middle')) }),
  };
}

function threads(page: Page): RawThread[] {
  const id = subjectOfPage(page);
  if (!id || !one(page.document, COMMENT)) return [];
  return [
    {
      id,
      title: textOf(page.document.documentElement, 'ytd-watch-metadata h1, h1.title, #title h1'),
      href: param(page.url.href, 'v') ? `/watch?v=${id}` : page.url.pathname,
      expected: parseCount(textOf(page.document.documentElement, 'ytd-comments-header-renderer #count')) ?? null,
    },
  ];
}

/** The box a comment opens below itself; without a comment, the one above all of them. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const root = item ?? one(page.document, 'ytd-comments-header-renderer');
  return one(root, '#contenteditable-root[contenteditable="true"]') as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'youtube',
  name: 'YouTube',
  scope: 'site',
  matches: ['https://www.youtube.com/*'],
  sampleUrls: ['https://www.youtube.com/watch?v=AbCdEfGhIjK', 'https://www.youtube.com/shorts/AbCdEfGhIjK'],
  verified: '2018-04-24',
  item: `${COMMENT}, ${BACKSTAGE}`,
  extract: (item, page) => (item.matches(BACKSTAGE) ? readBackstage(item) : readComment(item, page)),
  threads,
  composer,
  limit: 10_000,
  authorAnchor: (item) => one(item, '#author-text'),
};
