/** Reads one item by its list's plan. */
import { digest } from '../../core/keys';
import { fold } from '../../core/normalize';
import type { Page, RawPost } from '../contract';
import { readBody, textOf } from '../dom';
import { cleanUrl } from '../links';
import { baseOf } from '../resolve';
import { parseMachine } from '../times/machine';
import { parseShown } from '../times/shown';
import { numberOf } from './linked';
import { machineOf } from './marks';
import { type Outline, outlineOf, type Places } from './outline';
import { bare, calledName, formOf, nameOnCard, type Plan } from './plan';
import { type Named, namedParts } from './properties';
import type { Shapes } from './shape';

/** Posts of one list. */
export interface List {
  items: Element[];
  nested: boolean;
  all: ReadonlySet<Element>;
  places: Places;
  shapes: Shapes;
  plan: Plan;
  threadId: string;
  title: string;
  isTimed: boolean;
  /** Nearly every one has a link to itself. */
  isLinked: boolean;
  /** How surely the page itself calls these posts. */
  trust: number;
  /** The author of all, where the posts name none. */
  host: { name: string; href: string | null } | null;
  /** The page writes every post as a `blockquote`. */
  isQuoteBody: boolean;
  kind: 'post' | 'reply' | 'review' | undefined;
}

/** Other people's passages, as the usual engines mark them. */
const MARKED_QUOTES =
  '.quote,.quoted,.quoted-text,.bbcode_quote,.bbCodeQuote,.bbcode_container,.quotetitle,.quotecontent,.quoteheader,.quotebox,.quote-container,.citation,[data-quote],td.alt2[style*="inset"]';
const QUOTES = `blockquote:not([class*="content"]),${MARKED_QUOTES}`;
const QUOTE_AUTHOR = 'cite,.quote-author,.attribution,.bbCodeBlock-title,.bbcode_postedby,.quotetitle';

export interface Parts {
  name: string;
  handle: string | null;
  href: string | null;
  text: string;
  quotes: { author?: string; text: string }[];
  machine: string | null;
  shown: string | null;
  permalink: string | null;
  truncated: boolean;
  /** The elements they were read from. */
  body: Element;
  author: Element | null;
  time: Element | null;
  /** How many of the best places the item has, 0 to 1. */
  fit: number;
}

export function partsOf(item: Element, list: List, page: Page): Parts {
  return partsIn(list.places.name(outlineOf(item, list.shapes, list.all)), list, page);
}

export function partsIn(outline: Outline, list: List, page: Page): Parts {
  const { item } = outline;
  const { plan } = list;
  const named = list.trust >= 1 ? namedParts(outline) : NOTHING_NAMED;
  const author = named.author ?? firstAt(outline, plan.authors);
  const handleAt = plan.handle < 0 ? null : firstAt(outline, [plan.handle]);
  const time = named.time && isMoment(named.time) ? named.time : firstAt(outline, plan.times);
  const drop = dropped(outline, plan, [author, handleAt, time]);
  for (const inner of outline.inner) drop.add(inner);
  const body =
    named.body ??
    firstAt(outline, plan.bodies.slice(0, 1)) ??
    variantOf(outline, plan) ??
    firstAt(outline, plan.bodies) ??
    item;
  const { text, quotes, truncated } = readBody(body, {
    quotes: list.isQuoteBody ? MARKED_QUOTES : QUOTES,
    quoteAuthor: QUOTE_AUTHOR,
    without: drop,
  });
  const link = author && linkOf(author, item);
  const profile = link ?? (author ? firstAt(outline, plan.profiles) : null);
  return {
    name: textOf(named.name) || nameOf(author, link) || (list.host?.name ?? ''),
    handle: textOf(handleAt) || null,
    href: profile?.getAttribute('href') ?? list.host?.href ?? null,
    text,
    quotes,
    truncated,
    body,
    author,
    time,
    fit:
      ([plan.authors[0], plan.bodies[0], plan.times[0]] as number[]).filter((place) => outline.places.includes(place))
        .length / 3,
    machine: time && machineOf(time),
    shown: time && shownIn(time),
    permalink: permalinkOf(outline, plan, named.link, page),
  };
}

