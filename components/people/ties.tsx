import type { ComponentChildren } from 'preact';
import './ties.css';
import { useState } from 'preact/hooks';
import type { Ties } from '../../utils/core/ties';
import { hrefOf } from '../../utils/panel/router';
import type { TiesModel } from '../../utils/panel/ties';
import { ago } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { useGoOn } from '../ui/go-on';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { Picture } from './ties-picture';
import { notesOf } from './ties-words';
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
          <div class="ties-both">
            <Picture ties={ties} points={model.points.value} />
            <Table ties={ties} now={now} />
          </div>
        </>
      )}
    </>
  );
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
                <td>{[...notesOf(one), ago(one.lastAt, now)].join(' · ')}</td>
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
