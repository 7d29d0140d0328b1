/** A theme's page: who told it first, in their words, against the usual, who and where, and who still waits. */
import './themes.css';
import { useEffect, useState } from 'preact/hooks';
import { hrefOf } from '../../utils/panel/router';
import type { Slice } from '../../utils/panel/theme-page';
import type { ThemeModel, ThemePage } from '../../utils/panel/themes';
import { capital } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { Icon } from '../ui/icon';
import { listenForKeys } from '../ui/keys';
import { plain } from '../ui/plain';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { OtherLanguages } from './elsewhere';
import { languageName, placesOf, spoken, usualOf } from './sentences';
import { Acts } from './theme-acts';
import { Facts } from './theme-facts';
import { isMuted, Kin } from './theme-kin';
import { ThemeName } from './theme-name';
import { Near, SavedFor, ThemeNotes } from './theme-near';
import { People, Quotes, Threads, Waiting } from './theme-parts';
import { ThemeSilence } from './theme-silence';
import { SliceList } from './theme-slice';
import { Lately, Timeline } from './timeline';

export interface ThemeScreenProps {
  model: ThemeModel;
  /** Whether single keys act (a setting). */
  singleKeys: boolean;
  onExport?: () => void;
}

export function ThemeScreen({ model, singleKeys, onExport }: ThemeScreenProps) {
  const view = model.view.value;
  const [asks, setAsks] = useState<'name' | 'days' | null>(null);
  const [slice, setSlice] = useState<Slice | null>(null);
  const [picks, setPicks] = useState(false);
  const show = (next: Slice | null) => {
    setPicks(false);
    setSlice(next);
  };

  useEffect(() => {
    const ends = new AbortController();
    const keys = () => {
      const shown = model.view.value;
      return shown
        ? {
            n: () => setAsks('name'),
            m: () => void (isMuted(shown, model.now.value) ? model.hear() : model.mute(null)),
            p: () => void model.pin(!shown.pinned),
            a: () => model.writing?.begin(model.target),
            t: () => model.writing?.begin(model.target, undefined, 'tags'),
          }
        : {};
    };
    listenForKeys(document, keys, { singles: () => singleKeys, signal: ends.signal });
    return () => ends.abort();
  }, [model, singleKeys]);

  if (model.error.value) return <Problem title={t('themesFault')}>{t('themesFaultHelp')}</Problem>;
  if (view === undefined) return <Skeleton rows={2} />;
  if (view === null) {
    return (
      <Empty
        title={t('themeGone')}
        action={
          <a class="button" href={hrefOf({ screen: 'themes' })}>
            {t('themeBackToAll')}
          </a>
        }
      >
        {t('themeGoneHelp')}
      </Empty>
    );
  }
  const now = model.now.value;
  return (
    <article class="theme-page">
      <a class="back" href={hrefOf({ screen: 'themes' })}>
        <Icon name="back" />
        {t('themesTitle')}
      </a>
      {asks === 'name' ? (
        <ThemeName
          name={view.name}
          onSave={(name) => {
            setAsks(null);
            void model.rename(name);
          }}
          onCancel={() => setAsks(null)}
        />
      ) : (
        <h1 class="title xl">
          <bdi dir="auto" lang={view.lang ?? undefined}>
            {plain(view.name)}
          </bdi>
        </h1>
      )}
      {view.terms.length > 0 ? (
        <p class="meta theme-also">
          {t(
            'themeAlso',
            view.terms
              .slice(0, 4)
              .map((term) => t('themeQuoted', term))
              .join(', '),
          )}
        </p>
      ) : null}
      <Kin view={view} model={model} now={now} />
      <Story view={view} now={now} onSlice={show} />
      <Acts
        view={view}
        model={model}
        muted={isMuted(view, now)}
        onRename={() => setAsks('name')}
        onSilence={() => setAsks('days')}
        onPick={() => {
          setSlice({ by: 'all' });
          setPicks(true);
        }}
        onExport={onExport}
      />
      {asks === 'days' ? (
        <ThemeSilence
          now={now}
          onMute={(until) => {
            setAsks(null);
            void model.mute(until);
          }}
          onCancel={() => setAsks(null)}
        />
      ) : null}
      <SavedFor view={view} />
      <ThemeNotes model={model} view={view} now={now} />
      {slice ? (
        <SliceList
          key={JSON.stringify([slice, picks])}
          model={model}
          view={view}
          slice={slice}
          picks={picks}
          now={now}
          onClose={() => show(null)}
        />
      ) : null}
      <Quotes view={view} now={now} onAll={() => show({ by: 'all' })} />
      <section class="section" aria-labelledby="theme-days">
        <h2 class="h" id="theme-days">
          {t('themePeopleADay')}
          <small>{t('themeAgainstUsual')}</small>
        </h2>
        <Timeline
          view={view}
          now={now}
          onDay={(at) => show({ by: 'day', at })}
          onSeen={(at) => show({ by: 'seen', at })}
        />
        <Lately view={view} now={now} onSlice={show} />
      </section>
      <Waiting view={view} now={now} />
      <Facts view={view} now={now} onSlice={show} />
      {view.isToldElsewhere ? <OtherLanguages key={view.id} model={model} /> : null}
      <People view={view} onPosts={(id, name) => show({ by: 'person', id, name })} />
      <Threads threads={view.threadList} onPosts={(key, title) => show({ by: 'thread', key, title })} />
      <Near view={view} now={now} onPosts={(people, name) => show({ by: 'shared', people, name })} />
    </article>
  );
}

/** Who began, where it went, and the figures with their denominator. */
function Story({ view, now, onSlice }: { view: ThemePage; now: number; onSlice: (slice: Slice) => void }) {
  const { first, across, evidence } = view;
  const person = (id: string, name: string) => (
    <a href={hrefOf({ screen: 'person', id })}>
      <Name>{name}</Name>
    </a>
  );
  const people = (
    <b>
      <LinkButton onClick={() => onSlice({ by: 'all' })}>
        {plural('themePeople', view.people)} {placesOf(view)}
      </LinkButton>
    </b>
  );
  const usual =
    view.earlier.length > 0 ? (
      <LinkButton onClick={() => onSlice({ by: 'before' })}>{usualOf(view)}</LinkButton>
    ) : (
      usualOf(view)
    );
  const phase = view.mutedUntil === null ? t(`themePhase_${view.phase}`) : '';
  return (
    <div class="theme-story">
      {first ? (
        <p class="say">
          {rich('themeToldFirst', person(first.who.id, first.who.name), spoken(first.at, now), siteName(first.site))}{' '}
          {across ? (
            <>
              {rich(
                'themeAcross',
                capital(spoken(across.at, now)),
                languageName(across.lang ?? ''),
                person(across.who.id, across.who.name),
                siteName(across.site),
              )}{' '}
            </>
          ) : null}
          {rich('themeSinceThen', people)} {phase}
        </p>
      ) : null}
      <p class="meta">
        {rich(
          'themeEvidence',
          <LinkButton onClick={() => onSlice({ by: 'heard' })}>{plural('themesSeen', evidence.seen)}</LinkButton>,
          <LinkButton onClick={() => onSlice({ by: 'said' })}>{plural('themeSaySo', evidence.people)}</LinkButton>,
          usual,
        )}{' '}
        <LinkButton onClick={() => onSlice({ by: 'all' })}>{plural('themeSeePosts', view.held)}</LinkButton>
      </p>
    </div>
  );
}
