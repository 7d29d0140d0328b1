/** Work in small pieces while the page is idle, so that reading never holds up the page. */

/** Longest piece, in milliseconds. */
export const SLICE_MS = 8;
const AT_ONCE_MS = 3;
const AT_ONCE_BUDGET_MS = 6; // … per 100 ms at most.

/** Does the next piece of work until `deadline` (`performance.now()`); true while there is more. */
export type Work = (deadline: number) => boolean;

export interface Slices {
  /** Asks for a piece of idle time, if none is asked for yet. */
  ask(): void;
  /** Works now, for at most `ms`: before the page goes away, or for what may be gone by the next idle time. */
  now(ms: number): void;
  /** Works now for a moment; false where the page has given enough such moments of late. */
  atOnce(): boolean;
}

export interface Idle {
  request(run: (deadline: number) => void): void;
  cancel(): void;
}

export function createSlices(work: Work, signal: AbortSignal, idle: Idle = idleTime()): Slices {
  let asked = false;
  let spent = { since: 0, ms: 0 };
  const ask = () => {
    if (asked || signal.aborted) return;
    asked = true;
    idle.request((deadline) => {
      asked = false;
      if (!signal.aborted && work(deadline)) ask();
    });
  };
  signal.addEventListener('abort', () => idle.cancel(), { once: true });
  const now = (ms: number) => {
    if (!signal.aborted && work(performance.now() + ms)) ask();
  };
  return {
    ask,
    now,
    atOnce() {
      const started = performance.now();
      if (started - spent.since > 100) spent = { since: started, ms: 0 };
      if (spent.ms >= AT_ONCE_BUDGET_MS) return false;
      now(AT_ONCE_MS);
      spent.ms += performance.now() - started;
      return true;
    },
  };
}

/** `requestIdleCallback` where it exists, with a limit so that a busy page is read all the same; else a timer. */
export function idleTime(): Idle {
  let handle = 0;
  if (typeof requestIdleCallback === 'function') {
    return {
      request(run) {
        handle = requestIdleCallback(
          (idle) =>
            run(
              performance.now() +
                (idle.didTimeout ? SLICE_MS / 2 : Math.min(SLICE_MS, Math.max(2, idle.timeRemaining()))),
            ),
          { timeout: 200 },
        );
      },
      cancel: () => cancelIdleCallback(handle),
    };
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    request(run) {
      timer = setTimeout(() => run(performance.now() + SLICE_MS / 2), 16);
    },
    cancel: () => clearTimeout(timer),
  };
}
