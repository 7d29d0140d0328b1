/** What we answered, to whom, and what became of it: the memory drafts are made from. */
import type { AnsweredPair, Outcome } from '../core/draft';
import { outcomeOf, SILENCE } from '../core/outcome';
import type { Post } from '../core/post';
import type { TertuliaDatabase } from './schema';

/** Our replies among these posts whose parent is among them too, and not ours. */
export function repliesOf(posts: readonly Post[]): Post[] {
  const ours = posts.filter((post) => post.ours === 1 && post.text !== '' && post.parentKey);
  if (ours.length === 0) return [];
  const theirs = new Set(posts.filter((post) => post.ours === 0).map(({ key }) => key));
  return ours.filter(({ parentKey }) => theirs.has(parentKey as string));
}

/** The pairs of these replies that are not held as they should be. `held`: what is, in the order of `replies`. */
export function changedPairs(
  replies: readonly Post[],
  posts: readonly Post[],
  held: readonly (AnsweredPair | undefined)[],
  now: number,
): AnsweredPair[] {
  if (replies.length === 0) return [];
  const byKey = new Map(posts.map((post) => [post.key, post]));
  return replies.flatMap((reply, i) => {
    const answered = byKey.get(reply.parentKey as string) as Post;
    const pair: AnsweredPair = {
      id: reply.key,
      at: reply.at,
      person: answered.author.name,
      message: answered.text,
      reply: reply.text,
      lang: reply.lang ?? answered.lang,
      outcome: outcome(reply, answered, posts) ?? silence(reply, held[i], now),
    };
    return JSON.stringify(pair) === JSON.stringify(held[i]) ? [] : [pair];
  });
}

/** What they said back to it, the last word that says anything. */
function outcome(reply: Post, answered: Post, posts: readonly Post[]): Outcome | null {
  const back = posts
    .filter(
      (post) =>
        post.authorKey === answered.authorKey &&
        post.at >= reply.at &&
        (post.parentKey === reply.key || (post.parentKey === null && reply.parentInferred === true)),
    )
    .sort((a, b) => a.at - b.at);
  return back.map(({ text }) => outcomeOf(text)).findLast((said) => said !== null) ?? null;
}

function silence(reply: Post, held: AnsweredPair | undefined, now: number): Outcome | null {
  return held?.outcome ?? (now - reply.at > SILENCE ? 'silence' : null);
}

const CURSOR = 'cursor:silence';

/** Marks answers that have met a week of silence since the last call. Only newly passed ones are looked at. */
export async function markSilence(db: TertuliaDatabase, now = Date.now()): Promise<number> {
  return db.transaction('rw', db.pairs, db.meta, async () => {
    const cursor = await db.meta.get(CURSOR);
    const from = typeof cursor?.value === 'number' ? cursor.value : 0;
    const marked = await db.pairs
      .where('at')
      .between(from, now - SILENCE, true, true)
      .modify((pair) => {
        pair.outcome ??= 'silence';
      });
    await db.meta.put({ name: CURSOR, value: now - SILENCE });
    return marked;
  });
}

/** The latest answers of ours. */
export async function recentPairs(db: TertuliaDatabase, limit: number): Promise<AnsweredPair[]> {
  return db.pairs.orderBy('at').reverse().limit(limit).toArray();
}
