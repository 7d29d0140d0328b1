import type { StoreTroubleKind } from '../../utils/panel/popup';
import { startAgain } from '../../utils/panel/unwoken';
import { t } from '../../utils/text/t';
import { Button } from './button';
import { Problem } from './problem';

/** The store cannot do what was asked: what happened, what is safe, what to do. For every screen. */
export function StoreTrouble({ kind, onRead }: { kind: StoreTroubleKind; onRead?: (() => void) | undefined }) {
  return (
    <Problem
      title={t(`store_${kind}`)}
      action={
        kind === 'unwoken' ? (
          <Button onClick={startAgain}>{t('startAgain')}</Button>
        ) : onRead && LOSSES.includes(kind) ? (
          <Button onClick={onRead}>{t('storeLossRead')}</Button>
        ) : null
      }
    >
      {t(`storeHelp_${kind}`)}
    </Problem>
  );
}

/** What is over, and only has to be known. */
const LOSSES: readonly StoreTroubleKind[] = ['emptied', 'partlyLost'];
