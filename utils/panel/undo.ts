/** What was just done, and how to take it back: one toast for the last, `Ctrl Z` for those before it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ResetPart } from './reset';
import type { SettingKey } from './settings-steps';

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
  /** Tags put on what several said; `off`: taken off. */
  | { kind: 'tag'; tag: string; people: string[]; off?: boolean }
  | { kind: 'copied'; what: 'draft' | 'report' | 'thread' | 'post' }
  | { kind: 'exported'; file: string }
  | { kind: 'reset'; part: ResetPart }
  | { kind: 'reading'; people: string[] }
  | { kind: 'theme'; did: ThemeAct; name: string }
  /** Taken out of the settings: a watch, a name of ours, a saved reply. */
  | { kind: 'removed'; what: 'watch' | 'reply' | 'rule'; name: string }
  /** A setting was changed; a site is listened to, or no longer. */
  | { kind: 'setting'; of: SettingKey }
  | { kind: 'site'; on: boolean; site: string }
  /** Written into the settings, new or changed. */
  | { kind: 'written'; what: 'watch' | 'reply' | 'rule'; name: string }
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
  /** Whose it is, or whether it stays on top. */
  | { kind: 'care'; people: string[]; assignee?: string | null; pinned?: boolean }
  /** A conversation is followed, or no longer. */
  | { kind: 'follow'; on: boolean; title: string }
  /** `count`: steps taken back at once, where there were several. */
  | { kind: 'undone'; count?: number };

export interface Toasted {
  id: number;
  done: Done;
  undoable: boolean;
}

/** Something that can be taken back, and when it was done. */
export interface Step {
  id: number;
  done: Done;
  at: number;
}

export interface Undo {
  readonly toast: ReadonlySignal<Toasted | null>;
  /**
   * Says what was done. With `takeBack`, it can be undone now (toast) or later (`Ctrl Z`). What follows soon under the same
   * name is one step, taken back to before the first.
   */
  did(done: Done, takeBack?: () => Promise<void>, name?: string | undefined): void;
  undo(): Promise<void>;
  /** What can be taken back, the last first. */
  readonly steps: ReadonlySignal<readonly Step[]>;
  /** Takes back a step and all that were done after it, the last first. Stops where one cannot be taken back. */
  undoTo(id: number): Promise<void>;
  dismiss(): void;
}

/** Steps kept: a morning's work. */
const KEPT = 100;
/** Somebody who types or drags goes on within this, ms. */
const GOES_ON_MS = 3_000;

interface Kept extends Step {
  name: string | undefined;
  takeBack: () => Promise<void>;
}

export function createUndo(onError: (reason: unknown) => void, clock: () => number = Date.now): Undo {
  const toast = signal<Toasted | null>(null);
  const steps = signal<readonly Kept[]>([]);
  let lastId = 0;
  const show = (done: Done, undoable: boolean) => {
    toast.value = { id: ++lastId, done, undoable };
  };
  /** Off the list before it is awaited, so that two presses take back two steps. */
  async function takeBackLast(): Promise<boolean> {
    const [step, ...rest] = steps.peek();
    if (!step) return false;
    steps.value = rest;
    try {
      await step.takeBack();
      return true;
    } catch (reason) {
      steps.value = [step, ...steps.peek()];
      onError(reason);
      return false;
    }
  }
  return {
    toast,
    steps,
    did(done, takeBack, name) {
      show(done, takeBack !== undefined);
      if (!takeBack) return;
      const [last, ...rest] = steps.peek();
      const goesOn = name !== undefined && last?.name === name && clock() - last.at < GOES_ON_MS;
      const step = { id: lastId, done, at: clock(), name, takeBack: goesOn ? last.takeBack : takeBack };
      steps.value = [step, ...(goesOn ? rest : steps.peek())].slice(0, KEPT);
    },
    async undo() {
      if (await takeBackLast()) show({ kind: 'undone' }, false);
    },
    async undoTo(id) {
      let count = 0;
      while (steps.peek().some((step) => step.id === id) && (await takeBackLast())) count++;
      if (count > 0) show(count === 1 ? { kind: 'undone' } : { kind: 'undone', count }, false);
    },
    dismiss() {
      toast.value = null;
    },
  };
}
