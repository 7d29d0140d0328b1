/**
 * Keeps the themes up to date: the engine's state is loaded, hears only what was stored since the last time, looks at the
 * present moment and is stored again. What the user decided about a theme lives in its row and is never overwritten.
 */
import type { Post } from '../../core/post';
import type { Theme } from '../../core/theme';
import type { TertuliaDatabase } from '../../store/schema';
import { readSettings } from '../../store/settings';
import { readThemeCursor, THEME_CURSOR, type ThemeCursor } from '../../store/theme-cursor';
import { decisionsOf } from '../themes/decide';
import { createThemeEngine, type ThemeEngine, type ThemePost } from '../themes/engine';
import { isReadable } from '../themes/snapshot';

const HOUR = 3_600_000;

/** A rebuild looks at the past as it would have come: often enough for a theme to be raised on its day. */
const STEP = 6 * HOUR;
/** Posts of one batch share a moment; the engine passes over what it has heard. */
const OVERLAP = 60_000;
/** Older posts say nothing of what is usual now. */
const REACH = 60 * 24 * HOUR;

/** The engine of the last run, as long as the worker lives: a saved state is read once, not at each look. */
let kept: { db: string; stamp: string; engine: ThemeEngine } | null = null;

/**
 * @param now ms UTC
 * @returns how many themes are held
 */
export async function updateThemes(db: TertuliaDatabase, { now }: { now: number }): Promise<number> {
  const [settings, cursor, rows] = await Promise.all([readSettings(db), readThemeCursor(db), db.themes.toArray()]);
  const brands = [...settings.brands, ...settings.us.map(({ handle }) => handle)];
  // Other brand names make other words: what was counted before does not hold.
  const known = cursor?.brands === brands.join('\n') ? await engineOf(db, cursor, brands) : null;
  const engine = known ?? createThemeEngine({ brands });
  kept = null;

  const since = known && cursor ? cursor.seenAt - OVERLAP : 0;
  const { posts, seenAt } = await heardSince(db, since, now);
  if (known) {
    followRows(engine, rows);
    lookOn(engine, posts, cursor?.lookedAt ?? now, now);
  } else {
    lookOn(engine, posts, posts[0]?.at ?? now, now);
    const told = await aboutThemes(db);
    // What was cut from another, or put into another, takes its posts first.
    const mine = rows.filter((row) => isDecided(row) || told.has(row.id));
    for (const row of mine.sort((a, b) => turnOf(a) - turnOf(b))) engine.adopt(row);
  }

  const themes = engine.themes();
  const stamp = crypto.randomUUID();
  const first = posts[0]?.at ?? now;
  const next: ThemeCursor = { seenAt, brands: brands.join('\n'), stamp, lookedAt: now };
  await db.transaction('rw', db.themes, db.meta, async () => {
    // Decided while we looked: the row as it is now wins.
    const held = await db.themes.bulkGet(themes.map(({ id }) => id));
    // A rebuild finds again what it can hear again; what is older stays as it was told.
    if (!known) {
      const stale = rows.filter((row) => row.startedAt >= first || row.postKeys.length === 0);
      await db.themes.bulkDelete(stale.filter((row) => !isDecided(row)).map(({ id }) => id));
    }
    await db.themes.bulkPut(themes.map((theme, i) => (held[i] ? { ...bare(theme), ...decisionsOf(held[i]) } : theme)));
    await db.meta.bulkPut([
      { name: 'themeState', value: engine.save() },
      { name: THEME_CURSOR, value: JSON.stringify(next) },
    ]);
  });
  kept = { db: db.name, stamp, engine };
  return themes.length;
}

/** The engine where the last run left it: in memory, or from its saved state; null where it has to be built again. */
async function engineOf(db: TertuliaDatabase, cursor: ThemeCursor, brands: string[]): Promise<ThemeEngine | null> {
  const mine = kept?.db === db.name && kept.stamp === cursor.stamp ? kept.engine : null;
  // Erasing takes the state away: then what is in memory must be forgotten as well.
  if (mine) return (await db.meta.where('name').equals('themeState').count()) > 0 ? mine : null;
  const row = await db.meta.get('themeState');
  if (row?.name !== 'themeState' || !(row.value instanceof ArrayBuffer) || !isReadable(row.value)) return null;
  try {
    return createThemeEngine({ brands }, row.value);
  } catch {
    // Damaged: hear everything again.
    return null;
  }
}

/** Follows what the user decided since: names, silence, cuts and their taking back. */
function followRows(engine: ThemeEngine, rows: readonly Theme[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const followed = engine.followed();
  for (const { id, decisions } of followed) {
    const row = byId.get(id);
    if (row) engine.decide(id, decisionsOf(row));
    else if (decisions.splitFrom !== undefined) engine.release(id);
  }
  const ids = new Set(followed.map(({ id }) => id));
  for (const row of rows) if (row.splitFrom !== undefined && !ids.has(row.id)) engine.adopt(row);
}

/** Posts that tell of now, in their own order; and how far was heard, with those that do not. */
async function heardSince(
  db: TertuliaDatabase,
  since: number,
  now: number,
): Promise<{ posts: Post[]; seenAt: number }> {
  const heard = await db.posts.where('firstSeenAt').aboveOrEqual(since).toArray();
  const posts = heard
    .filter((post) => !post.sponsored && post.at <= now && post.at > now - REACH)
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return { posts, seenAt: heard.reduce((latest, post) => Math.max(latest, post.firstSeenAt), since) };
}

/** Hears what came in its own order, and looks now and then on the way: a theme is raised on its day, not on ours. */
function lookOn(engine: ThemeEngine, posts: readonly Post[], from: number, now: number): void {
  let next = 0;
  for (let at = from + STEP; ; at += STEP) {
    const moment = Math.min(at, now);
    const first = next;
    while (next < posts.length && (posts[next] as Post).at <= moment) next++;
    engine.add(posts.slice(first, next).map(themePost));
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

/** Without the decisions the engine knew of: some may have been undone since. */
function bare(theme: Theme): Theme {
  const { name, mutedUntil, pinned, mergedInto, notTheme, splitFrom, splitInto, ...rest } = theme;
  return rest;
}

/** What the user touched outlives a rebuild; the rest is found again. */
function isDecided(theme: Theme): boolean {
  return Object.keys(decisionsOf(theme)).length > 0;
}

/** Order of adoption. */
function turnOf({ splitFrom, mergedInto }: Theme): number {
  if (splitFrom !== undefined) return 0;
  return mergedInto !== undefined ? 1 : 2;
}

/** Themes somebody wrote a note about, or that others were merged into: their names must not change. */
async function aboutThemes(db: TertuliaDatabase): Promise<Set<string>> {
  const [targets, merged] = await Promise.all([
    db.notes.where('target').startsWith('theme:').uniqueKeys(),
    db.themes.filter((theme) => theme.mergedInto !== undefined).toArray(),
  ]);
  return new Set([
    ...targets.map((target) => String(target).slice('theme:'.length)),
    ...merged.map((theme) => theme.mergedInto as string),
  ]);
}
