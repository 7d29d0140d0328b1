import { type Adapter, type Page, type RawPost, type RawProfile, type RawThread, required } from '../contract';
import { all, attr, one, readBody, readText, textOf } from '../dom';
import { answersInData, first, hrefs, match } from '../values';

/**
 * GitHub issues, pull requests and discussions: today's React timeline (`data-testid`, `.react-issue-comment`) and the
 * server-rendered containers (`.js-comment-container`) that pull requests and discussions still use. Ids are the anchors
 * the site links to: `issue-1`, `issuecomment-2`, `discussioncomment-3`.
 */
const REACT = '[data-testid="issue-body"], .react-issue-comment';
const CLASSIC = '.js-comment-container, .review-comment.js-comment';
const ITEM = `${REACT}, ${CLASSIC}`;
const ANCHOR =
  /^(?:issue|issuecomment|pullrequest|pullrequestreview|discussion|discussioncomment)-\d+$|^discussion_r\d+$/;
const BODY = '[data-testid="markdown-body"], .js-comment-body, .comment-body';
const AUTHOR =
  '[data-testid="issue-body-header-author"], [data-testid="avatar-link"], a.author, [data-hovercard-type="user"][href]:not(:has(img)), [data-hovercard-type="organization"][href]:not(:has(img))';

/** A node of this comment: the answers of a discussion's comment are nested in its container. */
function own(item: Element, selector: string, where: (element: Element) => boolean = () => true): Element | null {
  return all(item, selector).find((each) => each.closest(ITEM) === item && where(each)) ?? null;
}

function idOf(item: Element): string | null {
  if (ANCHOR.test(item.id)) return item.id;
  const inside = own(item, '[id]', ({ id }) => ANCHOR.test(id));
  const outside = item.closest('[id^="issuecomment-"], [id^="issue-"], [id^="discussion"]')?.id;
  const linked = match(attr(item, '[data-testid="issue-body-header-link"], a[href*="#issue"]', 'href'), /#([\w-]+)$/);
  return inside?.id ?? linked ?? (outside && ANCHOR.test(outside) ? outside : null);
}

/** `owner/repo/issues/56`: the same whichever part of the timeline is loaded. */
function threadId(page: Page): string {
  return (
    match(page.url.pathname, /^\/([^/]+\/[^/]+\/(?:issues|pull|discussions)\/\d+)/)?.toLowerCase() ?? page.url.pathname
  );
}

const TITLE = '[data-testid="issue-title"] | .js-issue-title | h1.gh-header-title';

function subject(page: Page): { title: string; opening: string | null } {
  return page.memo('github', () => {
    const top = one(page.document, ITEM);
    const id = top ? idOf(top) : null;
    return {
      title: textOf(first(page.document, TITLE)),
      opening: id && /^(?:issue|pullrequest|discussion)-\d+$/.test(id) ? id : null,
    };
  });
}

/** The comment a reply of a discussion stands under; else the post the page is about. */
function parentOf(item: Element, id: string, page: Page): string | null {
  const outer = item.parentElement?.closest(CLASSIC);
  const list = item.closest('[id^="child-comments-"]')?.id.slice('child-comments-'.length);
  const up = list ?? (outer ? idOf(outer) : null);
  const { opening } = subject(page);
  return up && up !== id ? up : opening === id ? null : opening;
}

function read(item: Element, page: Page): RawPost | null {
  const body = own(item, BODY);
  const id = idOf(item);
  // Reviews without words, and events that share the container's class, are not posts.
  if (!body && (!id || !own(item, AUTHOR) || item.matches('.js-comment-container'))) return null;
  const author = required(
    own(item, AUTHOR, (each) => textOf(each) !== '' && !each.closest(BODY)),
    'author',
  );
  const stamp = own(item, 'relative-time[datetime], time-ago[datetime], time[datetime]', (each) => !each.closest(BODY));
  const { title, opening } = subject(page);
  const anchor = required(id, 'id');
  return {
    id: anchor,
    kind: anchor === opening ? 'post' : 'reply',
    permalink: stamp?.closest('a[href*="#"]')?.getAttribute('href') ?? `#${anchor}`,
    threadId: threadId(page),
    threadTitle: title,
    parentId: parentOf(item, anchor, page),
    author: {
      name: textOf(author),
      handle: match(author.getAttribute('href'), /([^/]+)\/?$/),
      href: author.getAttribute('href'),
    },
    ...readBody(required(body, 'text'), {
      quotes: 'blockquote, .email-quoted-reply, .email-fragment + .email-hidden-reply',
      skip: '.email-hidden-toggle, .zeroclipboard-container, clipboard-copy, .comment-reactions, [data-testid="reactions"]',
    }),
    time: { machine: stamp?.getAttribute('datetime') },
    mentions: mentionsOf(body),
  };
}

function mentionsOf(body: Element | null): string[] | undefined {
  const handles = all(body, 'a.user-mention').map((link) => textOf(link).replace(/^@/, ''));
  return handles.length ? handles : undefined;
}

/** `github.com/name`: the card beside the repositories. */
function profile({ document, url }: Page): RawProfile | null {
  const handle = match(url.pathname, /^\/([\w-]+)\/?$/);
  if (!handle || textOf(one(document, '.vcard-username')).toLowerCase() !== handle.toLowerCase()) return null;
  const bio = one(document, '.user-profile-bio');
  return {
    name: textOf(one(document, '.vcard-fullname')),
    handle,
    href: `/${handle}`,
    bio: readText(bio),
    links: [...hrefs(bio), ...hrefs(document, '.vcard-details a[rel~="me"][href]')],
    alt: attr(document.documentElement, 'img.avatar-user', 'alt'),
  };
}

/** What the page's own description for search engines counts, else the numbers in the discussion's heading. */
function expected(page: Page): number | null {
  const counted = answersInData(page.document);
  if (counted !== null) return counted;
  const numbers = textOf(one(page.document, '#discussion-comment-count, .discussions-comment-count')).match(/\d+/g);
  return numbers ? numbers.reduce((sum, each) => sum + Number(each), 0) : null;
}

function threads(page: Page): RawThread[] {
  const { title } = subject(page);
  return title ? [{ id: threadId(page), title, href: page.url.pathname, expected: expected(page) }] : [];
}

/** A discussion's comment has a box of its own; everything else is answered at the foot of the page. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const nested = item ? own(item, 'form textarea[name="comment[body]"], .js-inline-comment-form textarea') : null;
  return (nested ??
    one(
      page.document,
      '#new_comment_field, [data-testid="comment-composer"] textarea, [data-testid="markdown-editor-comment-composer"] textarea, .react-comments-container ~ * textarea, form.js-new-comment-form textarea',
    )) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'github',
  name: 'GitHub',
  scope: 'site',
  matches: ['https://github.com/*'],
  sampleUrls: [
    'https://github.com/cafetera/molinillo/issues/56',
    'https://github.com/cafetera/molinillo/discussions/7',
  ],
  verified: 'from source',
  source: 'refined-github (get-comment-author, four layouts), public DOM notes and scrapers of 2025-26',
  item: ITEM,
  extract: read,
  threads,
  profile,
  composer,
  authorAnchor: (item) => own(item, AUTHOR, (each) => textOf(each) !== ''),
};
