/** Posts as people wrote them, shortened, each with the way to where it was said. */
import type { Post, PostKey } from '../../utils/core/post';
import { hrefOf } from '../../utils/panel/router';
import { ago } from '../../utils/text/dates';
import { siteName } from '../../utils/text/sites';
import { excerpt } from '../../utils/text/spans';
import { t } from '../../utils/text/t';
import { Byline } from '../ui/byline';
import { Words } from '../ui/words';

export interface PostsSaidProps {
  posts: readonly Post[];
  now: number;
  /** Characters shown of each. */
  room: number;
  /** Where posts are picked: those that are, and what turns one. */
  picking?: { picked: ReadonlySet<PostKey>; onTurn: (key: PostKey) => void };
}

export function PostsSaid({ posts, now, room, picking }: PostsSaidProps) {
  return (
    <ul class="list">
      {posts.map((post) => (
        <li key={post.key}>
          <Byline
            id={post.authorKey}
            name={post.author.name}
            size="s"
            before={
              picking ? (
                <input
                  type="checkbox"
                  class="check"
                  aria-label={t('themePickPost', post.author.name)}
                  checked={picking.picked.has(post.key)}
                  onChange={() => picking.onTurn(post.key)}
                />
              ) : undefined
            }
            href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })}
            phrase={`${siteName(post.site)}, ${ago(post.at, now)}`}
          />
          <Words text={post.text} lang={post.lang} size="sm" ranges={excerpt(post.text, [], room)} />
        </li>
      ))}
    </ul>
  );
}
