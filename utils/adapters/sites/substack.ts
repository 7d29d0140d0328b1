import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readBody, textOf } from '../dom';
import { enclosing, type ForumMarkup, own, readForumPost } from '../forum';
import { match, QUOTE } from '../values';

/**
 * Substack: notes in feeds and on their own pages, and comments below posts. Class names end in a hash that changes; what
 * comes before it does not. A note's time is the title of the link to it, in the reader's own language and clock.
 */
const NOTE = '[class*="feedItem-"], [class*="feedUnit-"]';
const NOTE_LINK = 'a[href*="/note/c-"]';
/** A thread of a publication's chat, shown in the feed as a bubble that is a link. */
const CHAT_LINK = 'a[href*="/chat/"][href*="/post/"]';
const COMMENT = '.comment:has(> .comment-anchor), .comment:has(> [id^="comment-"])';

/** The link to the note itself: it holds the age, and its title says when. */
function stampOf(item: Element): Element | null {
  return all(item, NOTE_LINK).find((link) => link.getAttribute('title')) ?? one(item, NOTE_LINK);
}

function readNote(item: Element, page: Page): RawPost | null {
  // Feed items wrap units; the innermost one that holds a note is the note.
  if (one(item, NOTE)?.querySelector(NOTE_LINK)) return null;
  const stamp = stampOf(item);
  const id = match(stamp?.getAttribute('href'), /\/note\/c-(\d+)/);
  const body = one(item, '[class*="feedCommentBody-"]');
  if (!id || !body) return readChat(item);
  const focus = match(page.url.pathname, /\/note\/c-(\d+)/);
  const isAnswer = focus !== null && focus !== id;
  return {
    id: `c-${id}`,
    kind: isAnswer ? 'reply' : 'post',
    permalink: stamp?.getAttribute('href')?.replace(/\?.*$/, ''),
    threadId: isAnswer ? `c-${focus}` : undefined,
    parentId: isAnswer ? `c-${focus}` : null,
    parentInferred: isAnswer || undefined,
    author: authorOf(item),
    ...readBody(body, { quotes: QUOTE }),
    time: { shown: stamp?.getAttribute('title') ?? textOf(stamp) },
  };
}

function linkOf(item: Element): Element | null {
  return all(item, 'a[href*="/@"]').find((each) => textOf(each) !== '' && !each.matches(NOTE_LINK)) ?? null;
}

function authorOf(item: Element): RawPost['author'] {
  const link = linkOf(item);
  const handle = match(link?.getAttribute('href'), /\/@([^/?#]+)/);
  return {
    name: textOf(link) || required(handle, 'author'),
    handle,
    href: link?.getAttribute('href')?.replace(/\?.*$/, ''),
  };
}

function readChat(item: Element): RawPost | null {
  const bubble = all(item, CHAT_LINK).find((each) => textOf(each) !== '');
  const id = match(bubble?.getAttribute('href'), /\/post\/([\w-]+)/);
  if (!bubble || !id || one(item, NOTE)?.contains(bubble)) return null;
  return {
    id: `chat-${id}`,
    kind: 'post',
    permalink: bubble.getAttribute('href')?.replace(/\?.*$/, ''),
    author: authorOf(item),
    ...readBody(bubble),
    time: { shown: attr(item, 'a[title]:not([href])', 'title') },
  };
}

const comment: ForumMarkup = {
  engine: 'substack',
  item: COMMENT,
  id: (item) =>
    match(attr(item, ':scope > .comment-anchor, :scope > [id^="comment-"]', 'id'), /comment-(\d+)/)?.replace(
      /^/,
      'c-',
    ) ?? null,
  kind: 'reply',
  nested: true,
  author:
    '.comment-meta a[href*="/@"], .comment-meta a[href*="/profile/"] | .commenter-name a | .comment-meta .commenter-name | .profile-hover-card-target a',
  body: '.comment-body',
  quote: QUOTE,
  parent: (item) => enclosing(item, comment),
  time: (item) => {
    const stamp = own(item, 'a[href*="/comment/"]', comment);
    return { shown: stamp?.getAttribute('title') ?? textOf(stamp) };
  },
  permalink: (item, id) =>
    own(item, 'a[href*="/comment/"]', comment)?.getAttribute('href') ?? `#comment-${id.slice(2)}`,
  thread: (page) => ({
    id: match(page.url.pathname, /\/p\/([^/]+)/),
    title: textOf(one(page.document, 'h1.post-title, h1')) || page.document.title,
  }),
};

function threads(page: Page): RawThread[] {
  const { id, title } = comment.thread(page);
  return id ? [{ id, title, href: `/p/${id}`, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'substack',
  name: 'Substack',
  scope: 'site',
  matches: ['https://substack.com/*', 'https://*.substack.com/*'],
  sampleUrls: ['https://substack.com/home', 'https://tetera.substack.com/p/una-entrada/comments'],
  verified: '2025-04-08',
  item: `${NOTE}, ${COMMENT}`,
  extract: (item, page) => (item.matches(COMMENT) ? readForumPost(item, page, comment) : readNote(item, page)),
  threads,
  composer: (item, page) =>
    ((item && own(item, 'form textarea, [contenteditable="true"]', { item: `${NOTE}, ${COMMENT}`, nested: true })) ??
      one(
        page.document,
        '.comment-input textarea, [class*="feedCommentInput"] [contenteditable="true"], .tiptap[contenteditable="true"]',
      )) as HTMLElement | null,
  authorAnchor: linkOf,
};
