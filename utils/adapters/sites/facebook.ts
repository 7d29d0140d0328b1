import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import {
  commentIn,
  handleOf,
  PLAIN_COMMENT,
  PLAIN_POST,
  postAddress,
  postIn,
  profileOf,
  readPlainComment,
  readPlainPost,
  unnamed,
} from '../facebook';
import { parseCount } from '../numbers';
import { present } from '../values';

/**
 * Facebook: today's pages by role and structure (posts and comments are articles, links name who and which), the ones of
 * 2015 to 2020 by the classes they kept for years, and the plain face (`mbasic`, in `../facebook.ts`).
 */
const POST = '[aria-posinset], [role="article"][aria-labelledby], [role="article"][aria-describedby]';
const COMMENT = '[role="article"][aria-label]:not([aria-posinset]):not([aria-labelledby]):not([aria-describedby])';
const OLD_POST = '.userContentWrapper';
const OLD_COMMENT = '.UFIComment';
const ANY = `${POST}, [role="article"]`;

/** A node of the article itself, not of a comment or shared post inside it. */
const own = (item: Element, selector: string): Element[] =>
  all(item, selector).filter((each) => (each.matches(ANY) ? each.parentElement : each)?.closest(ANY) === item);

interface Author {
  name: string;
  handle: string | null;
  href: string | null;
}

/** The first link to somebody with words in it; who takes part without a name is shown without a link. */
function authorOf(item: Element): Author {
  for (const link of own(item, 'a[href]')) {
    const href = profileOf(link.getAttribute('href'));
    const name = href ? textOf(link) : '';
    if (href && name) return { name, handle: handleOf(href), href };
  }
  const bare = own(item, 'h2, h3, h4, strong, span[dir="auto"]').find(
    (each) => !each.closest('[role="button"], a') && !one(each, 'div'),
  );
  return { name: textOf(bare), handle: null, href: null };
}

const MESSAGE =
  '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]';
const MORE = '[role="button"]';

/** The words: the box the site marks for its adverts' sake, or the paragraphs that are no button and no link. */
function wordsOf(item: Element): string {
  const box = own(item, MESSAGE)[0];
  if (box) return readText(box, { skip: MORE });
  const lines = own(item, 'div[dir="auto"]').filter(
    (line) =>
      !line.parentElement?.closest('div[dir="auto"]') && !line.closest('a, ul, [role="button"], h2, h3, h4, form'),
  );
  return lines.map((line) => readText(line, { skip: MORE })).join('\n');
}

/** The link around the time: it leads to the post or comment itself. */
function namingLink(item: Element, isComment: boolean): Element | null {
  const links = own(item, 'a[href]').filter((link) => {
    const href = link.getAttribute('href') ?? '';
    return isComment ? /comment_id=/.test(href) : postIn(href) !== null && !/comment_id=/.test(href);
  });
  return links.find((link) => link.closest('ul, li') || postIn(link.getAttribute('href'))) ?? links[0] ?? null;
}

function readComment(item: Element, page: Page): RawPost | null {
  const link = namingLink(item, true);
  const href = link?.getAttribute('href') ?? null;
  const named = commentIn(href);
  if (!named && !own(item, 'div[dir="auto"], ul, li').length) return null; // a place held for what is not loaded yet
  const { id, above } = required(named, 'id');
  const holder = item.parentElement?.closest(POST) ?? null;
  const thread = postIn(href) ?? (holder ? postOf(holder) : null) ?? postIn(page.url.href);
  const author = authorOf(item);
  return {
    id,
    kind: 'reply',
    permalink: `${postAddress(href as string)}${postAddress(href as string).includes('?') ? '&' : '?'}${
      above ? `comment_id=${above}&reply_comment_id=${id}` : `comment_id=${id}`
    }`,
    threadId: thread ?? undefined,
    parentId: above ?? thread,
    author: { ...author, name: required(author.name, 'author') },
    text: wordsOf(item),
    time: { shown: link && profileOf(href) === null ? textOf(link) : null },
    media: mediaOf(item),
  };
}

function postOf(item: Element): string | null {
  return postIn(namingLink(item, false)?.getAttribute('href'));
}

function readPost(item: Element): RawPost | null {
  const outer = item.parentElement?.closest(POST);
  if (outer && authorOf(outer).name) return null; // what is shared, inside who shares it; else a frame around this post
  const author = authorOf(item);
  const text = wordsOf(item);
  const link = namingLink(item, false);
  if (!author.name && !text) return null; // not drawn yet
  const href = link?.getAttribute('href') ?? null;
  const named = postIn(href);
  // A card without words and address is a row of people or reels.
  if (!named && !text) return null;
  const shared = one(item, `${POST}`);
  const quoted = shared ? wordsOf(shared) : '';
  return {
    id: named ?? unnamed(author.href, text),
    permalink: named && href ? postAddress(href) : null,
    author: { ...author, name: required(author.name, 'author') },
    text,
    quotes: shared && quoted ? [{ author: authorOf(shared).name, text: quoted }] : undefined,
    time: { shown: link ? (link.getAttribute('aria-label') ?? textOf(link)) : null },
    media: mediaOf(item),
    sponsored: own(item, 'a[href*="/ads/about"], a[href*="/ads/preferences"]').length > 0 || undefined,
    truncated: own(item, `${MESSAGE}`)[0]?.querySelector(MORE) ? true : undefined,
  };
}

