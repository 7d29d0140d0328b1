import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { enclosing, type ForumMarkup, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match, QUOTE } from '../values';

/** Comments kept on GitHub and shown in a frame of a blog: Giscus (discussions) and Utterances (an issue). */
const GISCUS = '.gsc-comment, .gsc-reply';
const UTTERANCES = 'article.timeline-comment';

const linkOf = (item: Element): Element | null =>
  one(item, 'a[href*="#discussioncomment-"], a[href*="#issuecomment-"]');
const idOf = (item: Element): string | null =>
  match(linkOf(item)?.getAttribute('href'), /#((?:discussioncomment|issuecomment)-\d+)/);

const giscus: ForumMarkup = {
  engine: 'giscus',
  item: `${GISCUS}, ${UTTERANCES}`,
  id: idOf,
  kind: 'reply',
  nested: true,
  author:
    '.gsc-comment-author a span, .gsc-comment-author a, .gsc-reply-author a span, .gsc-reply-author a, .comment-header strong, .comment-meta a strong',
  profile: '.gsc-comment-author a, .gsc-reply-author a, .comment-header a.text-link, .comment-meta a',
  body: '.gsc-comment-content, .gsc-reply-content, .markdown-body',
  skip: '.email-hidden-toggle, .email-hidden-reply',
  quote: QUOTE,
  parent: (item) => enclosing(item, giscus),
  time: (item) => {
    const stamp = one(linkOf(item), 'time') ?? one(item, 'time, relative-time') ?? linkOf(item);
    return { machine: attr(stamp, '', 'datetime'), shown: attr(stamp, '', 'title') ?? textOf(stamp) };
  },
  permalink: (item) => linkOf(item)?.getAttribute('href') ?? null,
  thread: (page) => {
    const link = linkOf(page.document.body)?.getAttribute('href');
    return { id: match(link, /github\.com\/(.+?)#/) ?? page.url.pathname, title: page.document.title };
  },
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, giscus);
  const link = linkOf(page.document.body)?.getAttribute('href')?.replace(/#.*$/, '');
  const said = parseCount(textOf(one(page.document, '.gsc-comments-count, .timeline-header a')));
  return id ? [{ id, title, href: link ?? id, expected: said ?? null }] : [];
}

export const adapter: Adapter = {
  id: 'giscus',
  name: 'Giscus, Utterances',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://giscus.app/en/widget', 'https://utteranc.es/utterances.html'],
  verified: 'from source',
  source:
    'giscus/giscus components/Comment.tsx, Reply.tsx; recalled, not compared with: utterance/utterances src/timeline-component.ts',
  item: giscus.item,
  detect: ({ document }) =>
    one(document, '.gsc-comments, .gsc-timeline, .timeline > article.timeline-comment') !== null,
  extract: (item, page) => (idOf(item) ? readForumPost(item, page, giscus) : null),
  threads,
  composer: (item, page) =>
    ((item && one(item, 'textarea')) as HTMLElement | null) ??
    replyBox(page, '.gsc-comment-box textarea, #comment-box textarea, .new-comment-component textarea'),
  authorAnchor: (item) => one(item, '.gsc-comment-author, .gsc-reply-author, .comment-meta'),
};
