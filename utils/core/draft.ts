/** What we might answer, and what it is based on. */
import type { Post, PostKey } from './post';
import type { Reading } from './reading';

/** What happened after one of our answers. */
export type Outcome = 'thanked' | 'solved' | 'silence' | 'argued';

/** A past answer of ours, tied to what it answered. */
export interface AnsweredPair {
  /** Key of our reply. */
  id: PostKey;
  at: number;
  /** Who was answered, by the name shown. */
  person: string;
  message: string;
  reply: string;
  lang: string | null;
  outcome: Outcome | null;
}

/** A template of the user's. `{first name}`, `{product}`, `{link}`, `{our name}` and fields that ask: `{?batch letter}`. */
export interface SavedReply {
  id: string;
  name: string;
  folder: string;
  /** Typed as `/shortcut`, without the slash; empty for none. */
  shortcut: string;
  /** One body per language (BCP 47 primary), or `*` for any. */
  bodies: Record<string, string>;
  /** Intents it suits, where the user said so. */
  intents: string[];
  uses: number;
  lastUsedAt: number | null;
  updatedAt: number;
}

export type DraftSource =
  | { kind: 'ownWords'; pair: PostKey; to: string; at: number; outcome: Outcome | null }
  | { kind: 'saved'; reply: string; name: string }
  | { kind: 'opening'; about: string }
  /** `name`: what the user calls it, or the address it answers at. */
  | { kind: 'model'; name: string };

/** How a field of a saved reply asks. */
export type BlankField =
  | { kind: 'text'; default: string }
  | { kind: 'menu'; options: string[]; default: string }
  | { kind: 'date'; default: string }
  /** Words that stay or go. */
  | { kind: 'toggle'; words: string; default: boolean };

/** What only the human can settle, as UTF-16 offsets into the draft's text; in order, never overlapping. */
export interface Blank {
  start: number;
  end: number;
  /** In the draft's language or the user's own words: "enlace", "batch letter". */
  name: string;
  /**
   * `check`: the passage is real text carried over from an older answer (a link, a number, a date) that may be wrong here,
   * or a model's own that nobody told it.
   * Absent: a placeholder `[name]` stands there until it is filled (`replies/fill.ts`).
   */
  kind?: 'check';
  /** Where a saved reply says how to ask. */
  field?: BlankField;
}

/** Why a draft ranks where it does. Words for each are in the locales (`why_<name>`). */
export type DraftReason =
  | 'sameWords'
  | 'samePerson'
  | 'thanked'
  | 'solved'
  | 'severalAgree'
  | 'recent'
  | 'intent'
  | 'topic'
  | 'oftenUsed'
  | 'reading';

export interface Draft {
  id: string;
  text: string;
  source: DraftSource;
  blanks: Blank[];
  lang: string;
  /** Strongest first. */
  why?: DraftReason[];
  /** What it promises, where it does: the words and, if said, the day. */
  promise?: { words: string; due: number | null };
}

/** Sometimes the best answer is none, or not yet. Words for each are in the locales (`advice_<name>`). */
export type Advice = 'alreadyAnswered' | 'heated' | 'private' | 'thanksOnly' | 'nothingAsked' | 'bait' | 'spam' | null;

/** What the advice rests on: who answered and when, who quarrels and how often, the words that bait. */
export interface AdviceGround {
  people?: string[];
  at?: number;
  turns?: number;
  words?: string;
}

export interface Suggestions {
  drafts: Draft[];
  advice: Advice;
  ground?: AdviceGround;
}

/** All that drafting may look at. Pure data: the composer of drafts reads nothing else. */
export interface ReplyContext {
  post: Post;
  reading: Reading | null;
  /** The thread in time order, the post included. */
  thread: Post[];
  /** What we are called, for `{our name}`. */
  ourName: string;
  brands: string[];
  savedReplies: SavedReply[];
  now: number;
}
