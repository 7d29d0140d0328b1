import type { ComponentChildren } from 'preact';
import { t } from '../../utils/text/t';

/** Long work: what, how far ("1,240 of 3,800"), and a way to stop. */
export function Progress({
  label,
  done,
  total,
  onStop,
  children,
}: {
  label: string;
  done: number;
  total: number;
  onStop?: () => void;
  children: ComponentChildren;
}) {
  return (
    <div class="progress">
      <p class="row">
        <span>{children}</span>
        {onStop ? (
          <button type="button" class="action" onClick={onStop}>
            {t('stop')}
          </button>
        ) : null}
      </p>
      <progress max={total} value={done} aria-label={label} />
    </div>
  );
}
