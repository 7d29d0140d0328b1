/**
 * `npm run -s headless -- themes < stream.ndjson > themes.ndjson`: posts in time order `{id, at, author, text, site, threadKey}`
 * in, a line each time a theme is raised or changes out: `{at, themeId, tier, label, terms, posts, ms}`. The posts' own
 * times are the clock; `ms` is what the look at that moment cost. The same engine as in the extension.
 */
import * as v from 'valibot';
import { createThemeEngine, type ThemePost } from '../analysis/themes/engine';

const Row = v.object({
  id: v.string(),
  at: v.number(),
  author: v.string(),
  text: v.string(),
  site: v.optional(v.string(), 'site'),
  threadKey: v.optional(v.nullable(v.string())),
  lang: v.optional(v.nullable(v.string())),
});

/** The extension looks at most every quarter of an hour; half an hour shows the same themes at half the cost. */
const STEP = 30 * 60_000;

export default async function run(input: AsyncIterable<string>, write: (line: string) => void): Promise<void> {
  const engine = createThemeEngine();
  let pending: ThemePost[] = [];
  let next = Number.NEGATIVE_INFINITY;

  const look = (at: number) => {
    engine.add(pending);
    pending = [];
    const started = performance.now();
    const events = engine.update(at);
    const ms = Number((performance.now() - started).toFixed(3));
    const themes = new Map(engine.themes(events.map((event) => event.themeId)).map((theme) => [theme.id, theme]));
    for (const { themeId, tier } of events) {
      const theme = themes.get(themeId)!;
      write(JSON.stringify({ at, themeId, tier, label: theme.label, terms: theme.terms, posts: theme.postKeys, ms }));
    }
  };

  for await (const line of input) {
    if (line.trim() === '') continue;
    const row = v.parse(Row, JSON.parse(line));
    if (next === Number.NEGATIVE_INFINITY) next = row.at + STEP;
    if (row.at > next) {
      look(next);
      next += STEP * Math.ceil((row.at - next) / STEP);
    }
    pending.push({
      key: row.id,
      at: row.at,
      author: row.author,
      text: row.text,
      site: row.site,
      threadKey: row.threadKey ?? row.id,
      lang: row.lang ?? null,
    });
  }
  if (pending.length > 0) look(next);
}
