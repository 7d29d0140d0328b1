/**
 * The theme engine: hears posts in any order, and says at any moment what more people talk of than usual. Pure and
 * incremental: its whole state is typed arrays and short lists, and is saved and loaded as one buffer.
 */
import type { PostKey } from '../../core/post';
import type { Theme, ThemeTier } from '../../core/theme';
import { Baseline, DAY, dayOf, KEPT_DAYS } from './baseline';
import type { View } from './bursts';
import { adopt, decide, release } from './decide';
import { describe } from './describe';
import { Detector } from './detector';
import { fold } from './fold';
import { PostLog } from './post-log';
import { readState, type Saved, writeState } from './snapshot';
import { LANGS } from './stopwords';
import { Surfaces } from './surfaces';
import { termsOf } from './terms';
import { type Decisions, renumber, type Tracked } from './tracked';
import { TUNING, type Tuning } from './tuning';

/** What the engine needs to know of a post. */
export interface ThemePost {
  key: PostKey;
  /** The post's own time: its clock. */
  at: number;
  author: string;
  text: string;
  site: string;
  threadKey: string;
  /** BCP 47, where known; else the engine guesses. */
  lang?: string | null;
  /** Written by us: set aside. */
  ours?: boolean;
}

export interface ThemeEvent {
  at: number;
  themeId: string;
  /** Raised as alert or watch (once each), or changed. */
  tier: ThemeTier | 'update';
}

export interface ThemeOptions {
  /** Our own brand names: said in every post about us, so they tell nothing. */
  brands?: readonly string[];
  tuning?: Partial<Tuning>;
}

export interface ThemeEngine {
  /** Hears posts; one already heard is passed over. */
  add(posts: readonly ThemePost[]): void;
  /** Looks at the windows that end now; says what is new or changed. */
  update(at: number): ThemeEvent[];
  themes(ids?: Iterable<string>): Theme[];
  /** What the user decided. A field left out is undone. */
  decide(id: string, decisions: Decisions): void;
  /** Follows a theme known from elsewhere (a stored row): after a rebuild, or split off by the user. */
  adopt(theme: Theme): void;
  /** Takes a split back: its posts are the first theme's again. */
  release(id: string): void;
  /** Every theme followed, with what was decided about it. */
  followed(): { id: string; decisions: Decisions }[];
  /** Whether enough was heard to say anything. */
  hasHeardEnough(at: number): boolean;
  save(): ArrayBuffer;
}

/** Copies older than this share of the log are cleared out. */
const STALE_SHARE = 0.25;
const LEAST_STALE = 500;

export function createThemeEngine(options: ThemeOptions = {}, saved?: ArrayBuffer): ThemeEngine {
  const tuning = { ...TUNING, ...options.tuning };
  const brands = new Set(
    (options.brands ?? []).flatMap((brand) => fold(brand).split(/[^\p{L}\p{N}]+/u)).filter(Boolean),
  );
  const state: Saved = saved
    ? readState(saved)
    : { log: new PostLog(), baseline: new Baseline(), surfaces: new Surfaces(), tracked: [], done: 0, now: 0 };
  const detector = new Detector(state, tuning);

  return {
    add(posts) {
      for (const post of posts) {
        if (post.ours || state.log.has(post.key) || dayOf(post.at) < dayOf(state.now) - KEPT_DAYS) continue;
        hear(state, post, brands);
      }
    },
    update(at) {
      const now = Math.max(at, state.now);
      retire(state, now);
      state.now = now;
      return detector.update(now);
    },
    themes(ids) {
      const wanted = ids ? new Set(ids) : null;
      const themes = state.tracked.filter((theme) => !wanted || wanted.has(theme.id));
      return describe(viewOf(state, tuning), state.surfaces, themes, state.tracked);
    },
    decide(id, decisions) {
      decide(state, id, decisions);
    },
    adopt(theme) {
      adopt(state, tuning, theme, brands);
    },
    release(id) {
      release(state, id);
    },
    followed() {
      return state.tracked.map(({ id, decisions }) => ({ id, decisions }));
    },
    hasHeardEnough(at) {
      return detector.hasHeardEnough(at);
    },
    save() {
      return writeState(state);
    },
  };
}

export function viewOf(state: Saved, tuning: Tuning): View {
  return { log: state.log, baseline: state.baseline, tuning, now: state.now };
}

function hear(state: Saved, post: ThemePost, brands: ReadonlySet<string>): void {
  const { terms, copyKey, lang } = termsOf(post.text, brands);
  const declared = post.lang ? LANGS.indexOf(post.lang.slice(0, 2).toLowerCase() as (typeof LANGS)[number]) : -1;
  for (const term of terms) {
    // A term's second user shows that it is one to keep a spelling of.
    if (state.baseline.terms.get(term.hash) > 0) state.surfaces.meet(term.hash, term.surface);
  }
  const index = state.log.add({
    key: post.key,
    at: post.at,
    author: post.author,
    thread: post.threadKey,
    site: post.site,
    copyKey,
    lang: declared >= 0 ? declared : lang,
    terms: terms.map((term) => term.hash),
  });
  state.baseline.add(state.log, index);
}

/** Drops the days that no longer count, and now and then the posts of them. */
function retire(state: Saved, now: number): void {
  const firstDay = dayOf(now) - KEPT_DAYS;
  state.baseline.retire(state.log, firstDay);
  const stale = state.log.place(firstDay * DAY);
  if (stale < LEAST_STALE || stale < STALE_SHARE * state.log.size) return;
  const { log, renumbered } = state.log.since(firstDay * DAY);
  for (const theme of state.tracked) renumber(theme, state.log, renumbered);
  state.done = Math.max(0, log.size - (state.log.size - state.done));
  state.log = log;
  state.surfaces.keep((term) => state.baseline.terms.get(term) > 0);
}

export type { Tracked };
