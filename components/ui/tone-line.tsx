/** The tone of messages over time: a small line between two words, its numbers beside it, and the same as a table. */
import { soundOf, type ToneLineView, type ToneStep } from '../../utils/panel/tone-line';
import { day } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from './button';

const WIDTH = 360;
const LEFT = 6;
const RIGHT = 300;
const MIDDLE = 26;
const REACH = 18;

export interface ToneLineProps {
  view: ToneLineView;
  now: number;
  /** Opens the messages of a step, all or of one tone. */
  onPosts?: OnPosts;
}

type OnPosts = (step: ToneStep, tone?: 'positive' | 'negative') => void;

export function ToneLine({ view, now, onPosts }: ToneLineProps) {
  const { steps, posts, told } = view;
  const drawn = steps.flatMap((step, index) => (step.mean === null ? [] : [{ step, index, mean: step.mean }]));
  const first = drawn[0];
  const last = drawn.at(-1);
  if (!first || !last) return null;
  const x = (index: number) => LEFT + (index * (RIGHT - LEFT)) / Math.max(1, steps.length - 1);
  const y = (mean: number) => MIDDLE - mean * REACH;
  const path = drawn
    .map(({ index, mean }, i) => `${i ? 'L' : 'M'}${x(index).toFixed(1)} ${y(mean).toFixed(1)}`)
    .join('');
  const label = t(
    'toneLineLabel',
    plural('toneLinePosts', posts),
    t(`mark_${soundOf(first.mean)}`),
    t(`mark_${soundOf(last.mean)}`),
  );
  return (
    <figure class="tone-line">
      <svg class="chart" viewBox={`0 0 ${WIDTH} 52`} role="img" aria-label={label}>
        <path class="brim" d={`M${LEFT} ${MIDDLE}H${RIGHT}`} />
        <path class="seen" d={path} />
        {drawn.map(({ step, index, mean }) => (
          <circle
            key={step.from}
            class="dot"
            cx={x(index).toFixed(1)}
            cy={y(mean).toFixed(1)}
            r={(1.5 + Math.min(2.5, Math.sqrt(step.told) / 2)).toFixed(1)}
          />
        ))}
        <text x={RIGHT + 8} y={MIDDLE - REACH + 5}>
          {t('toneLineUp')}
        </text>
        <text x={RIGHT + 8} y={MIDDLE + REACH + 3}>
          {t('toneLineDown')}
        </text>
      </svg>
      <figcaption class="meta">
        {plural('toneLinePosts', posts)}
        {told < posts ? ` · ${plural('toneLineUntold', posts - told)}` : null}
      </figcaption>
      <details class="quiet">
        <summary>{t('toneLineTable')}</summary>
        <table class="meta">
          <thead>
            <tr>
              <th scope="col">{t('toneLineSince')}</th>
              <th scope="col">{t('toneLineAll')}</th>
              <th scope="col">{t('mark_positive')}</th>
              <th scope="col">{t('mark_negative')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <Numbers key={step.from} step={step} now={now} onPosts={onPosts} />
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Numbers({ step, now, onPosts }: { step: ToneStep; now: number; onPosts: OnPosts | undefined }) {
  const figure = (count: number, tone?: 'positive' | 'negative') =>
    onPosts && count > 0 ? <LinkButton onClick={() => onPosts(step, tone)}>{number(count)}</LinkButton> : number(count);
  return (
    <tr>
      <th scope="row">{day(step.from, now)}</th>
      <td>{figure(step.posts)}</td>
      <td>{step.told > 0 ? figure(step.positive, 'positive') : '–'}</td>
      <td>{step.told > 0 ? figure(step.negative, 'negative') : '–'}</td>
    </tr>
  );
}
