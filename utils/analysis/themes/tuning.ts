/** Every constant of the engine in one place (reasons and figures: docs/decisions, "emerging themes"). */
import { DAY, HOUR } from './baseline';

export interface Tuning {
  /** Rolling windows in which a term may stand out. */
  windows: readonly number[];
  /** How far back the posts of a cluster are gathered: the longest of the windows. */
  look: number;
  /** The gamma prior of a term's rate: as if it had been used so often by so many people before we listened. */
  priorUses: number;
  priorAuthors: number;
  /** A term's spread is at least that of a negative binomial of this size. */
  largestSize: number;
  /** False discovery rate over the terms of one window; terms below `seedP` start a cluster anyway. */
  discoveryRate: number;
  seedP: number;
  /** A term counts from so many people. */
  leastAuthors: number;
  /** Average link of two groups of terms: half overlap, half Jaccard of their posts. */
  link: number;
  /** Clusters that share so much of the smaller one's posts are one. */
  mergeShare: number;
  /** At most so many bursting terms are clustered, the most surprising first. */
  mostTerms: number;
  /** People of one thread that count, and people who post one text. */
  perThread: number;
  perCopy: number;
  alert: Gate;
  watch: Gate;
  /**
   * How much likelier than not, in nats, a post must be of a theme: while the theme is still being found (a lost post
   * costs less than a theme that drifts), and once it is known.
   */
  margin: number;
  joins: number;
  /** A cluster continues a known theme when its mean share of known posts and known words reaches this. */
  same: number;
  /** A theme with nothing new for so long has ended; what comes then is a new one. */
  ends: number;
  /** Author-days and days heard before anything is raised: under it, "not enough seen yet". */
  leastSeen: number;
  leastDays: number;
}

export interface Gate {
  /** Effective people: copies and threads capped. */
  people: number;
  threads: number;
  /**
   * Chances taken: the largest probability that the usual would do as much, times the number of terms that could have.
   * The more words a community uses, the less likely each must be for as many false alarms a month.
   */
  chances: number;
  /** Never above this probability, however few the terms. */
  p: number;
}

export const TUNING: Tuning = {
  windows: [3 * HOUR, DAY, 3 * DAY],
  look: 3 * DAY,
  priorUses: 0.3,
  priorAuthors: 20,
  largestSize: 30,
  discoveryRate: 0.1,
  seedP: 1e-4,
  leastAuthors: 3,
  link: 0.15,
  mergeShare: 0.35,
  mostTerms: 80,
  perThread: 3,
  perCopy: 2,
  alert: { people: 4, threads: 3, chances: 2, p: 8e-4 },
  watch: { people: 4, threads: 2, chances: 30, p: 2e-3 },
  margin: 3,
  joins: 2,
  same: 0.3,
  ends: 3 * DAY,
  leastSeen: 60,
  leastDays: 7,
};
