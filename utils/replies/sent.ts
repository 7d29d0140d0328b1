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
