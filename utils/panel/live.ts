/** A query of the store as a signal: it runs again whenever what it read changes, in this or any other context. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';

export interface Live<T> {
  /** The last answer; undefined until the first. Kept while a newer one is on its way, and when one fails. */
  readonly value: ReadonlySignal<T | undefined>;
  /** Why the last run failed, or null. */
  readonly error: ReadonlySignal<unknown>;
}

/**
 * A live query begins anew at every change of what it reads: while very much is written it would never come to an end. After
 * this long one plain answer is shown.
 */
const PATIENCE_MS = 300;

/** Queries that have begun and never been answered; whoever waits for there to be none. */
const unanswered = new Set<object>();
const waitingForAll = new Set<() => void>();

function isSettled(query: object): void {
  if (!unanswered.delete(query) || unanswered.size > 0) return;
  for (const resolve of waitingForAll) resolve();
  waitingForAll.clear();
}

/** Resolves once every query of this screen has its first answer: what is heavy begins then. At most after `mostMs`. */
export function firstAnswers(mostMs: number): Promise<void> {
  if (unanswered.size === 0) return Promise.resolve();
  return new Promise((resolve) => {
    waitingForAll.add(resolve);
    setTimeout(resolve, mostMs);
  });
}

/**
 * `ask` runs at once and may read signals: when one changes, the query it returns replaces the one before. Ends with `ends`.
 * A null query asks nothing and keeps the last value.
 */
export function live<T>(ask: () => (() => Promise<T>) | null, ends: AbortSignal): Live<T> {
  const value = signal<T | undefined>(undefined);
  const error = signal<unknown>(null);
  if (ends.aborted) return { value, error };
  const stop = effect(() => {
    const query = ask();
    if (!query) return;
    const self = {};
    unanswered.add(self);
    let isAnswered = false;
    let isOver = false;
    const waiting = setTimeout(() => {
      const show = (answer: T): void => {
        if (!isAnswered && !isOver) value.value = answer;
        isSettled(self);
      };
      query().then(show, () => undefined);
    }, PATIENCE_MS);
    const subscription = liveQuery(query).subscribe({
      next: (answer) => {
        isAnswered = true;
        value.value = answer;
        error.value = null;
        isSettled(self);
      },
      error: (reason: unknown) => {
        error.value = reason;
        isSettled(self);
      },
    });
    return () => {
      isOver = true;
      clearTimeout(waiting);
      isSettled(self);
      subscription.unsubscribe();
    };
  });
  ends.addEventListener('abort', stop, { once: true });
  return { value, error };
}

/** A clock as a signal. Stands still while nobody looks. */
export function clockSignal(everyMs: number, ends: AbortSignal): ReadonlySignal<number> {
  const now = signal(Date.now());
  const tick = () => {
    if (document.visibilityState !== 'hidden') now.value = Date.now();
  };
  const timer = setInterval(tick, everyMs);
  document.addEventListener('visibilitychange', tick, { signal: ends });
  ends.addEventListener('abort', () => clearInterval(timer), { once: true });
  return now;
}

/** After the next frame is on the screen; at once where nothing is drawn (a hidden panel draws no frames). */
export function afterPaint(then: () => void): void {
  if (document.visibilityState === 'hidden') then();
  else requestAnimationFrame(() => setTimeout(then, 0));
}
