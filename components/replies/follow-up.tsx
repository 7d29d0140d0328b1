import type { OurPromise } from '../../utils/core/promise';
import type { FollowUps } from '../../utils/panel/follow-ups';
import { day, until } from '../../utils/text/dates';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { Action, Button } from '../ui/button';
import { Name } from '../ui/byline';
import { plain } from '../ui/plain';

export interface FollowUpLineProps {
  /** Newest first; one is asked about at a time. */
  promises: readonly OurPromise[];
  model: Pick<FollowUps, 'when' | 'takeOn' | 'drop'>;
  now: number;
}

/** What we have just promised, in our own words, and one key to be reminded of it. */
export function FollowUpLine({ promises, model, now }: FollowUpLineProps) {
  const [promise, ...more] = promises;
  if (!promise) return null;
  return (
    <section class="follow-up" aria-label={t('followUpsLabel')}>
      <p>
        {rich(
          'followUp',
          <b>
            <Name>{promise.person}</Name>
          </b>,
          <Said promise={promise} />,
        )}
        {more.length > 0 ? <span class="meta"> {plural('followUpsMore', more.length)}</span> : null}
      </p>
      <div class="buttons">
        <Button onClick={() => void model.takeOn(promise)}>
          <span class="key" aria-hidden="true">
            P
          </span>
          {t('followUpKeep', until(model.when(promise), now))}
        </Button>
        <Action onClick={() => void model.drop(promise)}>{t('followUpDrop')}</Action>
      </div>
    </section>
  );
}

/** Beside a case that comes back: what was promised there. */
export function PromiseOpen({ promise, now }: { promise: OurPromise; now: number }) {
  return (
    <p class="meta promise">
      {promise.due === null
        ? rich('promisedOpen', <Said promise={promise} />)
        : rich('promisedOpenFor', <Said promise={promise} />, day(promise.due, now))}
    </p>
  );
}

function Said({ promise }: { promise: OurPromise }) {
  return (
    <bdi dir="auto" lang={promise.lang ?? undefined}>
      {plain(promise.words)}
    </bdi>
  );
}
