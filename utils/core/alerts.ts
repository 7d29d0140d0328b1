/** When a theme is worth a word at the edge of the screen, and when it is not: pure rules. */
import type { PostKey } from './post';
import type { AlertSettings } from './settings';
import type { Theme } from './theme';

/** A theme that was told. Its posts as numbers: it is known again under another id, and tells nothing of anybody. */
export interface Told {
  id: string;
  at: number;
  posts: number[];
  /** Until the word has been shown: who is stopped in between says it next time, not twice. */
  shown: boolean;
}

/** Later than this it is no news: what a first reading of an archive finds is for the screen. */
export const NEWS_MS = 48 * 3_600_000;
/** A theme of which so many posts were told before is one that was told. */
const SAME_POSTS = 0.3;
const MOST_POSTS = 100;
const MOST_TOLD = 300;

/** The day's minute in local time: a parameter, so that no rule asks the clock. */
export function isQuiet({ quiet }: AlertSettings, minute: number): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Worth telling at all, whether or not it may be told now. */
export function isNews(theme: Theme, now: number): boolean {
  if (theme.tier !== 'alert' || theme.mergedInto !== undefined || theme.notTheme === true) return false;
  if ((theme.mutedUntil ?? 0) > now) return false;
  return theme.alertedAt > now - NEWS_MS && theme.alertedAt <= now;
}

/** Themes to tell at this moment; none in quiet hours, and none soon after the last. What waits is told when it may be. */
export function toTell(
  themes: readonly Theme[],
  told: readonly Told[],
  settings: AlertSettings,
  { now, minute }: { now: number; minute: number },
): Theme[] {
  if (!settings.notify || isQuiet(settings, minute)) return [];
  const last = told.reduce((latest, one) => Math.max(latest, one.at), Number.NEGATIVE_INFINITY);
  if (now - last < settings.restHours * 3_600_000) return [];
  return themes.filter((theme) => isNews(theme, now) && theme.alertedAt >= settings.since && !wasTold(theme, told));
}

function wasTold(theme: Theme, told: readonly Told[]): boolean {
  const posts = theme.postKeys.map(postNumber);
  return told.some((one) => {
    if (one.id === theme.id) return true;
    const known = new Set(one.posts);
    const shared = posts.filter((post) => known.has(post)).length;
    return shared > 0 && shared >= SAME_POSTS * Math.min(posts.length, one.posts.length);
  });
}

export function toldOf(theme: Theme, at: number): Told {
  return { id: theme.id, at, posts: theme.postKeys.slice(0, MOST_POSTS).map(postNumber), shown: false };
}

/** The latest are remembered. */
export function remembered(told: readonly Told[]): Told[] {
  return told.slice(-MOST_TOLD);
}

/** FNV-1a: equal keys, equal numbers. */
function postNumber(key: PostKey): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
