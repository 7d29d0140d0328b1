/** "Are we ready?": who waits longest, how we listen and answer, when they write, what to do before the next wave. */
import './readiness.css';
import type { ComponentChildren } from 'preact';
import type { ReadinessModel, ReadinessView, Span } from '../../utils/panel/readiness';
import { SPANS } from '../../utils/panel/readiness';
import { periodWords, sentencesOf } from '../../utils/panel/readiness-words';
import { hrefOf } from '../../utils/panel/router';
import { number } from '../../utils/text/numbers';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Byline } from '../ui/byline';
import { Select } from '../ui/fields';
import { Progress } from '../ui/progress';
import { Skeleton } from '../ui/skeleton';
import { Debt } from '../ui/tally';
import { Checklist } from './checklist';
import { HoursChart } from './hours-chart';
import { Row } from './sentence';

export interface ReadinessProps {
  model: ReadinessModel;
  onSetHours: () => void;
  onReport: (as: 'markdown' | 'html') => void;
  /** Rehearsals kept before. */
  children?: ComponentChildren;
}

export function ReadinessScreen({ model, onSetHours, onReport, children }: ReadinessProps) {
  const view = model.view.value;
  const reading = model.reading.value;
  return (
    <div class="ready">
      <h1 class="title xl">{t('readyTitle')}</h1>
      {view ? (
        <p class="meta">
          {periodWords(view)} · {t('readySeenHere')}
        </p>
      ) : null}
      <Select<Span>
        quiet
        label={t('readySpan')}
        value={model.span.value}
        options={SPANS.map((span) => ({ value: span, word: t(`readySpan_${span}`) }))}
        onChange={model.setSpan}
      />
      {reading && reading.total > 5_000 ? (
        <Progress label={t('readyHow')} done={reading.done} total={reading.total}>
          {t('readyCounting', number(reading.done), number(reading.total))}
        </Progress>
      ) : null}
      {view ? (
        <>
          <Longest view={view} />
          <section class="section" aria-labelledby="ready-how">
            <h2 class="h" id="ready-how">
              {t('readyHow')}
            </h2>
            <ul class="list">
              {sentencesOf(view).map((sentence) => (
                <li key={sentence.name} class="ready-row">
                  <Row sentence={sentence} />
                </li>
              ))}
            </ul>
          </section>
          <HoursChart view={view} onSetHours={onSetHours} />
          <Checklist checks={view.checks} view={view} />
          <section class="section" aria-label={t('readyReport')}>
            <div class="buttons">
              <Button icon="save" onClick={() => onReport('html')}>
                {t('readyReportPage')}
              </Button>
              <Button icon="save" onClick={() => onReport('markdown')}>
                {t('format_markdown')}
              </Button>
            </div>
          </section>
          {children}
        </>
      ) : (
        <Skeleton rows={4} />
      )}
    </div>
  );
}

function Longest({ view }: { view: ReadinessView }) {
  const { longest, now } = view;
  if (!longest) return null;
  return (
    <figure class="ready-quote">
      <blockquote class="words lg" lang={longest.lang ?? undefined} dir="auto">
        {`“${longest.text.length > 240 ? `${longest.text.slice(0, 240).trimEnd()}…` : longest.text}”`}
      </blockquote>
      <figcaption>
        <Byline
          id={longest.authorKey}
          name={longest.author.name}
          size="s"
          href={hrefOf({ screen: 'thread', thread: longest.threadKey, post: longest.key })}
          phrase={t('readyLongest')}
        >
          <Debt since={longest.waitsSince ?? longest.at} now={now} />
        </Byline>
      </figcaption>
    </figure>
  );
}
