/** Opens the panel: the store, where one is, the word of who opened it; the analysis once something is painted. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { followPanelAddress } from '../browser/panel-address';
import { ownVersion } from '../browser/tabs-here';
import { onTroubleChanged, readTrouble } from '../browser/trouble';
import { DEFAULT_SETTINGS } from '../core/settings';
import { onToHost } from '../messaging/channel-host';
import { database, openDatabase } from '../store/db';
import { returnSnoozed } from '../store/desk';
import { kindOfFault } from '../store/errors';
import type { Looks } from './appearance';
import { type KeptReading, keepReading } from './keep-reading';
import { firstAnswers } from './live';
import { modelDoors } from './model-doors';
import { openPages } from './pages';
import { openPanel, type Panel, type PanelTrouble } from './panel';
import { openRouter, parseRoute } from './router';
import { fullness, NEARLY_FULL } from './space';
import { watchWaking } from './unwoken';

export type Opened =
  | { kind: 'opening' }
  | { kind: 'open'; panel: Panel; reading: KeptReading }
  | { kind: 'failed'; trouble: PanelTrouble };

export function openPanelHere(window: Window, looks: Looks, ends: AbortSignal): ReadonlySignal<Opened> {
  const opened = signal<Opened>({ kind: 'opening' });
  openDatabase({
    onBlocked: () => {
      opened.value = { kind: 'failed', trouble: 'blocked' };
    },
  }).then(
    () => {
      const router = openRouter(window, ends);
      const panel = openPanel({ db: database(), router, pages: openPages, models: modelDoors }, ends);
      // Whoever writes in a page is answered by the analysis that runs here.
      onToHost(
        {
          drafts: (box) => panel.analysis.peek()?.forPages.drafts(box),
          expand: (typed) => panel.analysis.peek()?.forPages.expand(typed),
        },
        ends,
      );
      followPanelAddress((address) => router.go(parseRoute(address)), ends);
      readTrouble().then((trouble) => panel.sayTrouble(trouble?.kind ?? null), ignore);
      onTroubleChanged((trouble) => panel.sayTrouble(trouble?.kind ?? null), ends);
      // Until they are read, the settings are defaults: what was remembered looks better.
      const stop = panel.settings.subscribe((settings) => {
        if (settings !== DEFAULT_SETTINGS) void looks.follow(settings);
      });
      ends.addEventListener('abort', stop, { once: true });
      opened.value = { kind: 'open', panel, reading: keepReading(panel, startAfterPaint, ends) };
      watchWaking(panel, ends);
      returnSnoozed(database()).catch(ignore);
      void fullness(navigator.storage).then((full) => {
        if (full !== null && full >= NEARLY_FULL && !panel.trouble.value) panel.sayTrouble('nearlyFull');
      });
      // Copies that go to the downloads take a page: this is one.
      void copyFromHere(panel).catch(ignore);
    },
    (reason: unknown) => {
      opened.value = { kind: 'failed', trouble: kindOfFault(reason) };
    },
  );
  return opened;
}

/** A store that is slow to answer holds the reading up this long, and no longer. */
const ROWS_MS = 3_000;

/** The worker and its model are asked for when rows stand on the screen, not before. */
async function startAfterPaint() {
  await firstAnswers(ROWS_MS);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60)));
  const { startAnalysis } = await import('../analysis/client');
  return startAnalysis();
}

/** A copy that cannot be made is told where its user looks every day, not only in the settings. */
async function copyFromHere(panel: Panel): Promise<void> {
  const { followUp, copyTrouble } = await import('./copies');
  await followUp(database(), ownVersion());
  if ((await copyTrouble(database())) && !panel.trouble.value) panel.sayTrouble('copyFailed');
}

function ignore(): void {}
