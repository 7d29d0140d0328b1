/** What the figures are made from: who said what to whom and when, without the words. Small enough to hold half a million. */

import { closingOf } from '../core/closing';
import type { AccountKey, Post, PostKey, ThreadKey } from '../core/post';
import type { OurPromise } from '../core/promise';

export interface Utterance {
  key: PostKey;
  thread: ThreadKey;
  parent: PostKey | null;
  author: AccountKey;
  ours: boolean;
  /** It names us or is said to us, and wants an answer. */
  asks: boolean;
  at: number;
}

const wantsMore = (post: Post): boolean => closingOf(post.text, post.parentKey ? 'answered' : 'first') === null;

/** All in time order. */
export interface TalkHistory {
  utterances: readonly Utterance[];
  promises: readonly Pick<OurPromise, 'id' | 'post' | 'due' | 'state' | 'settledAt' | 'person'>[];
}

/** A post without its words. `needsReply`: as it was read; where it was not yet, thanks and goodbyes ask for nothing. */
export function utteranceOf(post: Post, needsReply: boolean | undefined): Utterance {
  return {
    key: post.key,
    thread: post.threadKey,
    parent: post.parentKey,
    author: post.authorKey,
    ours: post.ours === 1,
    asks: post.ours === 0 && post.mention === 1 && !post.sponsored && (needsReply ?? wantsMore(post)),
    at: post.at,
  };
}

export interface Period {
  from: number;
  /** Not included. */
  to: number;
}

/** The same length of time before it. */
export function periodBefore({ from, to }: Period): Period {
  return { from: from - (to - from), to: from };
}

/** Looked up once for all figures. */
export interface Index {
  byKey: ReadonlyMap<PostKey, Utterance>;
  /** Our answers to a post, in time order. */
  answers: ReadonlyMap<PostKey, Utterance[]>;
  /** Anybody's replies to a post by somebody else, in time order. */
  replies: ReadonlyMap<PostKey, Utterance[]>;
  byAuthor: ReadonlyMap<AccountKey, Utterance[]>;
}

/**
 * An answer is a reply to the very post; one without a parent in a conversation that has no tree answers the last post before
 * it that asks and has no answer yet.
 */
export function indexOf({ utterances }: TalkHistory): Index {
  const byKey = new Map(utterances.map((one) => [one.key, one]));
  const answers = new Map<PostKey, Utterance[]>();
  const replies = new Map<PostKey, Utterance[]>();
  const byAuthor = new Map<AccountKey, Utterance[]>();
  const open = new Map<ThreadKey, Utterance[]>();
  const push = <K>(map: Map<K, Utterance[]>, key: K, one: Utterance) => {
    const list = map.get(key);
    if (list) list.push(one);
    else map.set(key, [one]);
  };
  for (const one of utterances) {
    push(byAuthor, one.author, one);
    const parent = one.parent === null ? undefined : byKey.get(one.parent);
    if (parent && parent.author !== one.author && parent.at <= one.at) {
      push(replies, parent.key, one);
      if (one.ours && !parent.ours) push(answers, parent.key, one);
    } else if (one.ours && one.parent === null) {
      const asked = open.get(one.thread)?.findLast(({ key }) => !answers.has(key));
      if (asked) push(answers, asked.key, one);
    }
    if (one.asks) push(open, one.thread, one);
  }
  return { byKey, answers, replies, byAuthor };
}
