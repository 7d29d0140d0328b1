/** The posts behind a figure of a theme's page, each with the way to where it was said. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { hrefOf } from '../../utils/panel/router';
import { postsOfSlice, type Slice } from '../../utils/panel/theme-page';
import type { ThemePage } from '../../utils/panel/themes';
import { ago, day } from '../../utils/text/dates';
import { siteName } from '../../utils/text/sites';
import { excerpt } from '../../utils/text/spans';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Byline } from '../ui/byline';
import { Words } from '../ui/words';
import { langWord, toneWord } from './theme-facts';

/** Posts shown at once. */
const STEP = 12;

export interface SliceProps {
  view: ThemePage;
  slice: Slice;
  now: number;
  onClose: () => void;
}

export function SliceList({ view, slice, now, onClose }: SliceProps) {
  const [most, setMost] = useState(STEP);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
    head.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  const posts = postsOfSlice(view.posts, view.tones, slice);
  return (
    <section class="section" aria-labelledby="theme-slice">
      <h2 class="h" id="theme-slice" ref={head} tabIndex={-1}>
        {plural('themePosts', posts.length)} {nameOf(slice, now)}
        <small>
          <LinkButton onClick={onClose}>{t('themeSliceClose')}</LinkButton>
        </small>
      </h2>
      <ul class="list">
        {posts.slice(0, most).map((post) => (
          <li key={post.key}>
            <Byline
              id={post.authorKey}
              name={post.author.name}
              size="s"
              href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })}
              phrase={`${siteName(post.site)}, ${ago(post.at, now)}`}
            />
            <Words text={post.text} lang={post.lang} size="sm" ranges={excerpt(post.text, [], 240)} />
          </li>
        ))}
      </ul>
      {posts.length > most ? (
        <LinkButton onClick={() => setMost(most + STEP)}>{plural('themeSliceMore', posts.length - most)}</LinkButton>
      ) : null}
    </section>
  );
}

/** "in Spanish", "on 9 November", "by Nerea": as it stands after the number of posts. */
function nameOf(slice: Slice, now: number): string {
  switch (slice.by) {
    case 'all':
      return t('themeSliceAll');
    case 'lang':
      return langWord(slice.lang);
    case 'tone':
      return toneWord(slice.tone);
    case 'day':
      return t('themeSliceDay', day(slice.at, now));
    case 'person':
      return t('themeSlicePerson', slice.name);
  }
}
