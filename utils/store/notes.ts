import type { Note, NoteTarget } from '../core/desk';
import { countRemoved } from './ledger';
import type { TertuliaDatabase } from './schema';

export interface NoteDraft {
  /** Absent: a new note. */
  id?: string;
  target: NoteTarget;
  text: string;
  tags: readonly string[];
  quote?: string;
}

/** Keeps a note, new or changed. Gives it back as it is now. */
export async function saveNote(db: TertuliaDatabase, draft: NoteDraft, now = Date.now()): Promise<Note> {
  return db.transaction('rw', db.notes, async () => {
    const old = draft.id === undefined ? undefined : await db.notes.get(draft.id);
    const note: Note = {
      id: draft.id ?? crypto.randomUUID(),
      target: draft.target,
      text: draft.text,
      tags: cleanTags(draft.tags),
      ...(draft.quote !== undefined && { quote: draft.quote }),
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
    };
    await db.notes.put(note);
    return note;
  });
}

/** Targets asked for one by one. */
const MANY = 250;

/** Notes on one post, person, theme or thread, oldest first. */
export async function notesFor(db: TertuliaDatabase, target: NoteTarget): Promise<Note[]> {
  return db.notes.where('target').equals(target).sortBy('createdAt');
}

/** Notes on many targets at once. Targets without notes are absent. */
export async function notesForMany(
  db: TertuliaDatabase,
  targets: readonly NoteTarget[],
): Promise<Map<NoteTarget, Note[]>> {
  const wanted = new Set(targets);
  // Each target is a question of its own; of very many it is quicker to read all notes.
  const found =
    targets.length > MANY
      ? (await db.notes.toArray()).filter(({ target }) => wanted.has(target))
      : await db.notes.where('target').anyOf(targets).toArray();
  const notes = found.sort((a, b) => a.createdAt - b.createdAt);
  const byTarget = new Map<NoteTarget, Note[]>();
  for (const note of notes) {
    const list = byTarget.get(note.target);
    if (list) list.push(note);
    else byTarget.set(note.target, [note]);
  }
  return byTarget;
}

/** Removes a note and gives it back, so that `restoreNote` can undo it. */
export async function removeNote(db: TertuliaDatabase, id: string): Promise<Note | undefined> {
  return db.transaction('rw', db.notes, db.meta, async () => {
    const note = await db.notes.get(id);
    await db.notes.delete(id);
    if (note) await countRemoved(db, 'notes', 1);
    return note;
  });
}

export async function restoreNote(db: TertuliaDatabase, note: Note): Promise<void> {
  await db.notes.put(note);
}

/** Every tag in use, the most used first. */
export async function allTags(db: TertuliaDatabase): Promise<{ tag: string; count: number }[]> {
  const counts = new Map<string, number>();
  await db.notes.orderBy('tags').eachKey((tag) => counts.set(String(tag), (counts.get(String(tag)) ?? 0) + 1));
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

/** As tags are kept: without `#`, each once. */
export function cleanTags(tags: readonly string[]): string[] {
  return [
    ...new Set(tags.map((tag) => tag.trim().replace(/^#+/, '').replace(/\s+/g, ' ')).filter((tag) => tag !== '')),
  ];
}
