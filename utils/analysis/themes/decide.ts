/** What the user decides about themes, and themes known from elsewhere: rows of the store, after a rebuild or a split. */
import type { Theme } from '../../core/theme';
import { learnModel } from './model';
import { heardBy, SEEDS } from './moment';
import { effectivePeople } from './people';
import { postingsOf } from './postings';
import type { Saved } from './snapshot';
import { termsOf } from './terms';
import { addPosts, type Decisions, type Tracked } from './tracked';
import type { Tuning } from './tuning';

/** A theme found by a rebuild is the one the user knew when so many of its posts were. */
const SAME_POSTS = 0.5;

/** The part of a row that the user decided. */
export function decisionsOf(row: Theme): Decisions {
  const { name, mutedUntil, pinned, mergedInto, notTheme, splitFrom, splitInto } = row;
  return {
    ...(name !== undefined && { name }),
    ...(mutedUntil !== undefined && { mutedUntil }),
    ...(pinned !== undefined && { pinned }),
    ...(mergedInto !== undefined && { mergedInto }),
    ...(notTheme !== undefined && { notTheme }),
    ...(splitFrom !== undefined && { splitFrom }),
    ...(splitInto !== undefined && { splitInto }),
  };
}

export function decide(state: Saved, id: string, decisions: Decisions): void {
  const theme = state.tracked.find((one) => one.id === id);
  if (theme) theme.decisions = decisions;
}

/** Takes a split back: the posts are the first theme's again. */
export function release(state: Saved, id: string): void {
  const theme = state.tracked.find((one) => one.id === id);
  if (!theme) return;
  state.tracked = state.tracked.filter((one) => one !== theme);
  const origin = state.tracked.find((one) => one.id === theme.decisions.splitFrom);
  if (!origin) return;
  addPosts(origin, state.log, theme.posts);
  origin.settled.posts.push(...theme.settled.posts);
}

/**
 * Follows a theme known from a row. What the user cut off leaves the other theme; what a rebuild found anew goes into the
 * theme the user knows.
 */
export function adopt(state: Saved, tuning: Tuning, row: Theme, brands: ReadonlySet<string>): void {
  const same = state.tracked.find((theme) => theme.id === row.id);
  if (same && isDecided(same)) return;
  const { log } = state;
  const posts = new Set(row.postKeys.map((key) => log.keys.lookup(key)).filter((post) => post >= 0));
  const found = row.splitFrom === undefined ? foundAgain(state, posts, same) : [];
  state.tracked = state.tracked.filter((theme) => !found.includes(theme));
  for (const theme of state.tracked) {
    for (const post of posts) {
      if (!theme.posts.has(post)) continue;
      if (row.splitFrom !== undefined) theme.posts.delete(post);
      else if (isDecided(theme)) posts.delete(post);
    }
  }
  for (const theme of found) for (const post of theme.posts) posts.add(post);
  state.tracked.push(followed(state, tuning, row, posts, found[0], brands));
}

/** Themes nobody decided about that are mostly this one, the likest first; one of its very name is. */
function foundAgain(state: Saved, posts: ReadonlySet<number>, same: Tracked | undefined): Tracked[] {
  const shared = (theme: Tracked) => [...theme.posts].filter((post) => posts.has(post)).length;
  return state.tracked
    .filter(
      (theme) =>
        !isDecided(theme) && (theme === same || (shared(theme) > 0 && shared(theme) >= SAME_POSTS * theme.posts.size)),
    )
    .sort((a, b) => shared(b) - shared(a));
}

function isDecided({ decisions }: Tracked): boolean {
  return Object.keys(decisions).length > 0;
}

/** What is held of posts that the log has not; whose they were is no longer known one by one. */
function settledOf(row: Theme, log: Saved['log']): Tracked['settled'] {
  const posts = row.postKeys.filter((key) => log.keys.lookup(key) < 0);
  return posts.length === 0
    ? { posts, authors: [], threads: [] }
    : { posts, authors: [...row.authorKeys], threads: [...row.threadKeys] };
}

function followed(
  state: Saved,
  tuning: Tuning,
  row: Theme,
  posts: Set<number>,
  known: Tracked | undefined,
  brands: ReadonlySet<string>,
): Tracked {
  const { log, baseline } = state;
  const words = row.terms.flatMap((term) => termsOf(term, brands).terms);
  // The row's words are how people write them: a rebuild has met few spellings when it needs a name.
  for (const { hash, surface } of words) if (!state.surfaces.of(hash)) state.surfaces.meet(hash, surface);
  const seeds = known?.seeds ?? words.map(({ hash }) => hash).slice(0, 2 * SEEDS);
  const ats = [...posts].map((post) => log.at[post]!);
  const lastAt = Math.max(row.lastAt, ...ats);
  const now = Math.max(state.now, lastAt);
  const view = { log, baseline, tuning, now };
  const startedAt = Math.min(row.startedAt, ...ats);
  const held = [...posts].sort((a, b) => a - b);
  const look = postingsOf(log, log.between(startedAt, now + 1));
  const model = learnModel(view, heardBy(state, now), held, look, seeds);
  return {
    id: row.id,
    tier: row.tier,
    seeds,
    model: model.size > 0 || !known ? model : known.model,
    posts,
    settled: settledOf(row, log),
    startedAt,
    raisedAt: row.alertedAt,
    lastAt,
    recent: effectivePeople(
      log,
      held.filter((post) => log.at[post]! > now - tuning.look),
      tuning,
    ),
    evidence: { ...row.evidence, p: 0 },
    shown: { label: row.label, terms: row.terms },
    decisions: decisionsOf(row),
  };
}
