import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { one, readBody, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, param, present, QUOTE } from '../values';

/**
 * Disqus: comments of countless sites, in a frame of its own address. `data-role` names every part; children lie inside their
 * parent. Links lead to the page around, so the conversation is that page's (`t_u`), not the frame's.
 */
const POST = 'li.post[id^="post-"]';

const idOf = (item: Element | null | undefined): string | null => match(item?.id, /^post-(\d+)$/);

/** The forum and the thread it was opened for. */
function threadOf(page: Page): string {
  const href = page.url.href;
  const key = param(href, 't_i') ?? param(href, 't_u') ?? page.url.pathname;
  return `${param(href, 'f') ?? ''}/${key}`;
}

function extract(item: Element, page: Page): RawPost {
  const id = required(idOf(item), 'id');
  const content = required(one(item, ':scope > [data-role="post-content"], :scope > .post-content'), 'text');
  const link = one(content, '.author a[href], a[data-action="profile"][data-username]:not(.user)');
  const name = textOf(link) || textOf(content, '.author');
  const when = one(content, '[data-role="relative-time"]');
  const { text, quotes, truncated } = readBody(one(content, '[data-role="message"]'), { quotes: QUOTE });
  return {
    id,
    kind: 'reply',
    permalink: when?.getAttribute('href') ?? `#comment-${id}`,
    threadId: threadOf(page),
    threadTitle: param(page.url.href, 't_t') ?? undefined,
    parentId: idOf(item.parentElement?.closest(POST)),
    author: {
      name: required(name, 'author'),
      handle: link?.getAttribute('data-username') ?? match(link?.getAttribute('href'), /\/by\/([^/?#]+)/),
      href: link?.getAttribute('href'),
    },
    text,
    quotes,
    truncated,
    // The title is the moment in the reader's own time zone; the words are rounded.
    time: { shown: when?.getAttribute('title') ?? textOf(when) },
    counts: present({ likes: parseCount(textOf(content, '[data-role="likes"]')) }),
  };
}

function threads(page: Page): RawThread[] {
  if (!page.url.pathname.startsWith('/embed/')) return [];
  const expected = textOf(
    page.document.documentElement,
    '.comment-count, [data-role="post-count"], #main-nav .publisher-nav-color',
  );
  return [
    {
      id: threadOf(page),
      title: param(page.url.href, 't_t') ?? param(page.url.href, 't_d') ?? '',
      href: param(page.url.href, 't_u') ?? undefined,
      expected: parseCount(expected) ?? null,
    },
  ];
}

function composer(item: Element | null, page: Page): HTMLElement | null {
  const form = item ? one(item, ':scope > [data-role="reply-form-container"]') : one(page.document, '#form, .postbox');
  return one(form, '[contenteditable="true"], textarea') as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'disqus',
  name: 'Disqus',
  scope: 'site',
  matches: ['https://disqus.com/*'],
  sampleUrls: ['https://disqus.com/embed/comments/?base=default&f=cafeteria&t_u=https%3A%2F%2Fcafeteria.example%2Fd7'],
  verified: 'from source',
  source: 'the embed as public comment archivers read it (2020 to 2025)',
  item: POST,
  extract,
  threads,
  composer,
  authorAnchor: (item) => one(item, '.author a, .author'),
};
