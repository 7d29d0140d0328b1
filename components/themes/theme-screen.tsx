/** A theme's page: who told it first, in their words, against the usual, who and where, and who still waits. */
import './themes.css';
import { useEffect, useState } from 'preact/hooks';
import { hrefOf } from '../../utils/panel/router';
import type { ThemeDetail } from '../../utils/panel/theme-view';
import type { ThemeModel } from '../../utils/panel/themes';
import { DAY, exact } from '../../utils/text/dates';
import { capital } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Name } from '../ui/byline';
import { Empty } from '../ui/empty';
import { Icon } from '../ui/icon';
import { listenForKeys } from '../ui/keys';
import { Menu } from '../ui/menu';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { languageName, placesOf, spoken, usualOf } from './sentences';
import { ThemeName } from './theme-name';
import { People, Quotes, Threads, Waiting } from './theme-parts';
import { Timeline } from './timeline';

export interface ThemeScreenProps {
  model: ThemeModel;
  /** Whether single keys act (a setting). */
  singleKeys: boolean;
}

export function ThemeScreen({ model, singleKeys }: ThemeScreenProps) {
  const view = model.view.value;
  const [renames, setRenames] = useState(false);

  useEffect(() => {
    const ends = new AbortController();
    const keys = () => {
      const shown = model.view.value;
      return shown
        ? {
            n: () => setRenames(true),
            m: () => void (isMuted(shown, model.now.value) ? model.hear() : model.mute(null)),
            p: () => void model.pin(!shown.pinned),
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
      {renames ? (
        <ThemeName
          name={view.name}
          onSave={(name) => {
            setRenames(false);
            void model.rename(name);
          }}
          onCancel={() => setRenames(false)}
        />
      ) : (
        <h1 class="title xl">
          <bdi dir="auto" lang={view.lang ?? undefined}>
            {view.name}
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
      {isMuted(view, now) ? <p class="meta">{silence(view, now)}</p> : null}
      <Story view={view} now={now} />
      <Acts view={view} model={model} muted={isMuted(view, now)} onRename={() => setRenames(true)} />
      <Quotes view={view} now={now} />
      <section class="section" aria-labelledby="theme-days">
        <h2 class="h" id="theme-days">
          {t('themePeopleADay')}
          <small>{t('themeAgainstUsual')}</small>
        </h2>
        <Timeline view={view} now={now} />
      </section>
      <Waiting view={view} now={now} />
      <People view={view} />
      <Threads threads={view.threadList} />
    </article>
  );
}

const isMuted = ({ mutedUntil }: ThemeDetail, now: number) => (mutedUntil ?? 0) > now;

function silence({ mutedUntil }: ThemeDetail, now: number): string {
  const until = mutedUntil ?? now;
  return until - now > 3650 * DAY ? t('themeSilentForGood') : t('themeSilent', exact(until));
}

/** Who began, where it went, and the figures with their denominator. */
function Story({ view, now }: { view: ThemeDetail; now: number }) {
  const { first, across, evidence } = view;
  const person = (id: string, name: string) => (
    <a href={hrefOf({ screen: 'person', id })}>
      <Name>{name}</Name>
    </a>
  );
  const people = (
    <b>
      {plural('themePeople', view.people)} {placesOf(view)}
    </b>
  );
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
          {rich('themeSinceThen', people)}
        </p>
      ) : null}
      <p class="meta">
        {t('themeEvidence', plural('themesSeen', evidence.seen), plural('themeSaySo', evidence.people), usualOf(view))}
      </p>
    </div>
  );
}

interface ActsProps {
  view: ThemeDetail;
  model: ThemeModel;
  muted: boolean;
  onRename: () => void;
}

function Acts({ view, model, muted, onRename }: ActsProps) {
  const [open, setOpen] = useState(false);
  const next = view.waitingPosts[0];
  const items = [
    { id: 'rename', word: t('themeRename'), detail: 'N' },
    { id: 'pin', word: t(view.pinned ? 'themeUnpin' : 'themePin'), detail: 'P' },
    ...(muted
      ? [{ id: 'hear', word: t('themeHear'), detail: 'M' }]
      : [
          { id: 'week', word: t('themeMuteWeek') },
          { id: 'good', word: t('themeMuteGood'), detail: 'M' },
        ]),
    { id: 'reject', word: t('themeReject') },
  ];
  const does: Record<string, () => void> = {
    rename: onRename,
    pin: () => void model.pin(!view.pinned),
    hear: () => void model.hear(),
    week: () => void model.mute(Date.now() + 7 * DAY),
    good: () => void model.mute(null),
    reject: () => void model.reject(),
  };
  return (
    <div class="buttons">
      {next ? (
        <a class="button main" href={hrefOf({ screen: 'thread', thread: next.threadKey, post: next.key })}>
          <Icon name="reply" />
          {plural('themeAnswer', view.waiting.length)}
        </a>
      ) : null}
      <span class="anchored">
        <Button expanded={open} onClick={() => setOpen(!open)}>
          {t('themeMore')}
          <Icon name="down" />
        </Button>
        {open ? (
          <Menu
            label={t('themeMoreLabel')}
            items={items}
            fromStart={!next}
            onPick={(id) => {
              setOpen(false);
              does[id]?.();
            }}
            onClose={() => setOpen(false)}
          />
        ) : null}
      </span>
    </div>
  );
}
