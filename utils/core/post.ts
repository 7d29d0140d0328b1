/**
 * What is heard. Other programs read the `posts` table, so the names of `Post` up to `lastSeenAt` are a contract:
 * add fields, never rename them. All times are milliseconds UTC.
 */

/** `site:nativeId`, the primary key of a post. Deterministic, so that hearing a post twice stores it once. */
export type PostKey = string;

/** `site:threadId`, the conversation a post belongs to. */
export type ThreadKey = string;

/** `site:handle`, or `site:name` folded where the site shows no handle: one account. */
export type AccountKey = string;

/** Where an interaction stands. */
export type State = 'open' | 'waiting' | 'snoozed' | 'done';

export type PostKind = 'post' | 'reply' | 'review';

export interface Author {
  name: string;
  handle: string | null;
  /** Profile link, absolute http(s). */
  url: string | null;
}

/** A passage of somebody else's that the post repeats. */
export interface Quote {
  author?: string;
  text: string;
}

export interface Media {
  alt?: string;
  url: string;
}

export interface Counts {
  replies?: number;
  likes?: number;
  shares?: number;
}

/** Where `postedAt` comes from: a machine-readable value, the id itself, or the words shown ("3 h ago", "12 March"). */
export type TimeSource = 'machine' | 'id' | 'relative';

/** An earlier wording of a post, kept when its text changed. */
export interface Wording {
  text: string;
  /** When it was last seen. */
  seenAt: number;
  /** When it was first seen. */
  since?: number;
}

/** One message as the page showed it, resolved and cleaned: what the capture script sends. */
export interface HeardPost {
  key: PostKey;
  site: string;
  nativeId: string;
  kind: PostKind;
  /** Permalink, absolute http(s), without session ids. */
  url: string;
  threadKey: ThreadKey;
  threadTitle: string;
  parentKey: PostKey | null;
  /** True where the parent was read from indentation or order rather than said by the page. */
  parentInferred?: boolean;
  author: Author;
  /** The author's own words as plain text with line breaks; quoted passages are in `quotes`. Untrusted, for ever. */
  text: string;
  quotes?: Quote[];
  /** BCP 47 as the page declares it, or null. */
  lang: string | null;
  postedAt: number | null;
  postedAtSource: TimeSource | null;
  counts?: Counts;
  media?: Media[];
  /** Who it is addressed to, as handles without @, where the markup says so. */
  mentions?: string[];
  /** When the page says it was last edited. */
  editedAt?: number;
  /** Advertising in the feed: kept apart, never mixed with conversation. */
  sponsored?: boolean;
  /** The page cut the text ("see more"): a later fuller sighting replaces it. */
  truncated?: boolean;
}

/** What all sightings of a post add up to (`merge.ts`). */
export interface KeptPost extends HeardPost {
  /** Earlier wordings, oldest first. */
  history?: Wording[];
  firstSeenAt: number;
  lastSeenAt: number;
  /**
   * When a field was last shown, by field, where that is not `lastSeenAt`: what lets sightings merge in any order.
   * `worded`: when the present wording was first seen, where that is not `firstSeenAt`.
   */
  asOf?: Record<string, number>;
}

/** A stored post: what was heard, and what is derived from it for indexes. */
export interface Post extends KeptPost {
  // Derived, rewritten whenever what they derive from changes.
  /** `postedAt`, or `firstSeenAt` where the page shows no time: always a number, so that every post is in the index. */
  at: number;
  authorKey: AccountKey;
  /** 1 where the author is one of us. */
  ours: 0 | 1;
  /** 1 where a watch matches or it addresses us. */
  mention: 0 | 1;
  /** Present only while the post waits for us: since when. */
  waitsSince?: number;
  /** Where it stands on the desk; absent where it does not concern us. `open` exactly while `waitsSince` is present. */
  desk?: State;
  /** What its tab of the desk is ordered by. */
  deskAt?: number;
  /** Its conversation again, where the post is ours or a mention: the part of a long conversation that turns need. */
  part?: ThreadKey;
  /** Digest of who said what, on a mention long enough to be known again: finds the same message put up elsewhere. */
  said?: string;
  /** Origin of the frame it was last heard on, as the browser says it: a page cannot write it. */
  heardOn?: string;
}

/** A conversation as far as it was seen. */
export interface Thread {
  key: ThreadKey;
  site: string;
  url: string;
  title: string;
  /** Replies the page says there are, or null where it does not say. */
  claimed: number | null;
  /** Posts of it held here. */
  held: number;
  /** 1 where one of us spoke in it or it holds a mention: only then is there a turn to work out. */
  concernsUs?: 1;
  /** Newest post's `at`. */
  lastAt: number;
  firstSeenAt: number;
  lastSeenAt: number;
  /** When the visit before the last one ended: what was first heard after it is new. Absent where there was one visit only. */
  visitedAt?: number;
  /** 1 where the user follows it: its news come onto the desk. */
  followed?: 1;
  /** Followed: what was first heard until then is known. */
  followedTo?: number;
}
