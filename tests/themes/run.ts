/** Runs an engine over a stream as the extension would, and says what it raised and whether that was right. */
import {
  createThemeEngine,
  type ThemeEngine,
  type ThemeOptions,
  type ThemePost,
} from '../../utils/analysis/themes/engine';
import { termsOf } from '../../utils/analysis/themes/terms';
import { HOUR, type Injected } from './stream';

export interface Raised {
  id: string;
  at: number;
  tier: 'alert' | 'watch';
  label: string;
  posts: string[];
}

export interface Run {
  engine: ThemeEngine;
  raised: Raised[];
  /** Posts of each theme at the end. */
  posts: Map<string, string[]>;
  /** Languages of posts, as the engine guessed them. */
  langs(keys: readonly string[]): Set<string>;
}

/** Looks every `step`; the posts are in the order of their own time. */
export function runStream(posts: readonly ThemePost[], options: ThemeOptions = {}, step = 2 * HOUR): Run {
  const engine = createThemeEngine(options);
  const raised: Raised[] = [];
  let next = 0;
  const first = posts[0]!.at;
  const last = posts.at(-1)!.at;
  for (let at = first + step; at < last + 2 * step; at += step) {
    const from = next;
    while (next < posts.length && posts[next]!.at <= at) next++;
    engine.add(posts.slice(from, next));
    for (const event of engine.update(at)) {
      if (event.tier === 'update') continue;
      const theme = engine.themes([event.themeId])[0]!;
      raised.push({ id: theme.id, at, tier: event.tier, label: theme.label, posts: theme.postKeys });
    }
  }
  const themes = engine.themes();
  const texts = new Map(posts.map((post) => [post.key, post.text]));
  return {
    engine,
    raised,
    posts: new Map(themes.map((theme) => [theme.id, theme.postKeys])),
    langs: (keys) =>
      new Set(
        keys
          .map((key) => termsOf(texts.get(key) ?? '', new Set()).lang)
          .filter((lang) => lang >= 0)
          .map(String),
      ),
  };
}

export interface Judgement {
  right: { raised: Raised; theme: Injected }[];
  wrong: Raised[];
  recalled: Set<string>;
}

/** A theme is right when half of its posts are of one injected theme; recalled when that was within 72 hours. */
export function judgeRun(
  raised: readonly Raised[],
  truths: readonly Injected[],
  tier: 'alert' | 'any' = 'alert',
): Judgement {
  const seen = new Set<string>();
  const judgement: Judgement = { right: [], wrong: [], recalled: new Set() };
  for (const one of raised) {
    if ((tier === 'alert' && one.tier !== 'alert') || seen.has(one.id)) continue;
    seen.add(one.id);
    const theme = truths.find((truth) => 2 * one.posts.filter((key) => truth.keys.has(key)).length >= one.posts.length);
    if (!theme) judgement.wrong.push(one);
    else {
      judgement.right.push({ raised: one, theme });
      if (one.at - theme.onset <= 72 * HOUR) judgement.recalled.add(theme.name);
    }
  }
  return judgement;
}
