import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * VK: a post is `owner_number`, on its element as `data-post-id`; a comment's element is `post<owner>_<number>` within
 * `replies`. Old marks (`.wall_post_text`, `.rel_date[time]`) live on beside newer ones (`data-testid`).
 */
const POST = '.post[data-post-id], .wall_item[data-post-id], [data-testid="wall_post"][data-post-id]';
const REPLY = '.reply[id^="post"]';

const POST_ID = /^(-?\d+_\d+)$/;

const threadOf = (item: Element, page: Page): string | null =>
  item.closest(POST)?.getAttribute('data-post-id') ?? match(page.url.href, /wall(-?\d+_\d+)/);

function timeIn(item: Element, link: Element | null): RawPost['time'] {
  const date = one(link, '.rel_date') ?? one(item, '.rel_date');
  return {
    machine: date?.getAttribute('time') ?? attr(item, 'time[datetime]', 'datetime'),
    shown: date?.getAttribute('abs_time') ?? (textOf(date) || textOf(link)),
  };
}

function readPost(item: Element): RawPost {
  const id = required(match(item.getAttribute('data-post-id'), POST_ID), 'id');
  const name = one(
    item,
    '.PostHeaderTitle__authorName, [data-testid="post-header-title"], .post_author a.author, a.author',
  );
  const link = name?.closest('a[href]') ?? one(name, 'a[href]');
  const href = link?.getAttribute('href') ?? null;
  const body = one(item, '.wall_post_text, [data-testid^="showmoretext-in"], .vkitShowMoreText__text');
  const when = one(
    item,
    '.post_date a.post_link, a.PostHeaderSubtitle__link, [data-testid="post_date_block_preview"], a[href*="wall"]',
  );
  const shared = one(item, '.copy_quote');
  const quoted = readText(one(shared, '.wall_post_text'), { skip: 'button, .wall_post_more, .PostTextMore' });
  return {
    id,
    permalink: `/wall${id}`,
    author: {
      name: required(textOf(name), 'author'),
      handle: match(href, /^(?:https:\/\/vk\.(?:com|ru))?\/([\w.]+)/),
      href: href?.split('?')[0],
    },
    text: body && shared?.contains(body) ? '' : readText(body, { skip: 'button, .wall_post_more, .PostTextMore' }),
    quotes: quoted ? [{ author: textOf(shared, '.copy_author, .author'), text: quoted }] : undefined,
    time: timeIn(item, when),
    counts: present({
      likes: parseCount(
        attr(item, '.PostButtonReactions[data-reaction-count]', 'data-reaction-count') ??
          textOf(item, '[data-section-ref="reactions-button-title"], .like_btn.like .like_button_count'),
      ),
      replies: parseCount(
        attr(item, '.PostBottomAction.comment[data-count], .like_btn.comment[data-count]', 'data-count'),
      ),
      shares: parseCount(attr(item, '.PostBottomAction.share[data-count], .like_btn.share[data-count]', 'data-count')),
    }),
    sponsored:
      item.matches('[data-ad], [data-ad-view]') ||
      one(item, '.wall_marked_as_ads, .PostHeaderSubtitle__ads') !== null ||
      undefined,
  };
}

/** A reply names in its link the comment that begins its branch (`thread=`), and by whom it is led the one it answers. */
function readReply(item: Element, page: Page): RawPost {
  const full = required(match(item.id, /^post(-?\d+_\d+)$/), 'id');
  const name = one(item, '.reply_author a.author, a.author');
  const href = name?.getAttribute('href') ?? null;
  const when = one(item, '.reply_date a.wd_lnk, a.wd_lnk, a[href*="reply="]');
  const link = when?.getAttribute('href') ?? null;
  const owner = full.slice(0, full.indexOf('_'));
  const above = match(item.getAttribute('data-answering-id'), /(\d+)$/) ?? match(link, /[?&]thread=(\d+)/);
  const outer = item.parentElement
    ?.closest('.replies_wrap_deep, .reply_replies')
    ?.previousElementSibling?.closest(REPLY);
  const thread = threadOf(item, page);
  return {
    id: full,
    kind: 'reply',
    permalink: link,
    threadId: thread ?? undefined,
    parentId: above ? `${owner}_${above}` : (match(outer?.id, /^post(-?\d+_\d+)$/) ?? thread),
    author: {
      name: required(textOf(name), 'author'),
      handle: match(href, /^(?:https:\/\/vk\.(?:com|ru))?\/([\w.]+)/),
      href: href?.split('?')[0],
    },
    text: readText(one(item, '.wall_reply_text'), { skip: 'button, .wall_reply_more' }),
    time: timeIn(item, when),
    counts: present({
      likes: parseCount(
        attr(item, '.like_btn.like[data-count], .PostButtonReactions[data-reaction-count]', 'data-count'),
      ),
    }),
  };
}

function threads(page: Page): RawThread[] {
  return all(page.document, POST).flatMap((item) => {
    const id = match(item.getAttribute('data-post-id'), POST_ID);
    const expected = parseCount(
      attr(item, '.PostBottomAction.comment[data-count], .like_btn.comment[data-count]', 'data-count'),
    );
    return id && expected ? [{ id, title: '', href: `/wall${id}`, expected }] : [];
  });
}

function composer(item: Element | null, page: Page): HTMLElement | null {
  return one(
    item?.closest(POST) ?? page.document,
    '.reply_field[contenteditable="true"], [contenteditable="true"][role="textbox"]',
  ) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'vk',
  name: 'VK',
  scope: 'site',
  matches: ['https://vk.com/*', 'https://vk.ru/*'],
  sampleUrls: ['https://vk.com/cafeteria', 'https://vk.com/wall-1000_200'],
  verified: 'from source',
  source: 'public feed makers and userscripts (2018 to 2026)',
  item: `${POST}, ${REPLY}`,
  extract: (item, page) => (item.matches(REPLY) ? readReply(item, page) : readPost(item)),
  threads,
  composer,
};
