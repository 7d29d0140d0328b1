import { type Router, sectionOf } from '../../utils/panel/router';
import { t } from '../../utils/text/t';
import { Icon } from '../ui/icon';

/** To where one was, by its name. From one conversation to another there is no better word than "back". */
export function Back({ router }: { router: Router }) {
  const from = router.from.value;
  const isList = from && from.screen !== 'thread' && from.screen !== 'person' && from.screen !== 'theme';
  return (
    <button type="button" class="back" onClick={router.back}>
      <Icon name="back" />
      {from && isList ? t(`section_${sectionOf(from)}`) : t('back')}
    </button>
  );
}
