import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match } from '../values';

/** Mbin and kbin: a thread or microblog post, and comments that name their parent in an attribute. */
const OPENING = 'article.entry[id^="entry-"], article.post[id^="post-"], blockquote.post[id^="post-"]';
const COMMENT = '.entry-comment[id^="entry-comment-"], .post-comment[id^="post-comment-"]';

/** `entry-12`, `entry-comment-34`, `post-5`, `post-comment-6`: the id of the element is the post's. */
const idOf = (item: Element): string | null => match(item.id, /^((?:entry|post)(?:-comment)?-\d+)$/);

const mbin: ForumMarkup = {
  engine: 'mbin',
  item: `${OPENING}, ${COMMENT}`,
  id: idOf,
  author: 'header .user-inline | .user-inline',
  body: ':scope > .content, .entry__body > .content, .content | header h1, header h2',
  skip: '.more, .badge',
  parent: (item, id, page) => {
    if (item.matches(OPENING)) return null;
    const answered = attr(item, '', 'data-subject-parent-value');
    const kind = id.startsWith('entry') ? 'entry' : 'post';
    const opening = kind === 'entry' ? match(page.url.pathname, /\/t\/(\d+)/) : match(page.url.pathname, /\/p\/(\d+)/);
    if (answered) return `${kind}-comment-${answered}`;
    return opening ? `${kind}-${opening}` : null;
  },
  number: (item) => (item.matches(COMMENT) ? '2' : '1'),
  time: (item) => {
    const stamp = own(item, 'header time[datetime] | .entry__meta time[datetime] | time[datetime]', mbin);
    return { machine: attr(stamp, '', 'datetime'), shown: textOf(stamp) };
  },
  permalink: (item, id, page) =>
    one(item, 'header a time')?.closest('a')?.getAttribute('href') ??
    (item.matches(OPENING)
      ? page.url.pathname.replace(/\/(?:newest|oldest|hot|top|active|favourites)$/, '')
      : `#${id}`),
  thread: (page) => ({
    id:
      match(page.url.pathname, /\/([tp]\/\d+)/)
        ?.replace('t/', 'entry-')
        .replace('p/', 'post-') ?? null,
    title: textOf(one(page.document, 'article.entry h1, article.entry h2')) || page.document.title,
  }),
  more: (item, page) => {
    const handle =
      attr(item, '.user-inline', 'data-mentions-username-param') ??
      match(attr(item, '.user-inline', 'href'), /\/u\/(.+)$/);
    const name = textOf(item, 'header .user-inline') || textOf(item, '.user-inline');
    const title = item.matches('article.entry') ? textOf(one(item, 'header h1, header h2')) : '';
    const isHere = threadOf(page, mbin).id !== null;
    return {
      author: { name, handle: handle?.replace(/^@/, '') ?? null, href: attr(item, '.user-inline', 'href') },
      ...(!isHere && item.matches(OPENING) && { threadId: item.id, threadTitle: title }),
      counts: {
        likes: parseCount(textOf(item, '.vote__up span, .vote__up [data-subject-target="upvoteCounter"]')) ?? 0,
      },
    };
  },
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, mbin);
  const said = parseCount(
    textOf(one(page.document, '[data-subject-target="commentsCounter"], #comments [data-count]')),
  );
  return id ? [{ id, title, href: page.url.pathname, expected: said ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'mbin',
  name: 'Mbin, kbin',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://plaza.example/m/barrio/t/12/huertos'],
  verified: 'from source',
  source: 'MbinOrg/mbin templates/components',
  item: mbin.item,
  detect: ({ document }) =>
    one(
      document,
      '.entry-comment[data-subject-parent-value], .post-comment[data-subject-parent-value], article.entry[id^="entry-"] .user-inline, .post[id^="post-"] .user-inline',
    ) !== null,
  extract: (item, page) => readForumPost(item, page, mbin),
  threads,
  composer: (item, page) =>
    ((item && one(item, '.js-container textarea')) as HTMLElement | null) ?? replyBox(page, '#add-comment textarea'),
  authorAnchor: (item) => one(item, '.user-inline'),
};
