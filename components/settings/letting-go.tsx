import { useEffect } from 'preact/hooks';
import type { ForgottenRow, LettingGoModel } from '../../utils/panel/letting-go';

import { day, until } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { Icon } from '../ui/icon';

/** What is let go of next, by site and kind, and who was forgotten. */
export function LettingGo({ model, now }: { model: LettingGoModel; now: number }) {
  useEffect(() => void model.look(), [model]);
  const plan = model.plan.value;
  const forgotten = model.forgotten.value ?? [];
  return (
    <>
      {plan?.length ? (
        <>
          <p>{t('lettingGo')}</p>
          <ul class="list ruled">
            {plan.map(({ pattern, site, kind, days, posts, noted, from }) => (
              <li key={`${pattern} ${site} ${kind}`}>
                <b>{t(`letting_${kind}`, siteName(site))}</b>
                <span class="meta block">
                  {t('lettingWhat', plural('sitePosts', posts), plural('siteDays', days))}
                  {noted > 0 ? ` · ${plural('lettingNoted', noted)}` : ''}
                  {' · '}
                  {from === null ? t('lettingTonight') : t('lettingFrom', until(from, now))}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {forgotten.length > 0 ? (
        <details class="quiet">
          <summary>
            <Icon name="chevron" />
            {plural('forgottenPeople', forgotten.length)}
          </summary>
          <p class="meta">{t('forgottenHelp')}</p>
          <ul class="list">
            {forgotten.map((row) => (
              <li key={row.id} class="meta">
                <Receipt row={row} now={now} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** When, and how many rows went or were blotted: all that is known of it. */
export function Receipt({ row, now }: { row: ForgottenRow; now: number }) {
  const rows = Object.values(row.counts).reduce((sum, count) => sum + count, 0);
  return (
    <>{t('forgottenReceipt', day(row.at, now), number(row.counts.posts ?? 0), number(rows), row.id.slice(0, 8))}</>
  );
}
