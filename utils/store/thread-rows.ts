/** The `threads` table: what is held of each conversation, counted as posts come and move. */
import type { CaptureBatch } from '../core/capture';
import type { Post, Thread, ThreadKey } from '../core/post';
import type { TertuliaDatabase } from './schema';

/** A post as it was held, if it was, and as it is now. */
export interface Move {
  before: Post | undefined;
  after: Post;
}

/**
 * Brings the thread rows up to date with the posts written, in the caller's transaction. Gives the conversations that
 * concern us, whose turns have to be settled.
 */
export async function countThreads(
  db: TertuliaDatabase,
  moves: readonly Move[],
  claims: CaptureBatch['threads'],
  now: number,
): Promise<ThreadKey[]> {
  const keys = new Set(moves.flatMap(({ before, after }) => [after.threadKey, before?.threadKey ?? after.threadKey]));
  for (const { key } of claims) keys.add(key);
  const rows = new Map<ThreadKey, Thread>();
  for (const row of await db.threads.bulkGet([...keys])) if (row) rows.set(row.key, row);
  for (const { before, after } of moves) {
    if (before && before.threadKey !== after.threadKey) leave(rows.get(before.threadKey));
    const row = rows.get(after.threadKey) ?? newThread(after);
    rows.set(row.key, row);
    if (before?.threadKey !== after.threadKey) row.held++;
    row.lastAt = Math.max(row.lastAt, after.at);
    row.lastSeenAt = Math.max(row.lastSeenAt, now);
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
    row.lastSeenAt = Math.max(row.lastSeenAt, now);
  }
  const all = [...rows.values()];
  await db.threads.bulkPut(all.filter(({ held }) => held > 0));
  const empty = all.filter(({ held }) => held <= 0).map(({ key }) => key);
  if (empty.length > 0) await db.threads.bulkDelete(empty);
  return all.filter(({ concernsUs, held }) => concernsUs && held > 0).map(({ key }) => key);
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
