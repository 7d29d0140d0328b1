/**
 * What a row that is brought in and the one held become together. Posts join by the rules of capture; of what the user wrote
 * the newer stands; what both decided differently stays as it is here. Joining twice changes nothing more.
 */
import { accountKey } from '../core/keys';
import { mergeKept } from '../core/merge';
import type { KeptPost, Post } from '../core/post';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';

type Row = Record<string, unknown>;

/** The row to be written, or null where what is held stays. */
export function joinRow(table: string, held: Row, brought: Row): Row | null {
  const joined = (JOINS[table] ?? newer)(held, brought);
  return joined === held || sameRow(joined, held) ? null : joined;
}

const JOINS: Readonly<Record<string, (held: Row, brought: Row) => Row>> = {
  posts: (held, brought) => joinPosts(held as unknown as Post, brought as unknown as Post) as unknown as Row,
  threads: (held, brought) => ({
    ...newest(held, brought, 'lastSeenAt'),
    held: held.held,
    lastAt: Math.max(Number(held.lastAt), Number(brought.lastAt)),
    firstSeenAt: Math.min(Number(held.firstSeenAt), Number(brought.firstSeenAt)),
    ...((held.concernsUs === 1 || brought.concernsUs === 1) && { concernsUs: 1 }),
    ...((held.followed === 1 || brought.followed === 1) && {
      followed: 1,
      followedTo: Math.max(Number(held.followedTo ?? 0), Number(brought.followedTo ?? 0)),
    }),
  }),
  // Days are counted where the posts were seen: the same day counted twice would be seen twice.
  exposure: (held, brought) => ({
    ...held,
    posts: Math.max(Number(held.posts), Number(brought.posts)),
    authors: Math.max(Number(held.authors), Number(brought.authors)),
  }),
  health: (held, brought) => newest(held, brought, 'at'),
  readings: (held) => held,
  corrections: (held, brought) => newest(held, brought, 'at'),
  // What the user decided about a theme is kept from either; its figures are this profile's.
  themes: (held, brought) => ({
    ...held,
    ...(held.name === undefined && brought.name !== undefined && { name: brought.name }),
    ...(held.pinned === undefined && brought.pinned !== undefined && { pinned: brought.pinned }),
    ...(held.notTheme === undefined && brought.notTheme !== undefined && { notTheme: brought.notTheme }),
    ...(held.mergedInto === undefined && brought.mergedInto !== undefined && { mergedInto: brought.mergedInto }),
    ...(Number(brought.mutedUntil ?? 0) > Number(held.mutedUntil ?? 0) && { mutedUntil: brought.mutedUntil }),
  }),
  states: (held, brought) => newest(held, brought, 'setAt'),
  // No rule touches a post twice, wherever it did.
  ruled: (held, brought) => ({
    ...held,
    rules: [...new Set([...(held.rules as string[]), ...(brought.rules as string[])])],
  }),
  watches: (held) => held,
  people: (held, brought) => ({
    ...held,
    accounts: [...new Set([...(held.accounts as string[]), ...(brought.accounts as string[])])],
  }),
  savedReplies: (held, brought) => ({
    ...newest(held, brought, 'updatedAt'),
    uses: Math.max(Number(held.uses), Number(brought.uses)),
  }),
  pairs: (held, brought) => ({ ...held, outcome: held.outcome ?? brought.outcome }),
  meta: joinMeta,
};

/** Rows of tables without a rule of their own: the one changed last, where they say so. */
function newer(held: Row, brought: Row): Row {
  const field = ['updatedAt', 'setAt', 'changedAt', 'decidedAt', 'at', 'lastAt'].find(
    (name) => typeof held[name] === 'number' && typeof brought[name] === 'number',
  );
  return field ? newest(held, brought, field) : held;
}

function newest(held: Row, brought: Row, field: string): Row {
  return Number(brought[field]) > Number(held[field]) ? brought : held;
}

const KEPT: Record<keyof KeptPost, true> = {
  key: true,
  site: true,
  nativeId: true,
  kind: true,
  url: true,
  threadKey: true,
  threadTitle: true,
  parentKey: true,
  parentInferred: true,
  author: true,
  text: true,
  quotes: true,
  lang: true,
  postedAt: true,
  postedAtSource: true,
  counts: true,
  media: true,
  mentions: true,
  editedAt: true,
  sponsored: true,
  truncated: true,
  history: true,
  firstSeenAt: true,
  lastSeenAt: true,
  asOf: true,
};

/** What was heard joins; what follows from it stays as held and is worked out again after (`rederive`). */
function joinPosts(held: Post, brought: Post): Post {
  const kept = mergeKept(held, brought);
  const before = mergeKept(held, held);
  if (sameRow(kept as unknown as Row, before as unknown as Row)) return held;
  const derived = Object.fromEntries(Object.entries(held).filter(([name]) => !Object.hasOwn(KEPT, name)));
  return {
    ...(derived as Omit<Post, keyof KeptPost>),
    ...kept,
    at: Math.min(kept.postedAt ?? kept.firstSeenAt, kept.firstSeenAt),
    authorKey: accountKey(kept.site, kept.author),
  };
}

function joinMeta(held: Row, brought: Row): Row {
  if (String(held.name).startsWith('profile:'))
    return Number((brought.value as Row).seenAt) > Number((held.value as Row).seenAt) ? brought : held;
  if (held.name !== 'settings') return held;
  const [here, there] = [settingsOf(held.value), settingsOf(brought.value)];
  // Never set up here: as if it had always been the other one.
  if (!here.welcomed && here.us.length === 0 && here.brands.length === 0 && here.sites.length === 0) return brought;
  const value: Settings = {
    ...there,
    ...here,
    brands: [...new Set([...here.brands, ...there.brands])],
    us: byField([...here.us, ...there.us], (account) => `${account.site}\n${account.handle}`),
    // Permission to listen belongs to a browser, not to a file: a site of the other one comes in silent.
    sites: byField(
      [...here.sites, ...there.sites.map((site) => ({ ...site, listening: false }))],
      ({ pattern }) => pattern,
    ),
  };
  return { ...held, value };
}

function settingsOf(value: unknown): Settings {
  return { ...DEFAULT_SETTINGS, ...(value instanceof Object ? (value as Partial<Settings>) : {}) };
}

/** One of each, the first. */
function byField<T>(items: readonly T[], field: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(field(item))) seen.set(field(item), item);
  return [...seen.values()];
}

function sameRow(a: Row, b: Row): boolean {
  return canonical(a) === canonical(b);
}

/** The same text for the same value, whatever the order of its fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (item instanceof ArrayBuffer) return [...new Uint8Array(item)];
    if (ArrayBuffer.isView(item)) return [...new Uint8Array(item.buffer, item.byteOffset, item.byteLength)];
    if (!(item instanceof Object) || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([x], [y]) => (x < y ? -1 : 1)));
  });
}
