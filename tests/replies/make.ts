/** Posts, readings and contexts for the tests of drafts. All invented. */
import type { AnsweredPair, ReplyContext, SavedReply } from '../../utils/core/draft';
import type { Post } from '../../utils/core/post';
import type { Intent, Reading, ToneLabel } from '../../utils/core/reading';

/** Friday 20 November 2026, ten in the morning, local time. */
export const NOW = new Date(2026, 10, 20, 10).getTime();

export function post(text: string, more: Partial<Post> = {}): Post {
  const nativeId = more.nativeId ?? '1';
  return {
    key: `forum.example:${nativeId}`,
    site: 'forum.example',
    nativeId,
    kind: 'post',
    url: `https://forum.example/${nativeId}`,
    threadKey: 'forum.example:t1',
    threadTitle: 'Something',
    parentKey: null,
    author: { name: 'Elsa Brandt', handle: 'elsab', url: null },
    text,
    lang: null,
    postedAt: NOW - 3_600_000,
    postedAtSource: 'machine',
    firstSeenAt: NOW,
    lastSeenAt: NOW,
    at: NOW - 3_600_000,
    authorKey: 'forum.example:elsab',
    ours: 0,
    mention: 1,
    ...more,
  };
}

export function reading(intents: Partial<Record<Intent, number>>, tone: ToneLabel | null = null, lang = 'en'): Reading {
  return {
    key: 'forum.example:1',
    fingerprint: '',
    version: 'test',
    lang,
    tone: { label: tone, confidence: 0.9, scores: { positive: 0, neutral: 1, negative: 0 } },
    intents,
    needsReply: { value: true, confidence: 0.9, reason: 'asks' },
    evidence: [],
  };
}

export function context(text: string, more: Partial<ReplyContext> = {}): ReplyContext {
  const asked = more.post ?? post(text);
  return {
    post: asked,
    reading: null,
    thread: [asked],
    ourName: 'Nora',
    brands: ['Lumen'],
    savedReplies: [],
    now: NOW,
    ...more,
  };
}

export function pair(message: string, reply: string, more: Partial<AnsweredPair> = {}): AnsweredPair {
  return {
    id: `forum.example:r-${message}`,
    at: NOW - 30 * 86_400_000,
    person: 'Ivo Marten',
    message,
    reply,
    lang: null,
    outcome: null,
    ...more,
  };
}

export function saved(bodies: Record<string, string>, more: Partial<SavedReply> = {}): SavedReply {
  return {
    id: 's1',
    name: 'Saved',
    folder: '',
    shortcut: '',
    bodies,
    intents: [],
    uses: 0,
    lastUsedAt: null,
    updatedAt: NOW,
    ...more,
  };
}
