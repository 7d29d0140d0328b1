/** How often posts like those of a theme came before: the theme's own words put to the posts of past weeks. */
import { DAY, dayOf, scaleAt, weightOf } from './baseline';
import { type Model, scorePost } from './model';
import type { PostLog } from './post-log';

export interface Question {
  model: Model;
  /** A post belongs when it scores more. */
  limit: number;
}

const SIEVE_BITS = 1 << 16;

/** For each question the posts of the stretch that belong, asked of all posts in one pass. */
export function ask(log: PostLog, questions: readonly Question[], from: number, to: number): number[][] {
  const answers: number[][] = questions.map(() => []);
  if (questions.length === 0) return answers;
  // Nearly all terms belong to no question: a table of bits says so without a look into the map.
  const sieve = new Uint32Array(SIEVE_BITS / 32);
  const asking = new Map<number, number[]>();
  questions.forEach(({ model }, q) => {
    for (const term of model.keys()) {
      const bit = (term >>> 1) & (SIEVE_BITS - 1);
      sieve[bit >>> 5]! |= 1 << (bit & 31);
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
      const bit = (terms[i]! >>> 1) & (SIEVE_BITS - 1);
      if ((sieve[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
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
