/** A timer that can stand still: what is pointed at does not go away. */
export interface Countdown {
  run(): void;
  pause(): void;
}

export function countdown(ms: number, onEnd: () => void, ends: AbortSignal): Countdown {
  let left = ms;
  let startedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  ends.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    run() {
      if (timer !== undefined || ends.aborted) return;
      startedAt = performance.now();
      timer = setTimeout(onEnd, left);
    },
    pause() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      left = Math.max(0, left - (performance.now() - startedAt));
    },
  };
}