const NOTHING_NAMED: Named = { author: null, name: null, body: null, time: null, link: null };

function isMoment(time: Element): boolean {
  return machineOf(time) !== null || Boolean(time.textContent?.trim());
}

/** A card of name, rank and pictures: the link with words in it is the name. */
function nameOf(author: Element | null, link: Element | null): string {
  const name = bare(textOf(author));
  const linked = link && link !== author && author?.contains(link) ? bare(textOf(link)) : '';
  if (linked && linked.length <= 60) return linked;
  if (author && author === link) {
    const called = bare(calledName(author));
    if (called) return called;
  }
  if (name.length > 60 && author) return bare(nameOnCard(author)) || name;
  return name || author?.getAttribute('content')?.trim() || '';
}

function firstAt(outline: Outline, places: readonly number[]): Element | null {
  for (const place of places.slice(0, 6)) {
    const at = outline.places.indexOf(place);
    if (at >= 0) return outline.elements[at] as Element;
  }
  return null;
}

/** Many show "3 h" and tell the moment to those who point at it or have it read aloud. */
export function shownIn(time: Element): string {
  for (const name of ['title', 'data-tooltip', 'aria-label', 'data-original-title']) {
    const said = time.getAttribute(name);
    if (said && /\d{4}/.test(said) && said.length < 80) return said;
  }
  return time.getAttribute('title') ?? textOf(time);
}

function linkOf(author: Element, item: Element): Element | null {
  const link = author.closest('a[href]') ?? author.querySelector('a[href]');
  return link && item.contains(link) ? link : null;
}

/** Elements of the body that say nothing of the author's own: furniture, the name, the moment. */
function dropped(outline: Outline, plan: Plan, known: (Element | null)[]): Set<Element> {
  const drop = new Set<Element>();
  for (const element of known) if (element) drop.add(element);
  const said = new Set<Element>();
  const furniture: Element[] = [];
  for (const leaf of outline.leaves) {
    const element = outline.elements[leaf.at] as Element;
    if (isQuoteLabel(leaf.text, element)) drop.add(element);
    if (plan.furniture.has(formOf(leaf, outline)) && /\p{L}/u.test(leaf.text)) furniture.push(element);
    else
      for (let up: Element | null = element; up && up !== outline.item && !said.has(up); up = up.parentElement)
        said.add(up);
  }
  for (const element of furniture)
    if (!said.has(element) && element !== outline.item && !isInSentence(element, said)) drop.add(element);
  return drop;
}

const INLINE = /^(a|em|strong|b|i|u|span|mark|bdi)$/;

/** A name that many mention is said all the same, where words of a sentence follow it; or go before a link. */
function isInSentence(element: Element, said: ReadonlySet<Element>): boolean {
  const words = element.textContent?.trim();
  let href: string | null = null;
  for (let word = element; INLINE.test(word.localName); word = word.parentElement as Element) {
    href ??= word.getAttribute('href');
    const around = word.parentElement;
    if (!around) return false;
    if (around.textContent?.trim() === words) continue;
    if (!said.has(around)) return false;
    return isWords(beside(word, 'nextSibling')) || (isAddress(href) && isWords(beside(word, 'previousSibling')));
  }
  return false;
}

/** Comments of a framework and white space say nothing. */
function beside(word: Element, way: 'nextSibling' | 'previousSibling'): Node | null {
  let node = word[way];
  while (node && (node.nodeType === 8 || !node.textContent?.trim())) node = node[way];
  return node;
}

function isWords(node: Node | null): boolean {
  return node?.nodeType === 3 && /\p{L}{2}/u.test(node.nodeValue ?? '');
}

function isAddress(href: string | null): boolean {
  return href !== null && /^(https?:|\/)/.test(href);
}

function permalinkOf(outline: Outline, plan: Plan, named: Element | null, page: Page): string | null {
  const { item } = outline;
  const link = named ?? firstAt(outline, plan.links);
  if (link) return withoutView(cleanUrl(link.getAttribute('href'), baseOf(page)));
  const number = plan.address && numberOf(item);
  if (plan.address && number)
    return withoutView(cleanUrl(plan.address.before + number + plan.address.after, baseOf(page)));
  const anchor = anchorOf(item);
  return anchor ? cleanUrl(`#${anchor}`, page.url) : null;
}

