/** What Zeeschuimer collected: one JSON object a line, around whatever the platform sent. */
import type { HeardPost } from '../../core/post';
import { at, type Bare, dateOf, heardFrom, numberAt, textAt } from './heard';

/** The platforms known, by the name Zeeschuimer gives them. Others are counted, not guessed at. */
const PLATFORMS: Readonly<Record<string, (data: unknown) => Bare | null>> = {
  'twitter.com': tweet,
  'x.com': tweet,
  'instagram.com': instagram,
  'threads.net': threads,
  'threads.com': threads,
  'tiktok.com': tiktok,
  'tiktok-comments': tiktokComment,
  'truthsocial.com': (data) => fediverse(data, 'truthsocial.com'),
  'gab.com': (data) => fediverse(data, 'gab.com'),
};

export function isZeeschuimer(record: unknown): boolean {
  return textAt(record, 'source_platform') !== null && at(record, 'data') instanceof Object;
}

/** The post of a line; null where there is none in it that can be read. */
export function zeeschuimerPost(record: unknown): HeardPost | null {
  const platform = textAt(record, 'source_platform') ?? '';
  const read = Object.hasOwn(PLATFORMS, platform) ? PLATFORMS[platform] : undefined;
  const bare = read?.(at(record, 'data')) ?? null;
  return bare && heardFrom(bare);
}

function tweet(data: unknown): Bare | null {
  const inner = at(data, 'tweet') ?? data;
  const legacy = at(inner, 'legacy') ?? inner;
  const id = textAt(inner, 'rest_id') ?? textAt(legacy, 'id_str') ?? textAt(inner, 'id');
  const user = at(inner, 'core', 'user_results', 'result') ?? at(inner, 'user');
  const handle =
    textAt(user, 'core', 'screen_name') ?? textAt(user, 'legacy', 'screen_name') ?? textAt(user, 'screen_name');
  if (!id || !handle) return null;
  const mentions = at(legacy, 'entities', 'user_mentions');
  return {
    site: 'x',
    id,
    thread: textAt(legacy, 'conversation_id_str') ?? id,
    parent: textAt(legacy, 'in_reply_to_status_id_str'),
    url: `https://x.com/${handle}/status/${id}`,
    name: textAt(user, 'core', 'name') ?? textAt(user, 'legacy', 'name') ?? handle,
    handle,
    profile: `https://x.com/${handle}`,
    text: textAt(inner, 'note_tweet', 'note_tweet_results', 'result', 'text') ?? textAt(legacy, 'full_text') ?? '',
    lang: textAt(legacy, 'lang'),
    postedAt: dateOf(textAt(legacy, 'created_at')),
    likes: numberAt(legacy, 'favorite_count'),
    replies: numberAt(legacy, 'reply_count'),
    shares: numberAt(legacy, 'retweet_count'),
    mentions: Array.isArray(mentions) ? mentions.flatMap((one) => textAt(one, 'screen_name') ?? []) : [],
  };
}

function instagram(data: unknown): Bare | null {
  const id = textAt(data, 'code') ?? textAt(data, 'shortcode');
  const handle = textAt(data, 'user', 'username') ?? textAt(data, 'owner', 'username');
  if (!id || !handle) return null;
  return {
    site: 'instagram',
    id,
    thread: id,
    parent: null,
    url: `https://www.instagram.com/p/${id}/`,
    name: textAt(data, 'user', 'full_name') ?? textAt(data, 'owner', 'full_name') ?? handle,
    handle,
    profile: `https://www.instagram.com/${handle}/`,
    text: textAt(data, 'caption', 'text') ?? textAt(data, 'edge_media_to_caption', 'edges', 0, 'node', 'text') ?? '',
    postedAt: dateOf(numberAt(data, 'taken_at') ?? numberAt(data, 'taken_at_timestamp')),
    likes: numberAt(data, 'like_count'),
    replies: numberAt(data, 'comment_count'),
  };
}

function threads(data: unknown): Bare | null {
  const id = textAt(data, 'code');
  const handle = textAt(data, 'user', 'username');
  if (!id || !handle) return null;
  const info = at(data, 'text_post_app_info');
  return {
    site: 'threads',
    id,
    thread: id,
    parent: null,
    url: `https://www.threads.com/@${handle}/post/${id}`,
    name: textAt(data, 'user', 'full_name') ?? handle,
    handle,
    profile: `https://www.threads.com/@${handle}`,
    text: textAt(data, 'caption', 'text') ?? '',
    postedAt: dateOf(numberAt(data, 'taken_at')),
    likes: numberAt(data, 'like_count'),
    replies: numberAt(info, 'direct_reply_count'),
    shares: numberAt(info, 'repost_count'),
  };
}

function tiktok(data: unknown): Bare | null {
  const id = textAt(data, 'id');
  const handle = textAt(data, 'author', 'uniqueId') ?? textAt(data, 'author');
  if (!id || !handle) return null;
  return {
    site: 'tiktok',
    id,
    thread: id,
    parent: null,
    url: `https://www.tiktok.com/@${handle}/video/${id}`,
    name: textAt(data, 'author', 'nickname') ?? handle,
    handle,
    profile: `https://www.tiktok.com/@${handle}`,
    text: textAt(data, 'desc') ?? '',
    postedAt: dateOf(numberAt(data, 'createTime') ?? textAt(data, 'createTime')),
    likes: numberAt(data, 'stats', 'diggCount'),
    replies: numberAt(data, 'stats', 'commentCount'),
    shares: numberAt(data, 'stats', 'shareCount'),
  };
}

function tiktokComment(data: unknown): Bare | null {
  const id = textAt(data, 'cid');
  const video = textAt(data, 'aweme_id');
  const handle = textAt(data, 'user', 'unique_id');
  if (!id || !video || !handle) return null;
  const parent = textAt(data, 'reply_id');
  return {
    site: 'tiktok',
    id,
    thread: video,
    parent: parent && parent !== '0' ? parent : video,
    url: textAt(data, 'share_info', 'url') ?? `https://www.tiktok.com/@/video/${video}`,
    name: textAt(data, 'user', 'nickname') ?? handle,
    handle,
    profile: `https://www.tiktok.com/@${handle}`,
    text: textAt(data, 'text') ?? '',
    lang: textAt(data, 'comment_language'),
    postedAt: dateOf(numberAt(data, 'create_time')),
    likes: numberAt(data, 'digg_count'),
    replies: numberAt(data, 'reply_comment_total'),
  };
}

/** Platforms of Mastodon's making: their text is HTML, of which only the words are taken. */
function fediverse(data: unknown, host: string): Bare | null {
  const id = textAt(data, 'id');
  const handle = textAt(data, 'account', 'acct') ?? textAt(data, 'account', 'username');
  const url = textAt(data, 'url');
  if (!id || !handle || !url) return null;
  const parent = textAt(data, 'in_reply_to_id');
  return {
    site: host,
    id,
    thread: parent ?? id,
    parent,
    url,
    name: textAt(data, 'account', 'display_name') ?? handle,
    handle,
    profile: textAt(data, 'account', 'url'),
    text: plain(textAt(data, 'content') ?? ''),
    lang: textAt(data, 'language'),
    postedAt: dateOf(textAt(data, 'created_at')),
    likes: numberAt(data, 'favourites_count'),
    replies: numberAt(data, 'replies_count'),
    shares: numberAt(data, 'reblogs_count'),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a little HTML, as text: nothing of it is ever markup again. */
function plain(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/p>\s*<p[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
}
