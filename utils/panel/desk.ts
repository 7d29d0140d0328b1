/** The desk: what waits for us, oldest debt first, and what one does about it. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { GroupBy, Note, StateRow } from '../core/desk';
import type { PostKey } from '../core/post';
import { asks, checkQuery, isEmptyQuery, parseQuery, prepare } from '../core/query';
import type { QueryProblem } from '../core/query-ast';
import { reopenPosts, restoreStates, setStates } from '../store/desk';
import { asTyped } from './as-typed';
import { type Corrections, correctionsModel } from './corrections';
import { type DeskDetails, deskDetails, NO_DETAILS } from './desk-details';
import { groupingOf } from './desk-grouping';
import { lastNotes, peoplePerTab, readDesk } from './desk-page';
import { byConversation, type DeskGroup, type DeskRow, groupRows, settle, waitingPeople } from './desk-rows';
import type { Later } from './later';
import { afterPaint, live } from './live';
import { type Notes, notesModel } from './notes';
import type { Panel } from './panel';
import type { DeskTab } from './router';

/** Rows asked for at first; at their end so many more, or half as many again: a long list is seldom read all over. */
const PAGE = 60;
/** A filter looks through this many. */
const FILTERED = 5_000;
/** A done row fades before it goes. */
const FADE_MS = 220;

export interface DeskModel {
  readonly tab: ReadonlySignal<DeskTab>;
  /** Undefined until the first answer of the store. */
  readonly groups: ReadonlySignal<DeskGroup[] | undefined>;
  readonly rows: ReadonlySignal<readonly DeskRow[]>;
  readonly by: ReadonlySignal<GroupBy>;
  /** People per tab, where known. */
  readonly people: ReadonlySignal<Partial<Record<DeskTab, number>>>;
  readonly details: ReadonlySignal<DeskDetails>;
  readonly notes: ReadonlySignal<ReadonlyMap<PostKey, Note>>;
  readonly error: ReadonlySignal<unknown>;
  /** New rows that wait so as not to push what is being read. */
  readonly held: ReadonlySignal<number>;
  readonly more: ReadonlySignal<boolean>;
  readonly filter: ReadonlySignal<string>;
  readonly mistakes: ReadonlySignal<QueryProblem[]>;
  /** The row in hand: taken, or the first. */
  readonly hand: ReadonlySignal<PostKey | null>;
  /** Counts up when the row in hand must get the focus. */
  readonly focusAsked: ReadonlySignal<number>;
  readonly selected: ReadonlySignal<ReadonlySet<PostKey>>;
  readonly leaving: ReadonlySignal<ReadonlySet<PostKey>>;
  /** Whose "Later" menu is open; `selected` for the menu of all selected. */
  readonly asksLater: ReadonlySignal<PostKey | 'selected' | null>;
  readonly writing: Notes;
  readonly corrections: Corrections;

  setFilter(text: string): void;
  /** How rows stand together; remembered. The row in hand stays in hand. */
  groupBy(by: GroupBy): void;
  letIn(): void;
  showMore(): void;
  take(key: PostKey): void;
  move(by: number, extend?: boolean): void;
  select(key: PostKey, extend: boolean): void;
  clearSelection(): void;
  askLater(of: PostKey | 'selected' | null): void;
  /** Gives the row in hand the focus again, after a box or menu in it has closed. */
  refocus(): void;
  open(key?: PostKey): void;
  later(key: PostKey, choice: Later): Promise<void>;
  done(key: PostKey): Promise<void>;
  reopen(key: PostKey): Promise<void>;
}