/** "Quote:" right above what is quoted. */
function isQuoteLabel(text: string, element: Element): boolean {
  if (!/^\s*\p{L}[\p{L} ]{2,20}:\s*$/u.test(text) || element.childElementCount) return false;
  const next = element.nextElementSibling;
  return next !== null && (next.matches(QUOTES) || next.querySelector(QUOTES) !== null);
}

/** `comment__message comment__message_hidden` where the others are `comment__message`. */
function variantOf({ elements }: Outline, { bodyClass }: Plan): Element | null {
  return (bodyClass && elements.find((element) => element.classList.contains(bodyClass))) || null;
}

/** How much to show around a post is no part of its address. */
function withoutView(permalink: string | null): string | null {
  return permalink?.replace(/\?context=\d+(?=#|$)|&context=\d+(?=&|#|$)|(?<=\?)context=\d+&/, '') ?? null;
}

/** An id of the item that will be the same tomorrow. */
export function anchorOf(item: Element): string | null {
  const id = item.id || item.querySelector('a[name]')?.getAttribute('name') || item.querySelector('[id]')?.id || '';
  return /\d/.test(id) && id.length < 80 && !/^(u_|ember|react|yui|gwt|ext-|:r|radix|headless)/i.test(id) ? id : null;
}

export function idOf(parts: Pick<Parts, 'permalink' | 'machine' | 'shown' | 'name' | 'text'>, page: Page): string {
  if (parts.permalink) {
    const url = new URL(parts.permalink);
    const own = url.hostname === page.url.hostname;
    return `${own ? '' : url.host}${url.pathname}${url.search}${url.hash}`;
  }
  const machine = parseMachine(parts.machine);
  const shown = machine === null && parts.shown ? parseShown(parts.shown, page.now) : null;
  const at = machine ?? (shown && !shown.relative ? shown.at : '');
  return digest(`${fold(parts.name)}\n${at}\n${fold(parts.text.slice(0, 400))}`);
}

/** What nobody says in so many words and nothing else. */
const COUNT =
  /^\d[\d.,]*\s?[km]?\s(?:repl(?:y|ies)|comments?|answers?|likes?|views?|shares?|respuestas?|comentarios?|me gusta|visitas|respostas?|comentários?|réponses?|commentaires?|antworten?|kommentare?|rispost[ae]|commenti?)$/i;

/** A post as read, before its parent is known; null for what is none. */
export function rawOf(outline: Outline, list: List, page: Page): { raw: RawPost; parts: Parts } | null {
  const { item } = outline;
  const parts = partsIn(list.places.name(outline), list, page);
  if (!parts.name && !parts.handle) return null;
  // Where every post says when, what does not is a notice among them.
  if (list.isTimed && !parts.machine && !parts.shown) return null;
  if (!parts.text && !parts.quotes.length && !item.querySelector('img,video')) return null;
  const isBest = outline.elements[outline.places.indexOf(list.plan.bodies[0] ?? -1)] === parts.body;
  // Where every post has a link to itself, what has none and has its words elsewhere is a notice among them.
  if (list.isLinked && !isBest && !parts.permalink) return null;
  // "8 replies" is a row between posts.
  if (COUNT.test(parts.text) || (!isBest && /^[\d.,]+\s?\p{L}*$/u.test(parts.text))) return null;
  const raw: RawPost = {
    id: idOf(parts, page),
    ...(list.kind && { kind: list.kind }),
    permalink: parts.permalink,
    threadId: list.threadId,
    threadTitle: list.title,
    author: { name: parts.name || (parts.handle as string), handle: parts.handle, href: parts.href },
    text: parts.text,
    quotes: parts.quotes,
    lang: item.getAttribute('lang'),
    time: { machine: parts.machine, shown: parts.shown },
    truncated: parts.truncated || undefined,
  };
  return { raw, parts };
}
