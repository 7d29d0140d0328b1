/** The panel: head, one screen, what was just done, what is being listened to. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FollowUpLine } from '../../components/replies/follow-up';
import { Foot } from '../../components/shell/foot';
import { Head } from '../../components/shell/head';
import { KeysSheet } from '../../components/shell/keys-sheet';
import { PaletteSheet } from '../../components/shell/palette';
import { Toasts } from '../../components/shell/toasts';
import { Boundary } from '../../components/ui/boundary';
import { Progress } from '../../components/ui/progress';
import { StoreTrouble } from '../../components/ui/store-trouble';
import type { OurPromise } from '../../utils/core/promise';
import { type DeskModel, deskModel } from '../../utils/panel/desk';
import { type FollowUps, followUpsModel } from '../../utils/panel/follow-ups';
import { heardModel } from '../../utils/panel/heard';
import type { KeptReading } from '../../utils/panel/keep-reading';
import { listenHere } from '../../utils/panel/listen-here';
import { type PaletteResult, paletteModel } from '../../utils/panel/palette';
import type { Panel } from '../../utils/panel/panel';
import { hrefOf, type Route, sectionOf } from '../../utils/panel/router';
import { number } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { t } from '../../utils/text/t';
import { CannotRead } from './cannot-read';
import { later } from './later';
import { DeskRoute, ThreadRoute } from './screens';
import { useKeys } from './use-keys';
import { useOwned } from './use-owned';

const ReadyRoute = later(() => import('./ready-route').then(({ ReadyRoute }) => ReadyRoute));
const ThemesRoute = later(() => import('./theme-routes').then(({ ThemesRoute }) => ThemesRoute));
const ThemeRoute = later(() => import('./theme-routes').then(({ ThemeRoute }) => ThemeRoute));
const PeopleRoute = later(() => import('./people-routes').then(({ PeopleRoute }) => PeopleRoute));
const PersonRoute = later(() => import('./people-routes').then(({ PersonRoute }) => PersonRoute));
const TiesRoute = later(() => import('./ties-route').then(({ TiesRoute }) => TiesRoute));
const SearchRoute = later(() => import('./search-route').then(({ SearchRoute }) => SearchRoute));
const PulseRoute = later(() => import('./pulse-route').then(({ PulseRoute }) => PulseRoute));
const LetterRoute = later(() => import('./pulse-route').then(({ LetterRoute }) => LetterRoute));
const StepsSheet = later(() => import('../../components/shell/steps').then(({ StepsSheet }) => StepsSheet));
const ExportHere = later(() => import('./export-here').then(({ ExportHere }) => ExportHere));

/** Fewer than this are read before a reader could see the line. */
const WORTH_SAYING = 200;

