import { Problem } from '../../components/ui/problem';
import { t } from '../../utils/text/t';

/** What is kept could not be read for this screen: the rest goes on. */
export function CannotRead() {
  return <Problem title={t('cannotRead')}>{t('cannotReadHelp')}</Problem>;
}
