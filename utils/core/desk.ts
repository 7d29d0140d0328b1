/** What the user wrote or decided: never overwritten by capture. */
import type { AccountKey, PostKey, State } from './post';

export type { State };

/** A state the user set by hand for a post; it wins until new activity in its conversation. */
export interface StateRow {
  postKey: PostKey;
  state: State;
  /** Snoozed until then; null = until they answer. */
  until: number | null;
  setAt: number;
  /** Why it came onto the desk though nobody named us (`store/queue.ts`). */
  why?: 'followed' | 'newcomer';
  /** The rule that set it, where none of us did. */
  rule?: string;
}

/** `post:<key>`, `person:<id>`, `theme:<id>`, `thread:<key>`. */
export type NoteTarget = `${'post' | 'person' | 'theme' | 'thread'}:${string}`;

export interface Note {
  id: string;
  target: NoteTarget;
  text: string;
  tags: string[];
  /** A passage of the post the note is about. */
  quote?: string;
  /** The rule that put its tags there. */
  rule?: string;
  createdAt: number;
  updatedAt: number;
}

/** A saved query over what is heard. */
export interface Watch {
  id: string;
  name: string;
  /** Words and "phrases": any of them matches. The full grammar widens this. */
  query: string;
  createdAt: number;
}

/** One or more accounts that the user says are the same human. */
export interface Person {
  id: string;
  name: string;
  accounts: AccountKey[];
  createdAt: number;
  /** Accounts the user said are somebody else: not proposed again. */
  apart?: AccountKey[];
  /** Days in which we mean to have a word with them. */
  cadenceDays?: number;
  /** Suggestions put aside, and when: the same again only for something that happened since. */
  letBe?: Partial<Record<'welcome' | 'introduce' | 'reconnect' | 'thank', number>>;
}

/** Capture health of one site: counts and field names only, no personal data. */
export interface SiteHealth {
  site: string;
  adapter: string;
  at: number;
  /** Posts on the page by the adapter's selector, and posts read. */
  onPage: number;
  read: number;
  /** Field name → how many posts lack it. */
  missing: Record<string, number>;
  faults: number;
  /** The page holds more posts than are read of one page. */
  capped?: boolean;
}

/** Posts seen on a site on a day, whether kept or not. */
export interface Exposure {
  site: string;
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  posts: number;
  authors: number;
}

/** How those who wait stand together on the desk. */
export type GroupBy = 'conversation' | 'person';

/** A tab of the desk and a filter on it, kept under a name of the user's. */
export interface SavedView {
  id: string;
  name: string;
  tab: State;
  /** As typed, in the grammar of watches and search. */
  query: string;
  /** Absent: by conversation. */
  by?: 'person';
  /** When it was kept: views stand in this order. */
  at: number;
}

/** Who looks after a post, and whether it stays on top: unlike its state it holds whatever is said next. */
export interface Care {
  postKey: PostKey;
  /** Handle of the one of us whose it is. */
  assignee?: string;
  pinned?: 1;
  setAt: number;
  /** The rule that decided it; absent: one of us did, and no rule touches it. */
  rule?: string;
}

/** "If … then …": what a rule does to posts first seen since it stands. */
export interface Rule {
  id: string;
  name: string;
  /** The condition, in the grammar of search, with `watch:name`. */
  query: string;
  tags?: string[];
  state?: 'open' | 'snoozed' | 'done';
  assignee?: string;
  pin?: boolean;
  /** Says a word at the edge of the screen, where that is allowed. */
  alert?: boolean;
  on: boolean;
  /** Posts first seen before are left to the user. */
  at: number;
}

/** Which rules touched a post: none does so twice, whatever became of it since. */
export interface Ruled {
  postKey: PostKey;
  rules: string[];
  at: number;
  /** A word is still to be said of it. */
  tell?: 1;
}
