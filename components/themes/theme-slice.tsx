/** The posts behind a figure of a theme's page, each with the way to where it was said; some can be picked for another theme. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Post, PostKey } from '../../utils/core/post';
import { postsOfSlice, type Slice } from '../../utils/panel/theme-page';
import type { ThemeModel, ThemePage } from '../../utils/panel/themes';
import { day } from '../../utils/text/dates';
import { plural, t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { Skeleton } from '../ui/skeleton';
import { PostsSaid } from './posts-said';
import { langWord, toneWord } from './theme-facts';

/** Posts shown at once. */
const STEP = 12;

export interface SliceProps {
  model: ThemeModel;
  view: ThemePage;
  slice: Slice;
  /** Posts are picked for a theme of their own. */
  picks: boolean;
  now: number;
  onClose: () => void;
}

export function SliceList({ model, view, slice, picks, now, onClose }: SliceProps) {
  const [most, setMost] = useState(STEP);
  const [picked, setPicked] = useState<ReadonlySet<PostKey>>(new Set());
  const seen = useSeen(model, slice);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
    head.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  const posts = postsOfSlice(seen ? { ...view, seen } : view, slice);
  const turn = (key: PostKey) => {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    setPicked(next);
  };
  return (
    <section class="section" aria-labelledby="theme-slice">
      <h2 class="h" id="theme-slice" ref={head} tabIndex={-1}>
        {plural('themePosts', posts.length)} {nameOf(slice, now)}
        <small>
          <LinkButton onClick={onClose}>{t('themeSliceClose')}</LinkButton>
        </small>
      </h2>
      {picks ? <p class="meta theme-pick">{t('themePickHelp')}</p> : null}
      {seen ? (
        <PostsSaid
          posts={posts.slice(0, most)}
          now={now}
          room={240}
          {...(picks && { picking: { picked, onTurn: turn } })}
        />
      ) : (
        <Skeleton rows={2} />
      )}
      {posts.length > most ? (
        <LinkButton onClick={() => setMost(most + STEP)}>{plural('themeSliceMore', posts.length - most)}</LinkButton>
      ) : null}
      {picks ? (
        <div class="buttons theme-pick">
          <Button
            main
            disabled={picked.size === 0 || picked.size >= view.posts.length}
            onClick={() => {
              onClose();
              void model.cutPicked([...picked]);
            }}
          >
            {plural('themePickMake', picked.size)}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

const NONE: readonly Post[] = [];

/** Posts seen that are not the theme's: read when they are asked for. Null until then. */
function useSeen(model: ThemeModel, slice: Slice): readonly Post[] | null {
  const asks = slice.by === 'seen' || slice.by === 'heard' || slice.by === 'said';
  const [seen, setSeen] = useState<readonly Post[] | null>(asks ? null : NONE);
  useEffect(() => {
    let gone = false;
    if (asks) {
      model.seen(slice.by === 'seen' ? slice.at : null).then(
        (posts) => !gone && setSeen(posts),
        () => !gone && setSeen(NONE),
      );
    }
    return () => {
      gone = true;
    };
  }, [model, asks, slice]);
  return seen;
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
    case 'thread':
      return t('themeSliceThread', slice.title);
    case 'shared':
      return t('themeSliceShared', slice.name);
    case 'step':
      return t('themeSliceStep', day(slice.from, now));
    case 'lately':
      return t(slice.isLast ? 'themeSliceLately' : 'themeSliceBeforeThat');
    case 'before':
      return t('themeSliceBefore');
    case 'seen':
      return t('themeSliceSeen', day(slice.at, now));
    case 'heard':
      return t('themeSliceHeard');
    case 'said':
      return t('themeSliceSaid');
  }
}
