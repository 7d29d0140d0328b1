/** Forgets a person from the panel: one action, with progress and a receipt. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { forgetPerson, OneOfUs } from '../keeping/forget';
import { scrubIfOwed } from '../keeping/scrub';
import { kindOfFault, type StoreErrorKind } from '../store/errors';
import type { ForgottenRow } from '../store/schema';
import type { Panel } from './panel';
import { sweepFilesInMaking } from './sinks';

export interface ForgetPersonModel {
  readonly work: ReadonlySignal<{ done: number; total: number } | null>;
  readonly receipt: ReadonlySignal<ForgottenRow | null>;
  /** `oneOfUs`: our own are not forgotten. */
  readonly fault: ReadonlySignal<StoreErrorKind | 'oneOfUs' | null>;
  forget(): Promise<void>;
}

export function forgetPersonModel(panel: Panel, id: string): ForgetPersonModel {
  const work = signal<{ done: number; total: number } | null>(null);
  const receipt = signal<ForgottenRow | null>(null);
  const fault = signal<StoreErrorKind | 'oneOfUs' | null>(null);
  return {
    work,
    receipt,
    fault,
    async forget() {
      if (work.value) return;
      work.value = { done: 0, total: 0 };
      fault.value = null;
      try {
        // Once begun it is finished, here or at the next start: it cannot be called off half way.
        const row = await forgetPerson(panel.db, id, {
          onProgress: (progress) => {
            work.value = progress;
          },
        });
        await sweepFilesInMaking('all');
        // No room for it is no fault of the forgetting: it is done at the next start.
        await scrubIfOwed(panel.db).catch(() => undefined);
        receipt.value = row;
      } catch (reason) {
        fault.value = reason instanceof OneOfUs ? 'oneOfUs' : kindOfFault(reason);
      } finally {
        work.value = null;
      }
    },
  };
}
