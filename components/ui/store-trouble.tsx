import type { Fault } from '../../utils/panel/panel';
import { t } from '../../utils/text/t';
import { Problem } from './problem';

/** The store cannot do what was asked: what happened, what is safe, what to do. For every screen. */
export function StoreTrouble({ kind }: Fault) {
  return <Problem title={t(`store_${kind}`)}>{t(`storeHelp_${kind}`)}</Problem>;
}
