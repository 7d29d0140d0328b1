import type { Acquaintance } from '../../utils/panel/people';
import { hrefOf } from '../../utils/panel/router';
import { ago, since } from '../../utils/text/dates';
import { list } from '../../utils/text/lists';
import { capital, spelled } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { Rows } from '../ui/rows';
import { Skeleton } from '../ui/skeleton';
import { Tile } from '../ui/tile';

/** People we have words with, by the last of them. Never a ranking. */
export function People({ people, now }: { people: readonly Acquaintance[] | undefined; now: number }) {
  return (
    <>
      <h1 class="sr">{t('section_people')}</h1>
      {people === undefined ? (
        <Skeleton rows={2} />
      ) : people.length === 0 ? (
        <Empty title={t('nobodyMet')}>{t('nobodyMetHelp')}</Empty>
      ) : (
        <>
          <div class="lede">
            <p class="say">{capital(plural('peopleMet', people.length, spelled(people.length)))}</p>
            <p>
              <a href={hrefOf({ screen: 'ties' })}>{t('tiesOpen')}</a>
            </p>
          </div>
          <Rows<Acquaintance>
            items={people}
            keyOf={(one) => one.id}
            classOf={() => 'person-row'}
            estimate={() => 76}
            label={t('section_people')}
            render={(one) => <PersonRow one={one} now={now} />}
          />
        </>
      )}
    </>
  );
}

function PersonRow({ one, now }: { one: Acquaintance; now: number }) {
  return (
    <div class="two">
      <Tile id={one.id} name={one.name} />
      <div class="grow">
        <p>
          <a class="person-name" href={hrefOf({ screen: 'person', id: one.id })}>
            <Name>{one.name}</Name>
          </a>{' '}
          <span class="meta">{list(one.sites.map(siteName))}</span>
        </p>
        <p class="meta">
          {one.waitsSince === null
            ? t(one.last.ours ? 'ourLastWord' : 'theirLastWord', ago(one.last.at, now))
            : t('waitsForUs', since(one.waitsSince, now))}
        </p>
        {one.note?.text ? (
          <p class="pencilled">
            <bdi dir="auto">{one.note.text}</bdi>
          </p>
        ) : null}
      </div>
    </div>
  );
}
