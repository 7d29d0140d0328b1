/** The desk's rows and how they stand together: pure, so that order and grouping can be tested without a store. */
import type { Care, GroupBy, Person, StateRow } from '../core/desk';
import type { Post, PostKey, ThreadKey } from '../core/post';
import type { Reading } from '../core/reading';

export interface DeskRow {
  post: Post;
  reading: Reading | null;
  state: StateRow | null;
  /** Whose it is and whether it stays on top, where somebody decided. */
  care?: Care | null;
  /** Who it is, where the user said that several accounts are one. */
  person?: Pick<Person, 'id' | 'name' | 'accounts'> | null;
}

/** What a conversation needs, in one line. */
export type GroupNeed = { kind: 'people'; count: number } | { kind: 'heated' } | { kind: 'unanswered' } | null;

/** Those who wait in one conversation. */
export interface ConversationGroup {
  by: 'conversation';
  id: ThreadKey;
  title: string;
  site: string;
  /** A person outside any conversation with a name of its own. */
  alone: boolean;
  rows: DeskRow[];
}

/** Somebody, wherever they wait. */
export interface PersonGroup {
  by: 'person';
  id: string;
  name: string;
  /** They said one thing: then their row names them. */
  alone: boolean;
  conversations: number;
  rows: DeskRow[];
}

export type DeskGroup = ConversationGroup | PersonGroup;

/** A line of the list: the head of a group, or a row in it. */
export type DeskLine =
  | { kind: 'head'; group: DeskGroup }
  /** `again`: the same person in the same conversation as the row above it. */
  | { kind: 'row'; row: DeskRow; group: DeskGroup; first: boolean; again: boolean };

/** Accounts the user joined are one. */
export function whoOf({ post, person }: DeskRow): { id: string; name: string } {
  return person ?? { id: post.authorKey, name: post.author.name };
}

const personOf = (row: DeskRow) => whoOf(row).id;
const conversationOf = ({ post }: DeskRow) => post.threadKey;

/** Rows in the order given, those of one kind where the first of them stands. */
function gather(rows: readonly DeskRow[], kindOf: (row: DeskRow) => string): [DeskRow, ...DeskRow[]][] {
  const kinds = new Map<string, [DeskRow, ...DeskRow[]]>();
  for (const row of rows) {
    const kind = kinds.get(kindOf(row));
    if (kind) kind.push(row);
    else kinds.set(kindOf(row), [row]);
  }
  return [...kinds.values()];
}

/** By conversation, each where its first row stands; in it, what one person said stands together. */
export function byConversation(rows: readonly DeskRow[]): ConversationGroup[] {
  return gather(rows, conversationOf).map((inOne) => {
    const { threadKey, threadTitle, site } = inOne[0].post;
    const people = inOne.length > 1 ? gather(inOne, personOf).flat() : inOne;
    const alone = isUntitled(inOne[0].post);
    return { by: 'conversation', id: threadKey, title: threadTitle, site, alone, rows: people };
  });
}

/** By person, each where their first row stands; under them, what they said in one conversation stands together. */
export function byPerson(rows: readonly DeskRow[]): PersonGroup[] {
  return gather(rows, personOf).map((ofOne) => {
    const conversations = gather(ofOne, conversationOf);
    return {
      by: 'person',
      ...whoOf(ofOne[0]),
      alone: ofOne.length === 1,
      conversations: conversations.length,
      rows: conversations.flat(),
    };
  });
}

export function groupRows(rows: readonly DeskRow[], by: GroupBy): DeskGroup[] {
  return by === 'person' ? byPerson(rows) : byConversation(rows);
}

/** The first row of each who waits in more than one conversation, with how many others there are. */
export function waitElsewhere(rows: readonly DeskRow[]): Map<PostKey, number> {
  const people = new Map<string, { first: PostKey; conversations: Set<ThreadKey> }>();
  for (const row of rows) {
    const known = people.get(personOf(row));
    if (known) known.conversations.add(row.post.threadKey);
    else people.set(personOf(row), { first: row.post.key, conversations: new Set([row.post.threadKey]) });
  }
  return new Map(
    [...people.values()].flatMap(({ first, conversations }) =>
      conversations.size > 1 ? [[first, conversations.size - 1] as const] : [],
    ),
  );
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
    ...group.rows.map((row, index) => ({
      kind: 'row' as const,
      row,
      group,
      first: index === 0,
      again: isSame(group.rows[index - 1], row),
    })),
  ]);
}

function isSame(above: DeskRow | undefined, row: DeskRow): boolean {
  return above !== undefined && personOf(above) === personOf(row) && conversationOf(above) === conversationOf(row);
}

export function lineKey(line: DeskLine): string {
  return line.kind === 'head' ? `head ${line.group.by} ${line.group.id}` : line.row.post.key;
}

export interface Settled {
  rows: DeskRow[];
  /** Rows that came meanwhile and wait to be let in. */
  held: number;
}

export interface SettleOptions {
  /** Somebody is reading: nothing may move under their eyes. */
  reading: boolean;
  /** Where more was kept than was asked for: the page that was. What stands below it is not new, only further down. */
  page: ReadonlySet<PostKey> | null;
  /** Rows fading out: they keep their place until they are gone. */
  leaving: ReadonlySet<PostKey>;
  /** Rows let in at their place all the same: an undo brought them back. */
  welcome: ReadonlySet<PostKey>;
}

/** What to show when the store has changed: renewed where they stand, those that left dropped, new ones held while somebody reads. */
export function settle(before: readonly DeskRow[], now: readonly DeskRow[], options: SettleOptions): Settled {
  const known = new Set(before.map((row) => row.post.key));
  const last = now.findLastIndex(({ post }) => options.page?.has(post.key));
  const isIn = ({ post }: DeskRow, at: number) =>
    !options.reading || (options.page && at > last) || known.has(post.key) || options.welcome.has(post.key);
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
export function waitingPeople(rows: readonly DeskRow[]): { id: string; name: string; since: number }[] {
  const people = new Map<string, { id: string; name: string; since: number }>();
  for (const row of rows) {
    const since = row.post.waitsSince ?? row.post.at;
    const who = whoOf(row);
    const known = people.get(who.id);
    if (known) known.since = Math.min(known.since, since);
    else people.set(who.id, { id: who.id, name: who.name, since });
  }
  return [...people.values()].sort((a, b) => a.since - b.since);
}
