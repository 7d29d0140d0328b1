/** Tags on many posts at once, in one transaction; taken back without touching what was written meanwhile. */
import type { Note, NoteTarget } from '../core/desk';
import { countRemoved } from './ledger';
import { cleanTags, notesForMany } from './notes';
import type { TertuliaDatabase } from './schema';

export interface TagChange {
  add: readonly string[];
  remove: readonly string[];
}

/** What became of one note: enough to take it back. */
export interface Tagged {
  id: string;
  added: string[];
  removed: string[];
  /** The note as it was; absent: it was made for these tags. */
  before?: Note;
  /** Nothing was left in it, so it went. */
  gone?: true;
  at: number;
}

/** Tags that every one of them has, in the order of the first. */
export async function sharedTags(db: TertuliaDatabase, targets: readonly NoteTarget[]): Promise<string[]> {
  const held = await notesForMany(db, targets);
  const [first, ...others] = targets.map((target) => new Set(held.get(target)?.flatMap(({ tags }) => tags)));
  return [...(first ?? [])].filter((tag) => others.every((tags) => tags.has(tag)));
}

/**
 * Puts tags on all of them and takes tags off all of them; texts stay as they are. A tag goes onto the note that is shown of
 * a post: the last the user wrote, or a rule's, which is the user's from then on. Gives what changed, for `untag`.
 */
export async function tagMany(
  db: TertuliaDatabase,
  targets: readonly NoteTarget[],
  { add, remove }: TagChange,
  now = Date.now(),
): Promise<Tagged[]> {
  const [wanted, unwanted] = [cleanTags(add), new Set(remove)];
  return db.transaction('rw', db.notes, db.meta, async () => {
    const held = await notesForMany(db, targets);
    const changes: { did: Tagged; after: Note }[] = [];
    for (const target of new Set(targets)) {
      const notes = held.get(target) ?? [];
      const missing = wanted.filter((tag) => !notes.some(({ tags }) => tags.includes(tag)));
      const shown = notes.findLast(({ rule }) => rule === undefined) ?? notes.at(-1);
      for (const note of notes) {
        const added = note === shown ? missing : [];
        const removed = note.tags.filter((tag) => unwanted.has(tag));
        if (added.length + removed.length === 0) continue;
        const { rule, ...own } = note;
        const tags = [...note.tags.filter((tag) => !unwanted.has(tag)), ...added];
        const after: Note = { ...(added.length > 0 ? own : note), tags, updatedAt: now };
        const did: Tagged = { id: note.id, added, removed, before: note, at: now };
        changes.push({ did: isEmpty(after) ? { ...did, gone: true } : did, after });
      }
      if (shown || missing.length === 0) continue;
      const after: Note = { id: crypto.randomUUID(), target, text: '', tags: missing, createdAt: now, updatedAt: now };
      changes.push({ did: { id: after.id, added: missing, removed: [], at: now }, after });
    }
    await write(
      db,
      changes.flatMap(({ did, after }) => (did.gone ? [] : after)),
      changes.flatMap(({ did }) => (did.gone ? did.id : [])),
    );
    return changes.map(({ did }) => did);
  });
}

/** Takes back what `tagMany` did. A note changed since keeps its words: only the tags go back. */
export async function untag(db: TertuliaDatabase, changes: readonly Tagged[], now = Date.now()): Promise<void> {
  await db.transaction('rw', db.notes, db.meta, async () => {
    const here = await db.notes.bulkGet(changes.map(({ id }) => id));
    const put: Note[] = [];
    const gone: string[] = [];
    for (const [index, { id, added, removed, before, gone: wasLeftEmpty, at }] of changes.entries()) {
      const note = here[index];
      if (!note) {
        // Whoever removed it since meant to.
        if (wasLeftEmpty && before) put.push(before);
        continue;
      }
      if (before && note.updatedAt === at) {
        put.push(before);
        continue;
      }
      const tags = [...note.tags.filter((tag) => !added.includes(tag)), ...removed];
      const after = { ...note, tags: [...new Set(tags)], updatedAt: now };
      if (isEmpty(after)) gone.push(id);
      else put.push(after);
    }
    await write(db, put, gone);
  });
}

async function write(db: TertuliaDatabase, notes: readonly Note[], gone: readonly string[]): Promise<void> {
  await Promise.all([db.notes.bulkPut([...notes]), db.notes.bulkDelete([...gone])]);
  await countRemoved(db, 'notes', gone.length);
}

function isEmpty({ text, tags, quote }: Note): boolean {
  return text.trim() === '' && tags.length === 0 && !quote;
}
