/** Themes: what several people talk about, each with its quote, its line against the usual, and who waits. */
import './themes.css';
import { dayOf } from '../../utils/panel/pulse-range';
import { hrefOf } from '../../utils/panel/router';
import type { ThemeLine, ThemesView } from '../../utils/panel/theme-view';
import { USUALLY_ENOUGH } from '../../utils/panel/theme-view';
import type { ThemesModel } from '../../utils/panel/themes';
import { since } from '../../utils/text/dates';
import { number, spelled } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Empty } from '../ui/empty';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { growing } from './sentences';
import { ThemeLink } from './theme-link';
import { ThemeRow } from './theme-row';

export function ThemesScreen({ model }: { model: ThemesModel }) {
  const view = model.view.value;
  const now = model.now.value;
  return (
    <>
      <h1 class="sr">{t('themesTitle')}</h1>
      {model.error.value ? (
        <Problem title={t('themesFault')}>{t('themesFaultHelp')}</Problem>
      ) : view ? (
        <List view={view} now={now} onHear={(id) => void model.hear(id)} onAccept={(id) => void model.accept(id)} />
      ) : (
        <Skeleton rows={2} />
      )}
    </>
  );
}

interface ListProps {
  view: ThemesView;
  now: number;
  onHear: (id: string) => void;
  onAccept: (id: string) => void;
}

function List({ view, now, onHear, onAccept }: ListProps) {
  const { emerging, perhaps, steady, muted, rejected } = view;
  const spoken = emerging.length + perhaps.length + steady.length;
  return (
    <>
      {spoken > 0 ? <Lede view={view} now={now} /> : <Nothing view={view} now={now} />}
      <Section name="emerging" lines={emerging} now={now} />
      <Section name="perhaps" lines={perhaps} now={now} />
      <Section name="steady" lines={steady} now={now} />
      <p class="themes-more">
        <a href={hrefOf({ screen: 'pulse' })}>{t('pulseTitle')}</a>
        <a href={hrefOf({ screen: 'letter' })}>{t('letterOpen')}</a>
      </p>
      {muted.length > 0 ? <Muted lines={muted} onHear={onHear} /> : null}
      {rejected.length > 0 ? <Rejected rows={rejected} onAccept={onAccept} /> : null}
      {spoken > 0 ? <p class="meta themes-legend">{t('themesLegend')}</p> : null}
    </>
  );
}

function Lede({ view, now }: { view: ThemesView; now: number }) {
  return (
    <div class="lede">
      <p class="say">
        {rich(
          'themesLede',
          <b>
            <a href={hrefOf({ screen: 'search', query: `after:${dayOf(view.since)}` })}>
              {plural('themesSeen', view.seen)}
            </a>
          </b>,
          since(view.since, now),
          growing(view.emerging.length),
        )}
      </p>
    </div>
  );
}

/** Not enough seen yet, or enough and all as usual: both say their figures. */
function Nothing({ view, now }: { view: ThemesView; now: number }) {
  return view.seen < USUALLY_ENOUGH ? (
    <Empty title={t('themesEmpty')}>
      {view.seen === 0
        ? t('themesEmptyNone', number(USUALLY_ENOUGH))
        : plural('themesEmptyHelp', view.seen, number(USUALLY_ENOUGH))}
    </Empty>
  ) : (
    <Empty title={t('themesQuiet')}>{plural('themesQuietHelp', view.seen, since(view.since, now))}</Empty>
  );
}

type Named = 'emerging' | 'perhaps' | 'steady';

function Section({ name, lines, now }: { name: Named; lines: readonly ThemeLine[]; now: number }) {
  if (lines.length === 0) return null;
  return (
    <section class="section" aria-labelledby={`themes-${name}`}>
      <h2 class="h" id={`themes-${name}`}>
        {t(`themes_${name}`)}
      </h2>
      <ul class="list">
        {lines.map((line) => (
          <li key={line.id}>
            <ThemeRow line={line} rises={name !== 'steady'} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Muted({ lines, onHear }: { lines: readonly ThemeLine[]; onHear: (id: string) => void }) {
  const [first, ...rest] = lines;
  if (!first) return null;
  return (
    <section class="section" aria-labelledby="themes-muted">
      <h2 class="h" id="themes-muted">
        {t('themes_muted')}
      </h2>
      <p class="meta themes-muted">
        {rest.length === 0
          ? t('themesMutedOne', first.name)
          : plural('themesMutedMore', rest.length, first.name, spelled(rest.length))}
      </p>
      <details class="quiet">
        <summary>{t('themesSeeMuted')}</summary>
        <ul class="list">
          {lines.map((line) => (
            <li key={line.id} class="themes-muted-row">
              <ThemeLink id={line.id} name={line.name} />
              <LinkButton onClick={() => onHear(line.id)}>{t('themeHear')}</LinkButton>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What the user said is none: there to be taken back. */
function Rejected({ rows, onAccept }: { rows: ThemesView['rejected']; onAccept: (id: string) => void }) {
  return (
    <section class="section" aria-labelledby="themes-rejected">
      <h2 class="h" id="themes-rejected">
        {t('themes_rejected')}
      </h2>
      <p class="meta">{plural('themesRejectedSay', rows.length, spelled(rows.length))}</p>
      <details class="quiet">
        <summary>{t('themesSeeMuted')}</summary>
        <ul class="list">
          {rows.map(({ id, name }) => (
            <li key={id} class="themes-muted-row">
              <ThemeLink id={id} name={name} />
              <LinkButton onClick={() => onAccept(id)}>{t('themeIsOne')}</LinkButton>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
