/** People a day against the usual: the picture with its words, and the same as a table. */
import type { Slice } from '../../utils/panel/theme-page';
import type { ThemeDetail } from '../../utils/panel/theme-view';
import type { ThemePage } from '../../utils/panel/themes';
import { DAY, daysBetween } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { currentLocale, plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Sparkline, type SparkPlace } from '../ui/sparkline';
import { chartLabel } from './sentences';

const HEIGHT = 132;

/** "Mon 9"; "today" for today. */
function tick(at: number, now: number): string {
  if (daysBetween(now, at) === 0) {
    return new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(0, 'day');
  }
  return new Intl.DateTimeFormat(currentLocale(), { weekday: 'short', day: 'numeric' }).format(at);
}

function range(low: number, high: number): string {
  const [from, to] = [number(Math.round(low)), number(Math.round(high))];
  return from === to ? from : `${from}–${to}`;
}

export interface TimelineProps {
  view: ThemeDetail;
  now: number;
  /** Opens a day's posts. */
  onDay?: (at: number) => void;
  /** Opens everything seen on a day. */
  onSeen?: (at: number) => void;
}

export function Timeline({ view, now, onDay, onSeen }: TimelineProps) {
  const { steps, beganAt } = view;
  const last = steps.length - 1;
  if (last < 1) return null;
  const low = Math.round(Math.min(...steps.map((step) => step.low)));
  const high = Math.round(Math.max(...steps.map((step) => step.high)));

  const words = ({ x, y, base, top, width }: SparkPlace) => {
    const ticks = [0, last, ...(beganAt === null ? [] : [beganAt])];
    const middle = Math.round(last / 2);
    // The middle gets its day only where it stands clear of the beginning.
    if (ticks.every((index) => Math.abs(x(index) - x(middle)) > 80)) ticks.push(middle);
    const most = Math.max(...steps.map((step) => step.observed));
    // Under the line on the left there is room for the words of the band, unless people were already many there.
    const quietStart = steps.slice(0, 5).every((step) => step.observed < most / 2);
    return (
      <>
        {ticks
          .filter((index) => index === 0 || index === last || (x(index) > 60 && x(index) < x(last) - 44))
          .map((index) => (
            <text
              key={index}
              x={(index === last ? width : x(index)).toFixed(1)}
              y={base + 20}
              text-anchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
            >
              {tick(steps[index]!.at, now)}
            </text>
          ))}
        {beganAt === null ? null : (
          <>
            <path class="start" d={`M${x(beganAt).toFixed(1)} ${top}V${base}`} />
            <text x={(x(beganAt) - 8).toFixed(1)} y={top + 10} text-anchor="end">
              {t('themeBegins')}
            </text>
          </>
        )}
        {quietStart && high > 0 ? (
          <text x={x(0).toFixed(1)} y={(y(high) - 10).toFixed(1)}>
            {t('themeTheUsual', number(low), number(high))}
          </text>
        ) : null}
      </>
    );
  };

  return (
    <>
      <figure class="timeline">
        <Sparkline steps={steps} label={chartLabel(view, now)} height={HEIGHT} words={words} />
      </figure>
      <details>
        <summary>
          <Icon name="chevron" />
          {t('seeAsTable')}
        </summary>
        <table>
          <caption>{t('themeTableCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('themeTableDay')}</th>
              <th scope="col">{t('themeTablePeople')}</th>
              <th scope="col">{t('themeTableUsual')}</th>
              <th scope="col">{t('themeTableSeen')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.at}>
                <th scope="row">{tick(step.at, now)}</th>
                <td>
                  {onDay && step.observed > 0 ? (
                    <LinkButton onClick={() => onDay(step.at)}>{number(step.observed)}</LinkButton>
                  ) : (
                    number(step.observed)
                  )}
                </td>
                <td>{range(step.low, step.high)}</td>
                <td>
                  {onSeen && step.seen > 0 ? (
                    <LinkButton onClick={() => onSeen(step.at)}>{number(step.seen)}</LinkButton>
                  ) : (
                    number(step.seen)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** Whether it grows, in people: the last 24 hours against the 24 before. Nothing where it has been quiet for both. */
export function Lately({ view, now, onSlice }: { view: ThemePage; now: number; onSlice: (slice: Slice) => void }) {
  const spoke = (from: number, to: number) =>
    new Set(view.posts.flatMap((post) => (post.at > from && post.at <= to ? [post.authorKey] : []))).size;
  const last = spoke(now - DAY, now);
  const before = spoke(now - 2 * DAY, now - DAY);
  if (last + before === 0) return null;
  const figure = (people: number, from: number, to: number, isLast: boolean) =>
    people === 0 ? (
      t('themeLatelyNobody')
    ) : (
      <LinkButton onClick={() => onSlice({ by: 'lately', from, to, isLast })}>
        {plural('themePeople', people)}
      </LinkButton>
    );
  return (
    <p class="meta">
      {rich('themeLately', figure(last, now - DAY, now, true), figure(before, now - 2 * DAY, now - DAY, false))}
    </p>
  );
}
