import { RESET_PARTS, type ResetPart } from '../../utils/panel/reset';
import { t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';

/** Beginning again with one part. Nothing asks whether one is sure: it can be taken back. */
export function Reset({ onReset }: { onReset: (part: ResetPart) => void }) {
  return (
    <>
      <p class="meta">{t('resetHelp')}</p>
      <ul class="list ruled">
        {RESET_PARTS.map((part) => (
          <li key={part} class="two middle">
            <span class="grow">
              {t(`reset_${part}`)}
              <span class="meta block">{t(`reset_${part}_what`)}</span>
            </span>
            <LinkButton onClick={() => onReset(part)}>
              {t('resetDo')}
              <span class="sr"> · {t(`reset_${part}`)}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}
