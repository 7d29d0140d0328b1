/** The pulse: what rose and faded, which words are new, what people call us. Every figure opens its posts. */
import './themes.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PostKey } from '../../utils/core/post';
import type { Heap, Moved, Pulse, PulseModel } from '../../utils/panel/pulse';
import type { Said } from '../../utils/panel/pulse-words';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Empty } from '../ui/empty';
import { plain } from '../ui/plain';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { Behind, type Figure } from './behind';
import { PulseChoice } from './pulse-choice';
import { ThemeLink } from './theme-link';

export interface PulseScreenProps {
  model: PulseModel;
  now: number;
  back: ComponentChildren;
}

export function PulseScreen({ model, now, back }: PulseScreenProps) {
  const [opened, setOpened] = useState<Figure | null>(null);
  const view = model.view.value;
  const open = (title: string, keys: readonly PostKey[]) => setOpened({ title, keys });
  return (
    <article class="theme-page">
      {back}
      <h1 class="title xl">{t('pulseTitle')}</h1>
      <PulseChoice model={model} onChange={() => setOpened(null)} />
      {model.error.value ? <Problem title={t('themesFault')}>{t('themesFaultHelp')}</Problem> : null}
      {view ? <Told view={view} onOpen={open} /> : <Skeleton rows={3} />}
      {opened ? (
        <Behind key={opened.title} figure={opened} read={model.posts} now={now} onClose={() => setOpened(null)} />
      ) : null}
    </article>
  );
}

type OnOpen = (title: string, keys: readonly PostKey[]) => void;

function Told({ view, onOpen }: { view: Pulse; onOpen: OnOpen }) {
  if (view.now.posts === 0) return <Empty title={t('pulseNothing')}>{t('pulseNothingHelp')}</Empty>;
  const heap = (key: 'pulseSeen' | 'pulseSeenBefore', { posts, people, keys }: Heap, title: string) =>
    rich(
      key,
      <Count word={plural('themePosts', posts)} keys={keys} onOpen={() => onOpen(title, keys)} />,
      <Count word={plural('themePeople', people)} keys={keys} onOpen={() => onOpen(title, keys)} />,
    );
  const words = (said: readonly Said[]) => <WordList said={said} onOpen={onOpen} />;
  return (
    <>
      <p class="say">
        {heap('pulseSeen', view.now, t('pulseHeap'))} {heap('pulseSeenBefore', view.before, t('pulseHeapBeside'))}
      </p>
      {view.capped ? <p class="meta">{t('pulseCapped')}</p> : null}
      <Part title={t('pulseRose')} none={t('pulseNoneRose')} shown={view.rose.length > 0}>
        <MovedList moved={view.rose} onOpen={onOpen} />
      </Part>
      <Part title={t('pulseFaded')} none={t('pulseNoneFaded')} shown={view.faded.length > 0}>
        <MovedList moved={view.faded} onOpen={onOpen} />
      </Part>
      <Part title={t('pulseFresh')} none={t('pulseNoneFresh')} shown={view.fresh.length > 0}>
        {words(view.fresh)}
      </Part>
      {view.more.length > 0 ? (
        <Part title={t('pulseMore')} shown>
          {words(view.more)}
        </Part>
      ) : null}
      <Part title={t('pulseCalled')} none={t('pulseNoneCalled')} shown={view.calledUs.length > 0}>
        {words(view.calledUs)}
        {view.besideUs.length > 0 ? <p class="meta">{t('pulseBesideUs')}</p> : null}
        {words(view.besideUs)}
      </Part>
    </>
  );
}

interface PartProps {
  title: string;
  none?: string;
  shown: boolean;
  children: ComponentChildren;
}

function Part({ title, none, shown, children }: PartProps) {
  return (
    <section class="section">
      <h2 class="h">{title}</h2>
      {shown ? children : <p class="meta">{none}</p>}
    </section>
  );
}

/** A figure that opens what it counts; nothing opens nothing. */
function Count({ word, keys, onOpen }: { word: string; keys: readonly PostKey[]; onOpen: () => void }) {
  return keys.length > 0 ? <LinkButton onClick={onOpen}>{word}</LinkButton> : word;
}

function MovedList({ moved, onOpen }: { moved: readonly Moved[]; onOpen: OnOpen }) {
  return (
    <ul class="list">
      {moved.map(({ id, name, now, before, keys, keysBefore }) => (
        <li key={id}>
          <p>
            <ThemeLink id={id} name={name} />
          </p>
          <p class="meta">
            <Count
              word={plural('themePeople', now)}
              keys={keys}
              onOpen={() => onOpen(t('pulseMovedNow', name), keys)}
            />
            {', '}
            {before === 0
              ? t('pulseWasNone')
              : rich(
                  'pulseWas',
                  <Count
                    word={plural('themePeople', before)}
                    keys={keysBefore}
                    onOpen={() => onOpen(t('pulseMovedBefore', name), keysBefore)}
                  />,
                )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function WordList({ said, onOpen }: { said: readonly Said[]; onOpen: OnOpen }) {
  return (
    <ul class="theme-facts">
      {said.map(({ word, people, keys }) => (
        <li key={word}>
          <bdi>{plain(word)}</bdi>{' '}
          <LinkButton onClick={() => onOpen(word, keys)}>{plural('themePeople', people)}</LinkButton>
        </li>
      ))}
    </ul>
  );
}
