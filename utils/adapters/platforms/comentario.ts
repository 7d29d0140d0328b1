import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { enclosing, type ForumMarkup, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match, QUOTE } from '../values';

/** Commento, its heir Comentario, and HashOver: widgets whose answers stand inside the comment they answer. */
const ITEM =
  '[id^="commento-comment-card-"], .comentario-card-self[id^="comentario-"], .hashover-comment[id^="hashover-c"]';

const idOf = (item: Element): string | null =>
  match(item.id, /^commento-comment-card-([0-9a-f]+)$/) ??
  match(item.id, /^comentario-([0-9a-f-]{8,36})$/) ??
  match(item.id, /^hashover-(c[\dr]+)$/);

/** `c2r1` answers `c2`: the id says it, wherever the comment stands. */
function parentOf(item: Element, id: string): string | null {
  if (item.matches('.hashover-comment')) return match(id, /^(c.*)r\d+$/);
  // Comentario: beside what a card says stand the cards that answer it.
  if (item.matches('.comentario-card-self')) {
    const above = item.closest('.comentario-card')?.parentElement?.closest('.comentario-card');
    const answered = above && one(above, '.comentario-card-self');
    return answered ? idOf(answered) : null;
  }
  return enclosing(item, comentario);
}

const comentario: ForumMarkup = {
  engine: 'comentario',
  item: ITEM,
  id: idOf,
  kind: 'reply',
  nested: true,
  author: '.commento-name, .comentario-name, .hashover-name, .hashover-comment-name a, .hashover-comment-name',
  body: '.commento-body, .comentario-card-body, .comentario-body, .hashover-content, .hashover-comment-content',
  skip: '.commento-options, .comentario-toolbar, .hashover-thread-link',
  quote: QUOTE,
  parent: parentOf,
  time: (item) => {
    const stamp = one(
      item,
      '.commento-timeago, .comentario-subtitle time, .comentario-subtitle [title], .hashover-date-permalink, .hashover-date a, .hashover-comment-date a',
    );
    return {
      machine: attr(stamp, '', 'datetime'),
      shown: attr(stamp, '', 'title')?.replace(/^.*?-\s(?=\D*\d)/, '') ?? textOf(stamp),
    };
  },
  permalink: (item, id) => (item.id.startsWith('commento-') ? `#commento-${id}` : `#${item.id}`),
  thread: (page) => ({
    id: page.url.pathname,
    title: textOf(one(page.document, 'article h1, h1')) || page.document.title,
  }),
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, comentario);
  const said = parseCount(
    textOf(one(page.document, '.hashover-count, #hashover-count, .commento-comment-count, .comentario-comment-count')),
  );
  return id ? [{ id, title, href: id, expected: said ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'comentario',
  name: 'Commento, Comentario, HashOver',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://blog.example/entrada/'],
  verified: 'from source',
  source:
    'comentario end-to-end tests (cards), jacobwb/hashover-next backend/classes/commentsui.php and themes/default; recalled, not compared with: adtac/commento frontend/js/commento.js',
  item: ITEM,
  detect: ({ document }) =>
    one(document, `#commento .commento-card, comentario-comments [id^="comentario-"], ${ITEM}`) !== null,
  extract: (item, page) => readForumPost(item, page, comentario),
  threads,
  composer: (_item, page) =>
    replyBox(page, '#commento textarea, comentario-comments textarea, #hashover textarea, textarea.hashover-textarea'),
  authorAnchor: (item) => one(item, '.commento-name, .comentario-name, .hashover-comment-name'),
};
