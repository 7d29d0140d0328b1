import type { Post, Thread } from '../../utils/core/post';
import { isNews } from '../../utils/panel/conversation';
import { moment } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { When } from '../ui/byline';

/** How much of the conversation is here: "the page says 31 replies, we hold 17 · looked at today, 9:12 · 3 new since Friday". */
export function Coverage({ thread, posts, now }: { thread: Thread; posts: readonly Post[]; now: number }) {
  const held = repliesHeld(posts);
  const news = posts.filter((post) => isNews(post, thread)).length;
  return (
    <>
      {' · '}
      {thread.claimed !== null && thread.claimed > held
        ? plural('coverageOf', thread.claimed, number(held))
        : plural('coverageAll', posts.length)}
      {' · '}
      <span class="nowrap">
        {t('lookedAt')} <When at={thread.lastSeenAt} now={now} />
      </span>
      {news > 0 && thread.visitedAt !== undefined ? (
        <>
          {' · '}
          <b class="nowrap">{plural('coverageNew', news, moment(thread.visitedAt, now))}</b>
        </>
      ) : null}
    </>
  );
}

/** The opening post is no reply: pages do not count it either. */
export function repliesHeld(posts: readonly Post[]): number {
  return posts.length - (posts.some((post) => post.parentKey === null) ? 1 : 0);
}
