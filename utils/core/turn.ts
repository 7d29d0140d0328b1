/**
 * Whose turn it is: follows from who spoke last between a person and us.
 *
 * What addresses us, or names what we watch, waits for us until one of us answers: by replying to it, or, where a site has
 * no reply structure, in a later post that names them, quotes them, or comes right after. Then it is their turn. Thanks
 * and goodbyes owe nothing. Nothing is guessed where a debt could be lost: a doubtful case stays open.
 */
import { asksBack, type Before, type Closing, closingOf } from './closing';
import { wordedAt } from './merge';
import { fold } from './normalize';
import type { Post, PostKey, ThreadKey } from './post';
import type { Reading } from './reading';
import { type Conversation, conversationOf, isSamePerson } from './turn-links';

export interface Turn {
  state: 'open' | 'waiting' | 'done';
  /** Open: since when they wait. Waiting: since our answer. Done: since what ended it. */
  since: number;
}

/** Copies of a message this long, put up within this time, are one message. */
const SHORTEST_COPY = 20;
const COPIES_WITHIN = 7 * 86_400_000;

/** Fewer new words in an edit are a correction. */
const FEWEST_EDITED_WORDS = 3;

/** Where each post that concerns us stands. Posts that do not concern us, and our own, are absent. */
export function turns(posts: readonly Post[], readings?: ReadonlyMap<PostKey, Reading>): Map<PostKey, Turn> {
  const byThread = new Map<ThreadKey, Post[]>();
  for (const post of posts) {
    const thread = byThread.get(post.threadKey);
    if (thread) thread.push(post);
    else byThread.set(post.threadKey, [post]);
  }
  const found = new Map<PostKey, Turn>();
  for (const thread of byThread.values()) {
    const conversation = conversationOf(thread);
    for (const post of conversation.inOrder) {
      const turn = turnOf(post, conversation, readings?.get(post.key));
      if (turn) found.set(post.key, turn);
    }
  }
  answerCopies(posts, found);
  return found;
}

function turnOf(post: Post, talk: Conversation, reading: Reading | undefined): Turn | null {
  if (!talk.concernsUs(post)) return null;
  const done: Turn = { state: 'done', since: post.at };
  if (isGone(post)) return done;
  const answer = talk.lastAnswerTo(post);
  const spokeAgain = talk.laterOf(post);
  if (answer) {
    const edited = editedAfter(post, answer.at);
    if (edited !== null) return { state: 'open', since: edited };
    // They went on after an answer of ours: what they said last carries the turn.
    const first = talk.firstAnswerTo(post) ?? answer;
    if (spokeAgain.some((later) => talk.follows(later, first))) return done;
    if (owesNothing(post, talk, reading)) return done;
    return endsOurs(answer, post) ? { state: 'done', since: answer.at } : { state: 'waiting', since: answer.at };
  }
  if (owesNothing(post, talk, reading)) return done;
  const settled = spokeAgain.find((later) => settles(later, post, talk));
  return settled ? { state: 'done', since: settled.at } : { state: 'open', since: post.at };
}

/** Nothing is left to answer: taken down, or left empty. */
function isGone(post: Post): boolean {
  const said = fold(post.text);
  if (said === '') return (post.media?.length ?? 0) === 0 && (post.quotes?.length ?? 0) === 0;
  return GONE.test(said);
}

const GONE =
  /^[[(<]?(?:(?:comment |post |message |comentario |mensaje |commentaire |beitrag |commento )?(?:deleted|removed|deleted by (?:user|author|moderator)|removed by (?:moderator|reddit|user)|eliminado|borrado|suprimido|(?:eliminado|borrado) por (?:el|su) (?:autor|usuario|moderador)|supprime|geloscht|apagado|removido|eliminato|rimosso))[\])>]?[.]?$/;

function owesNothing(post: Post, talk: Conversation, reading: Reading | undefined): boolean {
  if (closing(post, comesAfter(post, talk))) return true;
  if (!reading || reading.needsReply.value || reading.key !== post.key) return false;
  const { reason } = reading.needsReply;
  if (reason === 'spam' || reason === 'saidSo') return true;
  // A question mark outweighs a model that reads thanks.
  if (reason === 'thanksOnly') return !/[?¿]/.test(post.text);
  return (reason === 'notForUs' || reason === 'nothingAsked') && !talk.addressesUs(post);
}

/** "De nada": our last word to somebody who asked nothing ends the exchange. */
function endsOurs(answer: Post, post: Post): boolean {
  return closing(answer, 'answered') !== null && !/[?¿]/.test(post.text) && !/[?¿]/.test(answer.text);
}

/** They said later, to whomever, that it is settled. Thanks right after asking are thanks in advance. */
function settles(later: Post, post: Post, talk: Conversation): boolean {
  const ends = closing(later, 'answered');
  if (ends === 'solved') return true;
  return ends === 'thanks' && talk.someoneAnswered(post, later);
}

/** Asked of the same post from many others: a person's last word is looked at for each of their earlier ones. */
const closings = new WeakMap<Post, Map<Before, Closing | null>>();

function closing(post: Post, before: Before): Closing | null {
  const known = closings.get(post) ?? new Map<Before, Closing | null>();
  closings.set(post, known);
  let ends = known.get(before);
  if (ends === undefined) {
    ends = closingOf(post.text, before);
    known.set(before, ends);
  }
  return ends;
}

function comesAfter(post: Post, talk: Conversation): Before {
  const ours = talk.ourWordBefore(post);
  if (ours && asksBack(ours.text)) return 'asked';
  return ours || talk.comesAfterAnswer(post) ? 'answered' : 'first';
}

/** When an edit after our answer added something to answer, or null. */
function editedAfter(post: Post, answeredAt: number): number | null {
  const before = post.history?.at(-1);
  if (!before) return null;
  // Somewhere between the last sight of the old wording and the first of the new, unless the page says when.
  const at = post.editedAt ?? Math.max(before.seenAt, wordedAt(post));
  if (at <= answeredAt) return null;
  const added = addedText(before.text, post.text);
  const words = added.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words < FEWEST_EDITED_WORDS && !/[?¿]/.test(added)) return null;
  return closingOf(added.replace(/^\W*(?:edit|edito|editado|edicion|update|act|actualizacion)\w*\W+/i, ''), 'answered')
    ? null
    : at;
}

function addedText(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return after.slice(start, after.length - end);
}

/** The same message put up in several places waits once: an answer to one copy answers those that were there by then. */
function answerCopies(posts: readonly Post[], found: Map<PostKey, Turn>): void {
  const copies = new Map<string, Post[]>();
  for (const post of posts) {
    const text = found.has(post.key) ? fold(post.text) : '';
    if (text.length < SHORTEST_COPY) continue;
    const same = copies.get(text);
    if (same) same.push(post);
    else copies.set(text, [post]);
  }
  for (const same of copies.values()) {
    for (const post of same) {
      if (found.get(post.key)?.state !== 'open') continue;
      const answered = same.find((other) => other !== post && isAnsweredCopy(other, post, found));
      if (answered) found.set(post.key, found.get(answered.key) as Turn);
    }
  }
}

function isAnsweredCopy(other: Post, post: Post, found: ReadonlyMap<PostKey, Turn>): boolean {
  const turn = found.get(other.key);
  if (!turn || turn.state === 'open' || !isSamePerson(other, post)) return false;
  return Math.abs(other.at - post.at) <= COPIES_WITHIN && post.at <= turn.since;
}