function mediaOf(item: Element): RawPost['media'] {
  const media = own(item, 'a[href*="/photo"] img[src], a[href*="fbid="] img[src]').map((image) => ({
    alt: image.getAttribute('alt') ?? '',
    href: image.getAttribute('src') ?? '',
  }));
  return media.length ? media : undefined;
}

function readOldPost(item: Element): RawPost | null {
  if (one(item, OLD_POST)) return null; // "so-and-so like this": the post itself lies inside
  const link = one(item, 'a[href]:has(abbr[data-utime])')?.getAttribute('href') ?? null;
  const head = one(item, 'h5 a[href], h6 a[href]');
  const href = profileOf(head?.getAttribute('href'));
  const name = required(textOf(head), 'author');
  const text = readText(one(item, '.userContent'), {
    skip: '.see_more_link_inner, .text_exposed_hide, .text_exposed_link',
  });
  const paid = one(item, 'a[ajaxify*="ad_id="]');
  return {
    id: postIn(link) ?? unnamed(href, text),
    permalink: link ? postAddress(link) : null,
    author: { name, handle: handleOf(href), href },
    text,
    time: { machine: attr(item, 'abbr[data-utime]', 'data-utime') ?? oldTime(item) },
    sponsored: paid ? true : undefined,
  };
}

const oldTime = (item: Element): string | null =>
  item.closest('[data-timestamp]')?.getAttribute('data-timestamp') ?? null;

function readOldComment(item: Element, page: Page): RawPost {
  const link = one(item, 'a[href*="comment_id="]:has(abbr)') ?? one(item, 'a.uiLinkSubtle[href*="comment_id="]');
  const href = link?.getAttribute('href') ?? null;
  const { id, above } = required(commentIn(href), 'id');
  const head = one(item, '.UFICommentActorName');
  const profile = profileOf(head?.getAttribute('href'));
  const thread = postIn(href) ?? postIn(page.url.href);
  return {
    id,
    kind: 'reply',
    permalink: href,
    threadId: thread ?? undefined,
    parentId: above ?? thread,
    author: { name: required(textOf(head), 'author'), handle: handleOf(profile), href: profile },
    text: readText(one(item, '.UFICommentBody')),
    time: { machine: attr(item, 'abbr[data-utime]', 'data-utime') },
    counts: present({ likes: parseCount(textOf(item, '.UFICommentLikeButton')) }),
  };
}

function extract(item: Element, page: Page): RawPost | null {
  if (item.matches(OLD_COMMENT)) return readOldComment(item, page);
  if (item.matches(OLD_POST)) return readOldPost(item);
  if (one(item, OLD_POST) || item.closest(OLD_POST)) return null;
  if (item.matches(PLAIN_COMMENT)) return readPlainComment(item, page);
  if (item.matches(PLAIN_POST)) return readPlainPost(item, page);
  if (item.closest('#m_story_permalink_view, [data-ft]')) return null; // shared, on the plain pages
  return item.matches(COMMENT) ? readComment(item, page) : readPost(item);
}

function threads(page: Page): RawThread[] {
  const id = postIn(page.url.href);
  return id && !page.url.searchParams.has('ctoken')
    ? [{ id: id.replace(/-story$/, ''), title: '', expected: null }]
    : [];
}

/** Each comment opens a box below itself; without one, the box of the post. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const near = item?.matches(COMMENT) ? item.parentElement?.parentElement : item;
  const box = one(
    near ?? page.document,
    'form [contenteditable="true"][role="textbox"], textarea[name="comment_text"]',
  );
  return box as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'facebook',
  name: 'Facebook',
  scope: 'site',
  matches: [
    'https://www.facebook.com/*',
    'https://m.facebook.com/*',
    'https://mbasic.facebook.com/*',
    'https://web.facebook.com/*',
  ],
  sampleUrls: [
    'https://www.facebook.com/groups/1000000000/posts/2000000000/',
    'https://mbasic.facebook.com/story.php?story_fbid=1&id=2',
  ],
  verified: 'from source',
  source: "public comment exporters of 2025 and 2026 for today's pages; saved pages of 2018 to 2021 for the others",
  item: `${POST}, ${COMMENT}, ${OLD_POST}, ${OLD_COMMENT}, ${PLAIN_POST}, ${PLAIN_COMMENT}`,
  extract,
  threads,
  composer,
  limit: 8000,
};
