/** Tags for all that are selected on the desk: what they share may be taken off, what is new goes onto each. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { NoteTarget } from '../core/desk';
import { allTags, cleanTags } from '../store/notes';
import { sharedTags, type Tagged, tagMany, untag } from '../store/tagging';
import { list } from '../text/lists';
import type { DeskModel } from './desk';
import type { Panel } from './panel';

export interface BulkTags {
  /** The field is open: tags that all have, and every tag in use. */
  readonly open: ReadonlySignal<{ shared: readonly string[]; known: readonly string[] } | null>;
  ask(): Promise<void>;
  leave(): void;
  /** The tags that all shall have: those they shared and are not among these go. One step to take back. */
  save(tags: readonly string[]): Promise<void>;
}

export function bulkTagsModel(panel: Panel, desk: DeskModel, ends: AbortSignal): BulkTags {
  const { db, undo } = panel;
  const open = signal<BulkTags['open']['value']>(null);
  const selected = () => desk.rows.value.filter(({ post }) => desk.selected.value.has(post.key));
  const targets = () => selected().map(({ post }): NoteTarget => `post:${post.key}`);
  const stop = effect(() => {
    if (desk.selected.value.size === 0) open.value = null;
  });
  ends.addEventListener('abort', stop, { once: true });

  const leave = () => {
    open.value = null;
    desk.refocus();
  };
  return {
    open,
    leave,
    async ask() {
      if (open.value) return;
      const [shared, counted] = await Promise.all([sharedTags(db, targets()), allTags(db)]);
      if (desk.selected.value.size > 0) open.value = { shared, known: counted.map(({ tag }) => tag) };
    },
    async save(tags) {
      const shared = open.value?.shared ?? [];
      const wanted = cleanTags(tags);
      const add = wanted.filter((tag) => !shared.includes(tag));
      const remove = shared.filter((tag) => !wanted.includes(tag));
      const people = [...new Set(selected().map(({ post }) => post.author.name))];
      let did: Tagged[] = [];
      const kept = await panel.keep(async () => {
        did = await tagMany(db, targets(), { add, remove }, Date.now());
      });
      // What could not be kept stays in the field.
      if (!kept) return;
      leave();
      if (did.length === 0) return;
      const [off, said] = add.length > 0 ? [false, add] : [true, remove];
      undo.did({ kind: 'tag', tag: list(said), people, ...(off && { off }) }, () => untag(db, did, Date.now()));
    },
  };
}
