import type { Adapter, Page, RawPost, RawThread } from '../contract';
import { attr, one, readText, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost } from '../forum';
import { parseCount } from '../numbers';
import { match, present, QUOTE } from '../values';

/**
 * Pikabu: a story and its comments. A comment carries its facts in `data-meta` (`id=…,pid=…,d=…`), today split by `;`. The
 * sidebar's "comment of the day" belongs to another story.
 */
const meta = (item: Element, name: string): string | null =>
  match(item.getAttribute('data-meta'), new RegExp(`(?:^|[,;])${name}=([^,;]*)`)) || null;

const storyId = (page: Page): string | null =>
  match(page.url.pathname, /_(\d+)$/) ?? attr(one(page.document, '.comments[data-story-id]'), '', 'data-story-id');

const thread = (page: Page) => {
  const id = storyId(page);
  const story = one(page.document, `article.story[data-story-id="${id}"]`);
  return { id: id ? `story-${id}` : null, title: textOf(story, '.story__title') || page.document.title };
};

const comment: ForumMarkup = {
  engine: 'pikabu',
  item: '.comment[data-id]',
  id: (item) => item.getAttribute('data-id'),
  kind: 'reply',
  nested: true,
  author: '.user__nick',
  profile: '.comment__user a[href]',
  body: '.comment__content',
  quote: QUOTE,
  parent: (item, _id, page) => {
    const parent = meta(item, 'pid');
    return parent && parent !== '0' ? parent : thread(page).id;
  },
  time: (item) => ({
    machine: meta(item, 'd') ?? own(item, '.comment__datetime', comment)?.getAttribute('datetime'),
  }),
  permalink: (item, id) => own(item, 'a[data-role="link"]', comment)?.getAttribute('href') ?? `#comment_${id}`,
  thread,
  more: (item) => {
    const rating = Number(meta(item, 'r') ?? Number.NaN);
    return Number.isInteger(rating) && rating >= 0 ? { counts: { likes: rating } } : {};
  },
};

const story: ForumMarkup = {
  engine: 'pikabu stories',
  item: 'article.story[data-story-id]',
  id: (item) => match(item.getAttribute('data-story-id'), /^(\d+)$/)?.replace(/^/, 'story-') ?? null,
  kind: 'post',
  author: '.user__nick',
  profile: '.story__user a[href], .user__nick[href]',
  body: '.story__main',
  parent: () => null,
  time: (item) => ({ machine: attr(item, 'time.story__datetime', 'datetime') }),
  permalink: (item) => attr(item, '.story__title-link', 'href'),
  thread,
  more: (item) => {
    const title = textOf(item, '.story__title');
    const words = [...item.querySelectorAll('.story-block_type_text')].map((block) => readText(block)).join('\n\n');
    const counts = present({
      likes: ratingOf(item),
      replies: parseCount(textOf(item, '.story__comments-link-count, .story__comments-link')),
    });
    return {
      text: words ? `${title}\n\n${words}` : title,
      quotes: [],
      threadId: story.id(item) ?? undefined,
      threadTitle: title,
      sponsored: item.matches('[data-story-type="ad"], .story_ad, [data-is-ad="1"]') || undefined,
      ...(counts ? { counts } : {}),
    };
  },
};

function ratingOf(item: Element): number | undefined {
  const rating = Number(item.getAttribute('data-rating') || Number.NaN);
  return Number.isInteger(rating) && rating >= 0 ? rating : undefined;
}

function read(item: Element, page: Page): RawPost | null {
  if (item.closest('.sidebar, [class*="comment-day"]')) return null;
  if (item.matches(story.item)) return readForumPost(item, page, story);
  // A deleted comment keeps its place in the tree, without an author.
  return own(item, '.comment__user', comment) ? readForumPost(item, page, comment) : null;
}

function threads(page: Page): RawThread[] {
  const { id, title } = thread(page);
  const count = textOf(one(page.document, '.story__comments-link-count, .story__comments-link'));
  return id ? [{ id, title, href: page.url.pathname, expected: parseCount(count) ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'pikabu',
  name: 'Pikabu',
  scope: 'site',
  matches: ['https://pikabu.ru/*', 'https://m.pikabu.ru/*'],
  sampleUrls: ['https://pikabu.ru/story/chaynik_1234567'],
  verified: '2018-04-24',
  item: `${story.item}, ${comment.item}`,
  extract: read,
  threads,
  composer: (item, page) =>
    ((item && own(item, '.comment__reply [contenteditable="true"], .comment__reply textarea', comment)) ??
      one(
        page.document,
        '.comments__reply [contenteditable="true"], .comment-form [contenteditable="true"], .comment-form textarea',
      )) as HTMLElement | null,
  authorAnchor: (item) => own(item, '.user__nick', comment),
};
