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
import type { Tracked } from './tracked';

/** How far back posts like a theme's are looked for. */
const EARLIER = 28 * DAY;

export function describe(view: View, surfaces: Surfaces, themes: readonly Tracked[]): Theme[] {
  const { log, baseline, tuning, now } = view;
  const questions = themes.map((theme) => ({
    model: theme.model,
    limit: limitFor(theme.evidence.people, theme.evidence.seen, tuning.margin),
  }));
  const like = ask(log, questions, now - EARLIER, now + 1);
  return themes.map((theme, i) => {
    const posts = [...theme.posts].sort((a, b) => log.at[a]! - log.at[b]! || a - b);
    const earlier = like[i]!.filter((post) => log.at[post]! < theme.startedAt);
    const terms = termsToShow(theme.model, surfaces);
    return {
      id: theme.id,
      tier: theme.tier,
      phase: phaseOf(log, posts, theme.raisedAt, now),
      label: labelOf(terms),
      terms,
      postKeys: [...theme.settled.posts, ...posts.map((post) => log.keys.nameOf(post))],
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
      quoteKeys: quotesOf(log, theme.model, posts).map((post) => log.keys.nameOf(post)),
      evidence: { people: theme.evidence.people, seen: theme.evidence.seen, usual: theme.evidence.usual },
      ...(theme.decisions.name !== undefined && { name: theme.decisions.name }),
      ...(theme.decisions.mutedUntil !== undefined && { mutedUntil: theme.decisions.mutedUntil }),
      ...(theme.decisions.pinned !== undefined && { pinned: theme.decisions.pinned }),
      ...(theme.decisions.mergedInto !== undefined && { mergedInto: theme.decisions.mergedInto }),
      ...(theme.decisions.notTheme === true && { notTheme: theme.decisions.notTheme }),
    };
  });
}

/** Distinct values, the commonest first. */
function commonest(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}
