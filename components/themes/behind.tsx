/** The posts behind a figure of the pulse or the letter: read as they are shown, the rest on demand. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Post, PostKey } from '../../utils/core/post';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Name } from '../ui/byline';
import { Skeleton } from '../ui/skeleton';
import { PostsSaid } from './posts-said';

/** Posts shown at once. */
const STEP = 20;

/** A figure that was pressed. */
export interface Figure {
  title: string;
  keys: readonly PostKey[];
}

export interface BehindProps {
  figure: Figure;
  read: (keys: readonly PostKey[]) => Promise<Post[]>;
  now: number;
  onClose: () => void;
}

export function Behind({ figure: { title, keys }, read, now, onClose }: BehindProps) {
  const [most, setMost] = useState(STEP);
  const [posts, setPosts] = useState<Post[] | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let gone = false;
    read(keys.slice(0, most)).then(
      (found) => !gone && setPosts(found),
      () => !gone && setPosts([]),
    );
    return () => {
      gone = true;
    };
  }, [keys, most, read]);
  useEffect(() => {
    head.current?.focus();
    head.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  return (
    <section class="section" aria-labelledby="figure-behind">
      <h2 class="h" id="figure-behind" ref={head} tabIndex={-1}>
        <Name>{title}</Name>
        <small>
          {plural('themePosts', keys.length)} · <LinkButton onClick={onClose}>{t('themeSliceClose')}</LinkButton>
        </small>
      </h2>
      {posts ? <PostsSaid posts={posts} now={now} room={200} /> : <Skeleton rows={2} />}
      {keys.length > most ? (
        <LinkButton onClick={() => setMost(most + STEP)}>{plural('themeSliceMore', keys.length - most)}</LinkButton>
      ) : null}
    </section>
  );
}
