/** The posts behind a figure of a theme's page, each with the way to where it was said. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { postsOfSlice, type Slice } from '../../utils/panel/theme-page';
import type { ThemePage } from '../../utils/panel/themes';
import { day } from '../../utils/text/dates';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { PostsSaid } from './posts-said';
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
      <PostsSaid posts={posts.slice(0, most)} now={now} room={240} />
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
