/** Whether a list of look-alike items is people talking. */
import type { Page } from '../contract';
import type { Outline } from './outline';
import { formOf, isNameLike } from './plan';
import { type List, type Parts, partsIn } from './read';
import { hintsOf } from './shape';

const TALK =
  /comment|repl(y|ies)|respuesta|komment|kommentar|message|thread|discussion|conversation|tweet|review|answer|forum|\bpost\b|post-?container|postbit|statuses/i;
/** Called by what people say, not by the place where they say it. */
const SAID = /comment|repl(y|ies)|respuesta|komment|review|answer|rese[nñ]a|opini[oó]n/i;
const ASIDE =
  /related|recommend|sidebar|widget|teaser|card|carousel|promo|trending|popular|latest|recent|product|listing|archive|gallery|playlist|compact|suggest|upnext|order|pedido|invoice|history|search-?result|\bevents?\b|\bjobs?\b/i;
/** The address of a change, not of words. */
const CHANGE = /[?&](oldid|diff)=|\/commits?\//i;

/** Above 0 for a conversation, the surer the higher. Also settles what only a first reading shows of the list. */
export function verdictOf(list: List, outlines: readonly Outline[], page: Page): number {
  const { plan } = list;
  if (!(plan.authors.length || list.host) || (!plan.times.length && list.trust < 2)) return -1;
  let parts = outlines.map((outline) => partsIn(outline, list, page));
  const n = parts.length;
  if (parts.filter((p) => !p.text && p.quotes.length).length > n * 0.5) {
    list.isQuoteBody = true;
    parts = outlines.map((outline) => partsIn(outline, list, page));
  }
  const named = share(parts, (p) => Boolean(p.name));
  const timed = share(parts, (p) => Boolean(p.machine || p.shown));
  list.isTimed = timed > 0.85;
  list.isLinked = plan.links.length > 0 && share(parts, (p) => p.permalink !== null) > 0.7;
  // The line of name and date is not something said.
  const spoken = parts.filter((p) => (/\p{L}/u.test(p.text) && !p.time?.contains(p.body)) || p.quotes.length > 0);
  const distinct = new Set(spoken.map((p) => p.text)).size / Math.max(1, spoken.length);
  const linked = mean(spoken.map((p) => linkShare(p.body)));
  const headed = share(parts, (p) => isHeadline(p));
  const teased =
    list.trust >= 1 ? 0 : outlines.filter((outline, i) => isTeaser(outline, parts[i] as Parts, list, page)).length / n;
  const length = mean(spoken.map((p) => Math.min(500, p.text.length)));
  const nameLike = share(parts, (p) => isNameLike(p.name));
  const addressed = plan.links.length ? share(parts, ({ permalink }) => isOfPage(permalink, page)) : 0;
  const hints = hintsAround((outlines[Math.floor(n / 2)] as Outline).item);
  const talk = TALK.test(hints) ? 1 : 0;
  const aside = ASIDE.test(hints) ? 1 : 0;
  const fit = mean(parts.map((p) => p.fit));
  const selfless = share(spoken, (p) => p.text !== p.name && p.text.length > 0);
  if (named < 0.5 || (timed < 0.5 && list.trust < 2) || spoken.length < n * 0.3 || distinct < 0.4 || selfless < 0.5)
    return -1;
  if (linked > 0.6 && length < 90) return -1;
  if (teased > 0.5 && !SAID.test(hints)) return -1;
  if (share(parts, (p) => p.permalink !== null && CHANGE.test(p.permalink)) > 0.5) return -1;
  if (headed > 0.5 && length < 300 && !talk) return -1;
  return (
    list.trust +
    named +
    timed +
    spoken.length / n +
    distinct +
    fit +
    nameLike * 0.5 +
    plan.authorScore * 0.5 +
    talk +
    // Who gives every row an address of its own on this page expects it to be answered.
    addressed * 0.5 -
    aside * 0.5 -
    headed -
    linked +
    Math.min(1, length / 100) -
    // A word or two in a row of dates and names is a table, unless it is called talk.
    (talk || length >= 60 ? 0 : 0.5) -
    5
  );
}

function share(parts: readonly Parts[], test: (p: Parts) => boolean): number {
  return parts.filter(test).length / Math.max(1, parts.length);
}

function isOfPage(permalink: string | null, page: Page): boolean {
  if (!permalink?.includes('#')) return false;
  const { pathname, host } = new URL(permalink);
  return host === page.url.host && pathname === page.url.pathname;
}

function mean(values: number[]): number {
  return values.length ? values.reduce((a, b) => a + b, 0) / values.length : 0;
}

/** How much of the words is a link: a headline, a list of links. */
function linkShare(body: Element): number {
  if (body.closest('a')) return 1;
  let linked = 0;
  for (const link of body.querySelectorAll('a')) linked += link.textContent?.length ?? 0;
  return Math.min(1, linked / Math.max(1, body.textContent?.length ?? 0));
}

/** A heading, or the first words of all, that lead to another page: what stands below is about that page. */
function isTeaser(
  outline: Outline,
  { href, permalink, author, time, body }: Parts,
  { plan }: List,
  page: Page,
): boolean {
  const { elements } = outline;
  const bodyAt = elements.indexOf(body);
  const isFirstLink = (element: Element, i: number) =>
    element.localName === 'a' && (i < bodyAt || outline.starts[i] === 0);
  for (const [i, element] of elements.entries()) {
    const isHeading = /^h[1-6]$/.test(element.localName);
    // Below the words stands what they speak of: a card of the page they link to.
    if (isHeading ? i > bodyAt && bodyAt > 0 && !body.contains(element) : !isFirstLink(element, i)) continue;
    if (!isHeading) {
      if (element === author || element === time || time?.contains(element) || element.contains(time)) continue;
      const words = element.textContent?.trim() ?? '';
      const leaf = outline.leaves[outline.starts[i] as number];
      if (words.length < 20 || words.length > 300 || (leaf && plan.furniture.has(formOf(leaf, outline)))) continue;
    }
    const link = element.closest('a[href]') ?? element.querySelector('a[href]');
    const target = link?.getAttribute('href');
    if (!target || target === href || target.startsWith('#')) continue;
    const url = URL.canParse(target, page.url) ? new URL(target, page.url) : null;
    if (
      url &&
      (url.pathname !== page.url.pathname || (url.search !== page.url.search && !url.hash && url.href !== permalink))
    )
      return true;
  }
  return false;
}

/** A title that leads elsewhere: an article's card, not a message. */
function isHeadline({ body }: Parts): boolean {
  const link = body.querySelector('h1 a[href],h2 a[href],h3 a[href],h4 a[href],a[href] h2,a[href] h3,a[href] h4');
  return link !== null;
}

function hintsAround(item: Element): string {
  let hints = '';
  let up: Element | null = item;
  for (let i = 0; up && up.localName !== 'body' && i < 6; i++, up = up.parentElement)
    hints += ` ${up.localName}${hintsOf(up)}`;
  return hints;
}
