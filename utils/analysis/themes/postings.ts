/** Which posts of a stretch hold a term. */
import type { PostLog } from './post-log';

export interface Postings {
  /** By time. */
  of(term: number): readonly number[];
}

/** Of any stretch of the log: built whole, for what is done seldom. */
export function postingsOf(log: PostLog, posts: Uint32Array): Postings {
  const index = new Map<number, number[]>();
  for (const post of posts) {
    for (const term of log.termsOf(post)) {
      const list = index.get(term);
      if (list) list.push(post);
      else index.set(term, [post]);
    }
  }
  return { of: (term) => index.get(term) ?? [] };
}

/** Posts that hold any of the terms, by time. */
export function postsOfAny(postings: Postings, log: PostLog, terms: Iterable<number>): number[] {
  const found = new Set<number>();
  for (const term of terms) for (const post of postings.of(term)) found.add(post);
  return log.sortByTime([...found]);
}
