/** The themes screens: what they show, live from the store, and what can be done to a theme. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { translateHere, translates } from '../browser/translator';
import type { Note, NoteTarget } from '../core/desk';
import type { Post, PostKey } from '../core/post';
import type { ToneLabel } from '../core/reading';
import type { Theme } from '../core/theme';
import { themesSeen } from '../store/alerts';
import { waitersOf } from '../store/desk';
import { exposureBetween, localDay } from '../store/exposure';
import { notesFor } from '../store/notes';
import { getPosts } from '../store/posts';
import { allSavedReplies } from '../store/saved-replies';
import type { TertuliaDatabase } from '../store/schema';
import { DAY } from '../text/dates';
import { type Elsewhere, lookElsewhere, toldElsewhere } from './elsewhere';
import { type Live, live } from './live';
import type { Notes } from './notes';
import { type Acting, type Change, change, cutOff, cutPicked, type ThemeAct } from './theme-acts';
import { cutsOf, langsOf, type NearTheme, nearThemes, savedFor, type ToneView, toneOf } from './theme-page';
import { nameOf, sectionOfTheme, type ThemeDetail, type ThemesView, themeDetail, themesView } from './theme-view';
import type { Undo } from './undo';

/** The window of "posts seen since Monday". */
const WINDOW_DAYS = 7;

export interface ThemesModel {
  /** Undefined until the store has answered. */
  readonly view: ReadonlySignal<ThemesView | undefined>;
  readonly error: ReadonlySignal<unknown>;
  readonly now: ReadonlySignal<number>;
  /** A muted theme speaks again. */
  hear(id: string): Promise<void>;
  /** What was said to be none is one. */
  accept(id: string): Promise<void>;
}

export interface ThemeModel {
  /** Undefined until the store has answered; null where there is no such theme. */
  readonly view: ReadonlySignal<ThemePage | null | undefined>;
  /** Notes being written; absent where nothing may be. */
  readonly writing?: Notes;
  readonly target: NoteTarget;
  readonly error: ReadonlySignal<unknown>;
  readonly now: ReadonlySignal<number>;
  /** Empty: the name in the people's own words again. */
  rename(name: string): Promise<void>;
  /** Until a moment; null for good. */
  mute(until: number | null): Promise<void>;
  hear(): Promise<void>;
  pin(pinned: boolean): Promise<void>;
  /** Not a theme at all. */
  reject(): Promise<void>;
  /** It is one after all. */
  accept(): Promise<void>;
  /** Into another: shown and counted as part of it. */
  merge(into: string): Promise<void>;
  /** A theme put into another stands by itself again: this one, or one that went into it. */
  takeOut(id: string): Promise<void>;
  /** Posts with this word become a theme of their own. */
  cut(word: string): Promise<void>;
  /** The posts picked become a theme of their own. */
  cutPicked(keys: readonly PostKey[]): Promise<void>;
  /** Asks the browser's own translator: only in a click. */
  elsewhere(signal: AbortSignal): Promise<Elsewhere>;
  /** Everything seen on a day, or, with null, of late when the theme came up. */
  seen(day: number | null): Promise<Post[]>;
}

export interface NamedTheme {
  id: string;
  name: string;
}

/** A theme's own page, all of it. */
export interface ThemePage extends ThemeDetail {
  tone: ToneView;
  tones: ReadonlyMap<PostKey, ToneLabel | null>;
  langs: { lang: string | null; posts: number }[];
  /** All its posts that are held, by time. */
  posts: Post[];
  /** Posts like them from before it began, by time. */
  earlier: Post[];
  near: NearTheme[];
  /** Whether a theme of the same days is told in another language. */
  isToldElsewhere: boolean;
  notTheme: boolean;
  /** The theme it was put into, and those that were put into it. */
  partOf: NamedTheme | null;
  holds: NamedTheme[];
  /** The theme it was cut from, and those that were cut from it. */
  cutFrom: NamedTheme | null;
  gaveOff: NamedTheme[];
  /** Themes it could go into. */
  mergeable: NamedTheme[];
  saved: { id: string; name: string } | null;
  cuts: { word: string; posts: number }[];
  notes: Note[];
}

