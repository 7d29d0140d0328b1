/** Reads what was heard and looks for themes, whenever something new came; after the first paint, never in its way. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Analysis, Progress } from '../analysis/client';
import { allHealth } from '../store/health';
import { live } from './live';
import type { Panel } from './panel';

/** Captures come in bursts while somebody scrolls. */
const CALM_MS = 1_500;
/** Themes need a moment's distance, and cost more. */
const THEMES_MS = 20_000;

export interface KeptReading {
  /** How far the catching up is, while it is worth saying. */
  readonly progress: ReadonlySignal<Progress | null>;
  stop(): void;
}

export function keepReading(panel: Panel, start: () => Promise<Analysis>, ends: AbortSignal): KeptReading {
  const progress = signal<Progress | null>(null);
  let analysis: Promise<Analysis> | undefined;
  let stopReading = new AbortController();
  let themesAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let themesTimer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let recalled = false;

  async function read(): Promise<void> {
    analysis ??= start();
    const worker = await analysis;
    if (ends.aborted) return worker.close();
    if (panel.analysis.peek() !== worker) panel.takeAnalysis(worker);
    stopReading = new AbortController();
    await worker.read({
      signal: stopReading.signal,
      onProgress: (now) => {
        progress.value = now;
      },
    });
    // Nobody waits for it: the first drafts come sooner, that is all.
    if (!recalled) worker.recall().catch(() => undefined);
    recalled = true;
    // Too soon after the last time: what came meanwhile is not forgotten, only later.
    const rest = Math.max(0, themesAt + THEMES_MS - performance.now());
    themesTimer ??= setTimeout(() => void lookForThemes(worker), rest);
  }

  async function lookForThemes(worker: Analysis): Promise<void> {
    themesTimer = undefined;
    themesAt = performance.now();
    // A failure leaves the themes as they were; the next words heard try again.
    await worker.updateThemes().catch(() => undefined);
  }

  async function run(): Promise<void> {
    timer = undefined;
    if (running) return soon(CALM_MS);
    running = true;
    try {
      await read();
    } catch {
      // A reading that fails or is stopped takes nothing away: rows stand without marks and are read next time.
    } finally {
      running = false;
      progress.value = null;
    }
  }

  /** A wait that has begun is not begun anew: whoever scrolls for minutes is read along. */
  function soon(ms: number): void {
    if (!ends.aborted) timer ??= setTimeout(() => void run(), ms);
  }

  // Every batch kept renews its site's health: the cheapest sign that something came.
  const heard = live(
    () => async () => (await allHealth(panel.db)).reduce((last, site) => Math.max(last, site.at), 0),
    ends,
  );
  let first = true;
  const follow = effect(() => {
    if (heard.value.value === undefined) return;
    soon(first ? 0 : CALM_MS);
    first = false;
  });
  ends.addEventListener(
    'abort',
    () => {
      follow();
      clearTimeout(timer);
      clearTimeout(themesTimer);
      stopReading.abort();
    },
    { once: true },
  );
  return { progress, stop: () => stopReading.abort() };
}
