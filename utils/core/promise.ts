/** What we said we would do, and what became of the drafts we put in a page's reply box. */
import type { DraftSource } from './draft';
import type { AccountKey, PostKey, ThreadKey } from './post';

/** `proposed`: spotted, and nobody has said yet whether it is one. `open`: to be kept. */
export type PromiseState = 'proposed' | 'open' | 'kept' | 'dropped';

/** Something we said we would do, with a day where one was said. */
export interface OurPromise {
  /** Our reply and the words: heard twice, it is one promise. */
  id: string;
  /** The reply of ours that holds it. */
  reply: PostKey;
  /** What the reply answers: the case that comes back when the promise falls due. */
  post: PostKey;
  threadKey: ThreadKey;
  site: string;
  /** To whom. */
  authorKey: AccountKey;
  person: string;
  /** The sentence that promises. */
  words: string;
  lang: string | null;
  /** When it was said. */
  at: number;
  /** The last moment it allows; null where no day was said. */
  due: number | null;
  state: PromiseState;
  /** When it was taken on, kept or dropped; null while proposed. */
  settledAt: number | null;
}

/** A draft that was put in a reply box. It waits here until the reply it became is heard. */
export interface PutDraft {
  id: string;
  post: PostKey;
  threadKey: ThreadKey;
  text: string;
  source: DraftSource;
  at: number;
}

/** A reply of ours, once looked at: what it answers, and the draft it came from. */
export interface SentReply {
  /** Key of our reply. */
  key: PostKey;
  /** Digest of the words looked at: an edit is looked at again. */
  print: string;
  /** What it answers; null where the page does not say and no draft tells. */
  answers: PostKey | null;
  at: number;
  /** `kept`: how much of the draft is in what was sent, 0 to 1. */
  draft?: { text: string; source: DraftSource; at: number; kept: number };
}