export interface ThemesOptions {
  db: TertuliaDatabase;
  now: ReadonlySignal<number>;
  undo: Undo;
  ends: AbortSignal;
  /** The analysis looks again, soon. */
  lookAgain?: () => void;
  writing?: Notes;
}

/** Later than any clock: muted for good, as a number so that it stays comparable. */
const FOR_GOOD = 8.64e15;
/** A list one can still choose from. */
const MOST_MERGEABLE = 12;

async function seenLately(db: TertuliaDatabase, now: number): Promise<{ posts: number; since: number }> {
  const days = await exposureBetween(db, localDay(now - (WINDOW_DAYS - 1) * DAY), localDay(now));
  const first = days[0]?.day;
  return {
    posts: days.reduce((sum, day) => sum + day.posts, 0),
    since: first ? new Date(`${first}T00:00`).getTime() : now,
  };
}

/** Of many posts only those a list quotes. */
const quoted = (db: TertuliaDatabase, themes: readonly Theme[]): Promise<Post[]> =>
  getPosts(
    db,
    themes.flatMap(({ quoteKeys, postKeys }) => (quoteKeys.length > 0 ? quoteKeys : postKeys).slice(0, 2)),
  );

const byKey = (posts: readonly Post[]) => new Map(posts.map((post) => [post.key, post]));

export function openThemes({ db, now, undo, ends }: ThemesOptions): ThemesModel {
  // Asked again when the store changes, not at each minute: what is muted until then is decided below.
  const rows = live(
    () => async () => {
      const themes = await db.themes.toArray();
      const shown = themes.filter((theme) => sectionOfTheme(theme, Date.now()) !== null);
      const [posts, waiters, seen] = await Promise.all([quoted(db, shown), waitersOf(db), seenLately(db, Date.now())]);
      return { themes, posts: byKey(posts), waiters, seen };
    },
    ends,
  );
  // What is looked at is no news any more.
  themesSeen(db, Date.now()).catch(() => undefined);
  return {
    now,
    error: rows.error,
    view: computed(() => {
      const held = rows.value.value;
      return held && themesView(held.themes, held.posts, held.seen, now.value, held.waiters);
    }),
    hear: (id) => change({ db, undo, id, lookAgain: () => {} }, 'heard', { mutedUntil: undefined }),
    accept: (id) => change({ db, undo, id, lookAgain: () => {} }, 'accepted', { notTheme: undefined }),
  };
}

export function openTheme(
  id: string,
  { db, now, undo, ends, lookAgain = () => {}, writing }: ThemesOptions,
): ThemeModel {
  const target: NoteTarget = `theme:${id}`;
  const row: Live<ThemePage | null> = live(() => () => readPage(db, id, target), ends);
  const acting: Acting = { db, undo, id, lookAgain };
  const act = (did: ThemeAct, to: Change) => change(acting, did, to);
  return {
    now,
    target,
    ...(writing && { writing }),
    view: row.value,
    error: row.error,
    rename: (name) => act('renamed', { name: name.trim() || undefined }),
    mute: (until) => act('muted', { mutedUntil: until ?? FOR_GOOD }),
    hear: () => act('heard', { mutedUntil: undefined }),
    pin: (pinned) => act(pinned ? 'pinned' : 'unpinned', { pinned }),
    reject: () => act('rejected', { notTheme: true }),
    accept: () => act('accepted', { notTheme: undefined }),
    merge: (into) => act('merged', { mergedInto: into }),
    takeOut: (part) => change({ ...acting, id: part }, 'unmerged', { mergedInto: undefined }),
    cut: (word) => cutOff(acting, word),
    cutPicked: (keys) => cutPicked(acting, keys),
    elsewhere: (signal) => elsewhere(db, id, signal),
    seen: (day) => seenThen(db, id, day),
  };
}

