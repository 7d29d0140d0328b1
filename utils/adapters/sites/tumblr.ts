import { digest } from '../../core/keys';
import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * Tumblr: posts in dashboard and blogs (`data-id` around an `article`), their replies in the notes, and the notes under posts
 * of blogs with a theme of their own (`ol.notes`). A reblog repeats what was said before it: that goes to the quotes.
 */
const POST = '[data-id] article, article[data-id]';
const NOTE = 'ol.notes > li.note.reply, ol.notes > li.note.with_commentary';
const AUTHOR = 'a[rel="author"], header a[href]';

const blogIn = (href: string | null | undefined): string | null =>
  match(href, /^https?:\/\/([\w-]+)\.tumblr\.com/)?.replace(/^www$/, '') ||
  match(href, /^(?:https:\/\/www\.tumblr\.com)?\/(?:blog\/view\/)?([\w-]+)/);

const subjectOf = (page: Page): string => match(page.url.pathname, /\/(\d{9,20})(?:\/|$)/) ?? page.url.pathname;

function authorOf(root: Element, selector: string): RawPost['author'] {
  const link = all(root, selector).find((each) => textOf(each) && blogIn(each.getAttribute('href')));
  const blog = blogIn(link?.getAttribute('href'));
  return {
    name: required(textOf(link) || blog, 'author'),
    handle: blog,
    href: blog ? `https://www.tumblr.com/${blog}` : null,
  };
}

function readPost(item: Element): RawPost {
  const id = required(match(item.closest('[data-id]')?.getAttribute('data-id'), /^(\d+)$/), 'id');
  const author = authorOf(item, AUTHOR);
  // Each turn of a reblog chain begins with whom it is by; the last one is the author's own.
  const turns = all(item, '[data-testid="trail-item"], .reblog-trail-item, .reblog');
  const last = turns.at(-1);
  const isOwn = !last || blogIn(one(last, AUTHOR)?.getAttribute('href')) === author.handle;
  const quotes = turns
    .slice(0, isOwn ? -1 : undefined)
    .map((turn) => ({ author: textOf(turn, AUTHOR), text: readText(turn, { skip: 'header, a[rel="author"]' }) }))
    .filter(({ text }) => text);
  const body = last ? (isOwn ? last : null) : item;
  const link = one(item, 'a[href]:has(time)') ?? one(item, `a[href*="/${id}"]`);
  return {
    id,
    permalink: link?.getAttribute('href') ?? (author.handle ? `https://www.tumblr.com/${author.handle}/${id}` : null),
    author,
    text: readText(body, {
      skip: 'header, footer, a[rel="author"], [data-testid="tags"], a[href*="/tagged/"], button, [role="button"], time',
    }),
    quotes: quotes.length ? quotes : undefined,
    time: { machine: attr(item, 'time[datetime]', 'datetime') },
    counts: present({ replies: parseCount(textOf(item, '[data-testid="notes-count"], footer a[href*="#notes"]')) }),
    sponsored: item.closest('[data-is-sponsored], [data-testid="sponsored-post"]') ? true : undefined,
  };
}

function readReply(item: Element, page: Page): RawPost {
  const isNote = item.matches(NOTE);
  const author = authorOf(item, isNote ? '.action a[href], .reblogger a[href]' : AUTHOR);
  const words = isNote
    ? one(item, '.answer_content, .reply_text, blockquote')
    : all(item, 'p, [dir="auto"]').find(
        (each) => !each.closest('a, header, button') && !one(each, 'a[rel="author"], time'),
      );
  const text = readText(words, { skip: isNote ? 'a[title="View post"]' : undefined });
  const thread = match(item.closest('[data-id]')?.getAttribute('data-id'), /^(\d+)$/) ?? subjectOf(page);
  return {
    id: `${thread}/${digest(`${author.handle ?? author.name}\n${text}`)}`,
    kind: 'reply',
    threadId: thread,
    parentId: thread,
    author,
    text,
    time: { machine: attr(item, 'time[datetime]', 'datetime') },
  };
}

function threads(page: Page): RawThread[] {
  const id = match(page.url.pathname, /\/(\d{9,20})(?:\/|$)/);
  return id
    ? [{ id, title: textOf(page.document.documentElement, 'article h1'), href: page.url.pathname, expected: null }]
    : [];
}

function composer(item: Element | null, page: Page): HTMLElement | null {
  return one(item ?? page.document, '[data-testid="notes-root"] textarea') as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'tumblr',
  name: 'Tumblr',
  scope: 'site',
  matches: ['https://www.tumblr.com/*', 'https://*.tumblr.com/*'],
  sampleUrls: [
    'https://www.tumblr.com/cafeteria/700000000000000000/la-d7',
    'https://cafeteria.tumblr.com/post/700000000000000000',
  ],
  verified: 'from source',
  source: 'public userscripts for its React pages and its published theme markup (2016 to 2026)',
  item: `${POST}, [data-testid="notes-root"] [data-testid="reply"], ${NOTE}`,
  extract: (item, page) => (item.matches(POST) ? readPost(item) : readReply(item, page)),
  threads,
  composer,
  authorAnchor: (item) => all(item, AUTHOR).find((each) => textOf(each)) ?? null,
};
