import type { PersonMore, PersonMoreModel } from '../../utils/panel/person-more';
import { hrefOf } from '../../utils/panel/router';
import { ago, day } from '../../utils/text/dates';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { InvolvedLine } from './involved';
import { Rhythms } from './rhythms';

interface Parts {
  more: PersonMore;
  now: number;
}

/** What we still owe them, by the day it is due. */
export function Promised({ more: { promises }, now }: Parts) {
  if (promises.length === 0) return null;
  return (
    <section class="section" aria-labelledby="promised">
      <h2 class="h" id="promised">
        {t('personPromised')}
      </h2>
      <ul class="list">
        {promises.map(({ id, words, due, threadKey, post }) => (
          <li key={id}>
            <a class="person-name" href={hrefOf({ screen: 'thread', thread: threadKey, post })}>
              <Name>{words}</Name>
            </a>
            <p class="meta">{due === null ? t('personNoDay') : t('personDue', day(due, now))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom they talk with, what they talk about, how they came, when we last spoke. */
export function Ways({ more, now }: Parts) {
  const { ties, themes, brought, betweenUs, involved } = more;
  if (ties.length + themes.length === 0 && !brought && betweenUs === null && !involved) return null;
  return (
    <section class="section" aria-labelledby="ways">
      <h2 class="h" id="ways">
        {t('personWays')}
      </h2>
      <ul class="list plain">
        {involved ? (
          <li>
            <InvolvedLine involved={involved} />
          </li>
        ) : null}
        {betweenUs !== null ? <li>{t('personBetweenUs', ago(betweenUs, now))}</li> : null}
        {brought ? (
          <li>
            {rich(
              brought.how === 'answer' ? 'personCameAnswering' : 'personCameNamed',
              <a href={hrefOf({ screen: 'thread', thread: brought.thread, post: brought.post })}>
                <Name>{brought.name}</Name>
              </a>,
            )}
          </li>
        ) : null}
        {ties.map(({ account, name, times }) => (
          <li key={account}>
            {rich(
              times === 1 ? 'personTieOne' : 'personTie',
              <a href={hrefOf({ screen: 'person', id: account })}>
                <Name>{name}</Name>
              </a>,
              plural('personTimes', times),
            )}
          </li>
        ))}
        {themes.map(({ id, name }) => (
          <li key={id}>
            {rich(
              'personTheme',
              <a href={hrefOf({ screen: 'theme', id })}>
                <Name>{name}</Name>
              </a>,
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How often one means to speak: with them, or with all who have one of their tags. */
export function KeepTouch({ model, more }: { model: PersonMoreModel; more: PersonMore }) {
  const { rhythm, tags, tagDays, person } = more;
  const fromTag = rhythm?.tag ?? null;
  return (
    <section class="section touch" aria-labelledby="touch">
      <h2 class="h" id="touch">
        {t('personTouch')}
      </h2>
      <Rhythms
        label={t('personTouchThem')}
        days={person?.cadenceDays ?? null}
        onChoose={(days) => void model.keepTouch(days)}
      />
      {tags.map((tag) => (
        <Rhythms
          key={tag}
          label={t('personTouchTag', tag)}
          days={tagDays[tag] ?? null}
          onChoose={(days) => void model.keepTouchWithTag(tag, days)}
        />
      ))}
      {fromTag !== null && rhythm ? (
        <p class="meta">{t('personTouchFrom', t(`rhythm_${rhythm.days}` as 'rhythm_7'), fromTag)}</p>
      ) : null}
    </section>
  );
}
