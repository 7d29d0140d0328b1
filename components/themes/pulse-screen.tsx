/** The pulse: what rose and faded, which words are new, what people call us. Every figure opens its posts. */
import './themes.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Post, PostKey } from '../../utils/core/post';
import type { Asked, Moved, Pulse, PulseModel } from '../../utils/panel/pulse';
import type { Said } from '../../utils/panel/pulse-words';
import { hrefOf } from '../../utils/panel/router';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { Select } from '../ui/fields';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { PostsSaid } from './posts-said';

export interface PulseScreenProps {
  model: PulseModel;
  now: number;
  back: ComponentChildren;
}

const DAYS = [1, 7, 30] as const;
/** Posts shown of a figure. */
const MOST = 20;

interface Opened {
  title: string;
  posts: Post[];
  all: number;
}

export function PulseScreen({ model, now, back }: PulseScreenProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const view = model.view.value;
  const open = (title: string, keys: readonly PostKey[]) => {
    const newest = keys.slice(0, MOST);
    void model.posts(newest).then((posts) => setOpened({ title, posts, all: keys.length }));
  };
  return (
    <article class="theme-page">
      {back}
      <h1 class="title xl">{t('pulseTitle')}</h1>
      <Choice model={model} onChange={() => setOpened(null)} />
      {model.error.value ? <Problem title={t('themesFault')}>{t('themesFaultHelp')}</Problem> : null}
      {view ? <Told view={view} onOpen={open} /> : <Skeleton rows={3} />}
      {opened ? <Behind opened={opened} now={now} onClose={() => setOpened(null)} /> : null}
    </article>
  );
}

function Choice({ model, onChange }: { model: PulseModel; onChange: () => void }) {
  const asked = model.asked.value;
  const sites = model.sites.value ?? [];
  const ask = (to: Partial<Asked>) => {
    onChange();
    model.ask(to);
  };
  const communities = sites.map((site) => ({ value: site, word: siteName(site) }));
  const beside = asked.beside === 'site' ? `site ${asked.other}` : 'before';
  return (
    <div class="pulse-choice">
      <Select
        label={t('pulseDays')}
        value={String(asked.days)}
        options={DAYS.map((days) => ({ value: String(days), word: t(`pulseDays_${days}`) }))}
        onChange={(days) => ask({ days: Number(days) as Asked['days'] })}
      />
      <Select
        label={t('pulseSite')}
        value={asked.site ?? ''}
        options={[{ value: '', word: t('pulseEverywhere') }, ...communities]}
        onChange={(site) => ask(site ? { site } : { site: null, beside: 'before', other: null })}
      />
      <Select
        label={t('pulseBeside')}
        value={beside}
        options={[
          { value: 'before', word: t('pulseBefore') },
          ...(asked.site
            ? communities
                .filter(({ value }) => value !== asked.site)
                .map(({ value, word }) => ({ value: `site ${value}`, word }))
            : []),
        ]}
        onChange={(to) =>
          ask(to === 'before' ? { beside: 'before', other: null } : { beside: 'site', other: to.slice('site '.length) })
        }
      />
    </div>
  );
}

type OnOpen = (title: string, keys: readonly PostKey[]) => void;

function Told({ view, onOpen }: { view: Pulse; onOpen: OnOpen }) {
  if (view.now.posts === 0) return <Empty title={t('pulseNothing')}>{t('pulseNothingHelp')}</Empty>;
  const words = (said: readonly Said[]) => <WordList said={said} onOpen={onOpen} />;
  return (
    <>
      <p class="say">
        {t('pulseSeen', plural('themePosts', view.now.posts), plural('themePeople', view.now.people))}{' '}
        {t('pulseSeenBefore', plural('themePosts', view.before.posts), plural('themePeople', view.before.people))}
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

function MovedList({ moved, onOpen }: { moved: readonly Moved[]; onOpen: OnOpen }) {
  return (
    <ul class="list">
      {moved.map(({ id, name, now, before, keys }) => (
        <li key={id}>
          <p>
            <a class="quiet-link" href={hrefOf({ screen: 'theme', id })}>
              <Name>{name}</Name>
            </a>
          </p>
          <p class="meta">
            <LinkButton onClick={() => onOpen(name, keys)}>{plural('themePeople', now)}</LinkButton>
            {`, ${before === 0 ? t('pulseWasNone') : t('pulseWas', plural('themePeople', before))}`}
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
          <bdi>{word}</bdi> <LinkButton onClick={() => onOpen(word, keys)}>{plural('themePeople', people)}</LinkButton>
        </li>
      ))}
    </ul>
  );
}

function Behind({ opened, now, onClose }: { opened: Opened; now: number; onClose: () => void }) {
  const { title, posts, all } = opened;
  return (
    <section class="section" aria-labelledby="pulse-behind" ref={(element) => element?.scrollIntoView?.()}>
      <h2 class="h" id="pulse-behind">
        <Name>{title}</Name>
        <small>
          {plural('themePosts', all)} · <LinkButton onClick={onClose}>{t('themeSliceClose')}</LinkButton>
        </small>
      </h2>
      <PostsSaid posts={posts} now={now} room={200} />
    </section>
  );
}
