import type { Adapter, Page, RawThread, RawTime } from '../contract';
import { all, attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * NodeBB, any theme: parts of a page are named by a `component` attribute. Time and author stand on the post itself. An
 * answer names the post it answers; unfolded answers stand inside it.
 */
const CONTENT = '[component="post/content"]';

const nodebb: ForumMarkup = {
  engine: 'nodebb',
  item: '[component="post"][data-pid]',
  id: (item) => item.getAttribute('data-pid'),
  nested: true,
  author: (item) => nameOf(item),
  body: CONTENT,
  skip: 'p:has(+ blockquote):has(> a[href*="/post/"]), .link-preview',
  quote: 'blockquote',
  quoteAuthor: (quote) => textOf(leadOf(quote), 'a[href*="/user/"]').replace(/^@/, ''),
  quotedId: (quote) => match(attr(leadOf(quote), 'a[href*="/post/"]', 'href'), /\/post\/([^/?#]+)/),
  parent: (item) => {
    const tag = all(item, '[component="post/parent"]').find((each) => each.closest(nodebb.item) === item);
    return tag?.getAttribute('data-topid') ?? tag?.getAttribute('data-parent-pid') ?? undefined;
  },
  number: (item) => (item.hasAttribute('data-index') ? String(Number(item.getAttribute('data-index')) + 1) : null),
  time: (item) => ({ machine: item.getAttribute('data-timestamp') }),
  editedTime: editedOf,
  permalink: (_item, id, { url }) => `${match(url.pathname, /^(.*?)\/topic\//) ?? ''}/post/${id}`,
  thread: (page) => ({
    id: match(page.url.pathname, /\/topic\/(\d+)/) ?? attr(one(page.document, '[component="topic"]'), '', 'data-tid'),
    title: textOf(one(page.document, '[component="topic/title"]')) || page.document.title,
  }),
  more: (item) => ({
    counts: present({ likes: parseCount(textOf(item, '[component="post/vote-count"]')) }),
  }),
};

/** The name shown: not the one of whom it answers, nor those in the words and the unfolded answers. */
function nameOf(item: Element): Element | null {
  const links = all(item, 'a[data-username], [itemprop="author"] a, a[href*="/user/"]');
  const elsewhere = `${CONTENT}, [component="post/parent"]`;
  return links.find((link) => link.closest(nodebb.item) === item && !link.closest(elsewhere) && textOf(link)) ?? null;
}

/** Both editions keep the note at hand while there was no edit. */
function editedOf(item: Element): RawTime | undefined {
  const note = all(item, '[component="post/editor"]').find((each) => each.closest(nodebb.item) === item);
  if (!note || note.matches('.hidden, [data-editor=""]')) return undefined;
  const title = attr(note, '.timeago', 'title');
  return { machine: title, shown: title };
}

/** The line before a quote: "@ana said in Title:", with links to her and to her post. */
function leadOf(quote: Element): Element | null {
  const before = quote.previousElementSibling;
  return before && one(before, 'a[href*="/post/"], a[href*="/user/"]') ? before : null;
}

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, nodebb);
  const count = parseCount(
    attr(one(page.document, '[component="topic/post-count"]'), '', 'title') ??
      textOf(one(page.document, '[component="topic/post-count"]')),
  );
  return id
    ? [
        {
          id,
          title,
          href: match(page.url.pathname, /^(.*\/topic\/\d+(?:\/[^/]+)?)/) ?? undefined,
          expected: count ? count - 1 : null,
        },
      ]
    : [];
}

export const adapter: Adapter = {
  id: 'nodebb',
  name: 'NodeBB',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/topic/12/una-pregunta'],
  verified: 'from source',
  source: 'NodeBB/nodebb-theme-harmony templates/partials/topic/post.tpl, NodeBB/nodebb-theme-persona',
  item: nodebb.item,
  detect: ({ document }) => one(document, '[component="topic"] [component="post"][data-pid]') !== null,
  extract: (item, page) => (item.matches('.deleted, [data-deleted="1"]') ? null : readForumPost(item, page, nodebb)),
  threads,
  composer: (_item, page) =>
    replyBox(page, '.composer textarea.write, [component="composer"] textarea, [component="topic/quickreply/text"]'),
  authorAnchor: (item) => own(item, nodebb.author, nodebb),
};
