/** The same hours of earlier weeks: a ritual of Fridays is usual on Fridays. */
import { DAY, HOUR } from './baseline';
import type { PostLog } from './post-log';

const WEEKS = 3;
/** A ritual need not keep the hour. */
const SLACK = 3 * HOUR;
/** Of what other weeks would make us expect, so much counts: no week is just like another. */
const TRUST = 0.8;

/** Distinct people of each list of posts per earlier week. */
export interface EarlierWeeks {
  /** Posts of the same hours, `WEEKS` lists, nearest first. */
  posts: Uint32Array[];
  /** People seen in them. */
  seen: number[];
}

export function earlierWeeks(log: PostLog, from: number, to: number): EarlierWeeks {
  const posts: Uint32Array[] = [];
  for (let week = 1; week <= WEEKS; week++) {
    const shift = week * 7 * DAY;
    posts.push(log.between(from - shift - SLACK, to - shift + SLACK));
  }
  return { posts, seen: posts.map((list) => distinct(log, list)) };
}

/** People expected by the mean of those weeks in which anything was heard, for `pairs` people seen now. */
export function expectedBy(weeks: EarlierWeeks, people: readonly number[], pairs: number): number {
  let sum = 0;
  let heard = 0;
  people.forEach((n, week) => {
    const seen = weeks.seen[week]!;
    if (seen === 0) return;
    heard++;
    sum += (n / seen) * pairs;
  });
  return heard === 0 ? 0 : (TRUST * sum) / heard;
}

export function distinct(log: PostLog, posts: Iterable<number>): number {
  const people = new Set<number>();
  for (const post of posts) people.add(log.author[post]!);
  return people.size;
}