async function elsewhere(db: TertuliaDatabase, id: string, signal: AbortSignal): Promise<Elsewhere> {
  const [theme, all] = await Promise.all([db.themes.get(id), db.themes.toArray()]);
  if (!theme) return { found: [], missing: [] };
  const quotes = [theme, ...toldElsewhere(theme, all)].flatMap(({ quoteKeys }) => quoteKeys.slice(0, 2));
  const posts = byKey(await getPosts(db, quotes));
  return lookElsewhere(theme, all, posts, { ready: translates, translate: translateHere }, signal);
}

/** Posts of others that were seen: of a day of the timeline, or those by which the theme was judged. */
async function seenThen(db: TertuliaDatabase, id: string, day: number | null): Promise<Post[]> {
  const isHeard = (post: Post) => post.ours === 0 && !post.sponsored;
  if (day !== null) {
    return db.posts
      .where('at')
      .between(day, day + DAY, true, false)
      .filter(isHeard)
      .toArray();
  }
  const theme = await db.themes.get(id);
  if (!theme) return [];
  const latest = db.posts.where('at').belowOrEqual(theme.alertedAt).reverse().filter(isHeard);
  return (await latest.limit(theme.evidence.seen).toArray()).reverse();
}

async function readPage(db: TertuliaDatabase, id: string, target: NoteTarget): Promise<ThemePage | null> {
  const theme = await db.themes.get(id);
  if (!theme) return null;
  const [held, like, readings, all, replies, notes] = await Promise.all([
    getPosts(db, theme.postKeys),
    getPosts(db, theme.likeKeys ?? []),
    db.readings.bulkGet(theme.postKeys),
    db.themes.toArray(),
    allSavedReplies(db),
    notesFor(db, target),
  ]);
  const posts = held.toSorted((a, b) => a.at - b.at);
  const read = new Map(readings.flatMap((reading) => (reading ? [[reading.key, reading] as const] : [])));
  const tones = new Map([...read].map(([key, reading]) => [key, reading.tone.label] as const));
  const detail = themeDetail(theme, byKey(posts), tones);
  const near = nearThemes(theme, all);
  const nearness = (other: Theme) => near.findIndex((one) => one.id === other.id) >>> 0;
  const asked = detail.waitingPosts.length > 0 ? detail.waitingPosts : posts;
  const saved = savedFor(asked, read, replies, Date.now());
  return {
    ...detail,
    tone: toneOf(posts, tones),
    tones,
    langs: langsOf(posts),
    posts,
    earlier: like.toSorted((a, b) => a.at - b.at),
    near,
    isToldElsewhere: toldElsewhere(theme, all).length > 0,
    ...kinOf(theme, all),
    mergeable: all
      .filter((other) => other.id !== id && !other.mergedInto && !other.notTheme)
      .sort((a, b) => nearness(a) - nearness(b) || b.lastAt - a.lastAt)
      .slice(0, MOST_MERGEABLE)
      .map(named),
    saved: saved && { id: saved.id, name: saved.name },
    cuts: cutsOf(theme, posts).map(({ word, keys }) => ({ word, posts: keys.length })),
    notes,
  };
}

const named = (theme: Theme): NamedTheme => ({ id: theme.id, name: nameOf(theme) });

/** What the user put together and took apart. */
function kinOf(
  theme: Theme,
  all: readonly Theme[],
): Pick<ThemePage, 'partOf' | 'holds' | 'cutFrom' | 'gaveOff' | 'notTheme'> {
  const one = (id: string | undefined) => all.filter((other) => other.id === id).map(named)[0] ?? null;
  return {
    notTheme: theme.notTheme === true,
    partOf: one(theme.mergedInto),
    holds: all.filter((other) => other.mergedInto === theme.id).map(named),
    cutFrom: one(theme.splitFrom),
    // One that went back into it, or elsewhere, is told by where it is.
    gaveOff: all.filter((other) => other.splitFrom === theme.id && other.mergedInto !== theme.id).map(named),
  };
}
