import type { Post, PostKey, ThreadKey } from '../core/post';
import type { TertuliaDatabase } from './schema';

/** The posts of these keys, in the order asked; those not held are left out. */
export async function getPosts(db: TertuliaDatabase, keys: readonly PostKey[]): Promise<Post[]> {
  const posts = await db.posts.bulkGet([...keys]);
  return posts.filter((post) => post !== undefined);
}

/** What is held of a conversation, in time order. */
export async function threadPosts(db: TertuliaDatabase, threadKey: ThreadKey): Promise<Post[]> {
  return db.posts.where('threadKey').equals(threadKey).sortBy('at');
}
