import { hrefOf } from '../../utils/panel/router';
import type { ThemeLine } from '../../utils/panel/theme-view';
import { day } from '../../utils/text/dates';
import { t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { plain } from '../ui/plain';
import { Sparkline } from '../ui/sparkline';
import { chartLabel, ThemeSentence } from './sentences';

/** A theme of the list: its name in people's words, one quote, the line against the usual, one sentence. */
export function ThemeRow({ line, rises, now }: { line: ThemeLine; rises: boolean; now: number }) {
  const first = line.steps[0];
  const start =
    rises && line.beganAt !== null ? { index: line.beganAt, word: day(line.steps[line.beganAt]!.at, now) } : undefined;
  return (
    <article class="theme">
      <h3 class="title">
        <a href={hrefOf({ screen: 'theme', id: line.id })}>
          <bdi dir="auto" lang={line.lang ?? undefined}>
            {plain(line.name)}
          </bdi>
        </a>
        {line.pinned ? <span class="meta"> {t('themePinned')}</span> : null}
      </h3>
      {line.quote ? (
        <p class="words sm">
          <q>
            <bdi dir="auto" lang={line.quote.lang ?? undefined}>
              {plain(line.quote.text)}
            </bdi>
          </q>{' '}
          <span class="meta">
            <Name>{line.quote.who.name}</Name>
          </span>
        </p>
      ) : null}
      <Sparkline
        steps={line.steps}
        label={chartLabel(line, now)}
        height={rises ? 60 : 48}
        start={start}
        first={rises && first ? day(first.at, now) : undefined}
      />
      <ThemeSentence line={line} rises={rises} now={now} />
    </article>
  );
}
