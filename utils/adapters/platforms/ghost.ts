import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match, QUOTE } from '../values';

/**
 * Ghost's comments, in a frame without an address of its own: the permalinks name the article. Answers stand inside the comment
 * they answer, or after it in a box of their own; in the flat list a link says which one.
 */
const ITEM = '[data-testid="comment-component"]';
const HASH = /#ghost-comments-([0-9a-f]{24})/;

const linkOf = (item: Element): Element | null =>
  one(item, 'h4 ~ * a[href*="#ghost-comments-"], a[title][href*="#ghost-comments-"]');
const idOf = (item: Element): string | null =>
  match(linkOf(item)?.getAttribute('href'), HASH) ?? match(attr(item, 'div[id]', 'id'), /^([0-9a-f]{24})$/);

/** The comment it stands in, or the one before the box it stands in. */
function above(item: Element): string | null {
  for (let up = item.parentElement; up; up = up.parentElement) {
    if (up.matches(ITEM)) return idOf(up);
    for (let before = up.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.matches(ITEM)) return idOf(before);
    }
  }
  return null;
}

const ghost: ForumMarkup = {
  engine: 'ghost',
  item: ITEM,
  id: idOf,
  kind: 'reply',
  nested: true,
  author: 'h4',
  body: '[data-testid="comment-content"], .gh-comment-content',
  quote: QUOTE,
  parent: (item) => {
    const said = one(item, '[data-testid="comment-in-reply-to"][href]');
    return (said?.closest(ITEM) === item && match(said.getAttribute('href'), HASH)) || above(item);
  },
  // The title is the moment in words; what is shown counts from now.
  time: (item) => ({ shown: linkOf(item)?.getAttribute('title') ?? textOf(linkOf(item)).replace(/^·/, '') }),
  permalink: (item, id) => linkOf(item)?.getAttribute('href') ?? `#ghost-comments-${id}`,
  thread: (page) => {
    const link = linkOf(page.document.body)?.getAttribute('href');
    const path = link && URL.canParse(link) ? new URL(link).pathname : page.url.pathname;
    return { id: path, title: textOf(one(page.document, 'article h1, h1')) || page.document.title };
  },
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, ghost);
  const said = parseCount(textOf(one(page.document, '[data-testid="count"]')));
  return id ? [{ id, title, href: id, expected: said ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'ghost',
  name: 'Ghost',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://boletin.example/un-articulo/'],
  verified: 'from source',
  source: 'TryGhost/Ghost apps/comments-ui',
  item: ITEM,
  detect: ({ document }) => one(document, `${ITEM} h4, .ghost-display .gh-comment-content`) !== null,
  // One that was taken away stays for its answers, without a name.
  extract: (item, page) => (one(item, 'h4')?.closest(ITEM) === item ? readForumPost(item, page, ghost) : null),
  threads,
  composer: (item, page) =>
    ((item && one(item, '[data-testid="form-editor"] [contenteditable="true"]')) as HTMLElement | null) ??
    replyBox(page, '[data-testid="form-editor"] [contenteditable="true"]'),
  authorAnchor: (item) => one(item, 'h4'),
};
