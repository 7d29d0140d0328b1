/** The `threads` table: what is held of each conversation, counted as posts come and move. */
import type { CaptureBatch } from '../core/capture';
import type { Post, Thread, ThreadKey } from '../core/post';

/** Looks further apart than this are two visits: somebody who answers the door comes back to the same one. */
const VISITS_APART_MS = 30 * 60_000;

/** A post as it was held, if it was, and as it is now. */
export interface Move {
  before: Post | undefined;
  after: Post;
}

/** Thread rows as they are after the posts moved. */
export interface ThreadChanges {
  put: Thread[];
  empty: ThreadKey[];
  /** Those that concern us, whose turns have to be settled. */
  concerned: Thread[];
}

/** The conversations that posts come into or leave, and that the page makes claims about. */
export function threadKeysOf(moves: readonly Move[], claims: CaptureBatch['threads']): ThreadKey[] {
  const moved = moves.flatMap(({ before, after }) =>
    before ? [before.threadKey, after.threadKey] : [after.threadKey],
  );
  return [...new Set([...moved, ...claims.map(({ key }) => key)])];
}

/** Brings thread rows up to date with posts about to be written. `held`: the rows of `threadKeysOf` as they are. */
export function countThreads(
  held: readonly (Thread | undefined)[],
  moves: readonly Move[],
  claims: CaptureBatch['threads'],
  now: number,
): ThreadChanges {
  const rows = new Map(held.flatMap((row) => (row ? [[row.key, row] as const] : [])));
  for (const { before, after } of moves) {
    if (before && before.threadKey !== after.threadKey) leave(rows.get(before.threadKey));
    const row = rows.get(after.threadKey) ?? newThread(after);
    rows.set(row.key, row);
    if (before?.threadKey !== after.threadKey) row.held++;
    row.lastAt = Math.max(row.lastAt, after.at);
    look(row, now);
    row.title ||= after.threadTitle;
    // The opening post's own link is the conversation's.
    if (after.nativeId === after.threadKey.slice(after.site.length + 1)) row.url = after.url;
    if (after.ours === 1 || after.mention === 1) row.concernsUs = 1;
  }
  for (const claim of claims) {
    const row = rows.get(claim.key);
    if (!row) continue;
    row.url = claim.url || row.url;
    row.title = claim.title || row.title;
    row.claimed = claim.claimed ?? row.claimed;
    look(row, now);
  }
  const put = [...rows.values()].filter(({ held }) => held > 0);
  const empty = [...rows.values()].filter(({ held }) => held <= 0).map(({ key }) => key);
  return { put, empty, concerned: put.filter(({ concernsUs }) => concernsUs === 1) };
}

function look(row: Thread, now: number): void {
  if (now - row.lastSeenAt > VISITS_APART_MS) row.visitedAt = row.lastSeenAt;
  row.lastSeenAt = Math.max(row.lastSeenAt, now);
}

function leave(row: Thread | undefined): void {
  if (row) row.held--;
}

function newThread(post: Post): Thread {
  return {
    key: post.threadKey,
    site: post.site,
    url: post.url,
    title: post.threadTitle,
    claimed: null,
    held: 0,
    lastAt: post.at,
    firstSeenAt: post.firstSeenAt,
    lastSeenAt: post.lastSeenAt,
  };
}
