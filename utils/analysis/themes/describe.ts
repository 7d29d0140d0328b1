/** Tracked themes as the rest of the program knows them. */
import type { Theme } from '../../core/theme';
import { DAY } from './baseline';
import type { View } from './bursts';
import { ask } from './history';
import { labelOf, termsToShow } from './label';
import { limitFor } from './model';
import { quotesOf } from './quotes';
import { LANGS } from './stopwords';
import type { Surfaces } from './surfaces';
import { phaseOf, timelineOf } from './timeline';
import { rootOf, type Tracked } from './tracked';

/** How far back posts like a theme's are looked for. */
const EARLIER = 28 * DAY;

/** `all`: every theme followed, so that a theme shows what was merged into it. */
export function describe(view: View, surfaces: Surfaces, wanted: readonly Tracked[], all: readonly Tracked[]): Theme[] {
  const { log, baseline, tuning, now } = view;
  const themes = wanted.map((theme) => withMerged(theme, all));
  const questions = themes.map((theme) => ({
    model: theme.model,
    limit: limitFor(theme.evidence.people, theme.evidence.seen, tuning.margin),
  }));
  const like = ask(log, questions, now - EARLIER, now + 1);
  return themes.map((theme, i) => {
    const posts = [...theme.posts].sort((a, b) => log.at[a]! - log.at[b]! || a - b);
    const earlier = like[i]!.filter((post) => log.at[post]! < theme.startedAt);
    const own = termsToShow(theme.model, surfaces);
    const terms = own.length > 0 ? own : (theme.shown?.terms ?? []);
    return {
      id: theme.id,
      tier: theme.tier,
      phase: phaseOf(log, posts, theme.raisedAt, now),
      label: own.length > 0 ? labelOf(own) : (theme.shown?.label ?? ''),
      terms,
      postKeys: [...new Set([...theme.settled.posts, ...posts.map((post) => log.keys.nameOf(post))])],
      authorKeys: [
        ...new Set([...theme.settled.authors, ...posts.map((post) => log.authors.nameOf(log.author[post]!))]),
      ],
      threadKeys: [
        ...new Set([...theme.settled.threads, ...posts.map((post) => log.threads.nameOf(log.thread[post]!))]),
      ],
      sites: commonest(posts.map((post) => log.sites.nameOf(log.site[post]!))),
      langs: commonest(posts.filter((post) => log.lang[post]! >= 0).map((post) => LANGS[log.lang[post]!]!)),
      startedAt: theme.startedAt,
      alertedAt: theme.raisedAt,
      lastAt: theme.lastAt,
      timeline: timelineOf({ log, baseline, tuning, now, startedAt: theme.startedAt, posts, earlier }),
      ...(earlier.length > 0 && { likeKeys: earlier.map((post) => log.keys.nameOf(post)) }),
      quoteKeys: quotesOf(log, theme.model, posts).map((post) => log.keys.nameOf(post)),
      evidence: { people: theme.evidence.people, seen: theme.evidence.seen, usual: theme.evidence.usual },
      ...theme.decisions,
    };
  });
}

/** A theme with all that was merged into it; its name and words stay its own. */
function withMerged(theme: Tracked, all: readonly Tracked[]): Tracked {
  if (theme.decisions.mergedInto !== undefined) return theme;
  const parts = all.filter((one) => one.decisions.mergedInto !== undefined && rootOf(one, all) === theme);
  if (parts.length === 0) return theme;
  const whole = [theme, ...parts];
  return {
    ...theme,
    posts: new Set(whole.flatMap((one) => [...one.posts])),
    settled: {
      posts: whole.flatMap((one) => one.settled.posts),
      authors: whole.flatMap((one) => one.settled.authors),
      threads: whole.flatMap((one) => one.settled.threads),
    },
    startedAt: Math.min(...whole.map((one) => one.startedAt)),
    lastAt: Math.max(...whole.map((one) => one.lastAt)),
  };
}

/** Distinct values, the commonest first. */
function commonest(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}
