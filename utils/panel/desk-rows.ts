/** The desk's rows and how they stand together: pure, so that order and grouping can be tested without a store. */
import type { Care, StateRow } from '../core/desk';
import type { AccountKey, Post, PostKey, ThreadKey } from '../core/post';
import type { Reading } from '../core/reading';

export interface DeskRow {
  post: Post;
  reading: Reading | null;
  state: StateRow | null;
  /** Whose it is and whether it stays on top, where somebody decided. */
  care?: Care | null;
}

/** What a conversation needs, in one line. */
export type GroupNeed = { kind: 'people'; count: number } | { kind: 'heated' } | { kind: 'unanswered' } | null;

export interface DeskGroup {
  thread: ThreadKey;
  title: string;
  site: string;
  /** A person outside any conversation with a name of its own. */
  alone: boolean;
  rows: DeskRow[];
}

/** A line of the list: the head of a conversation, or somebody in it. */
export type DeskLine =
  | { kind: 'head'; group: DeskGroup }
  | { kind: 'row'; row: DeskRow; group: DeskGroup; first: boolean };

/** Rows in the order given, gathered by conversation where its first row stands. */
export function groupRows(rows: readonly DeskRow[]): DeskGroup[] {
  const groups = new Map<ThreadKey, DeskGroup>();
  for (const row of rows) {
    const { threadKey, threadTitle, site } = row.post;
    const group = groups.get(threadKey);
    if (group) group.rows.push(row);
    else
      groups.set(threadKey, { thread: threadKey, title: threadTitle, site, alone: isUntitled(row.post), rows: [row] });
  }
  return [...groups.values()];
}

/** On feeds a conversation has no name, or the beginning of its first post for one: then the person is the heading. */
export function isUntitled(post: Pick<Post, 'text' | 'threadTitle'>): boolean {
  const title = flat(post.threadTitle).replace(/(…|\.\.\.)$/, '');
  return title === '' || flat(post.text).startsWith(title);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function linesOf(groups: readonly DeskGroup[]): DeskLine[] {
  return groups.flatMap((group) => [
    { kind: 'head' as const, group },
    ...group.rows.map((row, index) => ({ kind: 'row' as const, row, group, first: index === 0 })),
  ]);
}

export function lineKey(line: DeskLine): string {
  return line.kind === 'head' ? `head ${line.group.thread}` : line.row.post.key;
}

export interface Settled {
  rows: DeskRow[];
  /** Rows that came meanwhile and wait to be let in. */
  held: number;
}

export interface SettleOptions {
  /** Somebody is reading: nothing may move under their eyes. */
  reading: boolean;
  /** Rows fading out: they keep their place until they are gone. */
  leaving: ReadonlySet<PostKey>;
  /** Rows let in at their place all the same: an undo brought them back. */
  welcome: ReadonlySet<PostKey>;
}

/** What to show when the store has changed: renewed where they stand, those that left dropped, new ones held while somebody reads. */
export function settle(before: readonly DeskRow[], now: readonly DeskRow[], options: SettleOptions): Settled {
  const known = new Set(before.map((row) => row.post.key));
  const isIn = ({ post }: DeskRow) => !options.reading || known.has(post.key) || options.welcome.has(post.key);
  const rows = now.filter(isIn);
  const held = now.length - rows.length;
  const present = new Set(rows.map((row) => row.post.key));
  let after: PostKey | null = null;
  for (const row of before) {
    if (!present.has(row.post.key) && options.leaving.has(row.post.key)) {
      rows.splice(rows.findIndex((one) => one.post.key === after) + 1, 0, row);
      present.add(row.post.key);
    }
    if (present.has(row.post.key)) after = row.post.key;
  }
  return { rows, held };
}

/** Distinct people, in the order of their longest wait, with since when. */
export function waitingPeople(rows: readonly DeskRow[]): { id: AccountKey; name: string; since: number }[] {
  const people = new Map<AccountKey, { id: AccountKey; name: string; since: number }>();
  for (const { post } of rows) {
    const since = post.waitsSince ?? post.at;
    const known = people.get(post.authorKey);
    if (known) known.since = Math.min(known.since, since);
    else people.set(post.authorKey, { id: post.authorKey, name: post.author.name, since });
  }
  return [...people.values()].sort((a, b) => a.since - b.since);
}
