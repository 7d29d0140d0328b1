/** Forgetting everything that was read, and what was written about it. Who we are, watches and saved replies stay. */
import { countRemoved } from './ledger';
import { PROFILES } from './profiles';
import type { TertuliaDatabase } from './schema';
import { scrubbingIsOwed } from './scrub-owed';

/** In one transaction: all of it goes, or none. The ledger is told, so that no alarm is raised over what was wanted. */
export async function eraseAllRead(db: TertuliaDatabase): Promise<void> {
  const tables = [
    db.posts,
    db.threads,
    db.exposure,
    db.health,
    db.readings,
    db.corrections,
    db.themes,
    db.states,
    db.notes,
    db.people,
    db.pairs,
    db.putDrafts,
    db.sent,
    db.promises,
    db.ruled,
    db.cares,
  ];
  await db.transaction('rw', [...tables, db.meta], async () => {
    const [posts, notes] = await Promise.all([db.posts.count(), db.notes.count()]);
    await Promise.all(tables.map((table) => table.clear()));
    await countRemoved(db, 'posts', posts);
    await countRemoved(db, 'notes', notes);
    await db.meta.delete('themeState');
    await db.meta.where('name').startsWithAnyOf('cursor:', PROFILES).delete();
    await db.meta.put(scrubbingIsOwed);
  });
}
