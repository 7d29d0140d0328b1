/**
 * Keeps the themes up to date: the engine's state is loaded, hears only what was stored since the last time, looks at the
 * present moment and is stored again. What the user decided about a theme lives in its row and is never overwritten.
 */
import type { Post } from '../../core/post';
import type { Theme } from '../../core/theme';
import type { TertuliaDatabase } from '../../store/schema';
import { readSettings } from '../../store/settings';
import { createThemeEngine, type ThemeEngine, type ThemePost } from '../themes/engine';

const CURSOR = 'cursor:themes';
const HOUR = 3_600_000;

/** A rebuild looks at the past as it would have come: often enough for a theme to be raised on its day. */
const STEP = 6 * HOUR;
/** Posts of one batch share a moment; the engine passes over what it has heard. */
const OVERLAP = 60_000;
/** Older posts say nothing of what is usual now. */
const REACH = 60 * 24 * HOUR;

/** Where the last run stopped, and the names it set aside. */
interface Cursor {
  seenAt: number;
  brands: string;
}

/**
 * @param now ms UTC
 * @returns how many themes are held
 */
export async function updateThemes(db: TertuliaDatabase, { now }: { now: number }): Promise<number> {
  const [settings, saved, cursor, rows] = await Promise.all([
    readSettings(db),
    savedState(db),
    readCursor(db),
    db.themes.toArray(),
  ]);
  const brands = [...settings.brands, ...settings.us.map(({ handle }) => handle)];
  // Other brand names make other words: what was counted before does not hold.
  const state = cursor?.brands === brands.join('\n') ? saved : undefined;
  const engine = createThemeEngine({ brands }, state);
  if (state) for (const row of rows) engine.decide(row.id, decisionsOf(row));
  else for (const row of rows.filter(isDecided)) engine.adopt(row);

  const since = state && cursor ? cursor.seenAt - OVERLAP : 0;
  const posts = await heardSince(db, since, now);
  if (state) {
    engine.add(posts.map(themePost));
    engine.update(now);
  } else lookBack(engine, posts, now);

  const seenAt = posts.reduce((latest, post) => Math.max(latest, post.firstSeenAt), since);
  const themes = engine.themes();
  await db.transaction('rw', db.themes, db.meta, async () => {
    // Decided while we looked: the row as it is now wins.
    const held = await db.themes.bulkGet(themes.map(({ id }) => id));
    if (!state) await db.themes.bulkDelete(rows.filter((row) => !isDecided(row)).map(({ id }) => id));
    await db.themes.bulkPut(
      themes.map((theme, i) => ({
        ...theme,
        // Adopted and not heard of again: its words are those of its row.
        label: theme.label || held[i]?.label || '',
        ...(held[i] && decisionsOf(held[i])),
      })),
    );
    await db.meta.bulkPut([
      { name: 'themeState', value: engine.save() },
      { name: CURSOR, value: JSON.stringify({ seenAt, brands: brands.join('\n') } satisfies Cursor) },
    ]);
  });
  return themes.length;
}

async function heardSince(db: TertuliaDatabase, since: number, now: number): Promise<Post[]> {
  const posts = await db.posts.where('firstSeenAt').aboveOrEqual(since).toArray();
  return posts
    .filter((post) => !post.sponsored && post.at <= now && post.at > now - REACH)
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** Hears the past in its own order. */
function lookBack(engine: ThemeEngine, posts: readonly Post[], now: number): void {
  const first = posts[0]?.at ?? now;
  let next = 0;
  for (let at = first + STEP; next < posts.length || at < now + STEP; at += STEP) {
    const moment = Math.min(at, now);
    const from = next;
    while (next < posts.length && (posts[next] as Post).at <= moment) next++;
    engine.add(posts.slice(from, next).map(themePost));
    engine.update(moment);
    if (moment === now) return;
  }
}

function themePost(post: Post): ThemePost {
  return {
    key: post.key,
    at: post.at,
    author: post.authorKey,
    text: post.text,
    site: post.site,
    threadKey: post.threadKey,
    lang: post.lang,
    ours: post.ours === 1,
  };
}

function decisionsOf({ name, mutedUntil, pinned, mergedInto, notTheme }: Theme) {
  return {
    ...(name !== undefined && { name }),
    ...(mutedUntil !== undefined && { mutedUntil }),
    ...(pinned !== undefined && { pinned }),
    ...(mergedInto !== undefined && { mergedInto }),
    ...(notTheme !== undefined && { notTheme }),
  };
}

/** What the user touched outlives a rebuild; the rest is found again. */
function isDecided(theme: Theme): boolean {
  return Object.keys(decisionsOf(theme)).length > 0;
}

async function savedState(db: TertuliaDatabase): Promise<ArrayBuffer | undefined> {
  const row = await db.meta.get('themeState');
  return row?.name === 'themeState' ? row.value : undefined;
}

async function readCursor(db: TertuliaDatabase): Promise<Cursor | null> {
  const row = await db.meta.get(CURSOR);
  if (row?.name !== CURSOR) return null;
  try {
    return JSON.parse(String(row.value)) as Cursor;
  } catch {
    // Unreadable: hear everything again.
    return null;
  }
}
