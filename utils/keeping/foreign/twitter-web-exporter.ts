/** What twitter-web-exporter writes: a JSON list of posts, each a flat record. */
import type { HeardPost } from '../../core/post';
import { at, dateOf, heardFrom, numberAt, textAt } from './heard';

export function isTwitterWebExporter(record: unknown): boolean {
  return (
    textAt(record, 'full_text') !== null && textAt(record, 'screen_name') !== null && textAt(record, 'id') !== null
  );
}

export function twitterWebExporterPost(record: unknown): HeardPost | null {
  const id = textAt(record, 'id');
  const handle = textAt(record, 'screen_name');
  // A repost is the other's words, under the reposter's name: no post of theirs.
  if (!id || !handle || textAt(record, 'retweeted_status') !== null) return null;
  const parent = textAt(record, 'in_reply_to');
  const media = at(record, 'media');
  return heardFrom({
    site: 'x',
    id,
    thread: textAt(record, 'metadata', 'legacy', 'conversation_id_str') ?? parent ?? id,
    parent,
    url: textAt(record, 'url') ?? `https://x.com/${handle}/status/${id}`,
    name: textAt(record, 'name') ?? handle,
    handle,
    profile: `https://x.com/${handle}`,
    text: textAt(record, 'full_text') ?? '',
    lang: textAt(record, 'metadata', 'legacy', 'lang'),
    postedAt: dateOf(textAt(record, 'created_at')),
    likes: numberAt(record, 'favorite_count'),
    replies: numberAt(record, 'reply_count'),
    shares: numberAt(record, 'retweet_count'),
    media: Array.isArray(media)
      ? media.flatMap((item) => {
          const url = textAt(item, 'original') ?? textAt(item, 'url');
          return url ? [{ url, alt: textAt(item, 'ext_alt_text') }] : [];
        })
      : [],
  });
}
