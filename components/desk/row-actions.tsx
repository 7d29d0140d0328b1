import { t } from '../../utils/text/t';
import { Action, IconButton } from '../ui/button';
import { CareMenu } from './care-menu';
import { LaterMenu } from './later-menu';
import type { RowProps } from './row';

/** What one can do with the row in hand. The key is part of the label. */
export function RowActions({ row, tab, now, asksLater, does, cares }: RowProps) {
  const key = row.post.key;
  const rests = tab === 'snoozed' || tab === 'done';
  return (
    // The menu opens below its button, so its place is this toolbar.
    <div class="actions four anchored" role="toolbar" aria-label={t('withThisPost')}>
      <Action keyName="R" onClick={() => does.open(key)}>
        {t('reply')}
      </Action>
      <Action keyName="A" quiet onClick={() => does.note(key)}>
        {t('note')}
      </Action>
      {rests ? null : (
        <Action keyName="Z" quiet expanded={asksLater} onClick={() => does.askLater(asksLater ? null : key)}>
          {t('later')}
        </Action>
      )}
      {tab === 'snoozed' ? (
        <Action keyName="Z" quiet onClick={() => does.reopen(key)}>
          {t('nowAgain')}
        </Action>
      ) : null}
      {tab === 'done' ? (
        <Action keyName="X" quiet onClick={() => does.reopen(key)}>
          {t('notDone')}
        </Action>
      ) : (
        <Action keyName="X" quiet onClick={() => does.done(key)}>
          {t('done')}
        </Action>
      )}
      {cares ? (
        <IconButton
          icon="more"
          label={t('careMore')}
          onClick={() => cares.ask(cares.asks.value === key ? null : key)}
        />
      ) : null}
      {cares?.asks.value === key ? <CareMenu cares={cares} post={key} care={row.care ?? null} /> : null}
      {asksLater ? (
        <LaterMenu now={now} onPick={(choice) => does.later(key, choice)} onClose={() => does.askLater(null)} />
      ) : null}
    </div>
  );
}
