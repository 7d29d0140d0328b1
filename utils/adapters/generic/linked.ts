/** Where in a list's items the links stand: to the item itself, and to its author. */
import type { Outline } from './outline';
import { hintsOf } from './shape';
import { ranked, type Vote, voteOf } from './votes';

/** A person's page. */
export const PROFILE =
  /\/(u|user|users|member|members|people|person|profile|profiles|author|authors|channel|id|in|nick|account|company|usuarios?|perfil|benutzer|mitglied\w*|membres?|utenti|gp\/profile)[/.=?-]|\/@|\/~|[?&](u|uid|user|userid|user_id|member|author|mode=viewprofile)=|member\.php|memberlist|profile\.php|membre\d|user\?id=/i;
/** Two steps below a person's page: one of his things. */
const BEYOND_PROFILE =
  /\/(?:@|~|(?:u|users?|members?|people|profiles?|authors?|channel|in)\/)[^/?#]+\/[^/?#]+\/[^/?#]*[\w-]{3}/i;
/** An id of some sort at its end: `12`, `xJ3`, `aBc`. */
const OWN = /\/[\w-]*(?:\d|[a-z][A-Z])[\w-]*\/?(?:[?#]|$)/;
const LINK_HINT = /permalink|bookmark|time|date|share|anchor|post-?number|postcounter|bylink|u-url|reply-?link/i;
const ACTION =
  /reply|respond|quote|report|login|signin|share|delete|edit|vote|print|mailto|replytocom|revisions|history|flag|compose|posting\.php|intent\/|sendmessage|private\.php/i;

function isAllOf(link: Element, words: Element): boolean {
  return words.contains(link) && link.textContent?.trim() === words.textContent?.trim();
}

/** What the page numbers an item by: the telling part of its ids. */
export function numberOf(item: Element): string | null {
  for (const name of ['data-id', 'data-comment-id', 'data-post-id', 'data-review-id', 'id']) {
    const number = /(?:^|[-_:])((?=\w*\d)[\w]{4,40})$/.exec(item.getAttribute(name) ?? '')?.[1];
    if (number) return number;
  }
  return null;
}

export function linkPlaces(
  outlines: readonly Outline[],
  marks: ReadonlySet<Element>,
  bodies: readonly number[],
): number[] {
  const votes = new Map<number, Vote>();
  for (const { item, elements, places } of outlines) {
    const met = new Set<number>();
    const own = numberOf(item);
    const words = elements[places.indexOf(bodies[0] ?? -1)];
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i] as Element;
      const place = places[i] as number;
      if (element.localName !== 'a' || met.has(place)) continue;
      const href = element.getAttribute('href');
      if (!href || href === '#' || /^(javascript|mailto):/i.test(href)) continue;
      met.add(place);
      const vote = voteOf(votes, place);
      vote.items++;
      vote.hrefs.add(href);
      const isAtTime =
        marks.has(element) ||
        marks.has(element.parentElement as Element) ||
        [...element.children].some((c) => marks.has(c));
      if (isAtTime) vote.score += 1.2;
      else if (element.querySelector('time')) vote.score += 1;
      const hash = /#(.{2,80})$/.exec(href)?.[1];
      if (hash && (item.id === hash || item.querySelector(`[id="${CSS.escape(hash)}"],a[name="${CSS.escape(hash)}"]`)))
        vote.score += 0.8;
      if (LINK_HINT.test(hintsOf(element))) vote.score += 0.4;
      if (ACTION.test(href)) vote.score -= 1.2;
      // The link that bears the item's own number.
      if (own && href.includes(own)) vote.score += 0.6;
      // The words themselves lead to it.
      if (!isAtTime && words && OWN.test(href) && (element.contains(words) || isAllOf(element, words))) vote.score += 1;
      // `/profile/ana/post/12` is a post's.
      if (PROFILE.test(href) && !isAtTime && !BEYOND_PROFILE.test(href)) vote.score -= 1;
    }
  }
  const n = outlines.length;
  const score = (vote: Vote) =>
    vote.hrefs.size < vote.items * 0.9 ? -1 : (0.4 * vote.items) / n + vote.score / vote.items;
  return ranked(votes, score, 0.8).map(([place]) => place);
}

/** Neighbours that must agree on how an address is made. */
const LEAST_ALIKE = 3;

export interface AddressForm {
  before: string;
  after: string;
}

/** How the address of an item is made of its number, where all that have one agree: `/reviews/R12` from `id="R12"`. */
export function addressForm(outlines: readonly Outline[], links: readonly number[]): AddressForm | null {
  let form: AddressForm | null = null;
  let alike = 0;
  for (const { item, elements, places } of outlines) {
    const href = elements[places.indexOf(links[0] ?? -1)]?.getAttribute('href');
    const number = numberOf(item);
    if (!href || !number) continue;
    const at = href.lastIndexOf(number);
    if (at < 0) return null;
    const found = { before: href.slice(0, at), after: href.slice(at + number.length) };
    if (form && (form.before !== found.before || form.after !== found.after)) return null;
    form = found;
    alike++;
  }
  return alike >= LEAST_ALIKE ? form : null;
}

/** Links that look like a person's page and stand in most items, once, outside the words: "profile" below a name without a link. */
export function profilePlaces(outlines: readonly Outline[], bodies: readonly number[]): number[] {
  const votes = new Map<number, Vote>();
  for (const { elements, places, parents } of outlines) {
    for (let i = 1; i < elements.length; i++) {
      const element = elements[i] as Element;
      const href = element.localName === 'a' ? element.getAttribute('href') : null;
      if (!href || !PROFILE.test(href) || ACTION.test(href)) continue;
      let up = i;
      while (up > 0 && places[up] !== bodies[0]) up = parents[up] as number;
      if (up > 0) continue;
      const vote = voteOf(votes, places[i] as number);
      vote.items++;
      vote.hrefs.add(href);
    }
  }
  const n = outlines.length;
  return ranked(votes, (vote) => (vote.items <= n * 1.1 && vote.hrefs.size > 1 ? vote.items / n : 0), 0.5).map(
    ([place]) => place,
  );
}
