/**
 * Where in a list's items the author, the moment, the words and the permalink stand. Decided by vote over a sample of the
 * items: what repeats is furniture, what differs is said by people.
 */

import { readText, textOf } from '../dom';
import { bodyPlaces } from './body';
import { type AddressForm, addressForm, linkPlaces, PROFILE, profilePlaces } from './linked';
import { machineOf, type TimeSense } from './marks';
import type { Leaf, Outline } from './outline';
import { hintsOf } from './shape';
import { ranked, type Vote, voteOf } from './votes';

export interface Plan {
  /** Places that hold the author's name, best first. */
  authors: number[];
  authorScore: number;
  /** Place of the handle ("@ana"), or -1. */
  handle: number;
  /** Places of the moment, best first. */
  times: number[];
  /** Places of the words, best first. */
  bodies: number[];
  /** A class of the best place of the words, by which a variant of it is known. */
  bodyClass: string | null;
  /** Places of the link to the item, best first. */
  links: number[];
  /** How the address of an item is made of its number, for those without a link. */
  address: AddressForm | null;
  /** Places of a link to the author, where the name bears none. */
  profiles: number[];
  /** `place|words` that repeat from item to item. */
  furniture: Set<string>;
}

const AUTHOR_HINT =
  /author|user-?_?name|\buser|nick|poster\b|commenter|creator|byline|\bfn\b|screen-?name|profile|member|display-?name|vcard|h-card|\bactor|\bperson\b|autor|owner|hovercard/i;
const NOT_AUTHOR =
  /avatar|reply|respond|permalink|share|\blike|vote|menu|\btag|categor|signature|badge|flair|rank|title$|label|report|action|(?<!ac)count|(?<!up)date|time\b|quote|body|content|text\b(?!-)|message-?text|desc/i;