export function App({ panel, reading }: { panel: Panel; reading: KeptReading }) {
  const [sheet, setSheet] = useState<'keys' | 'palette' | 'export' | 'steps' | null>(null);
  const { router, undo } = panel;
  const route = router.route.value;
  const now = panel.now.value;
  const desk = useOwned('desk', (ends) => deskModel(panel, ends));
  const heard = useOwned('heard', (ends) => heardModel(panel, ends));
  const listen = useOwned('listen', (ends) => listenHere(ends));
  const followUps = useOwned('followUps', (ends) => followUpsModel(panel, ends));
  const progress = reading.progress.value;
  const trouble = panel.trouble.value ?? panel.fault.value?.kind ?? null;

  // On the desk the newest promise, in a conversation its own.
  const promises = promisesHere(followUps, route);
  const [promise] = promises;

  const section = sectionOf(route);
  // The keys on labels stand only while they act.
  const { singleKeys } = panel.settings.value;
  useEffect(() => {
    document.documentElement.dataset.keys = singleKeys ? 'on' : 'off';
  }, [singleKeys]);
  // Another screen is heard from its beginning, unless it gives the focus to something itself.
  const { screen } = route;
  const first = useRef(screen);
  useEffect(() => {
    if (first.current === screen) return;
    first.current = screen;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [screen]);
  useEffect(() => {
    document.title = `${t(`section_${section}`)} · Tertulia`;
  }, [section]);

  useKeys(panel, {
    '?': () => setSheet('keys'),
    'ctrl+k': () => setSheet('palette'),
    'ctrl+z': () => void undo.undo(),
    u: () => setSheet('steps'),
    p: promise && (() => void followUps.takeOn(promise)),
    'g d': () => router.go({ screen: 'desk', tab: 'open' }),
    'g t': () => router.go({ screen: 'themes' }),
    'g s': () => router.go({ screen: 'search', query: '' }),
    'g p': () => router.go({ screen: 'people' }),
    'g r': () => router.go({ screen: 'ready', part: null }),
  });

  const pick = (result: PaletteResult, to: Route | null) => {
    setSheet(null);
    if (to) router.go(to);
    else if (result.kind === 'act' && result.act === 'keys') setSheet('keys');
    else if (result.kind === 'act' && result.act === 'settings') panel.pages.openSettings();
    else if (result.kind === 'act' && (result.act === 'export' || result.act === 'steps')) setSheet(result.act);
    else if (result.kind === 'act' && result.act === 'group')
      desk.groupBy(desk.by.value === 'person' ? 'conversation' : 'person');
    // The palette gives the focus back when it closes; the note takes it after that.
    else setTimeout(() => noteOnHand(desk), 0);
  };

  return (
    <>
      <Head route={route} onSearch={() => setSheet('palette')} onSettings={panel.pages.openSettings} />
      <main id="main" tabIndex={-1}>
        {trouble ? <StoreTrouble kind={trouble} /> : null}
        {progress && progress.total >= WORTH_SAYING ? (
          <div class="reading-now">
            <Progress label={t('readingLabel')} done={progress.done} total={progress.total} onStop={reading.stop}>
              {rich('readingNow', <b>{number(progress.done)}</b>, number(progress.total))}
            </Progress>
          </div>
        ) : null}
        <FollowUpLine promises={promises} model={followUps} now={now} />
        <Boundary key={route.screen === 'desk' ? 'desk' : hrefOf(route)} instead={<CannotRead />}>
          {route.screen === 'desk' ? (
            <DeskRoute panel={panel} model={desk} heard={heard} listen={listen} promises={followUps.open.value} />
          ) : route.screen === 'thread' ? (
            <ThreadRoute
              panel={panel}
              thread={route.thread}
              post={route.post}
              promises={followUps.open.value}
              onExport={() => setSheet('export')}
            />
          ) : route.screen === 'themes' ? (
            <ThemesRoute panel={panel} />
          ) : route.screen === 'theme' ? (
            <ThemeRoute panel={panel} id={route.id} onExport={() => setSheet('export')} />
          ) : route.screen === 'pulse' ? (
            <PulseRoute panel={panel} />
          ) : route.screen === 'letter' ? (
            <LetterRoute panel={panel} />
          ) : route.screen === 'people' ? (
            <PeopleRoute panel={panel} />
          ) : route.screen === 'ties' ? (
            <TiesRoute panel={panel} />
          ) : route.screen === 'search' ? (
            <SearchRoute panel={panel} query={route.query} />
          ) : route.screen === 'ready' ? (
            <ReadyRoute panel={panel} part={route.part} />
          ) : (
            <PersonRoute key={route.id} panel={panel} id={route.id} />
          )}
        </Boundary>
      </main>
      <Toasts undo={undo} now={now} />
      <Foot last={heard.last.value} halfRead={heard.halfRead.value} now={now} onKeys={() => setSheet('keys')} />
      {sheet === 'keys' ? (
        <KeysSheet singleKeys={panel.settings.value.singleKeys} onClose={() => setSheet(null)} />
      ) : null}
      {sheet === 'steps' ? <StepsSheet undo={undo} now={now} onClose={() => setSheet(null)} /> : null}
      {sheet === 'export' ? <ExportHere panel={panel} route={route} onClose={() => setSheet(null)} /> : null}
      {sheet === 'palette' ? (
        <PaletteHere panel={panel} route={route} onPick={pick} onClose={() => setSheet(null)} />
      ) : null}
    </>
  );
}

function promisesHere(followUps: FollowUps, route: Route): readonly OurPromise[] {
  const all = followUps.proposed.value;
  if (route.screen === 'desk') return all;
  return route.screen === 'thread' ? all.filter(({ threadKey }) => threadKey === route.thread) : [];
}

function noteOnHand(desk: DeskModel): void {
  const key = desk.hand.value;
  if (key) desk.writing.begin(`post:${key}`, desk.notes.value.get(key));
}

interface PaletteHereProps {
  panel: Panel;
  route: Route;
  onPick: (result: PaletteResult, to: Route | null) => void;
  onClose: () => void;
}

function PaletteHere({ panel, route, onPick, onClose }: PaletteHereProps) {
  const model = useOwned('palette', (ends) =>
    paletteModel(
      panel,
      {
        acts:
          route.screen === 'desk'
            ? ['search', 'note', 'group', 'export', 'steps', 'keys', 'settings']
            : ['search', 'export', 'steps', 'keys', 'settings'],
        wordOf: (what) =>
          what === 'desk' || what === 'themes' || what === 'people' || what === 'ready'
            ? t(`section_${what}`)
            : t(`act_${what}`),
      },
      ends,
    ),
  );
  return (
    <PaletteSheet
      model={model}
      now={panel.now.value}
      onPick={(result) => onPick(result, model.routeOf(result))}
      onClose={onClose}
    />
  );
}
