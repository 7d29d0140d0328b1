/** Notes being written: one at a time, about a post, a person, a theme or a thread. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Note, NoteTarget } from '../core/desk';
import { allTags, removeNote, restoreNote, saveNote } from '../store/notes';
import { live } from './live';
import type { Panel } from './panel';

export interface Writing {
  target: NoteTarget;
  /** The note being changed; a new one where absent. */
  id?: string | undefined;
  focusOn: 'text' | 'tags';
}

export interface Notes {
  readonly writing: ReadonlySignal<Writing | null>;
  /** Every tag in use, the most used first. */
  readonly tags: ReadonlySignal<readonly string[]>;
  begin(target: NoteTarget, note?: Note, focusOn?: 'text' | 'tags'): void;
  leave(): void;
  /** Keeps what was written. `people` are named in the toast. */
  save(draft: { text: string; tags: string[] }, people: string[], before?: Note): Promise<void>;
  remove(note: Note, people: string[]): Promise<void>;
}

export function notesModel(panel: Panel, ends: AbortSignal): Notes {
  const { db } = panel;
  const writing = signal<Writing | null>(null);
  const asked = signal(false);
  // Tags are counted over all notes: only once somebody writes one.
  const known = live(() => (asked.value ? async () => (await allTags(db)).map(({ tag }) => tag) : null), ends);
  const tags = signal<readonly string[]>([]);
  const stop = known.value.subscribe((value) => {
    if (value) tags.value = value;
  });
  ends.addEventListener('abort', stop, { once: true });

  return {
    writing,
    tags,
    begin(target, note, focusOn = 'text') {
      asked.value = true;
      writing.value = { target, id: note?.id, focusOn };
    },
    leave() {
      writing.value = null;
    },
    async save(draft, people, before) {
      const what = writing.value;
      if (!what) return;
      let saved: Note | undefined;
      const kept = await panel.keep(async () => {
        saved = await saveNote(db, {
          ...(what.id !== undefined && { id: what.id }),
          target: what.target,
          ...draft,
          ...(before?.quote !== undefined && { quote: before.quote }),
        });
      });
      // What could not be kept stays in the box.
      if (!kept || !saved) return;
      const { id } = saved;
      writing.value = null;
      panel.undo.did({ kind: 'note', people }, async () => {
        if (before) await restoreNote(db, before);
        else await removeNote(db, id);
      });
    },
    async remove(note, people) {
      if (!(await panel.keep(() => removeNote(db, note.id)))) return;
      writing.value = null;
      panel.undo.did({ kind: 'noteRemoved', people }, () => restoreNote(db, note));
    },
  };
}
