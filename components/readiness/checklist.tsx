import { withoutHidden } from '../../utils/core/hidden';
import type { Check, ReadinessView } from '../../utils/panel/readiness';
import { percent } from '../../utils/panel/readiness-words';
import { hrefOf } from '../../utils/panel/router';
import { moment } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Icon } from '../ui/icon';

/** What to do before the next wave. Ticked by what is so, never by hand. */
export function Checklist({ checks, view }: { checks: readonly Check[]; view: ReadinessView }) {
  const done = checks.filter((check) => check.done).length;
  return (
    <section class="section ready-checks" aria-labelledby="ready-list">
      <div class="ready-head">
        <h2 class="h" id="ready-list">
          {t('readyList')}
        </h2>
        <span class="meta">{t('readyListDone', number(done), number(checks.length))}</span>
      </div>
      <ul class="list">
        {checks.map((check) => (
          <li key={check.kind === 'themeReply' ? `theme ${check.id}` : check.kind}>
            <div class={`ready-check${check.done ? ' done' : ''}`}>
              <span class="box-mark">{check.done ? <Icon name="check" /> : null}</span>
              <span>
                <b>{wordOf(check)}</b>
                <span class="sr">{t(check.done ? 'checkDone' : 'checkToDo')}</span>
                <span class="meta">{metaOf(check, view)}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
      <p class="ready-do">
        <a class="button main" href={hrefOf({ screen: 'ready', part: 'rehearse' })}>
          {t('readyRehearse')}
        </a>
      </p>
    </section>
  );
}

function wordOf(check: Check): string {
  return check.kind === 'themeReply' ? t('check_themeReply', check.theme) : t(`check_${check.kind}`);
}

function metaOf(check: Check, { nameOf, now }: ReadinessView): string {
  switch (check.kind) {
    case 'themeReply':
      return plural('check_themeReplyMeta', check.people);
    case 'hoursSaid':
      return t('check_hoursSaidMeta');
    case 'hoursCovered':
      return t('check_hoursCoveredMeta', number(check.outside), number(check.asked));
    case 'twoOfUs':
      return t('check_twoOfUsMeta', nameOf(check.account), percent(check.share));
    case 'backup':
      return check.at === null ? t('check_backupNone') : t('check_backupMeta', moment(check.at, now));
    case 'rehearsed':
      return check.title === null || check.at === null
        ? t('check_rehearsedNone')
        : `“${withoutHidden(check.title)}”, ${moment(check.at, now)}`;
  }
}
