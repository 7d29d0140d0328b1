/** What was just done, and how to take it back: one toast for the last, `Ctrl Z` for those before it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ResetPart } from './reset';

type ThemeAct =
  | 'renamed'
  | 'muted'
  | 'heard'
  | 'pinned'
  | 'unpinned'
  | 'rejected'
  | 'accepted'
  | 'merged'
  | 'unmerged'
  | 'cut';

/** What a toast says; its words are the component's. */
export type Done =
  | { kind: 'state'; to: 'done' | 'snoozed' | 'waiting' | 'open'; people: string[]; until?: number | null }
  | { kind: 'note'; people: string[] }
  | { kind: 'noteRemoved'; people: string[] }
  | { kind: 'tag'; tag: string; people: string[] }
  | { kind: 'copied'; what: 'draft' | 'report' | 'thread' | 'post' }
  | { kind: 'exported'; file: string }
  | { kind: 'reset'; part: ResetPart }
  | { kind: 'reading'; people: string[] }
  | { kind: 'theme'; did: ThemeAct; name: string }
  /** Taken out of the settings: a watch, a name of ours, a saved reply. */
  | { kind: 'removed'; what: 'watch' | 'account' | 'reply' | 'rule'; name: string }
  /** A view of the desk kept, named anew, let go. */
  | { kind: 'view'; did: 'kept' | 'renamed' | 'dropped'; name: string }
  /** A promise taken on: its case comes back then. */
  | { kind: 'promise'; people: string[]; until: number }
  | { kind: 'promiseDropped' }
  /** Their thanks closed the case. */
  | { kind: 'closed'; people: string[] }
  /** The user said what a message is. */
  | { kind: 'corrected'; people: string[] }
  | { kind: 'correctionGone' }
  /** Saved replies brought in from a file. */
  | { kind: 'brought'; count: number }
  /** Two accounts are one person, or are not; how often one means to speak; a suggestion put aside. */
  | { kind: 'joined' | 'parted' | 'rhythm' | 'letBe'; people: string[] }
  /** A rule was applied to posts that are stored. */
  | { kind: 'ruled'; count: number }
  | { kind: 'undone' };

export interface Toasted {
  id: number;
  done: Done;
  undoable: boolean;
}

export interface Undo {
  readonly toast: ReadonlySignal<Toasted | null>;
  /** Says what was done. With `takeBack`, it can be undone now (toast) or later (`Ctrl Z`). */
  did(done: Done, takeBack?: () => Promise<void>): void;
  undo(): Promise<void>;
  dismiss(): void;
}

/** Steps kept: a morning's work. */
const KEPT = 100;

export function createUndo(onError: (reason: unknown) => void): Undo {
  const toast = signal<Toasted | null>(null);
  const steps: (() => Promise<void>)[] = [];
  let lastId = 0;
  const show = (done: Done, undoable: boolean) => {
    toast.value = { id: ++lastId, done, undoable };
  };
  return {
    toast,
    did(done, takeBack) {
      if (takeBack) {
        steps.push(takeBack);
        if (steps.length > KEPT) steps.shift();
      }
      show(done, takeBack !== undefined);
    },
    async undo() {
      const step = steps.pop();
      if (!step) return;
      try {
        await step();
        show({ kind: 'undone' }, false);
      } catch (reason) {
        steps.push(step);
        onError(reason);
      }
    },
    dismiss() {
      toast.value = null;
    },
  };
}
