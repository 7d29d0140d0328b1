/**
 * A profile as pages tell it to machines, on any site: schema.org's ProfilePage in JSON-LD, the h-card that stands for the page
 * (microformats.org, "representative h-card"), Open Graph's `profile`; and `rel=me` links, which say "this is me too".
 */
import type { Page, RawProfile } from './contract';
import { all, attr, one } from './dom';
import { cleanUrl } from './links';
import { baseOf } from './resolve';
import { hrefs } from './values';

const MOST_SCRIPTS = 20;
/** Characters of all scripts that are parsed: a look is to be short. */
const MOST_PARSED = 200_000;
const MOST_NODES = 500;
const NAMES_A_PERSON = /"(?:ProfilePage|Person)"/;

type Node = Record<string, unknown>;

/** The one person whose page it is; null where the page names none, or is about something they wrote. */
export function toldProfile(page: Page): RawProfile | null {
  const { document } = page;
  const told = toldInData(page) ?? toldInCard(page) ?? toldInHead(page);
  if (!told) return null;
  return { ...told, links: [...told.links, ...hrefs(document, 'a[rel~="me"][href], link[rel~="me"][href]')] };
}

function toldInData(page: Page): RawProfile | null {
  let left = MOST_PARSED;
  for (const script of all(page.document, 'script[type="application/ld+json"]').slice(0, MOST_SCRIPTS)) {
    const text = script.textContent ?? '';
    if (text.length > left || !NAMES_A_PERSON.test(text)) continue;
    left -= text.length;
    const person = personIn(parsed(text), page);
    if (person) return person;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The main entity of a ProfilePage, or a person of its own whose address is the page's: an author of an article is neither. */
function personIn(data: unknown, page: Page): RawProfile | null {
  const waiting: unknown[] = [data];
  for (let seen = 0; waiting.length > 0 && seen < MOST_NODES; seen++) {
    const item = waiting.shift();
    if (Array.isArray(item)) waiting.push(...item.slice(0, MOST_NODES));
    if (!isNode(item)) continue;
    if (Array.isArray(item['@graph'])) waiting.push(...item['@graph'].slice(0, MOST_NODES));
    const main = isOf(item, 'ProfilePage') ? [item.mainEntity, item.about].find((node) => isNode(node)) : item;
    if (!isNode(main) || !isOf(main, 'Person')) continue;
    if (main === item && !isHere(texts(main.url)[0] ?? texts(main['@id'])[0], page)) continue;
    const [name = '', handle] = [texts(main.name)[0], texts(main.alternateName)[0]];
    return {
      name,
      // "Ana, also known as Anita Gil" is no handle.
      handle: handle && !/\s/.test(handle) ? handle : null,
      href: texts(main.url)[0] ?? null,
      bio: texts(main.description)[0] ?? '',
      links: texts(main.sameAs),
      alt: isNode(main.image) ? (texts(main.image.caption)[0] ?? null) : null,
    };
  }
  return null;
}

const isNode = (value: unknown): value is Node => value instanceof Object && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
const isOf = (node: Node, type: string): boolean => texts(node['@type']).includes(type);

function isHere(href: string | null | undefined, page: Page): boolean {
  const bare = (url: string | null) => url?.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const url = href ? cleanUrl(href, baseOf(page)) : null;
  return url !== null && bare(url) === bare(page.url.href);
}

/** What is marked for machines has nothing hidden in it to leave out: the reader of posts' words would double what every page loads. */
const wordsOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The card whose own address is the page's. */
function toldInCard(page: Page): RawProfile | null {
  const card = all(page.document, '.h-card').find((each) =>
    hrefs(each, 'a.u-url[href], link.u-url[href], a.u-uid[href]').some((href) => isHere(href, page)),
  );
  if (!card) return null;
  const note = one(card, '.p-note, .e-note');
  return {
    name: wordsOf(one(card, '.p-name')),
    handle: wordsOf(one(card, '.p-nickname')) || null,
    bio: wordsOf(note),
    links: [...hrefs(note), ...hrefs(card, 'a.u-url[href], a[rel~="me"][href]')].filter((href) => !isHere(href, page)),
    alt: attr(card, 'img.u-photo', 'alt'),
  };
}

/** Open Graph's own profile says who; its description is the site's, so the words of the person are not in it. */
function toldInHead({ document }: Page): RawProfile | null {
  const said = (name: string) => attr(document.documentElement, `meta[property="${name}"]`, 'content');
  if (said('og:type') !== 'profile') return null;
  const handle = said('profile:username');
  const name = [said('profile:first_name'), said('profile:last_name')].filter(Boolean).join(' ');
  return handle || name ? { name: name || (handle as string), handle, href: said('og:url'), bio: '', links: [] } : null;
}
