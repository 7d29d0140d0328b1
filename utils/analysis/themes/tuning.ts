/** Every constant of the engine in one place, with the reason for it (docs/decisions: emerging themes). */
import { DAY, HOUR } from './baseline';

export interface Tuning {
  /** Rolling windows in which a term may stand out. */
  windows: readonly number[];
  /** A term nobody used yet counts as said by so many of `priorAuthors`: the shape of the gamma prior of its rate. */
  priorUses: number;
  priorAuthors: number;
  /** The usual spread of a term is at least that of a negative binomial of this size. */
  largestSize: number;
  /** False discovery rate over the terms of one window. */
  discoveryRate: number;
  /** A term counts from so many people. */
  leastAuthors: number;
  /** Average link of two groups of terms: half overlap, half Jaccard of their posts. */
  link: number;
  /** Clusters that share so much of the smaller one's posts are one. */
  mergeShare: number;
  /** At most so many bursting terms are clustered, the most surprising first. */
  mostTerms: number;
  /** People of one thread that count, and copies of one text. */
  perThread: number;
  perCopy: number;
  alert: Gate;
  watch: Gate;
  /** Shares of posts, or of weighted terms, by which a cluster continues a known theme. */
  samePosts: number;
  sameTerms: number;
  /** A theme with nothing new for so long has ended; what comes then is a new one. */
  ends: number;
  /** Author-days heard before anything is raised: under it, "not enough seen yet". */
  leastSeen: number;
  /** Days heard before anything is raised. */
  leastDays: number;
}

export interface Gate {
  /** Effective people, after copies and threads are capped. */
  people: number;
  threads: number;
  /** Largest probability that the usual would do as much. */
  p: number;
}

export const TUNING: Tuning = {
  windows: [3 * HOUR, DAY, 3 * DAY],
  priorUses: 0.3,
  priorAuthors: 1000,
  largestSize: 30,
  discoveryRate: 0.01,
  leastAuthors: 3,
  link: 0.45,
  mergeShare: 0.35,
  mostTerms: 80,
  perThread: 3,
  perCopy: 2,
  alert: { people: 5, threads: 3, p: 1e-5 },
  watch: { people: 4, threads: 2, p: 1e-5 },
  samePosts: 0.3,
  sameTerms: 0.5,
  ends: 3 * DAY,
  leastSeen: 100,
  leastDays: 7,
};
