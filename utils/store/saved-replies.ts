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
