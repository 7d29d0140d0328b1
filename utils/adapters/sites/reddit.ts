import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readBody, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present, QUOTE } from '../values';

/**
 * Reddit, three generations: old (`.thing`, everything in attributes), the React pages of 2018-23 (`.Comment`, threadlines
 * that name the ancestors, times in words only) and today's web components (`shreddit-*`, attributes and slots).
 * Ids are Reddit's full names: `t3_` a post, `t1_` a comment.
 */
const POST = '.thing.link, .Post[id^="t3_"], shreddit-post, shreddit-ad-post';
const COMMENT = '.thing.comment, .Comment[class*="t1_"], shreddit-comment[thingid]';

/** `/r/x/comments/8dyrb3/slug/…` names the post, and the comment where there is one. */
const postIn = (href: string | null | undefined): string | null => prefixed('t3_', match(href, /\/comments\/(\w+)/));
const prefixed = (kind: string, id: string | null): string | null => (id ? kind + id : null);
const profile = (name: string): string => `/user/${name}`;
const isNobody = (name: string | null): boolean => !name || name === '[deleted]' || name === '[removed]';

/** The post a comments page is about. */
function subject(page: Page): { id: string | null; title: string; author: string | null } {
  return page.memo('reddit', () => {
    const id = postIn(page.url.pathname);
    const post = id ? all(page.document, POST).find((each) => postId(each) === id) : undefined;
    return { id, title: post ? titleOf(post) : '', author: post ? authorOf(post) : null };
  });
}

function postId(post: Element): string | null {
  const id = post.getAttribute('data-fullname') ?? post.id;
  return /^t3_\w+$/.test(id) ? id : postIn(post.getAttribute('permalink'));
}

function titleOf(post: Element): string {
  return (
    post.getAttribute('post-title') ??
    textOf(post, 'a.title, [slot="title"], h1, [data-adclicklocation="title"] h3, h3')
  );
}

function authorOf(post: Element): string | null {
  return (
    post.getAttribute('data-author') ??
    post.getAttribute('author') ??
    match(attr(post, '[data-testid="post_author_link"], a[data-click-id="user"]', 'href'), /\/user\/([^/]+)/)
  );
}

function isSponsored(post: Element): boolean {
  return (
    post.localName === 'shreddit-ad-post' ||
    post.matches('.promotedlink, [data-promoted="true"], [promoted], [is-promoted]')
  );
}

/** The post's own words below its title. Old Reddit's list loads them when opened, so they may come later. */
function postBody(post: Element) {
  return readBody(
    one(
      post,
      '[slot="text-body"] .md, [slot="text-body"], .expando .usertext-body .md, [data-click-id="text"] .RichTextJSON-root',
    ),
    { quotes: QUOTE },
  );
}

function readPost(post: Element, page: Page): RawPost | null {
  const about = subject(page).id;
  const id = postId(post);
  // Below a discussion Reddit lists other posts of the community: they are not part of it.
  if (about && id !== about) return null;
  const author = authorOf(post);
  if (isNobody(author)) return null;
  const title = required(titleOf(post), 'text');
  const body = postBody(post);
  const stamp = one(post, 'time[datetime], faceplate-timeago[ts]');
  return {
    id: required(id, 'id'),
    kind: 'post',
    permalink:
      post.getAttribute('data-permalink') ??
      post.getAttribute('permalink') ??
      attr(post, 'a[data-click-id="body"], a[data-click-id="comments"]', 'href') ??
      `/comments/${id?.slice(3)}/`,
    threadTitle: title,
    author: person(author as string),
    text: body.text ? `${title}\n\n${body.text}` : title,
    quotes: body.quotes,
    truncated: body.truncated,
    time: {
      machine: post.getAttribute('data-timestamp') ?? post.getAttribute('created-timestamp') ?? timeIn(stamp),
      shown: textOf(post, '[data-testid="post_timestamp"], a[data-click-id="timestamp"]'),
    },
    counts: present({
      likes: scoreIn(post.getAttribute('data-score') ?? post.getAttribute('score')),
      replies: repliesOf(post),
    }),
    media: mediaOf(post),
    sponsored: isSponsored(post) || undefined,
  };
}

