/** From a draft to the page's own reply box. The human sends. */
import type { Post } from '../core/post';

export type PutState =
  | { kind: 'busy' }
  | { kind: 'inserted' }
  /** No tab shows the post. */
  | { kind: 'noTab' }
  /** The page is open, its reply box is not. */
  | { kind: 'noBox' }
  /** The box took no text. */
  | { kind: 'refused' };

/** What the panel asks of the pages that are open (`browser/` and the capture script answer). */
export interface Pages {
  put(post: Post, text: string): Promise<PutState>;
  /** Most characters an answer may have there, where site or page say so. */
  limit?(post: Post): Promise<number | null>;
  /** Brings the post into sight in a tab that shows it, or opens its page. */
  show(post: Post): Promise<void>;
  openSettings(): void;
}
