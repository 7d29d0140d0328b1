import type { Acquaintance, Only, PeopleModel } from '../../utils/panel/people';
import type { Involved } from '../../utils/panel/person-more';
import { hrefOf } from '../../utils/panel/router';
import { ago, since } from '../../utils/text/dates';
import { list } from '../../utils/text/lists';
import { capital, number, spelled } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { Select } from '../ui/fields';
import { plain } from '../ui/plain';
import { Rows } from '../ui/rows';
import { Skeleton } from '../ui/skeleton';
import { Tile } from '../ui/tile';
import { InvolvedLine } from './involved';

/** People we have words with, by the last of them. Never a ranking. */
export function People({ model, now }: { model: PeopleModel; now: number }) {
  const people = model.people.value;
  const only = model.only.value;
  const involved = only === null ? undefined : model.involved.value;
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
          <HowMuch model={model} />
          <Rows<Acquaintance>
            // Another list begins anew: what was measured of one says nothing of the other.
            key={only ?? ''}
            items={model.shown.value ?? people}
            keyOf={(one) => one.id}
            classOf={() => 'person-row'}
            estimate={() => 76}
            label={t('section_people')}
            render={(one) => <PersonRow one={one} involved={involved?.[one.id]} now={now} />}
          />
        </>
      )}
    </>
  );
}

const ALL = '';

/** Narrows the list by what people do here of late; says by what, and orders nobody by it. */
function HowMuch({ model }: { model: PeopleModel }) {
  const counts = model.counts.value;
  const only = model.only.value;
  // One choice is none.
  if (counts.size < 2 && only === null) return null;
  return (
    <div class="how-much">
      <Select<Only | ''>
        label={t('involvedFilter')}
        value={only ?? ALL}
        options={[
          { value: ALL, word: t('involvedFilterAll') },
          ...[...counts].map(([level, count]) => ({
            value: level,
            word: t(`involvedFilter_${level}`, number(count)),
          })),
          // What was picked stays in sight, though the last of them has gone.
          ...(only && !counts.has(only) ? [{ value: only, word: t(`involvedFilter_${only}`, number(0)) }] : []),
        ]}
        onChange={(picked) => {
          model.only.value = picked || null;
        }}
      />
      {only === null ? null : <p class="meta">{t('involvedFilterHelp')}</p>}
    </div>
  );
}

interface PersonRowProps {
  one: Acquaintance;
  /** Said where the list is narrowed by it, with its reasons. */
  involved: Involved | undefined;
  now: number;
}

function PersonRow({ one, involved, now }: PersonRowProps) {
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
        {involved ? (
          <p class="meta">
            <InvolvedLine involved={involved} />
          </p>
        ) : null}
        {one.note?.text ? (
          <p class="pencilled">
            <bdi dir="auto">{plain(one.note.text)}</bdi>
          </p>
        ) : null}
      </div>
    </div>
  );
}
