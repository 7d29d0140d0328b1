/** One figure, and the conversations it counts. */
import './readiness.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Post } from '../../utils/core/post';
import type { FigureName, ReadinessModel } from '../../utils/panel/readiness';
import { hoursSentence, sentencesOf } from '../../utils/panel/readiness-words';
import { hrefOf } from '../../utils/panel/router';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Byline, When } from '../ui/byline';
import { plain } from '../ui/plain';
import { Skeleton } from '../ui/skeleton';
import { Say } from './sentence';

/** More than these are not shown. */
const MOST = 100;

export function Behind({ model, name, back }: { model: ReadinessModel; name: FigureName; back: ComponentChildren }) {
  const view = model.view.value;
  const [posts, setPosts] = useState<readonly Post[] | null>(null);
  useEffect(() => {
    let gone = false;
    if (view)
      void model.behind(name).then((found) => {
        if (!gone) setPosts(found);
      });
    return () => {
      gone = true;
    };
  }, [model, name, view]);
  const sentence = view && [...sentencesOf(view), hoursSentence(view)].find((one) => one.name === name);
  return (
    <>
      {back}
      {view && sentence && posts ? (
        <>
          <h1 class="title xl" tabIndex={-1}>
            <Say sentence={sentence} />
          </h1>
          <p class="meta">{sentence.meta}</p>
          {name === 'themes' ? (
            <ul class="list ruled">
              {view.themes.map((theme) => (
                <li key={theme.id}>
                  <a href={hrefOf({ screen: 'theme', id: theme.id })}>{plain(theme.name)}</a>
                  <span class="meta block">{plural('check_themeReplyMeta', theme.people)}</span>
                </li>
              ))}
            </ul>
          ) : posts.length === 0 ? (
            <p>{t('readyBehindNone')}</p>
          ) : (
            <ul class="list ruled ready-behind">
              {posts.map((post) => (
                <li key={post.key}>
                  <Byline
                    id={post.authorKey}
                    name={post.author.name}
                    ours={post.ours === 1}
                    href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })}
                    phrase={<When at={post.at} now={view.now} />}
                  />
                  <a href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })}>
                    <p class="words" dir="auto" lang={post.lang ?? undefined}>
                      {post.text}
                    </p>
                  </a>
                </li>
              ))}
            </ul>
          )}
          {posts.length >= MOST ? <p class="meta">{t('readyBehindFirst', number(MOST))}</p> : null}
        </>
      ) : (
        <Skeleton rows={3} />
      )}
    </>
  );
}
