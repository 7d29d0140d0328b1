/**
 * What is usual: for each term the authors of past days who used it, for each site the authors seen, older days counting less.
 * Every sum is exact (weights are short binary fractions), so the order in which posts arrive leaves no trace.
 */
import type { PostLog } from './post-log';
import { TermTable } from './term-table';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** After so many days an author counts half. */
export const HALF_LIFE_DAYS = 14;
/** Days kept: what is older would count less than an eighth. */
export const KEPT_DAYS = 42;
/** Days are counted from 2020, so that the weights stay within floating point for a lifetime. */
const FIRST_DAY = 18_262;

export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** Weights of days already asked for; 0 for the others. */
const weights = new Float64Array(1 << 14);

/** Weight of a day, growing by two each half-life; nine significant bits, so that sums over weeks are exact. */
export function weightOf(day: number): number {
  const since = day - FIRST_DAY;
  const known = weights[since];
  if (known) return known;
  const weight = weightSince(since);
  if (since >= 0 && since < weights.length) weights[since] = weight;
  return weight;
}

function weightSince(since: number): number {
  const doublings = Math.floor(since / HALF_LIFE_DAYS);
  const rest = (since - doublings * HALF_LIFE_DAYS) / HALF_LIFE_DAYS;
  return (Math.round(2 ** rest * 256) / 256) * 2 ** doublings;
}

export class Baseline {
  constructor(readonly terms = new TermTable()) {}

  /** Day → site → distinct authors and posts seen. */
  readonly days = new Map<number, Map<number, { authors: number; posts: number }>>();

  /** Counts a post just added to the log. */
  add(log: PostLog, post: number): void {
    const day = dayOf(log.at[post]!);
    const weight = weightOf(day);
    const site = log.site[post]!;
    const mates: number[] = [];
    for (let other = log.before[post]!; other !== 0; other = log.before[other - 1]!) {
      if (dayOf(log.at[other - 1]!) === day) mates.push(other - 1);
    }
    const seen = this.seenOn(day, site);
    seen.posts++;
    if (!mates.some((mate) => log.site[mate] === site)) seen.authors++;
    for (const term of log.termsOf(post)) {
      if (!mates.some((mate) => log.termsOf(mate).includes(term))) this.terms.add(term, weight);
    }
  }

  /** Takes out all days before the given one. The posts must still be in the log. */
  retire(log: PostLog, firstDay: number): void {
    const old = [...this.days.keys()].filter((day) => day < firstDay).sort((a, b) => a - b);
    for (const day of old) {
      const weight = weightOf(day);
      const counted = new Map<number, Set<number>>();
      for (const post of log.between(day * DAY, (day + 1) * DAY)) {
        const author = log.author[post]!;
        const said = counted.get(author) ?? new Set<number>();
        counted.set(author, said);
        for (const term of log.termsOf(post)) {
          if (said.has(term)) continue;
          said.add(term);
          this.terms.add(term, -weight);
        }
      }
      this.days.delete(day);
    }
    if (old.length > 0) this.terms.compact();
  }

  /** Authors a day of the past who used the term, newest days at full weight, by the clock `at`. */
  usual(term: number, at: number): number {
    return this.terms.get(term) / scaleAt(at);
  }

  /** The same sum over the authors seen on each site. */
  seen(sites: number, at: number): Float64Array {
    const sums = new Float64Array(sites);
    for (const [day, bySite] of this.days) {
      const weight = weightOf(day);
      for (const [site, { authors }] of bySite) sums[site] = sums[site]! + authors * weight;
    }
    const scale = scaleAt(at);
    for (let i = 0; i < sites; i++) sums[i] = sums[i]! / scale;
    return sums;
  }

  private seenOn(day: number, site: number): { authors: number; posts: number } {
    let bySite = this.days.get(day);
    if (!bySite) {
      bySite = new Map();
      this.days.set(day, bySite);
    }
    let seen = bySite.get(site);
    if (!seen) {
      seen = { authors: 0, posts: 0 };
      bySite.set(site, seen);
    }
    return seen;
  }
}

/** Weight of this very moment: a day's authors are divided by it. */
export function scaleAt(at: number): number {
  return 2 ** ((at / DAY - 0.5 - FIRST_DAY) / HALF_LIFE_DAYS);
}
