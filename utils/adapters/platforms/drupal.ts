import type { Adapter, Page, RawThread } from '../contract';
import { all, attr, one, textOf } from '../dom';
import { enclosing, type ForumMarkup, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match, QUOTE } from '../values';

/**
 * Drupal's comments, 7 and later, in any theme that keeps the core's marks: an anchor `#comment-N` before each comment (or on
 * it), answers in `.indented` after it, and since 8 a hidden link to what is answered.
 */
const ITEM = [
  'a[id^="comment-"] + .comment',
  'a[id^="comment-"] + article',
  'article[data-comment-user-id]',
  '.js-comment[id^="comment-"]',
  'article.comment[id^="comment-"][about]',
].join(', ');

const idOf = (item: Element): string | null =>
  match(item.id, /^comment-(\d+)$/) ??
  match(item.previousElementSibling?.matches('a[id]') ? item.previousElementSibling.id : null, /^comment-(\d+)$/) ??
  match(attr(item, 'a[href*="#comment-"]:not(.parent a):not([class*="hidden"] a)', 'href'), /#comment-(\d+)$/);

/** The comment before the `.indented` box this one stands in. */
function above(item: Element): string | null {
  const box = item.parentElement?.closest('.indented');
  for (let before = box?.previousElementSibling ?? null; before; before = before.previousElementSibling) {
    if (before.matches(ITEM)) return idOf(before);
  }
  return null;
}

/** Who wrote it; the hidden line says who is answered. */
const NAMES = ['.username', '[property$=":name"], [rel="author"]', '.comment__author, .comment-author, .author'];
const OTHERS = '.parent, [class*="visually-hidden"], .element-invisible';

function nameOf(item: Element): Element | null {
  for (const selector of NAMES) {
    const found = all(item, selector).find((name) => !name.closest(OTHERS) && name.closest(ITEM) === item);
    if (found && textOf(found)) return found;
  }
  return null;
}

const drupal: ForumMarkup = {
  engine: 'drupal',
  item: ITEM,
  id: idOf,
  kind: 'reply',
  nested: true,
  author: nameOf,
  body: '.field--name-comment-body, .field-name-comment-body | .comment__content .text-formatted | .comment__content, .comment-content, .comment-body | .content',
  skip: 'ul.links, .links.inline, .comment__links, .user-signature, h3, .field__label',
  quote: QUOTE,
  parent: (item) =>
    match(
      attr(item, '.parent a[href*="#comment-"], p[class*="hidden"] a[href*="#comment-"]', 'href'),
      /#comment-(\d+)/,
    ) ??
    above(item) ??
    enclosing(item, drupal),
  time: (item) => ({
    machine:
      attr(item, 'time[datetime]', 'datetime') ??
      attr(item, '[property~="schema:dateCreated"][content], [property~="dc:created"][content]', 'content') ??
      attr(item, '[data-comment-timestamp]', 'data-comment-timestamp'),
    shown: shownTime(item),
  }),
  permalink: (item, id) => attr(item, `a[href$="#comment-${id}"]`, 'href') ?? `#comment-${id}`,
  thread: (page) => ({ id: threadId(page), title: title(page) }),
};

/** "Submitted by Ana on Mon, 02/03/2026 - 13:05": what follows the name, where the date has no element of its own. */
function shownTime(item: Element): string {
  const alone = textOf(one(item, '.comment__time, .comment-time, .comment-date, .date, .created'));
  if (alone) return alone;
  const line = textOf(one(item, '.submitted, .comment__submitted, .comment__meta, footer p'));
  const name = textOf(nameOf(item));
  const at = name ? line.indexOf(name) : -1;
  const rest = at < 0 ? line : line.slice(at + name.length);
  return rest.replace(/^\s*\([^)]*\)/, '').replace(/^[^\d]*?\s(?=\S+\s*,?\s*\d|\d)/, '');
}

function threadId(page: Page): string {
  const { document, url } = page;
  const node =
    match(attr(one(document, 'link[rel="shortlink"]'), '', 'href'), /\/node\/(\d+)/) ??
    match(attr(one(document, 'a[href*="/comment/reply/"]'), '', 'href'), /\/comment\/reply\/(?:node\/)?(\d+)/) ??
    match(document.body?.className, /\bpage-node-(\d+)\b/);
  return node ? `node/${node}` : url.pathname;
}

function title(page: Page): string {
  return textOf(one(page.document, 'h1.page-title, h1#page-title, .page-title, h1')) || page.document.title;
}

/** A guest's name is followed by "(not verified)", in the language of the site. */
function withoutDoubt(item: Element, name: string): string {
  const isGuest = item.matches('.by-anonymous, .comment-by-anonymous, [data-comment-user-id="0"]');
  return isGuest || !nameOf(item)?.matches('.username') ? name.replace(/\s+\([^()]+\)$/, '') : name;
}

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, drupal);
  const said = parseCount(textOf(one(page.document, '.comments__count, .comment-count')));
  return id ? [{ id, title, href: page.url.pathname, expected: said ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'drupal',
  name: 'Drupal',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://asociacion.example/node/12'],
  verified: 'from source',
  source: 'drupal/drupal core/modules/comment/templates, themes classy, bartik, olivero; Drupal 7 comment.tpl.php',
  item: ITEM,
  detect: ({ document }) =>
    one(document, 'article[data-comment-user-id], .js-comment[data-drupal-selector], a[id^="comment-"] + .comment') !==
      null && !one(document, '.comment-reply-link, #comment_post_ID'),
  extract: (item, page) => {
    const post = readForumPost(item, page, drupal);
    return {
      ...post,
      id: `comment-${post.id}`,
      parentId: post.parentId ? `comment-${post.parentId}` : null,
      author: { ...post.author, name: withoutDoubt(item, post.author.name) },
    };
  },
  threads,
  composer: (_item, page) =>
    replyBox(
      page,
      'form.comment-form textarea[name^="comment_body"], form.comment-form .ck-content[contenteditable="true"]',
    ),
  authorAnchor: nameOf,
};
