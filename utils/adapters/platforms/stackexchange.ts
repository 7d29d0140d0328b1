import type { Adapter, Page, RawPost, RawThread } from '../contract';
import { all, attr, one, textOf } from '../dom';
import { enclosing, type ForumMarkup, own, readForumPost } from '../forum';
import { parseCount } from '../numbers';
import { first, match, QUOTE } from '../values';

/**
 * Stack Overflow and its sister sites in every language: a question, its answers, and comments below each. A post carries
 * two signatures: who edited it last (with a link to the revisions) and who wrote it.
 */
const POSTS = '.question[data-questionid], .answer[data-answerid]';
const COMMENT = 'li.comment[data-comment-id]';

const questionId = (page: Page): string | null =>
  attr(one(page.document, '.question[data-questionid]'), '', 'data-questionid') ??
  match(page.url.pathname, /\/(?:questions|q)\/(\d+)/);

const thread = (page: Page) => ({
  id: questionId(page),
  title: textOf(one(page.document, '#question-header h1')) || page.document.title,
});

/** `2009-11-13 23:01:39Z, License: …`: UTC, whatever the reader's language. */
function stamp(element: Element | null): string | null {
  return match(element?.getAttribute('title'), /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ?)/)?.replace(' ', 'T') ?? null;
}

/** The signature of the author, or of the last edit. */
function signature(item: Element, isEdit: boolean): Element | null {
  const found = all(item, '.post-signature').filter((each) => each.closest(POSTS) === item);
  return found.find((each) => (one(each, '.user-action-time a[href*="/revisions"]') !== null) === isEdit) ?? null;
}

const idOf = (item: Element): string | null => {
  const question = item.getAttribute('data-questionid');
  return question ? `q${question}` : (match(item.getAttribute('data-answerid'), /^(\d+)$/)?.replace(/^/, 'a') ?? null);
};

const posts: ForumMarkup = {
  engine: 'stackexchange',
  item: POSTS,
  id: idOf,
  author: (item) =>
    first(signature(item, false), '.user-details a[href*="/users/"] | .user-details [itemprop="name"] | .user-details'),
  body: '.js-post-body | .post-text',
  skip: '.post-notice, aside.s-notice',
  quote: QUOTE,
  parent: (item, _id, page) => (item.hasAttribute('data-questionid') ? null : `q${questionId(page)}`),
  time: (item) => ({
    machine:
      stamp(one(signature(item, false), '.relativetime')) ?? attr(item, 'time[itemprop="dateCreated"]', 'datetime'),
  }),
  editedTime: (item) => ({ machine: stamp(one(signature(item, true), '.relativetime')) }),
  permalink: (_item, id) => `/${id[0]}/${id.slice(1)}`,
  thread,
  more: (item, page) => {
    const score = own(item, '.js-vote-count', { item: POSTS, nested: true });
    const likes = parseCount(score?.getAttribute('data-value') ?? textOf(score));
    const isQuestion = item.hasAttribute('data-questionid');
    return {
      kind: isQuestion ? 'post' : 'reply',
      ...(likes === undefined || textOf(score).startsWith('-') ? {} : { counts: { likes } }),
      ...(isQuestion ? withTitle(item, page) : {}),
    };
  },
};

/** A question begins with its title: it is part of what is asked. */
function withTitle(item: Element, page: Page): Partial<RawPost> {
  const { title } = thread(page);
  const { text } = readForumPost(item, page, { ...posts, more: () => ({}) });
  return { text: text ? `${title}\n\n${text}` : title };
}

const comments: ForumMarkup = {
  engine: 'stackexchange comments',
  item: COMMENT,
  id: (item) => `c${item.getAttribute('data-comment-id')}`,
  kind: 'reply',
  author: '.comment-user',
  body: '.comment-copy',
  parent: (item) => enclosing(item, posts),
  time: (item) => ({ machine: stamp(one(item, '.comment-date [title]')) }),
  permalink: (item, id, page) =>
    `/questions/${questionId(page)}#comment${id.slice(1)}_${enclosing(item, posts)?.slice(1) ?? questionId(page)}`,
  thread,
  more: (item) => {
    const likes = parseCount(textOf(item, '.comment-score'));
    return likes === undefined ? {} : { counts: { likes } };
  },
};

function threads(page: Page): RawThread[] {
  const { id, title } = thread(page);
  return id ? [{ id, title, href: `/questions/${id}`, expected: null }] : [];
}

/** A comment's box stands under its post; an answer's at the foot of the page. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const post = item?.closest(POSTS);
  const nested = post ? one(post, '.js-comment-form-layout textarea, .js-comment-text-input') : null;
  return (nested ??
    one(page.document, '#wmd-input, #post-form textarea, #post-form .ProseMirror')) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'stackexchange',
  name: 'Stack Exchange',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://es.stackoverflow.com/questions/123/una-pregunta'],
  verified: '2020-09-01',
  item: `${POSTS}, ${COMMENT}`,
  detect: ({ document }) =>
    one(document, '.question[data-questionid] .js-post-body, .question[data-questionid] .post-text') !== null,
  extract: (item, page) => readForumPost(item, page, item.matches(COMMENT) ? comments : posts),
  threads,
  composer,
  authorAnchor: (item) => own(item, item.matches(COMMENT) ? comments.author : posts.author, posts),
};
