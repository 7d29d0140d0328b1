import { useEffect } from 'preact/hooks';
import { NEARLY_FULL, type SpaceModel } from '../../utils/panel/space';
import { number } from '../../utils/text/numbers';
import { t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Problem } from '../ui/problem';
import { Figures } from './figures';
import { bytes } from './kept';

/** What takes the room, by kind; whether it lasts; and what to do while there is still time. */
export function SpaceFigures({ model }: { model: SpaceModel }) {
  useEffect(() => void model.weigh(), [model]);
  const space = model.space.value;
  if (!space) return null;
  const { used, room, lasting, kinds } = space;
  const isFull = used !== null && room !== null && room > 0 && used / room >= NEARLY_FULL;
  return (
    <>
      {isFull ? <Problem title={t('store_nearlyFull')}>{t('spaceNearlyFullHelp')}</Problem> : null}
      <details class="quiet">
        <summary>
          <Icon name="chevron" />
          {t('spaceByKind')}
        </summary>
        <Figures
          rows={kinds.map((row) => [t(`space_${row.kind}`), t('spaceRow', number(row.rows), bytes(row.bytes))])}
        />
        <p class="meta">{t('spaceWeighed')}</p>
      </details>
      <p class="meta">
        {lasting === null ? t('spaceLastingUnknown') : lasting ? t('spaceLasting') : t('spaceNotLasting')}{' '}
        {lasting === false ? (
          <LinkButton onClick={() => void model.keepLasting()}>{t('spaceAskLasting')}</LinkButton>
        ) : null}
      </p>
    </>
  );
}
