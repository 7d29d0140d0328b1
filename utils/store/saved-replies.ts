import type { SavedReply } from '../core/draft';
import { countRemoved } from './ledger';
import type { TertuliaDatabase } from './schema';

export async function allSavedReplies(db: TertuliaDatabase): Promise<SavedReply[]> {
  const replies = await db.savedReplies.toArray();
  return replies.sort((a, b) => a.folder.localeCompare(b.folder) || a.name.localeCompare(b.name));
}

/** What may be typed after a slash. */
export async function allShortcuts(db: TertuliaDatabase): Promise<string[]> {
  const shortcuts = await db.savedReplies.orderBy('shortcut').uniqueKeys();
  return shortcuts.map(String).filter(Boolean);
}

export type SavedReplyDraft = Omit<SavedReply, 'id' | 'uses' | 'lastUsedAt' | 'updatedAt'> & { id?: string };

/** Keeps a saved reply, new or changed; how often it was used stays. */
export async function saveReply(db: TertuliaDatabase, draft: SavedReplyDraft, now = Date.now()): Promise<SavedReply> {
  return db.transaction('rw', db.savedReplies, async () => {
    const old = draft.id === undefined ? undefined : await db.savedReplies.get(draft.id);
    const reply: SavedReply = {
      id: crypto.randomUUID(),
      ...draft,
      uses: old?.uses ?? 0,
      lastUsedAt: old?.lastUsedAt ?? null,
      updatedAt: now,
    };
    await db.savedReplies.put(reply);
    return reply;
  });
}

/** What bringing in replies did: those added, and how many were here already. */
export interface BroughtIn {
  added: SavedReply[];
  known: number;
}

/** Adds replies from elsewhere. One that is here word for word is left alone; a shortcut that is taken is not taken twice. */
export async function bringInReplies(
  db: TertuliaDatabase,
  replies: readonly Omit<SavedReplyDraft, 'id'>[],
  now = Date.now(),
): Promise<BroughtIn> {
  return db.transaction('rw', db.savedReplies, async () => {
    const held = await db.savedReplies.toArray();
    const bodies = new Set(held.map(wordsOf));
    const taken = new Set(held.map(({ shortcut }) => shortcut.toLowerCase()).filter(Boolean));
    const added: SavedReply[] = [];
    for (const reply of replies) {
      const words = wordsOf(reply);
      if (bodies.has(words)) continue;
      bodies.add(words);
      const shortcut = reply.shortcut.toLowerCase();
      const isFree = shortcut !== '' && !taken.has(shortcut);
      if (isFree) taken.add(shortcut);
      const row = { ...reply, shortcut: isFree ? reply.shortcut : '' };
      added.push({ id: crypto.randomUUID(), ...row, uses: 0, lastUsedAt: null, updatedAt: now });
    }
    await db.savedReplies.bulkPut(added);
    return { added, known: replies.length - added.length };
  });
}

function wordsOf({ bodies }: Pick<SavedReply, 'bodies'>): string {
  return JSON.stringify(Object.entries(bodies).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Removes a saved reply and gives it back, for undo. */
export async function removeSavedReply(db: TertuliaDatabase, id: string): Promise<SavedReply | undefined> {
  return db.transaction('rw', db.savedReplies, db.meta, async () => {
    const reply = await db.savedReplies.get(id);
    await db.savedReplies.delete(id);
    if (reply) await countRemoved(db, 'savedReplies', 1);
    return reply;
  });
}

/** Counts one use. */
export async function markSavedReplyUsed(db: TertuliaDatabase, id: string, now = Date.now()): Promise<void> {
  await db.savedReplies
    .where('id')
    .equals(id)
    .modify((reply) => {
      reply.uses++;
      reply.lastUsedAt = now;
    });
}
