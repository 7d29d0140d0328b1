import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/text/t';
import { type Countdown, countdown } from './countdown';

/** How long an undo is offered in sight. `Ctrl Z` works beyond it. */
export const UNDO_MS = 10_000;

export interface ToastProps {
  children: ComponentChildren;
  onUndo?: (() => void) | undefined;
  onGone: () => void;
}

/**
 * One dark slip: what was just done, and its undo. Time stands still while it is pointed at or focused. Give each a `key` of
 * its own and stand it inside a live region.
 */
export function Toast({ children, onUndo, onGone }: ToastProps) {
  const clock = useRef<Countdown | null>(null);
  const gone = useRef(onGone);
  gone.current = onGone;

  useEffect(() => {
    const ends = new AbortController();
    clock.current = countdown(UNDO_MS, () => gone.current(), ends.signal);
    clock.current.run();
    return () => ends.abort();
  }, []);

  const run = () => clock.current?.run();
  const pause = () => clock.current?.pause();
  return (
    <div class="toast" onPointerEnter={pause} onPointerLeave={run} onFocusIn={pause} onFocusOut={run}>
      <p>{children}</p>
      {onUndo ? (
        <button type="button" onClick={onUndo} aria-keyshortcuts="Control+Z">
          {t('undo')}
        </button>
      ) : null}
    </div>
  );
}
