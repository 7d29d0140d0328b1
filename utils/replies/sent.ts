/** After sending: what a reply of ours answers, which draft it came from, and what it promises. Pure. */
import { digest } from '../core/keys';
import type { Post } from '../core/post';
import type { OurPromise, PutDraft } from '../core/promise';
import { findPromises } from './promises';
import { gramTerms } from './words';

/** A draft is sent within so long, or was put aside. */
const LONGEST_BETWEEN = 3 * 86_400_000;
/** Clocks of pages run ahead or behind, and many show minutes only. */
const CLOCKS_DIFFER = 10 * 60_000;
/** From here on what was sent is the draft with changes, even if the page does not say what it answers. */
const ALIKE = 0.5;
/** Less of it, in answer to the very post the draft was for, and the draft was written over. */
const OF_IT = 0.15;
/** Promises older than this are no news. */
const LONGEST_AGO = 14 * 86_400_000;

export interface Became {
  put: PutDraft;
  /** How much of the draft is in what was sent, 0 to 1. */
  kept: number;
}

/** The draft that a reply of ours came from: put before it, for the same conversation, and still to be known in it. */
export function draftOf(reply: Post, puts: readonly PutDraft[]): Became | null {
  let best: Became | null = null;
  for (const put of puts) {
    if (put.threadKey !== reply.threadKey) continue;
    const after = reply.at - put.at;
    if (after < -CLOCKS_DIFFER || after > LONGEST_BETWEEN) continue;
    const kept = keptOf(put.text, reply.text);
    const enough = reply.parentKey === put.post ? OF_IT : ALIKE;
    if (kept >= enough && (!best || kept > best.kept)) best = { put, kept };
  }
  return best;
}

/** How much of `draft` stands in `sent`, by runs of four characters. */
export function keptOf(draft: string, sent: string): number {
  const wanted = new Set(gramTerms(draft));
  if (wanted.size === 0) return 0;
  const there = new Set(gramTerms(sent));
  let both = 0;
  for (const gram of wanted) if (there.has(gram)) both++;
  return both / wanted.size;
}

/** Promises in a reply of ours to `answered`, as proposals. */
export function promisesOf(reply: Post, answered: Post, now: number): OurPromise[] {
  if (now - reply.at > LONGEST_AGO) return [];
  return findPromises(reply.text, reply.at).map(({ words, due }) => ({
    id: `${reply.key}#${digest(words.toLowerCase())}`,
    reply: reply.key,
    post: answered.key,
    threadKey: reply.threadKey,
    site: reply.site,
    authorKey: answered.authorKey,
    person: answered.author.name,
    words,
    lang: reply.lang,
    at: reply.at,
    due,
    state: 'proposed',
    settledAt: null,
  }));
}

/**
 * What a later reply of ours to the same person did to a promise: without promising again it kept it; a new promise takes
 * its place. null: nothing yet. `laterToThem`: our replies to them in that conversation.
 */
export function settledBy(promise: OurPromise, laterToThem: readonly Post[]): OurPromise | null {
  const later = laterToThem
    .filter(({ at, key }) => key !== promise.reply && at > promise.at)
    .sort((a, b) => a.at - b.at)[0];
  if (!later) return null;
  const again = findPromises(later.text, later.at).length > 0;
  return { ...promise, state: again ? 'dropped' : 'kept', settledAt: later.at };
}

/** Digest of what a look at a reply rests on. */
export function printOf(reply: Post): string {
  return digest(`${reply.parentKey ?? ''}\n${reply.text}`);
}

const HOUR = 3_600_000;

const QUARTER = HOUR / 4;
/** As far as somebody's hours are looked through: two weeks off are two weeks off. */
const FAR = 15 * 24 * HOUR;

/** Where hours were never said: nobody is woken. */
const inTheDay = (at: number): boolean => {
  const hour = new Date(at).getHours();
  return hour >= 9 && hour < 21;
};

/**
 * When to be reminded of a promise, within our hours: as its day begins for us, or while there is still time; on the last
 * day of ours before it where we are off; without a day, in two days. What is overdue comes as soon as we are there.
 */
export function remindAt(due: number | null, now: number, isOurs: (at: number) => boolean = inTheDay): number {
  if (due === null) return nextOurs(midnight(now, 2), isOurs);
  if (due <= now) return nextOurs(now, isOurs);
  const begins = nextOurs(Math.max(now, midnight(due)), isOurs);
  if (begins > due) {
    const last = lastOurs(due, now, isOurs);
    return nextOurs(last === null ? now : Math.max(now, midnight(last)), isOurs);
  }
  if (midnight(due) > now || begins > now) return begins;
  const inTime = Math.max(now, Math.min(due, Math.max(due - 7 * HOUR, now + HOUR)));
  return lastOurs(inTime, now, isOurs) ?? nextOurs(inTime, isOurs);
}

function midnight(at: number, days = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** The first such moment from then on, by quarters of an hour; then itself where we are never there. */
function nextOurs(from: number, isOurs: (at: number) => boolean): number {
  if (isOurs(from)) return from;
  for (let at = Math.ceil(from / QUARTER) * QUARTER; at < from + FAR; at += QUARTER) if (isOurs(at)) return at;
  return from;
}

/** The last such moment up to then and not before `least`. */
function lastOurs(to: number, least: number, isOurs: (at: number) => boolean): number | null {
  if (isOurs(to)) return to;
  const end = Math.max(least, to - FAR);
  for (let at = Math.floor(to / QUARTER) * QUARTER; at >= end; at -= QUARTER) if (isOurs(at)) return at;
  return null;
}