const ROOT_PAGE = /^(https?:\/\/[^/?#]+)?\/[\w.%-]{2,40}\/?(\?[^#]*)?$/;
const TIME_HINT = /time|(?<!up)date|ago|posted|publish|timestamp|\bage\b|when|fecha|created/i;
/** An `update` is what some call a post; `updated` is when it was changed. */
const NOT_POSTED = /join|regist|since|member|edit(?!or)|updated|modif|last-?|seen|expire|birth|alta/i;

export function planOf(outlines: readonly Outline[], sense: TimeSense, marks: ReadonlySet<Element>): Plan {
  const furniture = furnitureOf(outlines);
  const times = timePlaces(outlines, marks);
  const { authors, handle, score } = authorPlaces(outlines, furniture, times, sense, marks);
  const bodies = bodyPlaces(outlines, furniture, [authors[0] ?? -1, authors[1] ?? -1, handle], times.slice(0, 2));
  const links = linkPlaces(outlines, marks, bodies);
  return {
    authors,
    authorScore: score,
    handle,
    times,
    bodies,
    bodyClass: classAt(outlines, bodies[0]),
    links,
    address: addressForm(outlines, links),
    profiles: profilePlaces(outlines, bodies),
    furniture,
  };
}

function classAt(outlines: readonly Outline[], place: number | undefined): string | null {
  for (const { elements, places } of outlines) {
    const at = place === undefined ? -1 : places.indexOf(place);
    if (at > 0) return (elements[at] as Element).classList[0] ?? null;
  }
  return null;
}

/** Words without their numbers: "3 likes" and "12 likes" are one furniture. */
export function formOf(leaf: Leaf, { places }: Outline): string {
  return `${places[leaf.at]}|${leaf.text.slice(0, 80).replace(/\d+/g, '0').replace(/\s+/g, ' ').trim().toLowerCase()}`;
}

function furnitureOf(outlines: readonly Outline[]): Set<string> {
  const counts = new Map<string, number>();
  for (const outline of outlines) {
    for (const form of new Set(outline.leaves.map((leaf) => formOf(leaf, outline))))
      counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const least = outlines.length <= 3 ? 2 : Math.max(3, outlines.length * 0.3);
  const furniture = new Set<string>();
  for (const [form, count] of counts) if (count >= least || !/\|.*\p{L}/u.test(form)) furniture.add(form);
  return furniture;
}

function timePlaces(outlines: readonly Outline[], marks: ReadonlySet<Element>): number[] {
  const votes = new Map<number, Vote>();
  for (const { elements, places, starts } of outlines) {
    const met = new Set<number>();
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i] as Element;
      const place = places[i] as number;
      if (!marks.has(element) || met.has(place)) continue;
      met.add(place);
      const vote = voteOf(votes, place);
      const words = element.textContent ?? '';
      vote.items++;
      vote.texts.add(words.slice(0, 80));
      const hints = hintsOf(element) + (element.parentElement ? hintsOf(element.parentElement) : '');
      if (machineOf(element) !== null) vote.score += 0.5;
      if (TIME_HINT.test(hints)) vote.score += 0.3;
      if (NOT_POSTED.test(hints)) vote.score -= 0.8;
      if (element.closest('a') || element.querySelector('a')) vote.score += 0.4;
      if (/\d:\d\d/.test(words)) vote.score += 0.2;
      vote.score -= 0.02 * Math.min(10, starts[i] as number);
    }
  }
  const n = outlines.length;
  const score = (vote: Vote) =>
    vote.items / n + vote.score / vote.items + 0.3 * Math.min(1, vote.texts.size / vote.items);
  return ranked(votes, score, 0.5).map(([place]) => place);
}

function authorPlaces(
  outlines: readonly Outline[],
  furniture: ReadonlySet<string>,
  times: readonly number[],
  sense: TimeSense,
  marks: ReadonlySet<Element>,
): { authors: number[]; handle: number; score: number } {
  const votes = new Map<number, Vote>();
  const handles = new Map<number, number>();
  const n = outlines.length;
  for (const outline of outlines) {
    const { elements, places, starts, leaves } = outline;
    const met = new Set<number>();
    for (let i = 1; i < elements.length; i++) {
      const element = elements[i] as Element;
      const place = places[i] as number;
      if (met.has(place) || times.includes(place)) continue;
      const isLink = element.localName === 'a' && element.hasAttribute('href');
      const hints = hintsOf(element);
      const isHinted = AUTHOR_HINT.test(hints) && !NOT_AUTHOR.test(hints);
      if (!isLink && (!isHinted || isCompound(element, marks))) continue;
      let text = (element.textContent ?? '').trim();
      if (text.length > 60 && text.length < MOST_OF_CARD && isLink && PROFILE.test(element.getAttribute('href') ?? ''))
        text = bare(nameOnCard(element));
      if (text.length < 1 || text.length > 60 || /^[\d\s.,:#+-]+(\s\p{L}+)?$/u.test(text) || sense.isTime(text))
        continue;
      met.add(place);
      if (/^@\S+$/.test(text)) handles.set(place, (handles.get(place) ?? 0) + 1);
      const vote = voteOf(votes, place);
      const href =
        (isLink ? element : (element.closest('a') ?? element.querySelector('a')))?.getAttribute('href') ?? '';
      const around = element.parentElement ? hintsOf(element.parentElement) : '';
      vote.items++;
      vote.texts.add(text.toLowerCase());
      if (href) vote.hrefs.add(href);
      if (isHinted) vote.score += 1;
      else if (AUTHOR_HINT.test(around) && !NOT_AUTHOR.test(around)) vote.score += 0.6;
      if (NOT_AUTHOR.test(hints)) vote.score -= 0.6;
      if (PROFILE.test(href)) vote.score += 0.8;
      else if (ROOT_PAGE.test(href)) vote.score += 0.4;
      else if (href.startsWith('#') || /^javascript:/i.test(href)) vote.score -= 1;
      else if (!isHinted && element.closest('h1,h2,h3,h4')) vote.score -= 0.6;
      if (isNameLike(text)) vote.score += 0.3;
      vote.score -= 0.6 * Math.min(1, (starts[i] as number) / Math.min(16, Math.max(4, leaves.length)));
      const words = leaves[starts[i] as number];
      if (words && furniture.has(formOf(words, outline)) && !PROFILE.test(href)) vote.score -= 0.5;
    }
  }
  const several = [...votes.values()].some((vote) => vote.items > n * 0.5 && vote.texts.size > 1 && vote.score > 0);
  const score = (vote: Vote) => {
    const distinct = vote.texts.size / Math.min(vote.items, 12);
    // The same word everywhere is a button, unless it leads to one person everywhere.
    if (vote.items > 2 && vote.texts.size === 1 && vote.hrefs.size !== 1) return -1;
    // One name on many posts is whom they all answer, if others are named as well.
    const isOne = vote.items > 2 && vote.texts.size === 1 && several ? 0.8 : 0;
    return -isOne + vote.items / n + vote.score / vote.items + 0.4 * Math.min(1, distinct);
  };
  const list = ranked(votes, score, 1.2);
  let handle = -1;
  for (const [place, count] of handles) if (count >= n * 0.5 && handle < 0) handle = place;
  const names = list.filter(([place]) => place !== handle);
  return {
    authors: (names.length ? names : list).map(([place]) => place),
    handle,
    score: (names[0] ?? list[0])?.[1] ?? 0,
  };
}

/** Holds more than a name: a line of name, handle and time. */
function isCompound(element: Element, marks: ReadonlySet<Element>): boolean {
  const links = element.querySelectorAll('a[href]');
  if (links.length > 1 && links[0]?.textContent !== links[1]?.textContent) return true;
  for (const child of element.querySelectorAll('*')) if (marks.has(child)) return true;
  return false;
}

/** Letters of markup and all in a card of name, rank and trade. */
const MOST_OF_CARD = 800;
const NAMING = /(^|(?<!first|last|given|family|middle|job)[-_ ])(name|title)([-_ ]|$)/i;

/** A card that is one link: what is called the name in it, or what comes first. */
export function nameOnCard(card: Element): string {
  return calledName(card) || (readText(card).split('\n')[0] ?? '');
}

export function calledName(card: Element): string {
  for (const part of card.querySelectorAll('[class]')) {
    const words = NAMING.test(part.getAttribute('class') as string) ? textOf(part) : '';
    if (words && words.length <= 60) return words;
  }
  return '';
}

/** "Ana Ruiz • 2nd", "Ana Ruiz @ana": the name alone. */
export function bare(name: string): string {
  return /^(.{2,}?)[\s\u200e\u200f]+(?:[•·]\s|@[\w.]+$)/.exec(name)?.[1] ?? name;
}

/** A few words without the marks of a sentence. */
export function isNameLike(text: string): boolean {
  return text.length <= 40 && text.split(/\s+/).length <= 4 && !/[!?:;…]|\.\s/.test(text) && /\p{L}/u.test(text);
}
