/** Whose a row of the desk is, and whether it stays on top: one menu, one step to take back. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Care } from '../core/desk';
import type { PostKey } from '../core/post';
import { type CareChange, restoreCare, setCare } from '../store/cares';
import type { DeskModel } from './desk';
import { membersOf } from './members';
import type { Panel } from './panel';

export type CareChoice = { id: string; change: CareChange };

export interface Cares {
  /** Whose menu is open. */
  readonly asks: ReadonlySignal<PostKey | null>;
  ask(key: PostKey | null): void;
  /** What may be decided about a row as it stands: those of us it is not with yet, nobody, on top or not. */
  choices(care: Care | null): CareChoice[];
  /** For the row, or for all that are selected. Undoable in one step. */
  decide(key: PostKey, change: CareChange): Promise<void>;
}

export function caresModel(panel: Panel, desk: DeskModel): Cares {
  const { db, undo } = panel;
  const asks = signal<PostKey | null>(null);
  const members = computed(() => membersOf(panel.settings.value));
  return {
    asks,
    ask(key) {
      asks.value = key;
    },
    choices(care) {
      const others = members.value.filter((handle) => handle !== care?.assignee);
      return [
        ...others.map((handle) => ({ id: `for ${handle}`, change: { assignee: handle } })),
        ...(care?.assignee ? [{ id: 'nobody', change: { assignee: null } }] : []),
        care?.pinned ? { id: 'unpin', change: { pinned: false } } : { id: 'pin', change: { pinned: true } },
      ];
    },
    async decide(key, change) {
      const chosen = desk.selected.value;
      const keys = chosen.size > 0 ? [...chosen] : [key];
      const gone = new Set(keys);
      const rows = desk.rows.value.filter(({ post }) => gone.has(post.key));
      const people = [...new Set(rows.map(({ post }) => post.author.name))];
      asks.value = null;
      let before: (Care | undefined)[] = [];
      const kept = await panel.keep(async () => {
        before = await setCare(db, keys, change, Date.now());
      });
      desk.refocus();
      if (!kept) return;
      undo.did({ kind: 'care', people, ...change }, () => restoreCare(db, keys, before));
    },
  };
}
