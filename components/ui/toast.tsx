import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/text/t';

/** How long an undo is offered in sight. `Ctrl Z` works beyond it. */
export const UNDO_MS = 10_000;

export interface ToastProps {
  /** Another id is another toast: the count starts again. */
  id: string | number;
  children: ComponentChildren;
  onUndo?: (() => void) | undefined;
  onGone: () => void;
}

/** One dark slip: what was just done, and its undo. Time stands still while it is pointed at or focused. Stands inside a live region. */
export function Toast({ id, children, onUndo, onGone }: ToastProps) {
  const clock = useRef<{ left: number; startedAt: number; timer: ReturnType<typeof setTimeout> | undefined }>({
    left: UNDO_MS,
    startedAt: 0,
    timer: undefined,
  });
  const gone = useRef(onGone);
  gone.current = onGone;

  const run = () => {
    const state = clock.current;
    if (state.timer !== undefined) return;
    state.startedAt = performance.now();
    state.timer = setTimeout(() => gone.current(), state.left);
  };
  const pause = () => {
    const state = clock.current;
    if (state.timer === undefined) return;
    clearTimeout(state.timer);
    state.timer = undefined;
    state.left = Math.max(0, state.left - (performance.now() - state.startedAt));
  };

  // A new id starts the count again; nothing else does.
  useEffect(() => {
    clock.current.left = UNDO_MS;
    run();
    return () => {
      clearTimeout(clock.current.timer);
      clock.current.timer = undefined;
    };
  }, [id]);

  return (
    <div key={id} class="toast" onPointerEnter={pause} onPointerLeave={run} onFocusIn={pause} onFocusOut={run}>
      <p>{children}</p>
      {onUndo ? (
        <button type="button" onClick={onUndo} aria-keyshortcuts="Control+Z">
          {t('undo')}
        </button>
      ) : null}
    </div>
  );
}
