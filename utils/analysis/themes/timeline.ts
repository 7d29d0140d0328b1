/** A theme day by day: people heard on it against people usual for as much seen, with the usual range. */
import type { ThemePhase, ThemeStep } from '../../core/theme';
import { type Baseline, DAY, dayOf } from './baseline';
import { decayedPeople } from './history';
import type { PostLog } from './post-log';
import { usualUpTo } from './tail';
import type { Tuning } from './tuning';

/** Days shown before a theme began. */
const BEFORE = 14;
const RANGE = 0.05;

export interface TimelineInput {
  log: PostLog;
  baseline: Baseline;
  tuning: Tuning;
  now: number;
  startedAt: number;
  /** Its posts, and posts like them from before it began. */
  posts: readonly number[];
  earlier: readonly number[];
}

export function timelineOf(input: TimelineInput): ThemeStep[] {
  const { log, baseline, tuning, now, startedAt, posts, earlier } = input;
  const people = new Map<number, Set<number>>();
  for (const post of [...earlier, ...posts]) {
    const day = dayOf(log.at[post]!);
    const set = people.get(day) ?? new Set();
    people.set(day, set.add(log.author[post]!));
  }
  let heard = 0;
  for (const sum of baseline.seen(log.sites.size, now)) heard += sum;
  const uses = tuning.priorUses + decayedPeople(log, earlier, now);
  const rate = uses / (heard + tuning.priorAuthors);
  const size = Math.min(uses, tuning.largestSize);
  const steps: ThemeStep[] = [];
  const first = Math.max(dayOf(startedAt) - BEFORE, Math.min(...baseline.days.keys()));
  for (let day = first; day <= dayOf(now); day++) {
    let authors = 0;
    let seen = 0;
    for (const site of baseline.days.get(day)?.values() ?? []) {
      authors += site.authors;
      seen += site.posts;
    }
    const expected = rate * authors;
    steps.push({
      at: day * DAY,
      observed: people.get(day)?.size ?? 0,
      expected,
      low: authors === 0 ? 0 : usualUpTo(expected, size, 1 - RANGE),
      high: authors === 0 ? 0 : usualUpTo(expected, size, RANGE),
      seen,
    });
  }
  return steps;
}

/** A day counts as more or less than the one before beyond these ratios. */
const MORE = 1.25;
const LESS = 0.5;

/** Where a theme stands by the people of its last two days. */
export function phaseOf(log: PostLog, posts: readonly number[], raisedAt: number, now: number): ThemePhase {
  const today = distinct(log, posts, now - DAY, now);
  const yesterday = distinct(log, posts, now - 2 * DAY, now - DAY);
  if (now - raisedAt < DAY) return 'emerging';
  if (today === 0 || today < LESS * yesterday) return 'fading';
  return today > MORE * yesterday ? 'growing' : 'steady';
}

function distinct(log: PostLog, posts: readonly number[], from: number, to: number): number {
  const people = new Set<number>();
  for (const post of posts) if (log.at[post]! > from && log.at[post]! <= to) people.add(log.author[post]!);
  return people.size;
}
