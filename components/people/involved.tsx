import type { Involved } from '../../utils/panel/person-more';
import { hrefOf } from '../../utils/panel/router';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';

/** How much of somebody there is here, with its reasons; they lead to what was said. */
export function InvolvedLine({ involved }: { involved: Involved }) {
  return (
    <>
      {t(`involved_${involved.level}`)}{' '}
      <a href={hrefOf({ screen: 'search', query: involved.query })}>
        {involved.people === 0
          ? t('involvedAlone', plural('weeksOf12', involved.weeks))
          : t(
              'involvedWhy',
              plural('weeksOf12', involved.weeks),
              plural('peopleCount', involved.people, number(involved.people)),
            )}
      </a>
    </>
  );
}
