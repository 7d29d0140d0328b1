/** What we put in reply boxes, what of it was sent, and what we promised there. */

import { closingOf } from '../core/closing';
import type { AnsweredPair, DraftSource } from '../core/draft';
import type { AccountKey, Post, PostKey } from '../core/post';
import type { OurPromise, PromiseState, PutDraft, SentReply } from '../core/promise';
import { restoreStates, setState } from './desk';
import { markSavedReplyUsed } from './saved-replies';
import type { TertuliaDatabase } from './schema';
import { settleTurns } from './turns';

/** Remembers a draft that was put in a reply box; a saved reply counts as used. */
export async function rememberPut(db: TertuliaDatabase, put: Omit<PutDraft, 'id'>): Promise<PutDraft> {
  const row: PutDraft = { id: crypto.randomUUID(), ...put };
  await db.transaction('rw', db.putDrafts, db.savedReplies, async () => {
    await db.putDrafts.put(row);
    if (put.source.kind === 'saved') await markSavedReplyUsed(db, put.source.reply, put.at);
  });
  return row;
}

/** As `rememberPut`, for a draft known by its id only: a page is not asked what it came from. */
export async function rememberPutById(
  db: TertuliaDatabase,
  { postKey, draft, text }: { postKey: PostKey; draft: string; text: string },
  now = Date.now(),
): Promise<boolean> {
  const [, kind, id] = /#(own|saved|opening)(?::([\s\S]+))?$/.exec(draft) ?? [];
  const [post, pair, saved] = await Promise.all([
    db.posts.get(postKey),
    kind === 'own' && id ? db.pairs.get(id) : undefined,
    kind === 'saved' && id ? db.savedReplies.get(id) : undefined,
  ]);
  if (!post || !kind) return false;
  const source: DraftSource = pair
    ? { kind: 'ownWords', pair: pair.id, to: pair.person, at: pair.at, outcome: pair.outcome }
    : saved
      ? { kind: 'saved', reply: saved.id, name: saved.name }
      : { kind: 'opening', about: '' };
  await rememberPut(db, { post: postKey, threadKey: post.threadKey, text, source, at: now });
  return true;
}

/** What looking at a reply of ours found. */
export interface Looked {
  sent: SentReply;
  /** The draft it came from, no longer waiting for its reply. */
  put: PutDraft | null;
  promises: OurPromise[];
  /** For the memory, where the page itself does not tie our reply to what it answers. */
  pair: AnsweredPair | null;
  /** When our reply was first heard: from then on the case is with them. */
  heardAt: number;
}

/**
 * Keeps what was found, a reply at a time: a promise already decided on stays as it was. Where only the draft tells what our
 * reply answers, the case is moved to waiting, until they speak again.
 */
export async function keepLooked(db: TertuliaDatabase, looked: Looked, now: number): Promise<void> {
  const { sent, put, promises, pair, heardAt } = looked;
  await db.transaction('rw', [db.posts, db.sent, db.putDrafts, db.promises, db.pairs], async () => {
    // Forgotten while it was looked at: nothing of it comes back.
    if (!(await db.posts.get(sent.key))) return;
    const held = new Map((await db.promises.where('reply').equals(sent.key).toArray()).map((one) => [one.id, one]));
    const found = new Set(promises.map(({ id }) => id));
    const withdrawn = [...held.values()].filter(({ id, state }) => state === 'proposed' && !found.has(id));
    await Promise.all([
      db.sent.put(sent),
      put && db.putDrafts.delete(put.id),
      pair && db.pairs.put(pair),
      db.promises.bulkPut(promises.filter(({ id }) => !held.has(id))),
      db.promises.bulkDelete(withdrawn.map(({ id }) => id)),
    ]);
  });
  if (!pair || !sent.answers) return;
  const answered = await db.posts.get(sent.answers);
  if (answered?.desk !== 'open') return;
  await setState(db, sent.answers, 'waiting', null, heardAt);
  await settleTurns(db, [answered.threadKey], now);
}

/** Promises of one state, the newest first. */
export async function promisesIn(db: TertuliaDatabase, state: PromiseState): Promise<OurPromise[]> {
  const found = await db.promises.where('state').equals(state).toArray();
  return found.sort((a, b) => b.at - a.at);
}

/** What we promised a person, whatever became of it, newest first. */
export async function promisesTo(db: TertuliaDatabase, accounts: readonly AccountKey[]): Promise<OurPromise[]> {
  const found = await db.promises
    .where('authorKey')
    .anyOf([...accounts])
    .toArray();
  return found.sort((a, b) => b.at - a.at);
}

/**
 * Settles a promise, and with it what else was promised in the same reply and is in the same state: a reply is decided on
 * once. Gives what they were, for undo.
 */
export async function settlePromise(
  db: TertuliaDatabase,
  id: string,
  state: PromiseState,
  now = Date.now(),
): Promise<OurPromise[]> {
  return db.transaction('rw', db.promises, async () => {
    const one = await db.promises.get(id);
    if (!one) return [];
    const before = (await db.promises.where('reply').equals(one.reply).toArray()).filter(
      (other) => other.state === one.state,
    );
    await db.promises.bulkPut(before.map((row) => ({ ...row, state, settledAt: state === 'proposed' ? null : now })));
    return before;
  });
}

/** Takes a promise on: its case comes back to the desk at `until`, or before if they write. Gives the way back. */
export async function takeOnPromise(
  db: TertuliaDatabase,
  promise: Pick<OurPromise, 'id' | 'post'>,
  until: number,
  now = Date.now(),
): Promise<() => Promise<void>> {
  const before = await settlePromise(db, promise.id, 'open', now);
  const state = await setState(db, promise.post, 'snoozed', until, now);
  return async () => {
    await db.promises.bulkPut(before);
    await restoreStates(db, [promise.post], [state], now);
  };
}

/** Thanks and goodbyes heard since then that came after an answer of ours and closed its case by themselves. */
export async function closedSince(db: TertuliaDatabase, since: number): Promise<Post[]> {
  const heard = await db.posts
    .where('firstSeenAt')
    .above(since)
    .filter(({ desk, ours, parentKey }) => desk === 'done' && ours === 0 && parentKey !== null)
    .toArray();
  const [parents, states] = await Promise.all([
    db.posts.bulkGet(heard.map(({ parentKey }) => parentKey as PostKey)),
    db.states.bulkGet(heard.map(({ key }) => key)),
  ]);
  // What was done by hand needs no saying; an old conversation read for the first time is no news.
  return heard.filter(
    (post, i) =>
      parents[i]?.ours === 1 &&
      states[i] === undefined &&
      post.at > since - NEWS &&
      closingOf(post.text, 'answered') !== null,
  );
}

const NEWS = 3 * 86_400_000;

/** Replies of ours said since then, with what was found when they were last looked at. */
export async function ourReplies(
  db: TertuliaDatabase,
  since: number,
): Promise<{ key: PostKey; sent: SentReply | undefined }[]> {
  const keys = await db.posts.where('[ours+at]').between([1, since], [1, Infinity], true, true).primaryKeys();
  const sent = await db.sent.bulkGet(keys);
  return keys.map((key, i) => ({ key, sent: sent[i] }));
}
