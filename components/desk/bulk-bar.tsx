import type { ComponentChildren } from 'preact';
import type { Later } from '../../utils/panel/later';
import { capital, spelled } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Action } from '../ui/button';
import { LaterMenu } from './later-menu';

export interface BulkBarProps {
  people: number;
  now: number;
  asksLater: boolean;
  canRest: boolean;
  onAskLater: (asks: boolean) => void;
  onLater: (choice: Later) => void;
  onDone: () => void;
  onReopen: () => void;
  onClear: () => void;
  /** Whose they are: the button and, open, its menu. */
  whose?: ComponentChildren;
  /** Their tags: the button, and open, the field below all buttons. */
  tags?: ComponentChildren;
  tagField?: ComponentChildren;
}

/** Several at once: how many people, and what happens to all of them. */
export function BulkBar(props: BulkBarProps) {
  return (
    <div class="bulk anchored" role="toolbar" aria-label={t('withTheSelected')}>
      <p>{capital(plural('peopleCount', props.people, spelled(props.people)))}</p>
      {props.canRest ? (
        <>
          <Action keyName="Z" expanded={props.asksLater} onClick={() => props.onAskLater(!props.asksLater)}>
            {t('later')}
          </Action>
          <Action keyName="X" onClick={props.onDone}>
            {t('done')}
          </Action>
        </>
      ) : (
        <Action keyName="X" onClick={props.onReopen}>
          {t('backToDesk')}
        </Action>
      )}
      {props.whose}
      {props.tags}
      <Action quiet onClick={props.onClear}>
        {t('selectNone')}
      </Action>
      {props.tagField}
      {props.asksLater ? (
        <LaterMenu now={props.now} onPick={props.onLater} onClose={() => props.onAskLater(false)} />
      ) : null}
    </div>
  );
}
