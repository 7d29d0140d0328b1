import {
  type Adapter,
  type Page,
  type RawPost,
  type RawProfile,
  type RawThread,
  type RawTime,
  required,
} from '../contract';
import { all, attr, one, readBody, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { hrefs, match, present, QUOTE } from '../values';

/**
 * Lemmy's own client, on any host: a post, drawn once for narrow and once for wide screens, and a tree of comments whose
 * answers stand in the same list item. Posts and comments are numbered apart.
 */
const POST = '.post-listing';
const COMMENT = 'article[id^="comment-"].comment-node';
const TITLE = '.post-title a[href*="/post/"], h1 a[href*="/post/"]';

/** The post a page shows. A comment opened by its own link has it above. */
function postOf(page: Page): { id: string | null; title: string } {
  return page.memo('lemmy', () => {
    const { document, url } = page;
    const shown = one(document, POST);
    const link = attr(shown, 'a[href*="/post/"]', 'href') ?? attr(one(document, 'a[href^="/post/"]'), '', 'href');
    const title = textOf(shown, `${TITLE}, .post-title, h1`) || document.title;
    return { id: match(url.pathname, /^\/post\/(\d+)/) ?? match(link, /\/post\/(\d+)/), title };
  });
}

/** The words beside the short time: made on the first line, changed on the last. */
function timesOf(item: Element): { time: RawTime; editedTime?: RawTime } {
  const shown = one(item, '.moment-time');
  const lines = (shown?.getAttribute('data-tippy-content') ?? '').split(/\n+/).map((line) => line.trim());
  const [made = '', changed] = lines;
  const dateIn = (line: string) => line.replace(/^[^\d:]*?:\s+/, '');
  return {
    time: { shown: dateIn(made) || textOf(shown) },
    ...(changed ? { editedTime: { shown: dateIn(changed) } } : {}),
  };
}

function authorOf(item: Element): RawPost['author'] {
  const link = required(one(item, 'a.person-listing'), 'author');
  const href = link.getAttribute('href');
  const name = textOf(link, ':scope > span') || textOf(link);
  return { name: required(name, 'author').replace(/^@/, ''), handle: match(href, /\/u\/([^/?#]+)/), href };
}

function readComment(item: Element, page: Page): RawPost | null {
  const body = required(one(item, '.comment-content .md-div, .md-div'), 'text');
  // Removed and deleted comments keep their place for their answers.
  if (one(item, '.comment-content.text-muted')) return null;
  const id = required(match(item.id, /^comment-(\d+)$/), 'id');
  const { id: postId, title } = postOf(page);
  const above = item.parentElement?.parentElement?.closest('.comment')?.querySelector(COMMENT);
  const parent = match(above?.id, /^comment-(\d+)$/) ?? (postId && `post/${postId}`);
  return {
    id,
    kind: 'reply',
    permalink: `/comment/${id}`,
    threadId: postId ? `post/${postId}` : undefined,
    threadTitle: title,
    parentId: parent,
    author: authorOf(item),
    ...readBody(body, { quotes: QUOTE }),
    ...timesOf(item),
  };
}

function readPost(item: Element): RawPost {
  const link = attr(item, 'a[href*="/post/"]', 'href');
  const id = required(match(link, /\/post\/(\d+)/), 'id');
  const title = required(textOf(item, `${TITLE}, .post-title, h1`), 'text');
  const { text, quotes, truncated } = readBody(one(item, '#postContent .md-div, .md-div'), { quotes: QUOTE });
  const replies = parseCount(textOf(item, 'a[href*="scrollToComments"]'));
  return {
    id: `post/${id}`,
    kind: 'post',
    permalink: `/post/${id}`,
    threadTitle: title,
    parentId: null,
    author: authorOf(item),
    text: text ? `${title}\n\n${text}` : title,
    quotes,
    truncated: truncated || undefined,
    ...timesOf(item),
    counts: present({ replies }),
  };
}

/** Above a person's posts: their name, the link to them, and what they say of themselves. */
function profile({ document, url }: Page): RawProfile | null {
  const handle = match(url.pathname, /^\/u\/([^/?#]+)\/?$/);
  const isAbove = (each: Element) => each.closest(`${POST}, ${COMMENT}`) === null;
  // Somebody of another server is linked there.
  const [user, host] = handle?.split('@') ?? [];
  const end = host ? `//${host}/u/${user}` : `/u/${user}`;
  const link = all(document, 'a.person-listing').find(
    (each) => isAbove(each) && [end, `/u/${handle}`].some((way) => each.getAttribute('href')?.endsWith(way)),
  );
  if (!handle || !link) return null;
  const bio = all(document, '#bio, .d-flex.align-items-center.mb-2 > .md-div').find(isAbove) ?? null;
  const name = textOf(link, ':scope > span') || textOf(link);
  return {
    name: name.replace(/^@/, ''),
    handle,
    href: `/u/${handle}`,
    bio: readText(bio),
    links: hrefs(bio),
  };
}

function threads(page: Page): RawThread[] {
  const { id, title } = postOf(page);
  if (!id || !/^\/(?:post|comment)\//.test(page.url.pathname)) return [];
  const count = parseCount(textOf(one(page.document, `${POST} a[href*="scrollToComments"]`)));
  return [{ id: `post/${id}`, title, href: `/post/${id}`, expected: count ?? null }];
}

export const adapter: Adapter = {
  id: 'lemmy',
  name: 'Lemmy',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://lemmy.example/post/12'],
  verified: 'from source',
  source: 'LemmyNet/lemmy-ui src/shared/components/{comment/comment-node,person/person-listing,common/moment-time}.tsx',
  item: `${POST}, ${COMMENT}`,
  detect: ({ document }) => one(document, `${POST} a.person-listing, ${COMMENT} a.person-listing`) !== null,
  extract: (item, page) => (item.matches(COMMENT) ? readComment(item, page) : readPost(item)),
  threads,
  profile,
  composer: (item, page) => {
    const below = item?.matches(COMMENT)
      ? item.parentElement?.querySelector(':scope > div .comment-form textarea, :scope > .comment-form textarea')
      : null;
    return (below ?? one(page.document, '.post .comment-form textarea, .comment-form textarea')) as HTMLElement | null;
  },
  authorAnchor: (item) => one(item, 'a.person-listing'),
};
