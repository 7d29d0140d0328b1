import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match } from '../values';

/** Flarum: a flat stream of numbered posts; a mention of a post carries its id, and says whom this one answers. */
const MENTION = 'a.PostMention[data-id]';

const flarum: ForumMarkup = {
  engine: 'flarum',
  item: '.PostStream-item[data-id][data-number]',
  id: (item) => item.getAttribute('data-id'),
  author: '.PostUser-name .username',
  profile: '.PostUser-name a[href]',
  body: '.Post-body',
  skip: '.Post-footer, .Post-actions',
  quote: 'blockquote',
  quoteAuthor: MENTION,
  quoteSkip: MENTION,
  parent: (item, id) => {
    const answered = attr(item, `.Post-body ${MENTION}`, 'data-id');
    return answered === id ? null : answered;
  },
  number: (item) => item.getAttribute('data-number'),
  time: (item) => ({
    machine: attr(item, '.PostMeta time[datetime]', 'datetime') ?? item.getAttribute('data-time'),
    shown: textOf(item, '.PostMeta time'),
  }),
  permalink: (item, _id, page) => {
    const number = item.getAttribute('data-number');
    return number === '1' ? pathOf(page) : `${pathOf(page)}/${number}`;
  },
  thread: (page) => ({
    id: match(page.url.pathname, /\/d\/(\d+)/),
    title: textOf(one(page.document, '.DiscussionHero-title')) || page.document.title,
  }),
};

function pathOf(page: Page): string {
  return match(page.url.pathname, /^(.*\/d\/[^/]+)/) ?? page.url.pathname;
}

/** The scrubber shows how many posts there are, the opening one among them. */
function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, flarum);
  const count = parseCount(textOf(one(page.document, '.Scrubber-count')));
  return id ? [{ id, title, href: pathOf(page), expected: count ? count - 1 : null }] : [];
}

export const adapter: Adapter = {
  id: 'flarum',
  name: 'Flarum',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/d/12-una-pregunta'],
  verified: 'from source',
  source: 'flarum/framework framework/core/js/src/forum/components/{PostStream,CommentPost,PostUser,PostMeta}',
  item: flarum.item,
  detect: ({ document }) => one(document, '.PostStream .PostStream-item[data-id]') !== null,
  // Events ("renamed the discussion") and hidden posts are nobody's words.
  extract: (item, page) => (one(item, '.CommentPost:not(.Post--hidden)') ? readForumPost(item, page, flarum) : null),
  threads,
  composer: (_item, page) =>
    replyBox(page, '.Composer .TextEditor-editor, .Composer [contenteditable="true"], .Composer textarea'),
  authorAnchor: (item) => own(item, flarum.author, flarum),
};
