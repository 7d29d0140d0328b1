/** A conversation: the post in hand with what may be answered, then everything said around it. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Note, StateRow } from '../core/desk';
import type { Post, PostKey, Thread, ThreadKey } from '../core/post';
import type { Reading } from '../core/reading';
import type { Topic } from '../core/topic';
import { reopenPosts, restoreStates, setState } from '../store/desk';
import { threadPosts } from '../store/posts';
import { followThread } from '../store/queue';
import { type ConversationLine, conversationLines } from './conversation';
import { type Corrections, correctionsModel } from './corrections';
import { lastNotes } from './desk-page';
import type { Later } from './later';
import { live } from './live';
import { type Notes, notesModel } from './notes';
import type { Panel } from './panel';
import { type Replies, repliesModel } from './replies';
import { topicsModel } from './topics';

export interface ThreadModel {
  /** Undefined while it is being read; null where nothing of it is held. */
  readonly posts: ReadonlySignal<readonly Post[] | null | undefined>;
  readonly thread: ReadonlySignal<Thread | null>;
  /** The post one came for, or the one that has waited longest; null where nobody waits. */
  readonly hand: ReadonlySignal<Post | null>;
  readonly lines: ReadonlySignal<readonly ConversationLine[]>;
  readonly readings: ReadonlySignal<ReadonlyMap<PostKey, Reading>>;
  readonly notes: ReadonlySignal<ReadonlyMap<PostKey, Note>>;
  readonly state: ReadonlySignal<StateRow | null>;
  readonly error: ReadonlySignal<unknown>;
  readonly replies: Replies;
  readonly writing: Notes;
  readonly corrections: Corrections;
  /** What the post in hand is about. */
  readonly topics: ReadonlySignal<readonly Topic[]>;
  readonly asksLater: ReadonlySignal<boolean>;
  /** The line of the conversation the keys are on; null: on the post in hand. */
  readonly cursor: ReadonlySignal<PostKey | null>;
  readonly focusAsked: ReadonlySignal<number>;

  askLater(asks: boolean): void;
  later(choice: Later): Promise<void>;
  done(): Promise<void>;
  reopen(): Promise<void>;
  take(key: PostKey): void;
  move(by: number): void;
  /** Follows the conversation, so that its news come onto the desk; or no longer. */
  follow(on: boolean): Promise<void>;
  /** Makes a post of the conversation the one in hand. */
  answer(key: PostKey): void;
}

const EMPTY = new Map<PostKey, never>();

export function threadModel(panel: Panel, key: ThreadKey, wanted: PostKey | null, ends: AbortSignal): ThreadModel {
  const { db, router } = panel;
  const cursor = signal<PostKey | null>(null);
  const focusAsked = signal(0);
  const asksLater = signal(false);

  const held = live(
    () => async () => {
      const [thread, posts] = await Promise.all([db.threads.get(key), threadPosts(db, key)]);
      return { thread: thread ?? null, posts: posts.length > 0 ? posts : null };
    },
    ends,
  );
  const posts = computed(() => held.value.value?.posts);
  const keys = computed(() => posts.value?.map((post) => post.key) ?? []);
  const read = live(() => {
    const asked = keys.value;
    if (asked.length === 0) return null;
    return async () => {
      const readings = await db.readings.bulkGet(asked);
      return new Map(readings.flatMap((reading) => (reading ? [[reading.key, reading] as const] : [])));
    };
  }, ends);
  const noted = live(() => {
    const asked = keys.value;
    return asked.length === 0 ? null : () => lastNotes(db, asked);
  }, ends);

  // Which post is in hand is decided once, or it would change under the reader's eyes when somebody else writes.
  const chosen = signal<PostKey | null>(wanted);
  const choose = effect(() => {
    const all = posts.value;
    if (!all || all.some((post) => post.key === chosen.peek())) return;
    const oldest = all
      .filter((post) => post.waitsSince !== undefined)
      .sort((a, b) => (a.waitsSince ?? 0) - (b.waitsSince ?? 0))[0];
    chosen.value = oldest?.key ?? null;
  });
  ends.addEventListener('abort', choose, { once: true });
  const hand = computed(() => posts.value?.find((post) => post.key === chosen.value) ?? null);
  const answered = computed(() => (hand.value?.ours ? null : hand.value));
  const stated = live(() => {
    const one = chosen.value;
    return one ? async () => (await db.states.get(one)) ?? null : null;
  }, ends);
  const lines = computed(() => {
    const all = posts.value;
    return all ? conversationLines(all, held.value.value?.thread?.claimed ?? null) : [];
  });

  async function put(to: 'done' | 'snoozed' | null, until: number | null = null) {
    const post = hand.value;
    if (!post) return;
    asksLater.value = false;
    let before: StateRow | undefined;
    const kept = await panel.keep(async () => {
      before = to
        ? await setState(db, post.key, to, until, Date.now())
        : (await reopenPosts(db, [post.key], Date.now()))[0];
    });
    if (!kept) return;
    panel.undo.did({ kind: 'state', to: to ?? 'open', people: [post.author.name], until }, () =>
      restoreStates(db, [post.key], [before], Date.now()),
    );
  }

  return {
    posts,
    thread: computed(() => held.value.value?.thread ?? null),
    hand,
    lines,
    readings: computed(() => read.value.value ?? EMPTY),
    notes: computed(() => noted.value.value ?? EMPTY),
    state: computed(() => stated.value.value ?? null),
    error: held.error,
    replies: repliesModel(panel, answered, ends),
    writing: notesModel(panel, ends),
    corrections: correctionsModel(panel),
    topics: topicsModel(panel, answered, ends),
    asksLater,
    cursor,
    focusAsked,

    askLater(asks) {
      asksLater.value = asks;
    },
    later: (choice) => put('snoozed', choice.at),
    done: () => put('done'),
    reopen: () => put(null),
    take(one) {
      cursor.value = one;
    },
    move(by) {
      const order = lines.value.flatMap((line) => (line.kind === 'post' ? [line.key] : []));
      const at = cursor.value === null ? -1 : order.indexOf(cursor.value);
      const to = at + by;
      // Above the first line stands the post in hand.
      cursor.value = to < 0 ? null : (order[Math.min(to, order.length - 1)] ?? null);
      focusAsked.value++;
    },
    async follow(on) {
      let before: Thread | undefined;
      const kept = await panel.keep(async () => {
        before = await followThread(db, key, on);
      });
      if (!kept || !before) return;
      const was = before;
      panel.undo.did(
        { kind: 'follow', on, title: was.title },
        async () => void (await followThread(db, key, was.followed === 1, was.followedTo)),
      );
    },
    answer(one) {
      if (one === chosen.value) cursor.value = null;
      else router.go({ screen: 'thread', thread: key, post: one });
    },
  };
}
