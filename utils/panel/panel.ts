/** What every screen of the panel shares: the store, the clock, where one is, what can be undone, what went wrong. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Analysis } from '../analysis/client';
import type { TroubleKind } from '../browser/trouble';
import type { PostKey } from '../core/post';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import type { TertuliaDatabase } from '../store/db';
import { type StoreErrorKind, storeError } from '../store/errors';
import { readSettings } from '../store/settings';
import { clockSignal, type Live, live } from './live';
import type { ModelDoors } from './model';
import type { Pages } from './put';
import type { Router } from './router';
import { createUndo, type Undo } from './undo';

/** What every screen has words for (`store_<kind>`). `emptied`: the browser threw away what was kept. */
export type PanelTrouble = TroubleKind;

/** Something went wrong with what was asked; the screen stays as it is and says so. */
export type Fault = { kind: StoreErrorKind };

export interface Panel {
  readonly db: TertuliaDatabase;
  readonly router: Router;
  readonly undo: Undo;
  readonly pages: Pages;
  /** The way to a model; absent where none can be asked. */
  readonly models: ModelDoors | undefined;
  /** Moves every few seconds while somebody looks. */
  readonly now: ReadonlySignal<number>;
  readonly settings: ReadonlySignal<Settings>;
  readonly fault: ReadonlySignal<Fault | null>;
  /** What the background says of the store, until it is over. */
  readonly trouble: ReadonlySignal<PanelTrouble | null>;
  sayTrouble(trouble: PanelTrouble | null): void;
  /** The post the keys of a screen act on, kept per list so that coming back finds it. */
  readonly hands: Map<string, PostKey>;
  /** The analysis worker; null until it is started, after the first paint. */
  readonly analysis: ReadonlySignal<Analysis | null>;
  takeAnalysis(analysis: Analysis): void;
  /** Runs a command of the store; a fault becomes words on the screen. True if it was kept. */
  keep(work: () => Promise<unknown>): Promise<boolean>;
  forgetFault(): void;
  readonly ends: AbortSignal;
}

const TICK_MS = 5_000;

export interface PanelParts {
  db: TertuliaDatabase;
  router: Router;
  pages: Pages;
  models?: ModelDoors | undefined;
}

export function openPanel({ db, router, pages, models }: PanelParts, ends: AbortSignal): Panel {
  const fault = signal<Fault | null>(null);
  const blame = (reason: unknown) => {
    fault.value = { kind: storeError(reason).kind };
  };
  const analysis = signal<Analysis | null>(null);
  const trouble = signal<PanelTrouble | null>(null);
  const settings: Live<Settings> = live(() => () => readSettings(db), ends);
  const settled = signal(DEFAULT_SETTINGS);
  const stop = settings.value.subscribe((value) => {
    if (value) settled.value = value;
  });
  ends.addEventListener('abort', stop, { once: true });
  return {
    db,
    router,
    pages,
    models,
    undo: createUndo(blame),
    now: clockSignal(TICK_MS, ends),
    settings: settled,
    fault,
    trouble,
    sayTrouble(kind) {
      trouble.value = kind;
    },
    hands: new Map(),
    analysis,
    takeAnalysis(started) {
      analysis.value = started;
      ends.addEventListener('abort', () => started.close(), { once: true });
    },
    async keep(work) {
      try {
        await work();
        fault.value = null;
        return true;
      } catch (reason) {
        blame(reason);
        return false;
      }
    },
    forgetFault() {
      fault.value = null;
    },
    ends,
  };
}
