import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Post, PostKey } from '../../utils/core/post';
import type { OurPromise } from '../../utils/core/promise';
import type { ThreadCares } from '../../utils/panel/cares';
import { isUntitled } from '../../utils/panel/desk-rows';
import type { ThreadModel } from '../../utils/panel/thread';
import { siteName } from '../../utils/text/sites';
import { t } from '../../utils/text/t';
import { Drafts } from '../replies/drafts';
import { PromiseOpen } from '../replies/follow-up';
import { ModelAsk } from '../replies/model-draft';
import { LinkButton } from '../ui/button';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { Skeleton } from '../ui/skeleton';
import { Conversation } from './conversation';
import { Coverage } from './coverage';
import { PostInHand } from './post-in-hand';

export interface ThreadProps {
  model: ThreadModel;
  now: number;
  /** What we promised, by the post whose case comes back. */
  promises?: ReadonlyMap<PostKey, OurPromise>;
  underlineEverywhere: boolean;
  back: ComponentChildren;
  onShow: (post: Post) => void;
  cares?: ThreadCares;
  /** The export menu, which needs the whole of the thread. */
  exports: ComponentChildren;
}

/** One conversation: the post in hand, ways to answer it, then everything said around it. */
export function ThreadScreen({ model, now, promises, underlineEverywhere, back, onShow, cares, exports }: ThreadProps) {
  const posts = model.posts.value;
  const hand = model.hand.value;
  const thread = model.thread.value;
  const promise = hand ? promises?.get(hand.key) : undefined;

  // A screen that was opened is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another post in hand is another screen
  useEffect(() => {
    window.scrollTo(0, 0);
    // Whoever listens hears the title of where they are.
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [hand?.key]);

  return (
    <>
      {back}
      {posts === undefined ? (
        <Skeleton />
      ) : posts === null ? (
        <Empty title={t('threadGone')}>{t('threadGoneHelp')}</Empty>
      ) : (
        <>
          <Title posts={posts} title={thread?.title ?? ''} />
          <p class="meta coverage">
            {siteName(posts[0]?.site ?? '')}
            {thread ? <Coverage thread={thread} posts={posts} now={now} /> : null}
            {thread ? <Follow model={model} on={thread.followed === 1} /> : null}
          </p>
          {hand ? <PostInHand model={model} post={hand} now={now} onShow={onShow} cares={cares} /> : null}
          {promise ? <PromiseOpen promise={promise} now={now} /> : null}
          {hand && !hand.ours ? (
            <Drafts
              state={model.replies.state.value}
              now={now}
              site={siteName(hand.site)}
              picked={model.replies.picked.value}
              put={model.replies.put.value}
              onPick={model.replies.pick}
              onPut={(draft, text) => void model.replies.putDraft(draft, text)}
              onCopy={(text) => void model.replies.copy(text)}
              onGoToPage={model.replies.goToPage}
              onAgain={model.replies.again}
              limit={model.replies.limit.value}
              model={<ModelAsk model={model.replies.model} now={now} />}
            />
          ) : null}
          <Conversation model={model} now={now} underline={underlineEverywhere} onShow={onShow} exports={exports} />
        </>
      )}
    </>
  );
}

/** Conversations that name nobody of us come onto the desk when they are followed. */
function Follow({ model, on }: { model: ThreadModel; on: boolean }) {
  return (
    <>
      {' · '}
      {on ? `${t('threadFollowed')} ` : null}
      <LinkButton onClick={() => void model.follow(!on)}>{t(on ? 'threadUnfollow' : 'threadFollow')}</LinkButton>
    </>
  );
}

/** The conversation's title in its people's words. Where it has none, whoever began it is its name, and their words stand below. */
function Title({ posts, title }: { posts: readonly Post[]; title: string }) {
  const opening = posts.find((post) => post.parentKey === null) ?? posts[0];
  const named = opening && !isUntitled({ ...opening, threadTitle: title || opening.threadTitle });
  return (
    <h1 class={named ? 'title xl' : 'sr'} lang={opening?.lang ?? undefined} tabIndex={-1}>
      <Name>{named ? title : (opening?.author.name ?? '')}</Name>
    </h1>
  );
}
