/** When they write against when we are there: a band for our hours, a dot for their posts; and the same as a table. */
import { scaleBand, scaleLinear, scaleSqrt } from 'd3-scale';
import type { ReadinessView } from '../../utils/panel/readiness';
import { hoursSentence } from '../../utils/panel/readiness-words';
import { number } from '../../utils/text/numbers';
import { currentLocale, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Row } from './sentence';

const WIDTH = 360;
const LEFT = 34;
const ROW = 21;
const HEIGHT = ROW * 7 + 20;
const TICKS = [0, 6, 9, 12, 16, 20, 24];
/** Hours of a column of the table: twenty-four would be no table one can read. */
const COLUMN = 4;

/** "mon" … "sun", by locale. */
function dayWord(day: number, length: 'short' | 'long'): string {
  // The fifth of January 2026 was a Monday.
  return new Intl.DateTimeFormat(currentLocale(), { weekday: length, timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 5 + day),
  );
}

export function HoursChart({ view, onSetHours }: { view: ReadinessView; onSetHours: () => void }) {
  const { value } = view.figures.hours;
  const sentence = hoursSentence(view);
  return (
    <section class="section" aria-labelledby="ready-when">
      <h2 class="h" id="ready-when">
        {t('readyWhen')}
      </h2>
      <div class="list">
        <div class="ready-row">
          <Row sentence={sentence} />
        </div>
      </div>
      {value === null ? null : (
        <>
          <Chart view={view} value={value} />
          <Table value={value} />
        </>
      )}
      <p>
        <LinkButton onClick={onSetHours}>{t('readyHoursSet')}</LinkButton>
      </p>
    </section>
  );
}

type Value = NonNullable<ReadinessView['figures']['hours']['value']>;

function Chart({ view, value }: { view: ReadinessView; value: Value }) {
  const x = scaleLinear([0, 24], [LEFT, WIDTH - 8]);
  const y = scaleBand([0, 1, 2, 3, 4, 5, 6], [0, ROW * 7]).paddingInner(0.12);
  const most = Math.max(1, ...value.grid.map(({ posts }) => posts));
  const radius = scaleSqrt([0, most], [0, Math.min(6.5, (x(1) - x(0)) / 2 - 0.5)]);
  const middle = (day: number) => (y(day) ?? 0) + y.bandwidth() / 2;
  return (
    <figure class="ready-hours">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('readyChartLabel', number(value.asked), number(value.outside))}
      >
        {view.hours?.week.flatMap((blocks, day) =>
          blocks.map(([from, to]) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: days of the week stay where they are
              key={`${day} ${from}`}
              class="band"
              x={x(from / 60)}
              y={y(day)}
              width={x(to / 60) - x(from / 60)}
              height={y.bandwidth()}
              rx="3"
            />
          )),
        )}
        {Array.from({ length: 7 }, (_, day) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: days of the week stay where they are
          <text key={day} x="0" y={middle(day) + 4}>
            {dayWord(day, 'short')}
          </text>
        ))}
        {value.grid
          .filter(({ posts }) => posts > 0)
          .map(({ day, hour, posts, outside }) => (
            <circle
              key={`${day} ${hour}`}
              class={view.hours && outside * 2 >= posts ? 'out' : 'in'}
              cx={x(hour + 0.5)}
              cy={middle(day)}
              r={Math.max(1.5, radius(posts))}
            />
          ))}
        {TICKS.map((hour) => (
          <text key={hour} x={x(hour)} y={HEIGHT - 3} text-anchor={hour === 24 ? 'end' : 'middle'}>
            {hour === 24 ? '24 h' : hour}
          </text>
        ))}
      </svg>
      <figcaption class="meta">{view.hours ? t('readyChartKey') : null}</figcaption>
    </figure>
  );
}

function Table({ value }: { value: Value }) {
  const columns = Array.from({ length: 24 / COLUMN }, (_, i) => i * COLUMN);
  const days = Array.from({ length: 7 }, (_, day) => value.grid.filter((cell) => cell.day === day));
  const sum = (cells: Value['grid'], of: 'posts' | 'outside') => cells.reduce((all, cell) => all + cell[of], 0);
  return (
    <details>
      <summary>
        <Icon name="chevron" />
        {t('seeAsTable')}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('readyDay')}</th>
            {columns.map((from) => (
              <th key={from} scope="col">
                {from}–{from + COLUMN}
              </th>
            ))}
            <th scope="col">{t('readyTotal')}</th>
            <th scope="col">{t('readyOutside')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((cells, day) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: days of the week stay where they are
            <tr key={day}>
              <th scope="row">
                <abbr title={dayWord(day, 'long')}>{dayWord(day, 'short')}</abbr>
              </th>
              {columns.map((from) => (
                <td key={from}>
                  {number(
                    sum(
                      cells.filter(({ hour }) => hour >= from && hour < from + COLUMN),
                      'posts',
                    ),
                  )}
                </td>
              ))}
              <td>{number(sum(cells, 'posts'))}</td>
              <td>{number(sum(cells, 'outside'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
