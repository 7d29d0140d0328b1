/** The week as a letter, to read and to take along. */
import './themes.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Post, PostKey } from '../../utils/core/post';
import { figuresIn, type Letter } from '../../utils/panel/letter';
import { t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { Name } from '../ui/byline';
import { plain } from '../ui/plain';
import { Skeleton } from '../ui/skeleton';
import { Behind, type Figure } from './behind';

/** No line ends here. */
const JOINER = '\u2060';

/** The comma or full stop that a piece of text begins with: it stays with the figure before it. */
const stopOf = (piece: string | object | undefined) =>
  typeof piece === 'string' ? (/^[\p{Pe}\p{Pf}\p{Po}]*/u.exec(piece)?.[0] ?? '') : '';

export interface LetterScreenProps {
  letter: Letter | null;
  now: number;
  back: ComponentChildren;
  /** The posts behind a figure. */
  read: (keys: readonly PostKey[]) => Promise<Post[]>;
  onTake: (as: 'markdown' | 'html') => void;
}

export function LetterScreen({ letter, now, back, read, onTake }: LetterScreenProps) {
  const [opened, setOpened] = useState<Figure | null>(null);
  return (
    <article class="theme-page letter">
      {back}
      {letter ? (
        <>
          <h1 class="title xl">{letter.title.replaceAll('–', `–${JOINER}`)}</h1>
          {letter.parts.map((part, i) =>
            part.kind === 'quote' ? (
              // Two people may say the same words.
              // biome-ignore lint/suspicious/noArrayIndexKey: a letter does not change while it is read
              <figure class="carried" key={i}>
                <blockquote class="words">
                  <q>
                    <bdi dir="auto" lang={part.lang ?? undefined}>
                      {plain(part.text)}
                    </bdi>
                  </q>
                </blockquote>
                <figcaption class="meta">
                  <a href={part.url} target="_blank" rel="noreferrer">
                    <Name>{part.who}</Name>
                  </a>
                </figcaption>
              </figure>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <p class="say" key={i}>
                {part.kind === 'said'
                  ? figuresIn(part.text, part.behind).map((piece, at, all) =>
                      typeof piece === 'string' ? (
                        piece.slice(typeof all[at - 1] === 'object' ? stopOf(piece).length : 0)
                      ) : (
                        <span class="kept-together" key={piece.word}>
                          <LinkButton onClick={() => setOpened({ title: piece.word, keys: piece.keys })}>
                            {piece.word}
                          </LinkButton>
                          {stopOf(all[at + 1])}
                        </span>
                      ),
                    )
                  : part.text}
              </p>
            ),
          )}
          {opened ? (
            <Behind key={opened.title} figure={opened} read={read} now={now} onClose={() => setOpened(null)} />
          ) : null}
          <div class="buttons">
            <Button onClick={() => onTake('markdown')}>{t('letterMarkdown')}</Button>
            <Button onClick={() => onTake('html')}>{t('letterHtml')}</Button>
          </div>
        </>
      ) : (
        <Skeleton rows={3} />
      )}
    </article>
  );
}
