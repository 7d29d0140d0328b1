/** Posts as people wrote them, shortened, each with the way to where it was said. */
import type { Post } from '../../utils/core/post';
import { hrefOf } from '../../utils/panel/router';
import { ago } from '../../utils/text/dates';
import { siteName } from '../../utils/text/sites';
import { excerpt } from '../../utils/text/spans';
import { Byline } from '../ui/byline';
import { Words } from '../ui/words';

/** `room`: characters shown of each. */
export function PostsSaid({ posts, now, room }: { posts: readonly Post[]; now: number; room: number }) {
  return (
    <ul class="list">
      {posts.map((post) => (
        <li key={post.key}>
          <Byline
            id={post.authorKey}
            name={post.author.name}
            size="s"
            href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })}
            phrase={`${siteName(post.site)}, ${ago(post.at, now)}`}
          />
          <Words text={post.text} lang={post.lang} size="sm" ranges={excerpt(post.text, [], room)} />
        </li>
      ))}
    </ul>
  );
}
