/** Who talks with whom, as a screen shows it. */
import type { AccountKey, PostKey, ThreadKey } from './post';

export interface TiePerson {
  account: AccountKey;
  name: string;
  site: string;
  ours: boolean;
  /** Their group, numbered from the largest. */
  group: number;
  /** Words to others and from others. */
  said: number;
  heard: number;
  /** Share of the most between groups, 0 to 1. */
  bridge: number;
  /** First words of others they answered. */
  welcomed: number;
  /** Words between us. */
  withUs: { theirs: number; ours: number };
  lastAt: number;
}

/** Somebody worth a word, and why. */
export type Worth =
  | { kind: 'welcome'; account: AccountKey; name: string; post: PostKey; thread: ThreadKey; at: number }
  | {
      kind: 'introduce';
      account: AccountKey;
      name: string;
      /** What they ask, and when. */
      post: PostKey;
      thread: ThreadKey;
      at: number;
      /** Who answered such a question before, and where. */
      other: { account: AccountKey; name: string; post: PostKey; thread: ThreadKey };
      /** Words the two questions share. */
      words: string[];
    }
  | {
      kind: 'reconnect';
      account: AccountKey;
      name: string;
      lastAt: number;
      usual: number;
      times: number;
      /** Days the user set for them or a tag of theirs; absent where it cooled against its own past. */
      rhythm?: number;
    }
  | { kind: 'thank'; account: AccountKey; name: string; welcomed: number };

export interface Ties {
  /** Those with most words first; at most `MOST_DRAWN`. */
  people: TiePerson[];
  /** Ties among them, as places in `people`. */
  ties: { from: number; to: number; times: number }[];
  worth: Worth[];
  /** People in all, and groups of more than two. */
  total: number;
  groups: number;
}

/** As many as one picture can show. */
export const MOST_DRAWN = 500;
