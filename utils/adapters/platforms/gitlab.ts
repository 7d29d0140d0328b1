import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, own, readForumPost, replyBox, threadOf } from '../forum';
import { match, QUOTE } from '../values';

/** GitLab on any host: an issue or merge request and its notes. In a discussion, every note answers the first. */
const OPENING = '.detail-page-description:has(.md), [data-testid="work-item-description-wrapper"]:has(.md)';
const NOTE =
  'li.note[id^="note_"]:not(.system-note), [data-testid="work-item-note"][id^="note_"], .note.note-wrapper[id^="note_"]:not(.system-note)';
const DISCUSSION =
  '.discussion[data-discussion-id], .note-discussion, .discussion-notes, [data-testid="work-item-discussion"]';

const idOf = (item: Element): string | null =>
  match(item.id, /^(note_\d+)$/) ?? (item.matches(OPENING) ? 'opening' : null);

/** The head of an issue stands above its words, outside. */
function authorOf(item: Element): Element | null {
  const inside = one(
    item,
    '.note-header-info .author-name-link .note-header-author-name, [data-testid="author-name"], .note-header-author-name, .author-name-link, .note-header-info a[data-user-id], .note-header-info > span:first-child:not([class])',
  );
  if (inside || !item.matches(OPENING)) return inside;
  return one(
    item.ownerDocument,
    '.detail-page-header .author, .issuable-meta .author, .detail-page-header a.author-link, [data-testid="work-item-author"] a',
  );
}

function firstOf(item: Element): string | null {
  const box = item.closest(DISCUSSION) ?? item.parentElement?.closest('ul.discussion-body');
  const lead = one(box, NOTE);
  return lead && lead !== item ? idOf(lead) : null;
}

const where = (page: Page): string | null =>
  match(page.url.pathname, /^\/(.+?\/(?:-\/)?(?:issues|merge_requests|work_items|epics|snippets)\/\d+)/)?.replace(
    '/-/',
    '/',
  ) ?? null;

const gitlab: ForumMarkup = {
  engine: 'gitlab',
  item: `${OPENING}, ${NOTE}`,
  id: idOf,
  author: authorOf,
  body: '.note-text .md, .note-text.md, [data-testid="work-item-note-body"], .note-text, .description .md, .md',
  skip: '.gl-emoji-fallback, .edited-text, .sr-only, .task-list-field, copy-code',
  quote: QUOTE,
  parent: (item, id) => (id === 'opening' ? null : firstOf(item)),
  number: (item) => (item.matches(OPENING) ? '1' : '2'),
  time: (item) => {
    const stamp =
      own(item, '.note-timestamp time, a[href*="#note_"] time', gitlab) ??
      (item.matches(OPENING)
        ? one(
            item.ownerDocument,
            '.detail-page-header time, .issuable-meta time, [data-testid="work-item-created"] time',
          )
        : null);
    return { machine: attr(stamp, '', 'datetime'), shown: attr(stamp, '', 'title') ?? textOf(stamp) };
  },
  permalink: (item, id, page) =>
    id === 'opening'
      ? page.url.pathname
      : (attr(item, 'a.note-timestamp, a[href*="#note_"]:has(time)', 'href') ?? `#${id}`),
  thread: (page) => ({
    id: where(page),
    title:
      textOf(
        one(
          page.document,
          '[data-testid="issue-title"], [data-testid="work-item-title"], .detail-page-description .title, h1.title, h1',
        ),
      ) || page.document.title,
  }),
  more: (item) => {
    const name = authorOf(item);
    const link = name?.closest('a') ?? one(name, 'a');
    const handle = attr(link, '', 'data-username') ?? match(link?.getAttribute('href'), /\/([^/?#]+)\/?$/);
    return { author: { name: textOf(name), handle, href: link?.getAttribute('href') ?? null } };
  },
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, gitlab);
  return id ? [{ id, title, href: page.url.pathname, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'gitlab',
  name: 'GitLab',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://gitlab.example/taller/molino/-/issues/7'],
  verified: 'from source',
  source:
    'gitlabhq/gitlabhq app/assets/javascripts/notes/components/note_header.vue; recalled, not compared with: app/views/projects/issues',
  item: gitlab.item,
  detect: ({ document }) =>
    one(
      document,
      'li.note[data-note-id], .note.note-wrapper[id^="note_"], [data-testid="work-item-note"], meta[content="GitLab"][property="og:site_name"]',
    ) !== null && one(document, gitlab.item) !== null,
  extract: (item, page) => {
    const post = readForumPost(item, page, gitlab);
    return post.id === 'opening' ? { ...post, id: post.threadId ?? 'opening' } : post;
  },
  threads,
  composer: (_item, page) =>
    replyBox(
      page,
      '#note-body, textarea[name="note[note]"], [data-testid="content_editor_editablebox"] [contenteditable="true"]',
    ),
  authorAnchor: authorOf,
};
