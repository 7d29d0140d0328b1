/** Answering a conversation again, or one that never was, to see how ready we are. */
import type { PostKey, ThreadKey } from './post';

/** One answer of a rehearsal, and what was really said and came of it, where that is known. */
export interface RehearsedAnswer {
  /** Who was answered, and their words. */
  name: string;
  asked: string;
  /** null: left without an answer. */
  said: string | null;
  /** How long it took, of which nobody is told while answering. */
  ms: number;
  /** What one of us really answered, and how long that took; null where nobody did, or it never was. */
  real: { name: string; text: string; ms: number } | null;
  /** What the one who asked said next. */
  next: string | null;
  /** Keys, where it was a real conversation. */
  post?: PostKey;
}

/** A rehearsal as it is kept. */
export interface Rehearsal {
  id: string;
  at: number;
  title: string;
  source: { kind: 'thread'; key: ThreadKey } | { kind: 'crisis'; id: string };
  answers: RehearsedAnswer[];
}
