import type { DeskTab } from '../../utils/panel/router';
import { rich } from '../../utils/text/rich';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';

export interface DeskEmptyProps {
  tab: DeskTab;
  filtered: boolean;
  onClear: () => void;
  /** Anything kept at all. */
  hasHeard: boolean;
  /** At least one site is listened to. */
  isListening: boolean;
  onListen: () => void;
}

/** Nobody on this tab: the first day, all answered, or nothing found. Each says what comes next. */
export function DeskEmpty({ tab, filtered, onClear, hasHeard, isListening, onListen }: DeskEmptyProps) {
  if (filtered) {
    return (
      <Empty title={t('nobodyFound')} action={<Button onClick={onClear}>{t('clearFilter')}</Button>}>
        {t('nobodyFoundHelp')}
      </Empty>
    );
  }
  if (tab !== 'open') return <Empty title={t(`empty_${tab}`)}>{t(`emptyHelp_${tab}`)}</Empty>;
  if (!hasHeard && !isListening) {
    return (
      <Empty
        title={t('nobodyAtTable')}
        action={
          <Button main icon="ear" onClick={onListen}>
            {t('listenInTab')}
          </Button>
        }
      >
        {rich('nobodyAtTableHelp', <b>{t('listenHere')}</b>)}
      </Empty>
    );
  }
  if (!hasHeard) return <Empty title={t('nobodyAtTable')}>{t('listeningHelp')}</Empty>;
  return <Empty title={t('nobodyWaits')}>{t('nobodyWaitsHelp')}</Empty>;
}
