import type { ComponentChildren } from 'preact';
import './ties.css';
import { useState } from 'preact/hooks';
import type { Ties } from '../../utils/core/ties';
import { hrefOf } from '../../utils/panel/router';
import type { Point, TiesModel } from '../../utils/panel/ties';
import { ago } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { useGoOn } from '../ui/go-on';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { WorthAWord } from './worth';

/** Who talks with whom: who is worth a word, a picture, and a table that says the same. */
export function TiesScreen({ model, now, back }: { model: TiesModel; now: number; back: ComponentChildren }) {
  const ties = model.ties.value;
  return (
    <>
      {back}
      <h1 class="title xl" tabIndex={-1}>
        {t('tiesTitle')}
      </h1>
      {model.failed.value ? (
        <Problem title={t('cannotRead')}>{t('cannotReadHelp')}</Problem>
      ) : ties === undefined ? (
        <Skeleton />
      ) : ties.people.length === 0 ? (
        <Empty title={t('tiesNone')}>{t('tiesNoneHelp')}</Empty>
      ) : (
        <>
          <p class="say">{t('tiesSay', plural('tiesPeople', ties.total), plural('tiesGroups', ties.groups))}</p>
          <WorthAWord worth={ties.worth} now={now} onLetBe={(one) => void model.letBe(one)} />
          <Picture ties={ties} points={model.points.value} />
          <Table ties={ties} now={now} />
        </>
      )}
    </>
  );
}

/** Told apart by hue and, since hue is not enough, by place: a group stands together. */
const HUES = ['#1f4e8c', '#9a3f12', '#2f7a4d', '#7a3f8c', '#8c6a1f', '#1f7f8c', '#8c1f4e', '#5a6b1f'];
const NAMED = 24;
const MOST_LINES = 1_200;
/** Width of a letter and height of a line in the picture's own units. */
const LETTER = 4.8;
const LINE = 11;

function Picture({ ties, points }: { ties: Ties; points: readonly Point[] }) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = roomy(Math.min(...xs) - 40, Math.max(...xs) + 40, LEAST_WIDTH);
  const [top, bottom] = roomy(Math.min(...ys) - 20, Math.max(...ys) + 20, LEAST_WIDTH / 3);
  const lines = [...ties.ties].sort((a, b) => b.times - a.times).slice(0, MOST_LINES);
  return (
    <svg
      class="ties-picture"
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      role="img"
      aria-label={t('tiesPicture')}
    >
      {lines.map(({ from, to, times }) => (
        <line
          key={`${from} ${to}`}
          x1={points[from]?.x}
          y1={points[from]?.y}
          x2={points[to]?.x}
          y2={points[to]?.y}
          stroke-width={Math.min(2, 0.3 + times / 6)}
          opacity={Math.min(0.6, 0.12 + times / 20)}
        />
      ))}
      {ties.people.map(({ account, name, group, ours }, place) => (
        <circle
          key={account}
          class={ours ? 'ours' : undefined}
          cx={points[place]?.x}
          cy={points[place]?.y}
          r={points[place]?.r}
          fill={HUES[group % HUES.length]}
        >
          <title>{name}</title>
        </circle>
      ))}
      {names(ties, points).map(({ key, words, x, y }) => (
        <text key={key} x={x} y={y}>
          {words}
        </text>
      ))}
    </svg>
  );
}

/** A few people are not drawn larger than many: the words beside them would shout. */
const LEAST_WIDTH = 320;

function roomy(from: number, to: number, least: number): [number, number] {
  const more = Math.max(0, least - (to - from)) / 2;
  return [from - more, to + more];
}

interface Label {
  key: string;
  words: string;
  x: number;
  y: number;
  half: number;
}

/** Names of those with most words, one after the other, where no name stands already. */
function names(ties: Ties, points: readonly Point[]): Label[] {
  const placed: Label[] = [];
  for (const [place, { account, name }] of ties.people.entries()) {
    const point = points[place];
    if (!point || placed.length >= NAMED) break;
    const words = [...name].slice(0, 18).join('');
    const label = { key: account, words, x: point.x, y: point.y - point.r - 2, half: (words.length * LETTER) / 2 };
    const isFree = placed.every(
      (other) => Math.abs(other.y - label.y) > LINE || Math.abs(other.x - label.x) > other.half + label.half,
    );
    if (isFree) placed.push(label);
  }
  return placed;
}

const FIRST_ROWS = 30;

function Table({ ties, now }: { ties: Ties; now: number }) {
  const [all, setAll] = useState(false);
  const rows = all ? ties.people : ties.people.slice(0, FIRST_ROWS);
  const goOn = useGoOn('.ties-table tbody a', rows.length);
  return (
    <section class="section" aria-labelledby="ties-table">
      <h2 class="h" id="ties-table">
        {t('tiesTable')}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by key */}
      <section class="ties-scroll" tabIndex={0} aria-label={t('tiesTitle')}>
        <table class="ties-table">
          <thead>
            <tr>
              <th scope="col">{t('tiesWho')}</th>
              <th scope="col">{t('tiesGroup')}</th>
              <th scope="col">{t('tiesWords')}</th>
              <th scope="col">{t('tiesNotes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.account}>
                <th scope="row">
                  <a class="person-name" href={hrefOf({ screen: 'person', id: one.account })}>
                    <Name>{one.name}</Name>
                  </a>
                </th>
                <td>{number(one.group + 1)}</td>
                <td>{t('tiesSaidHeard', number(one.said), number(one.heard))}</td>
                <td>
                  {[
                    one.ours ? t('cardUs') : '',
                    one.welcomed > 0 ? plural('tiesWelcomed', one.welcomed) : '',
                    one.bridge > 0.3 ? t('tiesBridge') : '',
                    one.withUs.theirs + one.withUs.ours > 0
                      ? t('tiesWithUs', number(one.withUs.theirs), number(one.withUs.ours))
                      : '',
                    ago(one.lastAt, now),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && ties.people.length > FIRST_ROWS ? (
        <Button
          onClick={() => {
            goOn();
            setAll(true);
          }}
        >
          {t('showMore', number(FIRST_ROWS))}
        </Button>
      ) : null}
    </section>
  );
}
