import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readBody, textOf } from '../dom';
import { match } from '../values';

/**
 * Misskey and its kin (Sharkey, Firefish, Cherrypick…). Class names are made anew at each build, so a note is known by what it
 * links to: a header with the author (`/@name`), and the note's own address (`/notes/ID`) around a time.
 */
const OWN = 'a[href^="/notes/"]:has(time), a[href*="/notes/"]:has(time)';
const PERSON = 'a[href^="/@"]';
/** Notes quoted inside have a header of their own. */
const ROOT = '#misskey_app, #sharkey_app, #firefish_app, #calckey_app, #iceshrimp_app';

/** The box around a note's header; the address stands in it, or in the foot below where the note is shown whole. */
function notes(page: Page): Map<Element, Element> {
  return page.memo('misskey notes', () => {
    const found = new Map<Element, Element>();
    for (const link of all(page.document, OWN)) {
      for (let up = link.parentElement; up && up !== page.document.body; up = up.parentElement) {
        const header = up.localName === 'header' ? up : one(up, ':scope > header');
        if (!header) continue;
        const item = header.parentElement;
        if (item && one(header, PERSON) && !found.has(item)) found.set(item, link);
        break;
      }
    }
    return found;
  });
}

const idIn = (href: string | null | undefined): string | null => match(href, /\/notes\/([\w-]+)/);

/** The link with words; avatars link too. */
function authorOf(item: Element): Element | null {
  const links = all(one(item, 'header'), PERSON);
  return links.find((link) => textOf(link)) ?? null;
}

function bodyOf(item: Element, page: Page): Element | null {
  const found = all(item, '._selectable, .havbbuyv, .mfm, [class*="_text_"], .text');
  return found.find((body) => !body.closest('header') && closestNote(body, page) === item) ?? null;
}

function closestNote(element: Element, page: Page): Element | null {
  const items = notes(page);
  for (let up: Element | null = element; up; up = up.parentElement) if (items.has(up)) return up;
  return null;
}

/** The arrow before the words leads to the note that is answered. */
function parentOf(item: Element, page: Page): string | null {
  const arrow = all(
    item,
    'a[href*="/notes/"]:has(> i[class*="arrow-back"]), a[href*="/notes/"]:has(> i[class*="ph-arrow"])',
  );
  return idIn(arrow.find((link) => closestNote(link, page) === item)?.getAttribute('href'));
}

function read(item: Element, page: Page): RawPost | null {
  const link = required(notes(page).get(item), 'permalink');
  const id = required(idIn(link.getAttribute('href')), 'id');
  const author = required(authorOf(item), 'author');
  const body = bodyOf(item, page);
  const hasMedia = one(item, 'img[src*="/files/"], video, [class*="gallery"]') !== null;
  if (!body && hasMedia) return null;
  const parent = parentOf(item, page);
  const time = one(link, 'time');
  return {
    id,
    kind: parent ? 'reply' : 'post',
    permalink: link.getAttribute('href'),
    threadId: idIn(page.url.pathname) ?? parent ?? id,
    threadTitle: page.document.title,
    parentId: parent,
    author: {
      name: textOf(author),
      handle: match(author.getAttribute('href'), /\/@(.+)$/),
      href: author.getAttribute('href'),
    },
    ...readBody(required(body, 'text'), { skip: 'a:has(> i[class*="arrow-back"]), button', quotes: 'blockquote' }),
    time: { machine: attr(time, '', 'datetime'), shown: attr(time, '', 'title') ?? textOf(time) },
  };
}

function threads(page: Page): RawThread[] {
  const id = idIn(page.url.pathname);
  return id ? [{ id, title: page.document.title, href: page.url.pathname, expected: null }] : [];
}

export const adapter: Adapter = {
  id: 'misskey',
  name: 'Misskey, Sharkey',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://nota.example/notes/9abcdefghi'],
  verified: 'from source',
  source: 'misskey-dev/misskey packages/frontend MkNote.vue, MkNoteDetailed.vue, MkNoteSub.vue',
  item: OWN,
  *items(page) {
    const found = notes(page);
    yield;
    return [...found.keys()];
  },
  detect: ({ document }) =>
    one(
      document,
      `${ROOT}, meta[name="application-name"][content="Misskey"], meta[name="application-name"][content="Sharkey"]`,
    ) !== null,
  extract: read,
  threads,
  composer: (_item, page) =>
    one(page.document, '[data-cy-post-form-text], form textarea, [class*="postForm"] textarea') as HTMLElement | null,
  authorAnchor: authorOf,
};
