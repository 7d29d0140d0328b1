/** What was done here and can be taken back: the last steps in words, one press for all down to one of them. */
import './steps.css';
import type { Undo } from '../../utils/panel/undo';
import { t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { When } from '../ui/byline';
import { Dialog } from '../ui/dialog';
import { wordsOf } from './toasts';

/** More than these nobody remembers. */
const SHOWN = 20;

export function StepsSheet({ undo, now, onClose }: { undo: Undo; now: number; onClose: () => void }) {
  const steps = undo.steps.value.slice(0, SHOWN);
  return (
    <Dialog label={t('act_steps')} onClose={onClose}>
      <h2 class="h">{t('act_steps')}</h2>
      {steps.length === 0 ? <p>{t('stepsNone')}</p> : null}
      <ol class="list ruled steps-done">
        {steps.map(({ id, done, at }, index) => (
          <li key={id} class="two middle">
            <p class="grow">
              {wordsOf(done, now)}
              <span class="meta block">
                <When at={at} now={now} />
              </span>
            </p>
            <LinkButton onClick={() => void undo.undoTo(id)}>{t(index === 0 ? 'undo' : 'undoToHere')}</LinkButton>
          </li>
        ))}
      </ol>
      <div class="buttons">
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  );
}
