import type { Adapter, Page, RawPost, RawThread } from '../contract';
import { all, attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost } from '../forum';
import { parseCount } from '../numbers';
import { parentsByDepth } from '../tree';
import { match, QUOTE } from '../values';

/**
 * LiveJournal's comments (`.mdspost-comment`): a flat list indented by a class on the wrapper. Folded ones show who and when
 * but not what: they are kept as cut, so that the tree holds and opening them completes them. Ids are unique per journal.
 */
const journal = (page: Page): string => page.url.host.replace(/\.livejournal\.com$/, '');

const thread = (page: Page) => {
  const entry = match(page.url.pathname, /\/(\d+)\.html/);
  return {
    id: entry ? `${journal(page)}/${entry}` : null,
    title: textOf(one(page.document, '.mdspost-title, .aentry-post__title, article h1, h1')) || page.document.title,
  };
};

const tid = (item: Element): string | null => match(item.id, /^t(\d+)$/);

const comment: ForumMarkup = {
  engine: 'livejournal',
  item: 'article.mdspost-comment[id^="t"]',
  id: tid,
  kind: 'reply',
  author: '.mdspost-comment-username .i-ljuser-username | .mdspost-comment-username',
  body: '.mdspost-comment__body',
  skip: '.mdspost-comment__subject',
  quote: QUOTE,
  time: (item) => ({
    machine: item.getAttribute('data-updated-ts'),
    shown: textOf(item, '.mdspost-comment-time--ctime'),
  }),
  permalink: (item, id) =>
    attr(item, 'a.mdspost-comment-time--ctime, .mdspost-comment-actions a[href*="thread="]', 'href') ??
    `?thread=${id}#t${id}`,
  thread,
};

function parents(page: Page): Map<string, string | null> {
  return page.memo('livejournal parents', () =>
    parentsByDepth(
      all(page.document, comment.item).flatMap((item) => {
        const id = tid(item);
        const level = match(item.closest('.mdspost-thread')?.getAttribute('class'), /--level-(\d+)/);
        return id ? [{ id, depth: Number(level ?? 0) }] : [];
      }),
      null,
    ),
  );
}

function read(item: Element, page: Page): RawPost | null {
  const id = tid(item);
  if (!id || item.matches('.mdspost-comment--deleted, .mdspost-comment--suspended')) return null;
  const parent = parents(page).get(id);
  const place = { id: `${journal(page)}/${id}`, parentId: parent ? `${journal(page)}/${parent}` : null };
  const isFolded = !one(item, '.mdspost-comment__body') && item.matches('.mdspost-comment--collapsed');
  const post = readForumPost(item, page, isFolded ? { ...comment, body: '.mdspost-comment-meta' } : comment);
  return isFolded ? { ...post, ...place, text: '', truncated: true } : { ...post, ...place };
}

function threads(page: Page): RawThread[] {
  const { id, title } = thread(page);
  const count = textOf(
    one(page.document, '.mdspost-comments-controls__count, .mdspost-comments-counter, .js--comments-counter'),
  );
  return id ? [{ id, title, href: page.url.pathname, expected: parseCount(count) ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'livejournal',
  name: 'LiveJournal',
  scope: 'site',
  matches: ['https://*.livejournal.com/*'],
  sampleUrls: ['https://tetera.livejournal.com/123456.html'],
  verified: '2018-04-24',
  item: comment.item,
  extract: read,
  threads,
  composer: (_item, page) =>
    one(page.document, '.mdspost-commentform textarea, .b-watering textarea, #commenttext') as HTMLElement | null,
  authorAnchor: (item) => one(item, '.mdspost-comment-username .i-ljuser-username'),
};
