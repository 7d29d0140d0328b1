/** What one post is about, worked out when somebody opens it: it is shown then and kept nowhere. */
import type { PostKey } from '../../core/post';
import type { Topic } from '../../core/topic';
import type { TertuliaDatabase } from '../../store/schema';
import { topicsOf } from '../topics';

export async function topicsFor(db: TertuliaDatabase, postKey: PostKey): Promise<Topic[]> {
  const [post, reading] = await Promise.all([db.posts.get(postKey), db.readings.get(postKey)]);
  if (!post) return [];
  const lang = reading?.lang ?? post.lang ?? 'und';
  if (lang !== 'en') return topicsOf(post.text, lang);
  const { englishTopics } = await import('../nlp');
  return englishTopics(post.text);
}