function person(name: string): RawPost['author'] {
  return { name, handle: name, href: profile(name) };
}

function timeIn(stamp: Element | null): string | null {
  return stamp ? (stamp.getAttribute('datetime') ?? stamp.getAttribute('ts')) : null;
}

/** Votes for less votes against: below zero it is no count of likes. */
function scoreIn(score: string | null | undefined): number | undefined {
  return score?.trim().startsWith('-') ? 0 : parseCount(score);
}

function repliesOf(post: Element): number | undefined {
  return parseCount(
    post.getAttribute('data-comments-count') ??
      post.getAttribute('comment-count') ??
      textOf(post, '[data-test-id="comments-page-link-num-comments"], a[data-click-id="comments"]'),
  );
}

function mediaOf(post: Element): RawPost['media'] {
  const href = post.getAttribute('content-href') ?? post.getAttribute('data-url');
  return href && /\.(?:jpe?g|png|gif|webp)(?:\?|$)|\/\/v\.redd\.it\//.test(href) ? [{ href }] : undefined;
}

/** Old Reddit: a comment's own row is `.entry`; its answers are in `.child`. */
function readOld(item: Element, page: Page): RawPost | null {
  const name = item.getAttribute('data-author');
  if (isNobody(name)) return null;
  const entry = one(item, ':scope > .entry');
  const permalink = item.getAttribute('data-permalink');
  const up = item.parentElement?.closest('.thing.comment')?.getAttribute('data-fullname');
  // A comment opened by its own link shows its parent as a link only; at the top of a thread that link is absent.
  const stated = match(attr(entry, 'a[data-event-action="parent"]', 'href'), /#?(\w+)\/?$/);
  const thread = postIn(permalink) ?? subject(page).id;
  const isTop = item.closest('.commentarea') !== null;
  return {
    id: required(item.getAttribute('data-fullname'), 'id'),
    ...shared(page, thread),
    permalink,
    parentId: up ?? prefixed('t1_', stated) ?? (isTop ? thread : null),
    author: person(name as string),
    ...words(required(one(entry, '.usertext-body .md'), 'text')),
    time: { machine: attr(entry, '.tagline time:not(.edited-timestamp)', 'datetime') },
    editedTime: { machine: attr(entry, '.edited-timestamp', 'datetime') },
    counts: present({ likes: scoreIn(attr(entry, '.score.unvoted', 'title')) }),
  };
}

/** The React pages: flat rows; threadlines to the left carry the full names of the ancestors, outermost first. */
function readReact(item: Element, page: Page): RawPost | null {
  const id = required(match(item.getAttribute('class'), /\b(t1_\w+)/), 'id');
  if (one(item, '[data-testid="post-comment-header-deleted"], [to="/user/[deleted]/"]')) return null;
  const link = one(
    item,
    '[data-testid="comment_author_link"], a[href^="/user/"]:not([data-testid="comment_author_icon"])',
  );
  const stamp = one(item, '[data-testid="comment_timestamp"], a[id^="CommentTopMeta--Created"]');
  const body = one(item, '[data-testid="comment"], [data-test-id="comment"]');
  const lines = all(item.parentElement, '.threadline')
    .map((line) => match(line.parentElement?.getAttribute('class'), /\b(t1_\w+)/))
    .filter((each) => each !== id);
  const { id: thread } = subject(page);
  return {
    id,
    ...shared(page, postIn(stamp?.getAttribute('href')) ?? thread),
    permalink: stamp?.getAttribute('href')?.replace(/\?.*$/, ''),
    parentId: lines.at(-1) ?? thread,
    author: person(required(match(link?.getAttribute('href'), /\/user\/([^/]+)/), 'author')),
    ...words(required(body, 'text')),
    time: { shown: textOf(stamp) },
    counts: present({ likes: scoreIn(textOf(item, '[id^="vote-arrows-"]')) }),
  };
}

/** Today's components: nested elements, facts in attributes, words in slots. */
function readShreddit(item: Element, page: Page): RawPost | null {
  const name = item.getAttribute('author');
  if (isNobody(name) || item.hasAttribute('is-comment-deleted')) return null;
  const id = required(item.getAttribute('thingid'), 'id');
  const own = (slot: string): Element | null => one(item, `:scope > [slot="${slot}"]`);
  const meta = own('commentMeta');
  const stamp = one(meta, 'time[datetime], faceplate-timeago[ts]');
  const thread = item.getAttribute('postid') ?? subject(page).id;
  const up = item.parentElement?.closest('shreddit-comment')?.getAttribute('thingid');
  return {
    id,
    ...shared(page, thread),
    permalink: item.getAttribute('permalink'),
    parentId: up ?? item.getAttribute('parentid') ?? (item.getAttribute('depth') === '0' ? thread : null),
    author: person(name as string),
    ...words(required(own('comment'), 'text')),
    time: { machine: item.getAttribute('created') ?? timeIn(stamp), shown: textOf(stamp) },
    editedTime: { machine: timeIn(one(meta, '[slot="edited"] time, time[data-edited]')) },
    counts: present({ likes: scoreIn(item.getAttribute('score')) }),
  };
}

/** What a comment says, with the passages it quotes set apart. */
function words(body: Element): Pick<RawPost, 'text' | 'quotes' | 'truncated'> {
  return readBody(body, { quotes: QUOTE });
}

function shared(page: Page, thread: string | null): Pick<RawPost, 'kind' | 'threadId' | 'threadTitle'> {
  const about = subject(page);
  return {
    kind: 'reply',
    threadId: thread ?? undefined,
    threadTitle: thread === about.id ? about.title : undefined,
  };
}

function readComment(item: Element, page: Page): RawPost | null {
  if (item.localName === 'shreddit-comment') return readShreddit(item, page);
  return item.classList.contains('Comment') ? readReact(item, page) : readOld(item, page);
}

function threads(page: Page): RawThread[] {
  const about = subject(page).id;
  return all(page.document, POST).flatMap((post) => {
    const id = postId(post);
    if (about && id !== about) return [];
    const href = post.getAttribute('data-permalink') ?? post.getAttribute('permalink');
    return id && !isSponsored(post)
      ? [{ id, title: titleOf(post), href: href ?? `/comments/${id.slice(3)}/`, expected: repliesOf(post) ?? null }]
      : [];
  });
}

/** A box opened under a comment answers it; the one above the comments answers the post. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const BOX =
    'textarea[name="text"], shreddit-composer [contenteditable="true"], [contenteditable="true"][role="textbox"], .public-DraftEditor-content';
  const boxes = all(page.document, BOX) as HTMLElement[];
  const owner = (box: Element): Element | null => box.closest(COMMENT);
  const comment = item?.matches(COMMENT) ? item : null;
  return boxes.find((box) => owner(box) === comment) ?? null;
}

export const adapter: Adapter = {
  id: 'reddit',
  name: 'Reddit',
  scope: 'site',
  matches: [
    'https://www.reddit.com/*',
    'https://old.reddit.com/*',
    'https://new.reddit.com/*',
    'https://sh.reddit.com/*',
  ],
  sampleUrls: [
    'https://www.reddit.com/r/cafe/comments/1abcde/una_pregunta/',
    'https://old.reddit.com/r/cafe/comments/1abcde/una_pregunta/',
  ],
  verified: '2023-03-01',
  item: `${POST}, ${COMMENT}`,
  extract: (item, page) => (item.matches(POST) ? readPost(item, page) : readComment(item, page)),
  threads,
  composer,
  authorAnchor: (item) =>
    one(
      item,
      ':scope > .entry a.author, :scope > [slot="commentMeta"] a[href*="/user/"], [data-testid="comment_author_link"], [slot="credit-bar"] a[href*="/user/"], [data-testid="post_author_link"], a[data-click-id="user"]',
    ),
};
