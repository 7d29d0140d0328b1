/** What an export of one conversation is made from, and how it is asked for. Pure data: every format reads the same. */
import type { Note, Person } from '../core/desk';
import type { Post, Thread } from '../core/post';
import type { Reading } from '../core/reading';

export interface ThreadExport {
  thread: Thread;
  posts: Post[];
  /** Notes on the thread and on its posts; written only where `options.notes` says so. */
  notes: Note[];
  readings?: Reading[];
  people?: Person[];
}

/** The words a readable export needs, in the language of its reader: `exporting` is pure and knows no locale. */
export interface ExportWords {
  /** BCP 47, for the document's `lang`. */
  locale: string;
  /** A moment as people write it. */
  when(at: number): string;
  /** "the page says 31 replies, we hold 17". */
  coverage(held: number, claimed: number | null): string;
  /** "looked at 22 Nov 2026". */
  lookedAt(at: number): string;
  /** "to Devendra", where the tree is too deep to indent. */
  to(name: string): string;
  /** "Devendra, quoted". */
  quoted(name: string | null): string;
  us: string;
  edited: string;
  note: string;
  tags: string;
  picture: string;
  /** "replies we have not seen". */
  unseen: string;
}

export interface ExportOptions {
  notes: boolean;
  readings: boolean;
  /** Moment of the export, ms UTC: the clock is a parameter. */
  now: number;
  words: ExportWords;
}

/** ISO 8601 in UTC, or null where there is no such moment (a page may claim any number). */
export function isoTime(at: number | null | undefined): string | null {
  if (at === null || at === undefined || !Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  return new Date(at).toISOString();
}

/** Notes by what they are about: `post:<key>`, `thread:<key>`. */
export function notesByTarget(notes: readonly Note[]): Map<string, Note[]> {
  const byTarget = new Map<string, Note[]>();
  for (const note of notes) byTarget.set(note.target, [...(byTarget.get(note.target) ?? []), note]);
  return byTarget;
}
