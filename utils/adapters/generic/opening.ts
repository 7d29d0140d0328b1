/**
 * The post that a list of replies answers, where it is written in markup of its own above them: the page's own subject, by an
 * author and at a time written as those of the replies are. An article has neither so written, and is not taken for a post.
 */
import { fold } from '../../core/normalize';
import type { Page, RawPost } from '../contract';
import { readBody, textOf } from '../dom';
import { cleanUrl } from '../links';
import { baseOf, pageAddress } from '../resolve';
import { machineOf, marksOn } from './marks';
import { bare } from './plan';
import { idOf, type List, type Parts, partsOf, shownIn } from './read';
import { compared } from './told';

export interface Opening {
  item: Element;
  raw: RawPost;
}

/** Replies whose markup the opening post is compared with. */
const SAMPLE = 8;
/** Names above the list that are looked at, nearest the list first. */
const MOST = 30;
/** More names of authors than this stand in a list of other conversations. */
const MOST_NAMES = 3;
const CALLED = {
  author: /user|author|autor|nick|name|\bfn\b|profile|poster|commenter|account/i,
  time: /time|date|fecha|\bago\b|\bage\b/i,
  body: /text|body|content|message|mensaje/i,
};
const TITLES = 'h1,h2,h3,a[href]';
/** Letters of a title that no button has, and of a text that tell it from others. */
const LEAST = 8;
/** A title with more words than this around it is an article's. */
const ARTICLE = 1500;
const TELLING = 40;

/** `isTree`: the replies answer one another; in a flat list the opening post must have words written as theirs are. */
export function openingOf(list: List, items: readonly Element[], isTree: boolean, page: Page): Opening | null {
  const first = items[0];
  if (!first) return null;
  const replies = items.slice(0, SAMPLE).map((item) => partsOf(item, list, page));
  const likeness = (part: keyof typeof CALLED) =>
    selectorOf(
      replies.map((parts) => parts[part]),
      CALLED[part],
    );
  const holders = new Set<Element>();
  for (const item of items)
    for (let up: Element | null = item; up && !holders.has(up); up = up.parentElement) holders.add(up);
  for (const authors of [likeness('author'), profilesOf(replies)]) {
    if (!authors) continue;
    const above = [...page.document.body.querySelectorAll(authors)].filter(
      (element) => element.compareDocumentPosition(first) & 4 && !holders.has(element),
    );
    const frames = new Set(
      above
        .slice(-MOST)
        .reverse()
        .map((element) => frameOf(element, holders)),
    );
    for (const item of frames) {
      const found = foundIn(item, { authors, times: likeness('time'), body: likeness('body') }, isTree, page);
      if (found) return read({ ...found, list, page, replies });
    }
  }
  return null;
}

interface Written {
  authors: string;
  times: string | null;
  body: string | null;
}

/** The parts of an opening post in `item`, written as the replies are; null where it is none. */
function foundIn(
  item: Element,
  written: Written,
  isTree: boolean,
  page: Page,
): Pick<Found, 'item' | 'author' | 'time' | 'title' | 'body'> | null {
  const names = item.matches(written.authors) ? [] : [...item.querySelectorAll(written.authors)];
  // Its author is named first: others are quoted in it.
  const author = names.find((name) => textOf(name));
  if (!author || names.length > MOST_NAMES) return null;
  const body = bodyIn(item, written.body);
  const title = titleIn(item, page);
  // Words written as in the replies make up for a time that is not, and so does the page's title.
  const time =
    [...item.querySelectorAll(written.times ?? 'time')].find((element) => machineOf(element) ?? textOf(element)) ??
    ((body || title || !written.times) && marksOn(page).find((mark) => item.contains(mark)));
  if (!time || (!title && !(body && isSubject(body, page)))) return null;
  if (!body && (!isTree || textOf(item).length > ARTICLE)) return null;
  return { item, author, time, title, body };
}

