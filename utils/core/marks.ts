/** What stands beside names and posts in somebody's page, and what the card says of a person. */
import type { Note } from './desk';
import type { AccountKey, PostKey } from './post';
import type { ToneLabel } from './reading';

/** What the badge beside a name says. Only people one knows have one. */
export interface PersonMark {
  name: string;
  /** Posts of theirs held here. */
  times: number;
  /** When they last spoke; null where no post of theirs is held. */
  lastAt: number | null;
  tags: string[];
  /** The newest note, shortened. */
  note: string | null;
  /** What we promised them and still owe, the nearest first. */
  promise: { words: string; due: number | null } | null;
}

/** What is marked on a post. */
export interface PostMark {
  /** Since when it waits for us; null where it does not. */
  waitsSince: number | null;
  notes: number;
}

export interface Marks {
  people: Record<AccountKey, PersonMark>;
  posts: Record<PostKey, PostMark>;
}

/** The card of a person in the page. */
export interface PersonCard {
  account: AccountKey;
  /** Notes are kept under this id: the person's, or the account's where nobody said who it is. */
  id: string;
  mark: PersonMark;
  /** The name of ours they might pass for, and are not. */
  looksLike?: string;
  /** Newest first, theirs and our answers to them. */
  exchanges: { key: PostKey; ours: boolean; text: string; lang: string | null; at: number; site: string }[];
  notes: Pick<Note, 'id' | 'text' | 'tags' | 'quote' | 'updatedAt'>[];
  /** Whom they talk with most, by what is held. */
  ties: { name: string; times: number }[];
  /** Tone of what they said, the oldest first. */
  tones: { at: number; tone: ToneLabel | null }[];
}

/** What can be done by key in a page. */
export const PAGE_ACTIONS = ['note', 'card', 'next', 'previous', 'list'] as const;
export type PageAction = (typeof PAGE_ACTIONS)[number];
export type PageKeys = Record<PageAction, string>;

/** As `KeyboardEvent.key`, with `Alt+` and `Shift+` before it where they are held. Empty: no key. */
export const DEFAULT_PAGE_KEYS: PageKeys = { note: 'Alt+N', card: 'Alt+P', next: 'J', previous: 'K', list: '?' };

/** Hosts whose terms forbid that anything is added to their pages: off there until the user decides. */
const FORBIDDEN_BY_TERMS = /(^|\.)linkedin\.com$/;

/** Whether badges, notes and marks may stand in the pages of a host. `said`: what the user chose. */
export function mayMark(host: string, said: boolean | undefined): boolean {
  return said ?? !FORBIDDEN_BY_TERMS.test(host);
}

/** Sites that use J and K themselves: there they are ours only with Alt. */
export const OWN_KEYS = new Set(['x', 'reddit', 'github', 'youtube', 'mastodon', 'discourse', 'bluesky', 'facebook']);
