/** How often posts like those of a theme came before: the theme's own words put to the posts of past weeks. */
import { DAY, dayOf, scaleAt, weightOf } from './baseline';
import { type Model, scorePost } from './model';
import type { PostLog } from './post-log';
import { Sieve } from './sieve';

export interface Question {
  model: Model;
  /** A post belongs when it scores more. */
  limit: number;
}

/** For each question the posts of the stretch that belong, asked of all posts in one pass. */
export function ask(log: PostLog, questions: readonly Question[], from: number, to: number): number[][] {
  const answers: number[][] = questions.map(() => []);
  if (questions.length === 0) return answers;
  const asking = new Map<number, number[]>();
  questions.forEach(({ model }, q) => {
    for (const term of model.keys()) {
      const list = asking.get(term);
      if (list) list.push(q);
      else asking.set(term, [q]);
    }
  });
  const asked = questions.map(() => -1);
  new Sieve(asking.keys()).pass(log, 0, log.size, (post, term) => {
    for (const q of asking.get(term) ?? []) {
      // A post of several such words is asked once.
      if (asked[q] === post) continue;
      asked[q] = post;
      const at = log.at[post]!;
      if (at < from || at >= to) continue;
      if (scorePost(questions[q]!.model, log, post) > questions[q]!.limit) answers[q]!.push(post);
    }
  });
  for (const posts of answers) log.sortByTime(posts);
  return answers;
}

/** Decayed (author, day) pairs of posts. */
export function decayedPeople(log: PostLog, posts: readonly number[], now: number): number {
  const pairs = new Set<number>();
  let sum = 0;
  for (const post of posts) {
    const day = dayOf(log.at[post]!);
    const pair = log.author[post]! * 65_536 + (day % 65_536);
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    sum += weightOf(day);
  }
  return sum / scaleAt(now);
}

export const HISTORY = 42 * DAY;
