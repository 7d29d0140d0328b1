import { digest } from '../../core/keys';
import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { first, match, present } from '../values';

/**
 * LinkedIn, three ways: the signed-in pages since 2021 (posts carry `data-urn`, comments a `data-id` that names their post);
 * the ones drawn by the server since 2025 (hashed classes, but `componentkey` names posts and comments); and what a visitor
 * without an account sees (`data-activity-urn`, `section.comment`). Ids carry the time, to the second.
 */
const UPDATE = '.feed-shared-update-v2[data-urn]';
const COMMENT = 'article.comments-comment-entity, article.comments-comment-item, article.comments-reply-item';
const DRAWN = '[role="listitem"][componentkey*="FeedType"]';
const DRAWN_COMMENT =
  '[componentkey^="replaceableComment_urn:li:comment:"], [id^="replaceableComment_urn:li:comment:"]:not([componentkey])';
const GUEST = 'article[data-activity-urn]';
const GUEST_COMMENT = 'section.comment';

const PROFILE = 'a[href*="/in/"], a[href*="/company/"], a[href*="/school/"], a[href*="/showcase/"]';
const URN = /urn:li:((?:activity|ugcPost|share):\d+)/;
/** What surrounds somebody else's post inside a post. */
const RESHARED =
  '.feed-shared-update-v2__update-content-wrapper, .update-components-mini-update-v2, .feed-shared-mini-update-v2, [componentkey*="reshared" i]';
const MORE =
  '.see-more, .feed-shared-inline-show-more-text__see-more-less-toggle, button, [data-testid="expandable-text-button"]';

