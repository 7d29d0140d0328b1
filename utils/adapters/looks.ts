/**
 * When to look at a page as a whole: once it is quiet, not for ever later, and never so often that looking takes more than
 * a small part of the time.
 */
import type { Page } from './contract';

/** A reader of whole pages waits until the page is quiet, but not for ever. */
const QUIET_MS = 200;
const MOST_PATIENCE_MS = 1000;
/** Work that may be repeated costs at most one twentieth of the time. */
export const REST = 20;

export interface Found {
  items: Element[];
  /** The page as it was looked at: its memos hold the find. */
  page: Page;
}

export interface Looks {
  /** The page changed: look when it is quiet. */
  soon(): void;
  /** Look at the next chance. */
  now(): void;
  /** Look before the page goes, if a look was to come. */
  hurry(): void;
  /** Whether a look is due or under way. */
  readonly isDue: boolean;
  readonly isUnderWay: boolean;
  /** Goes on until `deadline`; null while there is more to do. */
  step(
    deadline: number,
    begin: () => Found['page'],
    find: (page: Page) => Generator<undefined, Element[]>,
  ): Found | null;
  /** Drops a look under way: the page is another. */
  forget(restMs?: number): void;
}

export function createLooks(ask: () => void, signal: AbortSignal): Looks {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let notBefore = 0;
  let isDue = false;
  let current: { steps: Generator<undefined, Element[]>; page: Page; cost: number } | null = null;

  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function now(): void {
    latest = 0;
    isDue = true;
    ask();
  }

  return {
    soon() {
      const time = performance.now();
      latest ||= time + MOST_PATIENCE_MS;
      clearTimeout(timer);
      if (!signal.aborted) timer = setTimeout(now, Math.max(notBefore - time, Math.min(QUIET_MS, latest - time)));
    },
    now,
    hurry() {
      if (latest) isDue = true;
    },
    get isDue() {
      return isDue || current !== null;
    },
    get isUnderWay() {
      return current !== null;
    },
    step(deadline, begin, find) {
      const started = performance.now();
      if (!current) {
        isDue = false;
        const page = begin();
        current = { steps: find(page), page, cost: 0 };
      }
      for (;;) {
        const step = current.steps.next();
        const time = performance.now();
        if (step.done) {
          const { page, cost } = current;
          current = null;
          notBefore = time + (cost + time - started) * REST;
          return { items: step.value, page };
        }
        if (time >= deadline) {
          current.cost += time - started;
          return null;
        }
      }
    },
    forget(restMs = 0) {
      current = null;
      isDue = false;
      notBefore = performance.now() + restMs;
    },
  };
}
