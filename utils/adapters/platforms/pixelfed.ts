import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * Pixelfed: cards of a timeline, the post they show, and the drawer of comments below. The link of the name bears the post's
 * number as id (`apop_` on posts, `acpop_` on comments); addresses end with it too.
 */
const POST = '.timeline-status-component';
const COMMENT = '.post-comment-drawer .media-status, .post-comment-drawer .comment-replies-component .media';

const numberIn = (href: string | null | undefined): string | null => match(href, /\/(\d{6,20})\/?(?:[?#]|$)/);

function handleOf(name: string, href: string | null, page: Page): string | null {
  const bare = name.replace(/^@/, '');
  if (!bare) return match(href, /\/@?([\w.]+)\/?$/);
  return bare.includes('@') || !href || new URL(href, page.url).host === page.url.host
    ? bare
    : `${bare}@${new URL(href, page.url).host}`;
}

function personOf(link: Element | null, page: Page): RawPost['author'] {
  const name = required(textOf(link), 'author').replace(/^@/, '');
  const href = link?.getAttribute('href') ?? null;
  return { name, handle: handleOf(name, href, page), href };
}

function readPost(item: Element, page: Page): RawPost | null {
  if (item.parentElement?.closest(POST)) return null;
  const link = one(item, 'a[id^="apop_"], .username a[href]');
  const when = one(item, 'a.timestamp[href]');
  const id = required(match(link?.id, /^apop_(\d+)$/) ?? numberIn(when?.getAttribute('href')), 'id');
  const caption = all(item, '.read-more-component, .status-content, .pf-caption').find(
    (each) => !each.closest('.post-comment-drawer'),
  );
  return {
    id,
    permalink: when?.getAttribute('href'),
    author: personOf(link, page),
    text: readText(caption ?? null),
    time: { machine: when?.getAttribute('title'), shown: textOf(when) },
    counts: present({ likes: parseCount(attr(item, '[data-likes]', 'data-likes')) }),
    media: mediaOf(item),
  };
}

function mediaOf(item: Element): RawPost['media'] {
  const media = all(item, '.postPresenterContainer img[src]').map((image) => ({
    alt: image.getAttribute('alt') ?? '',
    href: image.getAttribute('src') ?? '',
  }));
  return media.length ? media : undefined;
}

const nameOf = (item: Element): Element | null => one(item, 'a[id^="acpop_"], .media-body-comment-username a[href]');

/** Its links back to itself: "reply" and the time, the last one. */
function placeOf(item: Element): { id: string | null; when: Element | null } {
  const when = all(item, ':scope > .media-body > .media-body-reactions a[href], .media-body-reactions a[href]').filter(
    (each) => numberIn(each.getAttribute('href')),
  );
  const id = match(nameOf(item)?.id, /^acpop_(\d+)$/) ?? numberIn(when[0]?.getAttribute('href'));
  return { id, when: when.find((each) => /\d/.test(textOf(each))) ?? null };
}

function readComment(item: Element, page: Page): RawPost {
  const { id, when } = placeOf(item);
  const above = item.parentElement?.closest(COMMENT) ?? null;
  const card = item.closest(POST) ?? page.document;
  const post = match(one(card, 'a[id^="apop_"]')?.id, /(\d+)$/) ?? numberIn(page.url.pathname);
  return {
    id: required(id, 'id'),
    kind: 'reply',
    permalink: when?.getAttribute('href'),
    threadId: post ?? undefined,
    parentId: above ? placeOf(above).id : post,
    author: personOf(nameOf(item), page),
    text: readText(one(item, '.read-more-component, .media-body-comment > span')),
    time: { shown: textOf(when) },
    counts: present({ likes: parseCount(textOf(one(item, '.media-body-likes-count .count'))) }),
  };
}

function threads(page: Page): RawThread[] {
  const id = numberIn(page.url.pathname);
  return id ? [{ id, title: '', href: page.url.pathname, expected: null }] : [];
}

function composer(item: Element | null, page: Page): HTMLElement | null {
  return one(
    item?.closest(POST) ?? page.document,
    '.post-comment-drawer textarea, .reply-form textarea',
  ) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'pixelfed',
  name: 'Pixelfed',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://pixelfed.example/i/web/post/700000000000000000'],
  verified: 'from source',
  source: "the engine's own templates (pixelfed/pixelfed, 2025)",
  item: `${POST}, ${COMMENT}`,
  detect: (page) => one(page.document, '.timeline-status-component, .post-comment-drawer, [id^="apop_"]') !== null,
  extract: (item, page) => (item.matches(POST) ? readPost(item, page) : readComment(item, page)),
  threads,
  composer,
  limit: 500,
  authorAnchor: (item) => (item.matches(POST) ? one(item, 'a[id^="apop_"]') : nameOf(item)),
};