const bare = (href: string | null | undefined): string | null => href?.split(/[?#]/)[0] || null;
const slugOf = (href: string | null): string | null => match(href, /\/(?:in|company|school|showcase)\/([^/?#]+)/);

interface Named {
  /** `activity:1` or `ugcPost:1`: the post answered. */
  post: string;
  id: string;
}

/** `urn:li:comment:(activity:1,2)`, with or without `urn:li:` inside. */
function commentIn(urn: string | null): Named | null {
  const found = /comment:\((?:urn:li:)?([a-zA-Z]+:\d+),(\d+)\)/.exec(urn ?? '');
  return found ? { post: found[1] as string, id: found[2] as string } : null;
}

const numberOf = (urn: string): string => urn.slice(urn.indexOf(':') + 1);
const addressOf = (urn: string): string => `/feed/update/urn:li:${urn}`;

/** A link to a comment: LinkedIn shows none, but understands this one. */
const commentAddress = ({ post, id }: Named): string =>
  `${addressOf(post)}?commentUrn=${encodeURIComponent(`urn:li:comment:(${post},${id})`)}`;

/** The name is written twice, once for the eye and once for the ear. */
function nameIn(link: Element | null): string {
  const box = first(
    link,
    '.update-components-actor__title [dir] [aria-hidden="true"] | .update-components-actor__title [aria-hidden="true"] | .update-components-actor__name [aria-hidden="true"] | .feed-shared-actor__name | .update-components-actor__name | .comments-comment-meta__description-title | .comments-post-meta__name-text [aria-hidden="true"] | .comments-post-meta__name-text',
  );
  return textOf(box);
}

function timeOf(id: string, shown: string): RawPost['time'] {
  return { id: { scheme: 'linkedin', value: id }, shown: shown.split('•')[0]?.trim() };
}

/** An update without its own words "3 d": LinkedIn puts the mark of an advert where the time of a post stands. */
function isPaid(line: Element | null): boolean {
  return line !== null && !/\d/.test(textOf(line)) && !one(line, 'li-icon, svg');
}

function ownText(item: Element, selector: string): Element | null {
  return all(item, selector).find((box) => !box.closest(COMMENT) && isOwn(box, item)) ?? null;
}

function isOwn(box: Element, item: Element): boolean {
  const wrapper = box.closest(RESHARED);
  return !wrapper || !item.contains(wrapper) || wrapper === item;
}

function readUpdate(item: Element): RawPost | null {
  const urn = match(item.getAttribute('data-urn'), URN);
  if (!urn) return null; // promotions of LinkedIn's own, lists of several posts
  const id = numberOf(urn);
  const box = ownText(item, '.update-components-actor__container, .feed-shared-actor, .update-components-actor');
  const link =
    one(box, 'a.update-components-actor__meta-link, a.feed-shared-actor__container-link') ?? one(box, PROFILE);
  const line = one(box, '.update-components-actor__sub-description, .feed-shared-actor__sub-description');
  const body = ownText(item, '.update-components-text, .feed-shared-text');
  const shared = one(item, '.update-components-mini-update-v2, .feed-shared-mini-update-v2');
  const sharedBox = shared ? (shared.closest('.feed-shared-update-v2__update-content-wrapper') ?? shared) : null;
  const quoted = readText(one(shared, '.update-components-text, .feed-shared-text'), { skip: MORE });
  const href = bare(link?.getAttribute('href'));
  return {
    id,
    permalink: addressOf(urn),
    author: { name: required(nameIn(box) || nameIn(link), 'author'), handle: slugOf(href), href },
    text: readText(body, { skip: MORE }),
    quotes: quoted ? [{ author: nameIn(sharedBox), text: quoted }] : undefined,
    time: timeOf(id, textOf(line, '[aria-hidden="true"]')),
    counts: present({
      likes: parseCount(textOf(item, '.social-details-social-counts__reactions-count')),
      replies: claimed(item) ?? undefined,
    }),
    media: picturesOf(item),
    sponsored: isPaid(line) || undefined,
  };
}

function picturesOf(item: Element): RawPost['media'] {
  const media = all(item, '.update-components-image__image[src]')
    .filter((image) => isOwn(image, item))
    .map((image) => ({ alt: image.getAttribute('alt') ?? '', href: image.getAttribute('src') ?? '' }));
  return media.length ? media : undefined;
}

function claimed(item: Element): number | null {
  const shown = textOf(
    item,
    '.social-details-social-counts__comments button, [data-test-id="social-actions__comments"]',
  );
  return parseCount(shown || attr(item, '[data-num-comments]', 'data-num-comments')) ?? null;
}

/** The post a comment stands under: its urn may name another id of the same post (`ugcPost`), the page's own wins. */
function threadOf(item: Element, named: Named, page: Page): string {
  const holder = item.closest('[data-urn], [data-activity-urn]');
  const urn = match(holder?.getAttribute('data-urn') ?? holder?.getAttribute('data-activity-urn'), URN);
  return numberOf(urn ?? match(page.url.pathname, URN) ?? named.post);
}

/** A reply lies inside its comment, or follows it as a sibling marked as one. */
function commentAbove(item: Element): string | null {
  const outer = item.parentElement?.closest(COMMENT);
  if (outer) return commentIn(outer.getAttribute('data-id'))?.id ?? null;
  if (!/entity--reply|reply-item/.test(item.className)) return null;
  for (let each = item.previousElementSibling; each; each = each.previousElementSibling) {
    if (each.matches(COMMENT) && !/entity--reply|reply-item/.test(each.className))
      return commentIn(each.getAttribute('data-id'))?.id ?? null;
  }
  return null;
}

function readComment(item: Element, page: Page): RawPost {
  const named = required(commentIn(item.getAttribute('data-id')), 'id');
  const link = first(
    item,
    'a.comments-comment-meta__description-container | a.comments-post-meta__actor-link | a.comments-comment-meta__image-link',
  );
  const href = bare((link ?? one(item, PROFILE))?.getAttribute('href'));
  const thread = threadOf(item, named, page);
  return {
    id: named.id,
    kind: 'reply',
    permalink: commentAddress(named),
    threadId: thread,
    parentId: commentAbove(item) ?? thread,
    author: { name: required(nameIn(link ?? item), 'author'), handle: slugOf(href), href },
    text: readText(one(item, '.comments-comment-item__main-content, .update-components-text, .feed-shared-text'), {
      skip: MORE,
    }),
    time: timeOf(named.id, textOf(item, 'time')),
    counts: present({
      likes: parseCount(
        textOf(
          item,
          '.comments-comment-social-bar__reactions-count--cr, .comments-comment-social-bar__reactions-count',
        ),
      ),
    }),
  };
}

/** Drawn by the server: the first profile link with words is the author, the words stand in an expandable box. */
function authorDrawn(item: Element): { name: string; handle: string | null; href: string | null } {
  const links = all(item, PROFILE).filter((link) => link.closest(DRAWN_COMMENT) === item.closest(DRAWN_COMMENT));
  const href = bare(links[0]?.getAttribute('href'));
  for (const link of links) {
    if (bare(link.getAttribute('href')) !== href) continue;
    const name = textOf(link, 'p > span[aria-hidden="true"], div > span[aria-hidden="true"], p') || textOf(link);
    if (name) return { name: name.split('•')[0]?.trim() ?? name, handle: slugOf(href), href };
  }
  return { name: '', handle: slugOf(href), href };
}

function readDrawn(item: Element, page: Page): RawPost | null {
  const named = commentIn(item.getAttribute('componentkey') ?? item.getAttribute('id'));
  const box = all(item, '[data-testid="expandable-text-box"]').find(
    (each) => each.closest(DRAWN_COMMENT) === (named ? item : null),
  );
  const text = readText(box, { skip: MORE });
  const author = authorDrawn(item);
  if (!named) {
    const linked = all(item, 'a[href*="urn:li:"]').find((each) => !each.closest(DRAWN_COMMENT));
    const urn =
      match(linked?.getAttribute('href')?.replaceAll('%3A', ':'), URN) ??
      match(one(item, DRAWN_COMMENT)?.outerHTML, URN);
    if (!urn) return null; // no id is shown before the menu is opened: nothing to hold it by
    const id = numberOf(urn);
    return {
      id,
      permalink: addressOf(urn),
      author: { ...author, name: required(author.name, 'author') },
      text,
      time: timeOf(id, ''),
    };
  }
  const outer = item.parentElement?.closest(DRAWN_COMMENT);
  const above = commentIn(outer?.getAttribute('componentkey') ?? outer?.getAttribute('id') ?? null)?.id;
  const thread = numberOf(match(page.url.pathname, URN) ?? named.post);
  return {
    id: named.id,
    kind: 'reply',
    permalink: commentAddress(named),
    threadId: thread,
    parentId: above ?? thread,
    author: { ...author, name: required(author.name, 'author') },
    text,
    time: timeOf(named.id, ''),
  };
}

/** Seen without an account. Comments show no id: theirs is made of who, where and what. */
function readGuest(item: Element, page: Page): RawPost {
  const isComment = item.matches(GUEST_COMMENT);
  const link = first(
    item,
    isComment
      ? 'a.comment__actor-name, a.comment__author | a[data-tracking-control-name$="actor-name"]'
      : '[data-tracking-control-name$="feed-actor-name"] | [data-test-id="main-feed-activity-card__entity-lockup"] a',
  );
  const href = bare(link?.getAttribute('href'));
  const author = { name: required(textOf(link), 'author'), handle: slugOf(href), href };
  const text = readText(
    one(
      item,
      isComment
        ? '.comment__message, .comment__text, .attributed-text-segment-list__content'
        : '.attributed-text-segment-list__content',
    ),
  );
  const shown = textOf(item, 'time, .comment__duration-since');
  if (!isComment) {
    const urn = required(match(item.getAttribute('data-activity-urn'), URN), 'id');
    return { id: numberOf(urn), permalink: addressOf(urn), author, text, time: timeOf(numberOf(urn), shown) };
  }
  const urn = match(page.url.pathname, URN) ?? match(page.url.pathname, /-(activity-\d+)-/)?.replace('-', ':');
  const thread = urn ? numberOf(urn) : page.url.pathname;
  return {
    id: `${thread}/${digest(`${href ?? author.name}\n${text}`)}`,
    kind: 'reply',
    threadId: thread,
    parentId: thread,
    author,
    text,
    time: { shown },
    counts: present({ likes: parseCount(textOf(item, '.comment__likes-count, .comment__reactions-count')) }),
  };
}

function extract(item: Element, page: Page): RawPost | null {
  if (item.matches(UPDATE)) return readUpdate(item);
  if (item.matches(COMMENT)) return readComment(item, page);
  if (item.matches(`${GUEST}, ${GUEST_COMMENT}`)) return readGuest(item, page);
  return readDrawn(item, page);
}

function threads(page: Page): RawThread[] {
  return all(page.document, `${UPDATE}, ${GUEST}`).flatMap((item) => {
    const urn = match(item.getAttribute('data-urn') ?? item.getAttribute('data-activity-urn'), URN);
    const expected = urn ? claimed(item) : null;
    return urn && expected ? [{ id: numberOf(urn), title: '', href: addressOf(urn), expected }] : [];
  });
}

/** The box inside the comment answers it; the one under a post answers the post. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const root = item ?? page.document;
  return one(
    root,
    '.comments-comment-box [contenteditable="true"], [role="textbox"][contenteditable="true"]',
  ) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'linkedin',
  name: 'LinkedIn',
  scope: 'site',
  matches: ['https://*.linkedin.com/*'],
  sampleUrls: [
    'https://www.linkedin.com/feed/',
    'https://es.linkedin.com/posts/cafeteria_activity-7300000000000000000-aBcD',
  ],
  verified: '2025-04-09',
  item: `${UPDATE}, ${COMMENT}, ${DRAWN}, ${DRAWN_COMMENT}, ${GUEST}, ${GUEST_COMMENT}`,
  extract,
  threads,
  composer,
  limit: 1250,
};
