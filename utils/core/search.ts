/** What a search over everything finds. */
import type { Note } from './desk';
import type { AccountKey, Post, ThreadKey } from './post';

export interface Found {
  posts: Post[];
  /** There are more than are shown. */
  more: boolean;
  people: { key: AccountKey; name: string; site: string; times: number }[];
  /** `thread`: of the post a note is about. */
  notes: (Note & { thread?: ThreadKey })[];
  /** How much of what is held was looked through: at first the newest. */
  indexed: number;
  total: number;
}