export function deskModel(panel: Panel, ends: AbortSignal): DeskModel {
  const { db, router } = panel;
  const tab = signal<DeskTab>('open');
  const limit = signal(PAGE);
  const { by, whole, set: groupBy } = groupingOf(localStorage);
  const filter = signal('');
  const touched = signal(false);
  const shown = signal<readonly DeskRow[] | undefined>(undefined);
  const held = signal(0);
  const hand = signal<PostKey | null>(panel.hands.get('desk') ?? null);
  const focusAsked = signal(0);
  const selected = signal<ReadonlySet<PostKey>>(new Set());
  const leaving = signal<ReadonlySet<PostKey>>(new Set());
  /** What stands beside the words is asked for once the words are on the screen. */
  const painted = signal(false);
  const asksLater = signal<PostKey | 'selected' | null>(null);
  /** Rows let in at once though somebody reads: they come back through an undo. */
  let welcome: ReadonlySet<PostKey> = new Set();
  let anchor: PostKey | null = null;
  /** Takes the hand again once it is back on the desk. */
  let awaited: PostKey | null = null;

  const query = computed(() => parseQuery(asTyped(filter.value)));
  const isFiltered = computed(() => !isEmptyQuery(query.value));

  const page = live(() => {
    const asked = { tab: tab.value, limit: isFiltered.value ? FILTERED : limit.value, whole: whole.value };
    return () => readDesk(db, asked);
  }, ends);

  // The list that is shown follows the store, but not while somebody reads.
  let settledTab: DeskTab | null = null;
  let pageBefore: ReadonlySet<PostKey> | null = null;
  const follow = effect(() => {
    const found = page.value.value;
    if (!found || found.tab !== tab.value) return;
    const sameTab = settledTab === found.tab;
    settledTab = found.tab;
    const before = sameTab ? (shown.peek() ?? []) : [];
    const settled = settle(before, found.rows, {
      reading: sameTab && touched.value,
      page: pageBefore,
      leaving: leaving.value,
      welcome,
    });
    shown.value = settled.rows;
    pageBefore = found.page;
    if (!painted.peek()) afterPaint(() => (painted.value = true));
    held.value = settled.held;
    if (awaited && settled.rows.some((row) => row.post.key === awaited)) {
      hand.value = awaited;
      awaited = null;
      focusAsked.value = focusAsked.peek() + 1;
    }
  });
  ends.addEventListener('abort', follow, { once: true });

  const where = effect(() => {
    const route = router.route.value;
    if (route.screen !== 'desk' || route.tab === tab.peek()) return;
    tab.value = route.tab;
    limit.value = PAGE;
    touched.value = false;
    selected.value = new Set();
    hand.value = null;
    shown.value = undefined;
  });
  ends.addEventListener('abort', where, { once: true });

  const noted = live(() => {
    const keys = shown.value?.map((row) => row.post.key) ?? [];
    return keys.length === 0 ? null : () => lastNotes(db, keys);
  }, ends);
  const notes = computed(() => noted.value.value ?? new Map<PostKey, Note>());

  const rows = computed<readonly DeskRow[]>(() => {
    const all = shown.value ?? [];
    if (!isFiltered.value) return all;
    return all.filter(({ post, reading, care }) =>
      asks(query.value, prepare(post), { reading, hasNote: notes.value.has(post.key), assignee: care?.assignee }),
    );
  });
  const groups = computed(() => (shown.value ? groupRows(rows.value, by.value) : undefined));
  const detailed = live(() => {
    const near = rows.value;
    const beyond = page.value.value?.more && !isFiltered.value ? tab.value : null;
    return painted.value && near.length > 0 ? () => deskDetails(db, byConversation(near), beyond) : null;
  }, ends);

  const counted = live(() => (painted.value ? () => peoplePerTab(db) : null), ends);
  const people = computed(() => {
    const counts = { ...counted.value.value };
    // Where all rows are here, the sentence and the tab count the same people.
    if (shown.value && !page.value.value?.more && page.value.value?.tab === tab.value && held.value === 0) {
      counts[tab.value] = waitingPeople(shown.value).length;
    }
    return counts;
  });

  const inHand = computed(() => {
    const taken = hand.value;
    const list = rows.value;
    return list.some((row) => row.post.key === taken) ? taken : (list[0]?.post.key ?? null);
  });
  const order = computed(() => (groups.value ?? []).flatMap((group) => group.rows.map((row) => row.post.key)));

  const hold = (key: PostKey | null) => {
    hand.value = key;
    if (key) panel.hands.set('desk', key);
  };
  const targetsOf = (key: PostKey) => (selected.value.size > 0 ? [...selected.value] : [key]);

  /** Sets the state of the row, or of all that are selected; they fade, and the next one is taken in hand. */
  async function put(key: PostKey, to: 'done' | 'snoozed' | null, until: number | null = null) {
    const keys = targetsOf(key);
    const gone = new Set(keys);
    const list = order.value;
    const at = Math.max(...keys.map((one) => list.indexOf(one)));
    const next =
      list.slice(at + 1).find((one) => !gone.has(one)) ??
      list
        .slice(0, at)
        .reverse()
        .find((one) => !gone.has(one)) ??
      null;
    const names = [...new Set(rows.value.filter((row) => gone.has(row.post.key)).map((row) => row.post.author.name))];
    touched.value = true;
    asksLater.value = null;
    leaving.value = new Set([...leaving.value, ...keys]);
    let before: (StateRow | undefined)[] = [];
    const kept = await panel.keep(async () => {
      if (to) before = await setStates(db, keys, to, until, Date.now());
      else before = await reopenPosts(db, keys, Date.now());
    });
    if (kept) {
      selected.value = new Set();
      hold(next);
      focusAsked.value++;
      panel.undo.did({ kind: 'state', to: to ?? 'open', people: names, until }, async () => {
        welcome = gone;
        awaited = key;
        await restoreStates(db, keys, before, Date.now());
      });
    }
    setTimeout(
      () => {
        leaving.value = new Set([...leaving.value].filter((one) => !gone.has(one)));
      },
      kept ? FADE_MS : 0,
    );
  }

  return {
    tab,
    groups,
    rows,
    by,
    people,
    details: computed(() => detailed.value.value ?? NO_DETAILS),
    notes,
    error: page.error,
    held,
    more: computed(() => page.value.value?.more ?? false),
    filter,
    mistakes: computed(() => checkQuery(filter.value)),
    hand: inHand,
    focusAsked,
    selected,
    leaving,
    asksLater,
    writing: notesModel(panel, ends),
    corrections: correctionsModel(panel),

    setFilter(text) {
      filter.value = text;
    },
    groupBy,
    letIn() {
      touched.value = false;
    },
    showMore() {
      limit.value = Math.max(limit.value + PAGE, Math.round(limit.value * 1.5));
    },
    take(key) {
      if (hand.value === key) return;
      touched.value = true;
      hold(key);
    },
    move(by, extend = false) {
      const list = order.value;
      const at = inHand.value === null ? -1 : list.indexOf(inHand.value);
      const to = list[Math.min(list.length - 1, Math.max(0, at + by))];
      if (to === undefined) return;
      touched.value = true;
      if (extend && inHand.value) selected.value = new Set([...selected.value, inHand.value, to]);
      hold(to);
      focusAsked.value++;
    },
    select(key, extend) {
      const next = new Set(selected.value);
      const list = order.value;
      if (extend && anchor && list.includes(anchor)) {
        const [from, to] = [list.indexOf(anchor), list.indexOf(key)].sort((a, b) => a - b) as [number, number];
        for (const one of list.slice(from, to + 1)) next.add(one);
      } else if (!next.delete(key)) next.add(key);
      anchor = key;
      touched.value = true;
      selected.value = next;
    },
    clearSelection() {
      selected.value = new Set();
    },
    askLater(of) {
      asksLater.value = of;
    },
    refocus() {
      focusAsked.value++;
    },
    open(key = inHand.value ?? undefined) {
      const row = rows.value.find((one) => one.post.key === key);
      if (!row) return;
      hold(row.post.key);
      router.go({ screen: 'thread', thread: row.post.threadKey, post: row.post.key });
    },
    later: (key, choice) => put(key, 'snoozed', choice.at),
    done: (key) => put(key, 'done'),
    reopen: (key) => put(key, null),
  };
}
