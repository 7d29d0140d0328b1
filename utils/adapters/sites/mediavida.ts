import type { Adapter, Page, RawThread } from '../contract';
import { attr, one, textOf } from '../dom';
import { type ForumMarkup, readForumPost, replyBox, threadOf } from '../forum';
import { match, QUOTE } from '../values';

/** Mediavida: posts carry their number in the thread, and "#3" in the words is a link to the third. */
const numberOf = (item: Element): string | null =>
  match(attr(item, '', 'data-num'), /^(\d+)$/) ?? match(item.id, /^post-(\d+)$/);

const threadId = (page: Page): string | null => match(page.url.pathname, /-(\d+)(?:\/\d+)?\/?$/);

/** Numbers count within a thread: the thread's is part of the id. */
const idFor = (page: Page, number: string): string => `${threadId(page) ?? page.url.pathname}#${number}`;

const mediavida: ForumMarkup = {
  engine: 'mediavida',
  item: 'div.post[data-num], div.post[id^="post-"]',
  id: numberOf,
  author: 'a.autor, .post-meta .autor, .autor',
  body: '.post-contents, .post-body .msg, .msg',
  skip: '.post-controls, .post-edit, .sp-title, .embedded-data',
  quote: QUOTE,
  parent: (item) =>
    match(attr(item, '.post-contents a.quote[rel]', 'rel') ?? textOf(one(item, '.post-contents a.quote')), /^#?(\d+)$/),
  number: numberOf,
  time: (item) => ({
    machine: attr(item, '.rd[data-time]', 'data-time'),
    shown: attr(item, '.rd[title]', 'title') ?? textOf(one(item, '.rd')),
  }),
  permalink: (item, id) => attr(item, 'a.qn[href]', 'href') ?? `#${id}`,
  thread: (page) => ({
    id: threadId(page),
    title: textOf(one(page.document, '#title h1, h1')) || page.document.title,
  }),
};

function threads(page: Page): RawThread[] {
  const { id, title } = threadOf(page, mediavida);
  return id ? [{ id, title, href: page.url.pathname.replace(/(-\d+)\/\d+$/, '$1'), expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'mediavida',
  name: 'Mediavida',
  scope: 'site',
  matches: ['https://www.mediavida.com/*', 'https://m.mediavida.com/*'],
  sampleUrls: ['https://www.mediavida.com/foro/estudios-trabajo/huertos-en-azoteas-701234'],
  verified: 'from source',
  source: 'public browser scripts for the site (MV Usertools and its heirs) and their lists of selectors',
  item: mediavida.item,
  extract: (item, page) => {
    const post = readForumPost(item, page, mediavida);
    return { ...post, id: idFor(page, post.id), parentId: post.parentId ? idFor(page, post.parentId) : null };
  },
  threads,
  composer: (_item, page) => replyBox(page, 'textarea#cuerpo, textarea[name="cuerpo"], #post-editor textarea'),
  authorAnchor: (item) => one(item, 'a.autor'),
};
