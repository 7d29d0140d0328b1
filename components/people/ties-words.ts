import type { TiePerson } from '../../utils/core/ties';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';

/** What else there is to say of somebody's ties: who they are to us, whom they welcome, where they stand. */
export function notesOf({ ours, welcomed, bridge, withUs }: TiePerson): string[] {
  return [
    ours ? t('cardUs') : '',
    welcomed > 0 ? plural('tiesWelcomed', welcomed) : '',
    bridge > 0.3 ? t('tiesBridge') : '',
    withUs.theirs + withUs.ours > 0 ? t('tiesWithUs', number(withUs.theirs), number(withUs.ours)) : '',
  ].filter(Boolean);
}

/** The figures of somebody in one line, as the table has them. */
export function figuresOf(one: TiePerson): string {
  return [
    `${t('tiesGroup')} ${number(one.group + 1)}`,
    t('tiesSaidHeard', number(one.said), number(one.heard)),
    ...notesOf(one),
  ].join(' · ');
}
