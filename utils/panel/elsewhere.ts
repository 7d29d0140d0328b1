/** The same theme told in another language: its words put into this one's by the browser, where the user asks for it. */
import { isPrimary } from '../analysis/themes/fold';
import { termsOf } from '../analysis/themes/terms';
import type { Translates } from '../browser/translator';
import type { Post, PostKey } from '../core/post';
import type { Theme } from '../core/theme';
import { DAY } from '../text/dates';
import { carriedWords, nameOf } from './theme-view';

export interface TranslatorDoors {
  ready(from: string, to: string): Promise<Translates>;
  translate(texts: readonly string[], from: string, to: string, signal: AbortSignal): Promise<string[]>;
}

export interface Elsewhere {
  /** Themes that say the same, the likest first, with their name in this language. */
  found: { id: string; name: string; lang: string; says: string }[];
  /** Languages the browser cannot translate from. */
  missing: string[];
}

/** Told at the same time, give or take. */
const NEAR = 3 * DAY;
const MOST_TRIED = 6;
const MOST_QUOTES = 2;
/** Of the words of the one that has fewer, so many are the other's. */
const LEAST_SHARED = 0.25;
const LEAST_WORDS = 2;

/** Themes of the same days told mostly in another language: only for these is there anything to translate. */
export function toldElsewhere(theme: Theme, all: readonly Theme[]): Theme[] {
  const lang = theme.langs[0];
  return all
    .filter((other) => {
      if (other.id === theme.id || other.mergedInto || other.notTheme) return false;
      const isElse = lang !== undefined && other.langs[0] !== undefined && other.langs[0] !== lang;
      return isElse && other.lastAt >= theme.startedAt - NEAR && other.startedAt <= theme.lastAt + NEAR;
    })
    .sort((a, b) => b.lastAt - a.lastAt)
    .slice(0, MOST_TRIED);
}

/** Looks for the theme among those told in other languages. Nothing is asked of a translator that is not on this machine. */
export async function lookElsewhere(
  theme: Theme,
  all: readonly Theme[],
  posts: ReadonlyMap<PostKey, Post>,
  doors: TranslatorDoors,
  signal: AbortSignal,
): Promise<Elsewhere> {
  const to = theme.langs[0] ?? '';
  const mine = wordsOf(textsOf(theme, posts));
  const found: (Elsewhere['found'][number] & { shared: number })[] = [];
  const missing: string[] = [];
  const others = toldElsewhere(theme, all);
  for (const from of new Set(others.flatMap(({ langs }) => langs.slice(0, 1)))) {
    if ((await doors.ready(from, to)) === 'unavailable') {
      missing.push(from);
      continue;
    }
    for (const other of others.filter(({ langs }) => langs[0] === from)) {
      const told = await doors.translate(textsOf(other, posts), from, to, signal);
      const words = wordsOf(told);
      const common = [...words].filter((word) => mine.has(word)).length;
      const shared = common / Math.max(1, Math.min(words.size, mine.size));
      if (common < LEAST_WORDS || shared < LEAST_SHARED) continue;
      found.push({ id: other.id, name: nameOf(other), lang: from, says: told[0] ?? '', shared });
    }
  }
  found.sort((a, b) => b.shared - a.shared);
  return { found: found.map(({ shared: _, ...one }) => one), missing };
}

/** Its name, then the sentences that carry it. */
function textsOf(theme: Theme, posts: ReadonlyMap<PostKey, Post>): string[] {
  const quotes = theme.quoteKeys.slice(0, MOST_QUOTES).flatMap((key) => posts.get(key) ?? []);
  return [
    theme.terms.slice(0, 4).join(', ') || nameOf(theme),
    ...quotes.map((post) => carriedWords(post.text, theme.terms)),
  ];
}

function wordsOf(texts: readonly string[]): Set<number> {
  const { terms } = termsOf(texts.join('\n'), new Set());
  return new Set(
    terms.filter(({ hash, surface }) => isPrimary(hash) && !surface.includes(' ')).map(({ hash }) => hash),
  );
}
