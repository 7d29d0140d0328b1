/** What the user decided about a theme and may decide otherwise: what it is part of, what goes with it, that it is none. */
import type { ThemeModel, ThemePage } from '../../utils/panel/themes';
import { DAY, exact } from '../../utils/text/dates';
import { rich } from '../../utils/text/rich';
import { t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { ThemeLink } from './theme-link';

/** Later than any user means: muted for good. */
const FOR_GOOD = 3650 * DAY;

export const isMuted = ({ mutedUntil }: Pick<ThemePage, 'mutedUntil'>, now: number) => (mutedUntil ?? 0) > now;

function silence({ mutedUntil }: ThemePage, now: number): string {
  const until = mutedUntil ?? now;
  return until - now > FOR_GOOD ? t('themeSilentForGood') : t('themeSilent', exact(until));
}

export function Kin({ view, model, now }: { view: ThemePage; model: ThemeModel; now: number }) {
  const { partOf, holds, cutFrom, gaveOff, notTheme } = view;
  return (
    <>
      {isMuted(view, now) ? <p class="meta">{silence(view, now)}</p> : null}
      {notTheme ? (
        <p class="meta">
          {t('themeIsNone')} <LinkButton onClick={() => void model.accept()}>{t('themeIsOne')}</LinkButton>
        </p>
      ) : null}
      {partOf ? (
        <p class="meta">
          {rich('themeIsPart', <ThemeLink id={partOf.id} name={partOf.name} />)}{' '}
          <LinkButton onClick={() => void model.takeOut(view.id)}>{t('themeApart')}</LinkButton>
        </p>
      ) : null}
      {holds.map(({ id, name }) => (
        <p class="meta" key={id}>
          {rich('themeHolds', <ThemeLink id={id} name={name} />)}{' '}
          <LinkButton label={t('themeApartNamed', name)} onClick={() => void model.takeOut(id)}>
            {t('themeApart')}
          </LinkButton>
        </p>
      ))}
      {cutFrom ? <p class="meta">{rich('themeCameFrom', <ThemeLink id={cutFrom.id} name={cutFrom.name} />)}</p> : null}
      {gaveOff.map(({ id, name }) => (
        <p class="meta" key={id}>
          {rich('themeGaveOff', <ThemeLink id={id} name={name} />)}
        </p>
      ))}
    </>
  );
}
