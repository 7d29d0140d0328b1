import { type Adapter, type Page, type RawPost, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, param, present } from '../values';

/**
 * Telegram's pages for readers without an account: a channel (`t.me/s/channel`), one post, and the comments under it in a
 * frame. `data-post` is `channel/number`; comments add their own `data-post-id`.
 */
const MESSAGE = '.tgme_widget_message[data-post], .tgme_widget_message[data-post-id]';

/** The channel as it signs, or who wrote in its name. */
function authorOf(item: Element): RawPost['author'] {
  const owner = one(item, '.tgme_widget_message_author_name, .tgme_widget_message_owner_name');
  const link =
    owner?.closest('a[href]') ?? one(item, '.tgme_widget_message_author a[href], .tgme_widget_message_user a[href]');
  const href = link?.getAttribute('href') ?? null;
  return { name: required(textOf(owner), 'author'), handle: match(href, /t\.me\/(\w+)/), href };
}

function extract(item: Element, page: Page): RawPost {
  const post = item.getAttribute('data-post');
  const comment = item.getAttribute('data-post-id');
  const subject =
    page.url.searchParams.has('comment') || page.url.searchParams.has('discussion') ? page.url.pathname.slice(1) : null;
  const id = required(post ?? (comment && subject ? `${subject}/${comment}` : comment), 'id');
  const channel = match(post, /^([^/]+)\//);
  const reply = one(item, '.tgme_widget_message_reply');
  const href = reply?.getAttribute('href');
  const answered = param(href, 'comment') ?? match(reply?.getAttribute('data-reply-to'), /^(\d+)$/);
  const parent = subject ? answered && `${subject}/${answered}` : match(href, /t\.me\/(?:s\/)?(\w+\/\d+)/);
  const quote = textOf(reply, '.tgme_widget_message_metatext, .js-message_reply_text');
  const body = all(item, '.tgme_widget_message_text').find((each) => !each.closest('.tgme_widget_message_reply'));
  const when = attr(item, 'a.tgme_widget_message_date', 'href');
  return {
    id,
    kind: subject || parent ? 'reply' : 'post',
    permalink: when ?? (channel ? `https://t.me/${post}` : null),
    threadId: subject ?? parent ?? id,
    parentId: parent ?? subject,
    author: authorOf(item),
    text: readText(body ?? null),
    quotes: quote ? [{ author: textOf(reply, '.tgme_widget_message_author_name'), text: quote }] : undefined,
    time: { machine: attr(item, 'time[datetime]', 'datetime') },
    counts: present({
      replies: parseCount(textOf(item, '.tgme_widget_message_replies, .tgme_widget_message_comments')),
    }),
    sponsored: item.classList.contains('tgme_widget_message_sponsored') || undefined,
  };
}

export const adapter: Adapter = {
  id: 'telegram',
  name: 'Telegram',
  scope: 'site',
  matches: ['https://t.me/*'],
  sampleUrls: ['https://t.me/s/cafeteria', 'https://t.me/cafeteria/12?embed=1&comment=1'],
  verified: 'from source',
  source: "the widget's own markup as public feed readers parse it (2019 to 2025)",
  item: MESSAGE,
  extract,
  limit: 4096,
  authorAnchor: (item) => one(item, '.tgme_widget_message_author_name, .tgme_widget_message_owner_name'),
};