/** Classes that all the given share, those that name the part before others: how this page writes it. */
function selectorOf(elements: readonly (Element | null)[], called: RegExp): string | null {
  const known = elements.filter((element) => element !== null);
  const [first] = known;
  if (!first || known.length < elements.length * 0.6) return null;
  const shared = [...first.classList].filter(
    (name) => !/\d{3}/.test(name) && known.filter((e) => e.classList.contains(name)).length >= known.length * 0.8,
  );
  const telling = shared.filter((name) => called.test(name));
  const name = telling[0] ?? shared[0];
  const classes = name ? [`.${CSS.escape(name)}`] : [];
  if (first.localName === 'time') classes.push('time');
  return classes.join(',') || null;
}

/** Where the authors' pages are, if they are in one place: `a[href^="/user/"]`. */
function profilesOf(replies: readonly Parts[]): string | null {
  const places = new Set(replies.map(({ href }) => /^.*\/(?=[^/]+\/?$)/.exec(href ?? '')?.[0] ?? ''));
  const [place] = places;
  return places.size === 1 && place && /[\w-]\/$/.test(place) && !/^\w+:\/\/[^/]*\/$/.test(place)
    ? `a[href^="${CSS.escape(place)}"]`
    : null;
}

/** As large as it may be without holding a reply. */
function frameOf(author: Element, holders: ReadonlySet<Element>): Element {
  let frame = author;
  while (frame.parentElement && !holders.has(frame.parentElement)) frame = frame.parentElement;
  return frame;
}

/** What the page says it is about. */
function subjectOf(page: Page): string {
  const title = page.document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '';
  return compared(`${page.document.title} ${title}`);
}

/** The page's own title, written here. */
function titleIn(item: Element, page: Page): Element | null {
  const subject = subjectOf(page);
  for (const element of item.querySelectorAll(TITLES)) {
    const words = compared(textOf(element));
    if (words.length >= LEAST && subject.includes(words)) return element;
  }
  return null;
}

/** Where there is no title, the first words stand for it. */
function isSubject(body: Element, page: Page): boolean {
  const words = compared(textOf(body)).slice(0, TELLING);
  return words.length >= LEAST && subjectOf(page).includes(words);
}

function bodyIn(item: Element, written: string | null): Element | null {
  const named = item.querySelector('[itemprop="articleBody"],[itemprop="text"],.e-content');
  if (named) return named;
  return written ? ([...item.querySelectorAll(written)].find((element) => textOf(element)) ?? null) : null;
}

interface Found {
  item: Element;
  author: Element;
  time: Element;
  title: Element | null;
  body: Element | null;
  list: List;
  page: Page;
  replies: readonly Parts[];
}

function read({ item, author, time, title, body, list, page, replies }: Found): Opening | null {
  const link = author.closest('a[href]') ?? author.querySelector('a[href]');
  const name = bare(textOf(author));
  const machine = machineOf(time);
  const shown = shownIn(time);
  // A line about the thread that repeats who wrote its first post, which is in the list.
  if (
    !name ||
    replies.some((reply) => reply.name === name && (machine ? reply.machine === machine : reply.shown === shown))
  )
    return null;
  const heading = title ? textOf(title) : '';
  const { text, quotes, truncated } = readBody(body);
  const words = !heading || fold(text).includes(fold(heading)) ? text : text ? `${heading}\n\n${text}` : heading;
  const around = time.closest('a[href]') ?? time.querySelector('a[href]');
  const permalink = cleanUrl(around?.getAttribute('href'), baseOf(page)) ?? pageAddress(page);
  return {
    item,
    raw: {
      id: idOf({ permalink, machine, shown, name, text: words }, page),
      kind: 'post',
      permalink,
      threadId: list.threadId,
      threadTitle: list.title,
      author: { name, href: link?.getAttribute('href') },
      text: words,
      quotes,
      time: { machine, shown },
      truncated: truncated || undefined,
    },
  };
}
