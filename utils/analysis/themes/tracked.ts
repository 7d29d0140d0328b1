/** A theme as the engine follows it. */
import type { AccountKey, PostKey, ThreadKey } from '../../core/post';
import type { ThemeTier } from '../../core/theme';
import type { Evidence } from './evidence';
import type { Model } from './model';
import { effectivePeople } from './people';
import type { PostLog } from './post-log';
import type { Tuning } from './tuning';

export interface Tracked {
  id: string;
  tier: ThemeTier;
  /** Terms it began with: its identity while its words change. */
  seeds: number[];
  model: Model;
  /** Its posts, as numbers of the log. */
  posts: Set<number>;
  /** Its posts that have left the log, by name. */
  settled: Settled;
  startedAt: number;
  raisedAt: number;
  lastAt: number;
  /** Effective people of late: how likely the next post is to be of it. */
  recent: number;
  evidence: Evidence;
  /** Name and words of a row it was adopted from, for while its own are not known. */
  shown?: { label: string; terms: string[] };
  decisions: Decisions;
}

/** What remains of posts too old for the log. */
export interface Settled {
  posts: PostKey[];
  authors: AccountKey[];
  threads: ThreadKey[];
}

/** What the user said of it. */
export interface Decisions {
  name?: string;
  mutedUntil?: number;
  pinned?: boolean;
  /** Shown, and counted, as part of another. */
  mergedInto?: string;
  splitFrom?: string;
  splitInto?: string[];
  /** "Not a theme": it takes twice as many people to be raised again. */
  notTheme?: boolean;
}

export function isMuted(theme: Tracked, now: number): boolean {
  return (theme.decisions.mutedUntil ?? 0) > now;
}

/** Whether new posts and clusters may still belong to it. */
export function isAlive(theme: Tracked, now: number, tuning: Tuning): boolean {
  if (now - theme.lastAt <= tuning.ends) return true;
  return theme.decisions.pinned === true || theme.decisions.notTheme === true || isMuted(theme, now);
}

/** The theme it is shown as: itself, or the last one it was merged into. */
export function rootOf(theme: Tracked, all: readonly Tracked[]): Tracked {
  let root = theme;
  // At most as many steps as there are themes: a row from elsewhere may go in circles.
  for (let step = 0; step < all.length && root.decisions.mergedInto !== undefined; step++) {
    const into = all.find((one) => one.id === root.decisions.mergedInto);
    if (!into) break;
    root = into;
  }
  return root;
}

/** Adds posts; true where any is new. */
export function addPosts(theme: Tracked, log: PostLog, posts: Iterable<number>): boolean {
  const before = theme.posts.size;
  for (const post of posts) {
    theme.posts.add(post);
    const at = log.at[post]!;
    if (at > theme.lastAt) theme.lastAt = at;
    if (at < theme.startedAt) theme.startedAt = at;
  }
  return theme.posts.size > before;
}

export function recentPosts(theme: Tracked, log: PostLog, since: number): number[] {
  return [...theme.posts].filter((post) => log.at[post]! >= since).sort((a, b) => log.at[a]! - log.at[b]! || a - b);
}

export function refreshRecent(theme: Tracked, log: PostLog, since: number, tuning: Tuning): void {
  theme.recent = effectivePeople(log, recentPosts(theme, log, since), tuning);
}

/** How much of a cluster a theme already holds: the mean share of its posts and of its words by weight. */
export function sharedWith(theme: Tracked, posts: readonly number[], model: Model): { posts: number; words: number } {
  let held = 0;
  for (const post of posts) if (theme.posts.has(post)) held++;
  let common = 0;
  let all = 0;
  for (const [term, weight] of model) {
    all += weight;
    if (theme.model.has(term)) common += weight;
  }
  return { posts: posts.length === 0 ? 0 : held / posts.length, words: all === 0 ? 0 : common / all };
}

/** Follows the log into its new numbering; posts that left it are kept by name. */
export function renumber(theme: Tracked, old: PostLog, renumbered: Int32Array): void {
  const posts = new Set<number>();
  const authors = new Set(theme.settled.authors);
  const threads = new Set(theme.settled.threads);
  for (const post of theme.posts) {
    const now = renumbered[post]!;
    if (now >= 0) posts.add(now);
    else {
      theme.settled.posts.push(old.keys.nameOf(post));
      authors.add(old.authors.nameOf(old.author[post]!));
      threads.add(old.threads.nameOf(old.thread[post]!));
    }
  }
  theme.posts = posts;
  theme.settled.authors = [...authors];
  theme.settled.threads = [...threads];
}
