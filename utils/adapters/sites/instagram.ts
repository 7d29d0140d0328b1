import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * Instagram: nothing but the shape of links is stable. `/p/CODE/` (or `reel`, `tv`) around a time is a post,
 * `/p/CODE/c/ID/` a comment, `/p/CODE/c/ID/r/REPLY/` what answers it; a link of one segment is a person. A post in the feed is
 * an `article`; on its own page post and comments are rows found from the link around their time.
 */
const ARTICLE = 'article';
const ROW = 'a[href*="/p/"]:has(time), a[href*="/reel/"]:has(time), a[href*="/tv/"]:has(time)';
const TIMED = /^(?:https:\/\/www\.instagram\.com)?(?:\/[\w.]+)?\/(p|reel|tv)\/([\w-]+)\/(?:c\/(\d+)\/(?:r\/(\d+)\/)?)?/;
const PERSON = /^(?:https:\/\/www\.instagram\.com)?\/([\w.]{1,30})\/(?:\?|$)/;
/** Segments that are rooms of the house and no people. */
const ROOMS = /^(explore|reels|direct|accounts|stories|about|legal|p|reel|tv)$/;

interface Named {
  kind: string;
  code: string;
  comment: string | undefined;
  reply: string | undefined;
}

function namedBy(href: string | null | undefined): Named | null {
  const found = TIMED.exec(href ?? '');
  return found ? { kind: found[1] as string, code: found[2] as string, comment: found[3], reply: found[4] } : null;
}

function personIn(root: Element): { handle: string; link: Element } | null {
  for (const link of all(root, 'a[href]')) {
    const handle = match(link.getAttribute('href'), PERSON);
    if (handle && !ROOMS.test(handle) && textOf(link)) return { handle, link };
  }
  return null;
}

/** The row a time stands in: the smallest box around it with a person; one more where words stand beside that box. */
function rowOf(link: Element): { row: Element; person: { handle: string; link: Element } } | null {
  let row: Element | null = link.parentElement;
  for (let i = 0; row && i < 12; i++, row = row.parentElement) {
    if (row.querySelectorAll(ROW).length > 1) return null;
    const person = personIn(row);
    if (!person) continue;
    for (let j = 0; j < 3 && row.parentElement && !wordsIn(row, person.link); j++) {
      if (all(row.parentElement, ROW).length > 1) break; // somebody else's row begins: this one has a picture only
      row = row.parentElement;
    }
    return { row, person };
  }
  return null;
}

