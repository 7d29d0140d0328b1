/** Views of the desk kept under a name. */
import type { SavedView } from '../core/desk';
import type { TertuliaDatabase } from './schema';

/** Longest name kept, in UTF-16 units. */
export const LONGEST_VIEW_NAME = 60;

/** In the order they were kept. */
export async function allViews(db: TertuliaDatabase): Promise<SavedView[]> {
  return (await db.views.toArray()).sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}

/** Keeps a view, new or changed. A name in use is taken over: nobody wants two views of one name. Gives what stood there, for undo. */
export async function keepView(
  db: TertuliaDatabase,
  draft: Omit<SavedView, 'id' | 'at'> & { id?: string },
  now = Date.now(),
): Promise<{ view: SavedView; before: SavedView | undefined }> {
  const name = draft.name.trim().replace(/\s+/g, ' ').slice(0, LONGEST_VIEW_NAME);
  return db.transaction('rw', db.views, async () => {
    const held = await db.views.toArray();
    const before = held.find((view) => view.id === draft.id) ?? held.find((view) => view.name === name);
    const view: SavedView = { ...draft, name, id: before?.id ?? crypto.randomUUID(), at: before?.at ?? now };
    await db.views.put(view);
    return { view, before };
  });
}

export async function dropView(db: TertuliaDatabase, id: string): Promise<void> {
  await db.views.delete(id);
}

/** Puts back what stood there before; nothing stood there: the view goes. */
export async function restoreView(db: TertuliaDatabase, id: string, before: SavedView | undefined): Promise<void> {
  if (before) await db.views.put(before);
  else await db.views.delete(id);
}
