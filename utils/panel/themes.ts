/** The themes screens: what they show, live from the store, and what can be done to a theme. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Post, PostKey } from '../core/post';
import type { Theme } from '../core/theme';
import { exposureBetween, localDay } from '../store/exposure';
import { getPosts } from '../store/posts';
import type { TertuliaDatabase } from '../store/schema';
import { DAY } from '../text/dates';
import { type Live, live } from './live';
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
}

export interface ThemeModel {
  /** Undefined until the store has answered; null where there is no such theme. */
  readonly view: ReadonlySignal<ThemeDetail | null | undefined>;
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
}

export interface ThemesOptions {
  db: TertuliaDatabase;
  now: ReadonlySignal<number>;
  undo: Undo;
  ends: AbortSignal;
}

/** Later than any clock: muted for good, as a number so that it stays comparable. */
const FOR_GOOD = 8.64e15;

async function seenLately(db: TertuliaDatabase, now: number): Promise<{ posts: number; since: number }> {
  const days = await exposureBetween(db, localDay(now - (WINDOW_DAYS - 1) * DAY), localDay(now));
  const first = days[0]?.day;
  return {
    posts: days.reduce((sum, day) => sum + day.posts, 0),
    since: first ? new Date(`${first}T00:00`).getTime() : now,
  };
}

/** Of many posts only those a list needs: quotes, and those that wait (few, by their index). */
async function listPosts(db: TertuliaDatabase, themes: readonly Theme[]): Promise<Map<PostKey, Post>> {
  const waiting = new Set(await db.posts.where('waitsSince').above(0).primaryKeys());
  const wanted = new Set(
    themes.flatMap((theme) => [...theme.quoteKeys.slice(0, 2), ...theme.postKeys.filter((key) => waiting.has(key))]),
  );
  return byKey(await getPosts(db, [...wanted]));
}

const byKey = (posts: readonly Post[]) => new Map(posts.map((post) => [post.key, post]));

export function openThemes({ db, now, undo, ends }: ThemesOptions): ThemesModel {
  // Asked again when the store changes, not at each minute: what is muted until then is decided below.
  const rows = live(
    () => async () => {
      const themes = await db.themes.toArray();
      const shown = themes.filter((theme) => sectionOfTheme(theme, Date.now()) !== null);
      return { themes, posts: await listPosts(db, shown), seen: await seenLately(db, Date.now()) };
    },
    ends,
  );
  return {
    now,
    error: rows.error,
    view: computed(() => {
      const held = rows.value.value;
      return held && themesView(held.themes, held.posts, held.seen, now.value);
    }),
    hear: (id) => change({ db, undo, id, did: 'heard', to: { mutedUntil: undefined } }),
  };
}

export function openTheme(id: string, { db, now, undo, ends }: ThemesOptions): ThemeModel {
  const row: Live<ThemeDetail | null> = live(
    () => async () => {
      const theme = await db.themes.get(id);
      return theme ? themeDetail(theme, byKey(await getPosts(db, theme.postKeys))) : null;
    },
    ends,
  );
  const act = (did: ThemeAct, to: Change) => change({ db, undo, id, did, to });
  return {
    now,
    view: row.value,
    error: row.error,
    rename: (name) => act('renamed', { name: name.trim() || undefined }),
    mute: (until) => act('muted', { mutedUntil: until ?? FOR_GOOD }),
    hear: () => act('heard', { mutedUntil: undefined }),
    pin: (pinned) => act(pinned ? 'pinned' : 'unpinned', { pinned }),
    reject: () => act('rejected', { notTheme: true }),
  };
}

type ThemeAct = 'renamed' | 'muted' | 'heard' | 'pinned' | 'unpinned' | 'rejected';
/** `undefined` takes a field away. */
type Change = { [K in 'name' | 'mutedUntil' | 'pinned' | 'notTheme']?: Theme[K] | undefined };

/** Changes what the user decides about a theme, in one transaction, and says how to take it back. */
async function change(what: {
  db: TertuliaDatabase;
  undo: Undo;
  id: string;
  did: ThemeAct;
  to: Change;
}): Promise<void> {
  const { db, undo, id, did, to } = what;
  const write = (fields: Change) =>
    db.transaction('rw', db.themes, async () => {
      const theme = await db.themes.get(id);
      if (!theme) return null;
      const changed: Record<string, unknown> = { ...theme };
      for (const [field, value] of Object.entries(fields)) {
        if (value === undefined) delete changed[field];
        else changed[field] = value;
      }
      await db.themes.put(changed as unknown as Theme);
      return theme;
    });
  const before = await write(to);
  if (!before) return;
  const back: Change = {};
  for (const field of Object.keys(to) as (keyof Change)[]) Object.assign(back, { [field]: before[field] });
  undo.did({ kind: 'theme', did, name: to.name ?? nameOf(before) }, async () => {
    await write(back);
  });
}