/** The first run of words that is neither name, time, count nor button. */
function wordsIn(row: Element, name: Element): Element | null {
  for (const box of all(row, 'h1, span[dir="auto"], span._ap3a')) {
    if (
      box.closest('a, [role="button"], button, time') ||
      box.contains(name) ||
      one(box, 'time, h1, [href*="/liked_by/"]')
    )
      continue;
    if (box.localName === 'span' && box.parentElement?.closest('span[dir="auto"]')) continue;
    const text = textOf(box);
    if (text && text !== '•' && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return box;
  }
  return null;
}

const FOLDED = '[role="button"], button';

/** A post in the feed: who, the caption under the picture (it begins with the name again), the time. */
function readArticle(item: Element): RawPost | null {
  const link = all(item, ROW).find((each) => !namedBy(each.getAttribute('href'))?.comment);
  if (!link) return null; // suggestions: people to follow
  const { kind, code } = required(namedBy(link.getAttribute('href')), 'id');
  const person = required(personIn(item), 'author');
  const caption = captionOf(item, person, link);
  return {
    id: code,
    permalink: `/${kind}/${code}/`,
    author: { name: person.handle, handle: person.handle, href: `/${person.handle}/` },
    text: readText(caption, { pre: true, skip: FOLDED }).replace(/\s*(?:\.\.\.|…)\s*$/, ''),
    time: { machine: one(link, 'time')?.getAttribute('datetime'), id: { scheme: 'instagram', value: code } },
    counts: present({ likes: likesIn(item), replies: claimed(item) }),
    media: mediaOf(item),
    sponsored: isPaid(item) || undefined,
    truncated: caption?.nextElementSibling?.querySelector('[role="button"]') ? true : undefined,
  };
}

/** The caption follows the second time the name is written; without a caption the name is not repeated. */
function captionOf(item: Element, person: { handle: string; link: Element }, time: Element): Element | null {
  const again = all(item, 'a[href]').filter(
    (link) =>
      match(link.getAttribute('href'), PERSON) === person.handle &&
      textOf(link) !== '' &&
      (time.compareDocumentPosition(link) & 4 || time.contains(link)) &&
      link !== person.link,
  )[0];
  for (let box = again?.parentElement; again && box && box !== item; box = box.parentElement) {
    const words = wordsIn(box, again);
    if (words) return words;
  }
  return one(item, 'h1[dir="auto"], span._ap3a._aacu');
}

/** An advert's way out leads through Instagram's counter of clicks. */
function isPaid(item: Element): boolean {
  return (
    one(item, 'a[href*="l.instagram.com/"][role="button"], a[href*="/ads/about"], a[href*="facebook.com/ads/"]') !==
    null
  );
}

const likesIn = (root: Element): number | undefined =>
  all(root, 'a[href$="/liked_by/"]')
    .map((link) => parseCount(link.textContent))
    .find((count) => count !== undefined);

const claimed = (root: Element): number | undefined => parseCount(textOf(root, 'a[href$="/comments/"]'));

function mediaOf(item: Element): RawPost['media'] {
  const media = all(
    item,
    'img[alt][src*="/t51.2885-15/"], img[alt][src*="/t51.29350-15/"], img[alt][src*="/t51.82787-15/"]',
  ).map((image) => ({ alt: image.getAttribute('alt') ?? '', href: image.getAttribute('src') ?? '' }));
  return media.length ? media : undefined;
}

/** A comment, or the caption of the post a page is about; the item is the link around its time. */
function readRow(item: Element, page: Page): RawPost | null {
  const named = namedBy(item.getAttribute('href'));
  if (!named || (!named.comment && (item.closest(ARTICLE) || namedBy(page.url.pathname)?.code !== named.code)))
    return null;
  const { row, person } = required(rowOf(item), 'author');
  const { kind, code, comment, reply } = named;
  const id = reply ?? comment ?? code;
  return {
    id,
    kind: comment ? 'reply' : 'post',
    permalink: comment ? `/${kind}/${code}/c/${comment}/${reply ? `r/${reply}/` : ''}` : `/${kind}/${code}/`,
    threadId: code,
    parentId: reply ? comment : comment ? code : null,
    author: { name: person.handle, handle: person.handle, href: `/${person.handle}/` },
    text: readText(wordsIn(row, person.link), { pre: true, skip: FOLDED }),
    time: {
      machine: one(item, 'time')?.getAttribute('datetime'),
      id: { scheme: 'instagram', value: comment ? '' : code },
    },
    counts: comment ? undefined : present({ likes: likesIn(page.document.documentElement) }),
  };
}

function threads(page: Page): RawThread[] {
  const own = namedBy(page.url.pathname);
  if (own) return [{ id: own.code, title: '', href: `/${own.kind}/${own.code}/`, expected: null }];
  return all(page.document, ARTICLE).flatMap((item) => {
    const named = namedBy(one(item, ROW)?.getAttribute('href'));
    const expected = claimed(item);
    return named && expected ? [{ id: named.code, title: '', href: `/${named.kind}/${named.code}/`, expected }] : [];
  });
}

/** In the feed each post has its box; on a post's page there is one, and answering a comment only fills in a name. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const root = item?.closest(ARTICLE) ?? page.document;
  return one(root, 'form textarea, form [contenteditable="true"]') as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'instagram',
  name: 'Instagram',
  scope: 'site',
  matches: ['https://www.instagram.com/*'],
  sampleUrls: ['https://www.instagram.com/', 'https://www.instagram.com/p/DH_ux4pSlV0/'],
  verified: '2025-04-08',
  item: `${ARTICLE}, ${ROW}`,
  extract: (item, page) => (item.matches(ARTICLE) ? readArticle(item) : readRow(item, page)),
  threads,
  composer,
  limit: 2200,
  authorAnchor: (item) => (item.matches(ARTICLE) ? personIn(item) : rowOf(item)?.person)?.link ?? null,
};
