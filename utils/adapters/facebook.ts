/** What all faces of Facebook share: links that name people, posts and comments; and the plain face, `mbasic` and touch. */
import { digest } from '../core/keys';
import { type Page, type RawPost, required } from './contract';
import { all, one, readText, textOf } from './dom';
import { parseCount } from './numbers';
import { match, param, present } from './values';

/** A person's or page's address without what follows the reader around; null for any other link. */
export function profileOf(href: string | null | undefined): string | null {
  if (!href || href.startsWith('#')) return null;
  const path = href.replace(/^https?:\/\/[\w-]+\.facebook\.com/, '');
  const id = match(path, /^\/profile\.php\?(?:[^#]*&)?id=(\d+)/);
  if (id) return `/profile.php?id=${id}`;
  const member = match(path, /^(\/groups\/[\w.]+\/user\/\d+)/);
  if (member) return `${member}/`;
  const people = match(path, /^(\/people\/[^/?#]+\/\d+)/);
  if (people) return people;
  const name = match(path, /^\/([\w.-]+)\/?(?:[?#]|$)/);
  return name && !ROOMS.test(name) ? `/${name}` : null;
}
const ROOMS =
  /^(groups|watch|marketplace|gaming|events|story\.php|photo(\.php)?|permalink\.php|hashtag|stories|reel|help|home\.php|l\.php|login|share|pages|messages|notifications|ufi|a|nfx|comment|video_redirect|composer|settings|privacy|policies|ads)$/;

export const handleOf = (profile: string | null): string | null =>
  match(profile, /^\/([\w.-]+)$/) ?? match(profile, /(?:id=|user\/|\/)(\d+)\/?$/);

/** The post a link leads to. */
export function postIn(href: string | null | undefined): string | null {
  if (!href) return null;
  return (
    param(href, 'story_fbid') ??
    param(href, 'multi_permalinks') ??
    match(href, /\/(?:posts|permalink|videos|reel)\/(?:[^/?#]+\/)?(pfbid\w+|\d{3,})/) ??
    match(href, /[?&]set=(?:pcb|gm)\.(\d+)/) ??
    match(href, /\/(?:photo(?:\.php)?|watch)\/?\?(?:[^#]*&)?(?:fbid|v)=(\d+)/) ??
    match(href, /\/photos\/(?:[^?#]*[^\d?#])?(\d{6,})\/?(?:[?#]|$)/)
  );
}

export interface CommentName {
  id: string;
  /** The comment answered; null for one that answers the post. */
  above: string | null;
}

/** `comment_id=1`, `…&reply_comment_id=2`, or either as base64 of `comment:POST_ID`. */
export function commentIn(href: string | null | undefined): CommentName | null {
  const above = plain(param(href, 'comment_id'));
  const reply = plain(param(href, 'reply_comment_id'));
  if (reply) return { id: reply, above: above === reply ? null : above };
  return above ? { id: above, above: null } : null;
}

function plain(value: string | null): string | null {
  if (!value) return null;
  if (/^\d+$/.test(value)) return value;
  try {
    return match(atob(value), /^comment:\d+_(\d+)/);
  } catch {
    return null;
  }
}

/** A post's address without tracking: only what names it stays. */
export function postAddress(href: string): string {
  const kept = ['story_fbid', 'id', 'fbid', 'set', 'v', 'multi_permalinks']
    .map((name) => [name, param(href, name)] as const)
    .filter(([name, value]) => value !== null && (name !== 'id' || /story_fbid|profile\.php/.test(href)))
    .map(([name, value]) => `${name}=${value}`);
  const path = href.split(/[?#]/)[0] as string;
  return kept.length ? `${path}?${kept.join('&')}` : path;
}

/** Posts of `mbasic`, and of touch pages that are drawn by the server. A shared post lies inside as an `article`. */
export const PLAIN_POST = '[data-ft]';
/** Comments carry their number as id. */
export const PLAIN_COMMENT = '[id^="ufi_"] div[id], [data-sigil="comment"]';

const SHARED = '[role="article"]';

function plainAuthor(item: Element): RawPost['author'] {
  for (const link of all(item, 'h3 a[href], [data-sigil="feed_story_ring"] ~ * a[href], ._2b05 a[href]')) {
    const href = profileOf(link.getAttribute('href'));
    const name = textOf(link);
    if (href && name) return { name, handle: handleOf(href), href };
  }
  return { name: required('', 'author') };
}

const own = (item: Element, selector: string): Element | null =>
  all(item, selector).find((each) => {
    const shared = each.closest(SHARED);
    return !shared || shared === item || !item.contains(shared);
  }) ?? null;

/** The box its paragraphs stand in. */
const wordsOf = (item: Element): Element | null => {
  const line = own(item, 'p, [data-ft] span[dir="auto"]');
  return line?.closest('[data-ft]') === item ? line : (line?.closest('[data-ft]') ?? null);
};

export function readPlainPost(item: Element, page: Page): RawPost | null {
  if (item.parentElement?.closest(`${PLAIN_POST}, [role="article"]`) || !one(item, 'h3 a')) return null;
  const link = own(item, 'a[href*="story_fbid="]')?.getAttribute('href');
  const isPage = item.closest('#m_story_permalink_view') !== null;
  if (!link && !isPage) return null; // groups and people to follow
  const author = plainAuthor(item);
  const id =
    postIn(link) ??
    postIn(page.url.href) ??
    match(one(page.document, '[id^="ufi_"]')?.id, /ufi_(\w+)/) ??
    required('', 'id');
  const shared = one(item, SHARED);
  const quoted = readText(one(shared, 'p')?.closest('[data-ft]'));
  return {
    id: id.replace(/-story$/, ''),
    permalink: link ? postAddress(link) : null,
    author,
    text: readText(wordsOf(item)),
    quotes: quoted ? [{ author: textOf(shared, 'h3 a'), text: quoted }] : undefined,
    time: { shown: textOf(own(item, 'abbr')) },
    counts: present({ likes: parseCount(textOf(item, 'a[href*="/ufi/reaction/profile/"], [id^="like_"] > a')) }),
  };
}

export function readPlainComment(item: Element, page: Page): RawPost | null {
  const id = match(item.getAttribute('id'), /^(\d+)$/);
  if (!id) return null;
  const thread = match(item.closest('[id^="ufi_"]')?.id, /ufi_(\w+)/) ?? postIn(page.url.href) ?? '';
  const answered = match(param(page.url.href, 'ctoken'), /_(\d+)$/);
  const head = one(item, 'h3');
  const author = plainAuthor(item);
  const words = one(item, '[data-sigil="comment-body"]') ?? head?.nextElementSibling ?? null;
  return {
    id,
    kind: 'reply',
    permalink: `#${id}`,
    threadId: thread || undefined,
    parentId: answered && answered !== id ? answered : thread || null,
    author,
    text: readText(words),
    time: { shown: textOf(item, 'abbr') },
    counts: present({ likes: parseCount(textOf(item, 'a[href*="/ufi/reaction/profile/"]')) }),
  };
}

/** Where no link names a post (they are filled in when the pointer comes near), who said what does. */
export const unnamed = (author: string | null | undefined, text: string): string =>
  `u${digest(`${author ?? ''}\n${text.slice(0, 300)}`)}`;
