/** Whose a row of the desk or a conversation is, and whether it stays on top: one menu, one step to take back. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Care } from '../core/desk';
import type { Post, PostKey } from '../core/post';
import { type CareChange, restoreCare, setCare } from '../store/cares';
import type { DeskModel } from './desk';
import { live } from './live';
import { membersOf } from './members';
import type { Panel } from './panel';
import type { ThreadModel } from './thread';

export type CareChoice = { id: string; change: CareChange };

export interface Cares {
  /** Whose menu is open. */
  readonly asks: ReadonlySignal<PostKey | 'selected' | null>;
  ask(of: PostKey | 'selected' | null): void;
  /** What may be decided about a row as it stands: those of us it is not with yet, nobody, on top or not. All of it for several. */
  choices(care: Care | 'selected' | null): CareChoice[];
  /** For the row, or for all that are selected. Undoable in one step. */
  decide(key: PostKey, change: CareChange): Promise<void>;
}

/** `targetsOf`: the posts a decision about one of them is for. */
function caresOf(
  panel: Panel,
  targetsOf: (key: PostKey, change: CareChange) => readonly Pick<Post, 'key' | 'author'>[],
  refocus: () => void,
): Cares {
  const { db, undo } = panel;
  const asks = signal<PostKey | 'selected' | null>(null);
  const members = computed(() => membersOf(panel.settings.value));
  return {
    asks,
    ask(of) {
      asks.value = of;
    },
    choices(of) {
      const [several, care] = [of === 'selected', of === 'selected' ? null : of];
      const others = members.value.filter((handle) => handle !== care?.assignee);
      return [
        ...others.map((handle) => ({ id: `for ${handle}`, change: { assignee: handle } })),
        ...(several || care?.assignee ? [{ id: 'nobody', change: { assignee: null } }] : []),
        ...(several || !care?.pinned ? [{ id: 'pin', change: { pinned: true } }] : []),
        ...(several || care?.pinned ? [{ id: 'unpin', change: { pinned: false } }] : []),
      ];
    },
    async decide(key, change) {
      const posts = targetsOf(key, change);
      const keys = posts.map((post) => post.key);
      const people = [...new Set(posts.map(({ author }) => author.name))];
      asks.value = null;
      let before: (Care | undefined)[] = [];
      const kept = await panel.keep(async () => {
        before = await setCare(db, keys, change, Date.now());
      });
      refocus();
      if (kept) undo.did({ kind: 'care', people, ...change }, () => restoreCare(db, keys, before));
    },
  };
}

/** On the desk: the row, or all that are selected. */
export function caresModel(panel: Panel, desk: DeskModel): Cares {
  const targetsOf = (key: PostKey) => {
    const chosen = desk.selected.value;
    const keys = chosen.size > 0 ? chosen : new Set([key]);
    return desk.rows.value.flatMap(({ post }) => (keys.has(post.key) ? post : []));
  };
  return caresOf(panel, targetsOf, desk.refocus);
}

export interface ThreadCares extends Cares {
  /** Of the post in hand. */
  readonly care: ReadonlySignal<Care | null>;
}

/** In a conversation: whose it is goes for everybody in it who is on the desk and not done; on top is the post in hand alone. */
export function threadCaresModel(panel: Panel, thread: ThreadModel, ends: AbortSignal): ThreadCares {
  const held = live(() => {
    const key = thread.hand.value?.key;
    return key ? async () => (await panel.db.cares.get(key)) ?? null : null;
  }, ends);
  const targetsOf = (key: PostKey, change: CareChange) =>
    (thread.posts.value ?? []).filter(
      (post) => post.key === key || (change.assignee !== undefined && post.desk !== undefined && post.desk !== 'done'),
    );
  return {
    ...caresOf(panel, targetsOf, () => undefined),
    care: computed(() => held.value.value ?? null),
  };
}
