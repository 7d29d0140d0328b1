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
  const sieve = new Sieve();
  const asking = new Map<number, number[]>();
  questions.forEach(({ model }, q) => {
    for (const term of model.keys()) {
      sieve.add(term);
      const list = asking.get(term);
      if (list) list.push(q);
      else asking.set(term, [q]);
    }
  });
  const { terms, start } = log;
  const touched = new Set<number>();
  for (const post of log.between(from, to)) {
    const end = start[post + 1]!;
    for (let i = start[post]!; i < end; i++) {
      if (!sieve.mayHold(terms[i]!)) continue;
      for (const q of asking.get(terms[i]!) ?? []) touched.add(q);
    }
    if (touched.size === 0) continue;
    for (const q of touched) {
      if (scorePost(questions[q]!.model, log, post) > questions[q]!.limit) answers[q]!.push(post);
    }
    touched.clear();
  }
  return answers;
}

/** Decayed (author, day) pairs of posts. */
export function decayedPeople(log: PostLog, posts: readonly number[], now: number): number {
  const pairs = new Set<number>();
  const scale = scaleAt(now);
  let sum = 0;
  for (const post of posts) {
    const day = dayOf(log.at[post]!);
    const pair = log.author[post]! * 65_536 + (day % 65_536);
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    sum += weightOf(day) / scale;
  }
  return sum;
}

export const HISTORY = 42 * DAY;
