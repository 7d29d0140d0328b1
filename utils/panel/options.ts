/** Opens the options page: the models of settings and welcome, with the real browser behind them. */

import { askToNotify, mayNotify, stopNotifying } from '../browser/notifications';
import { currentWindowId, openPanel } from '../browser/panel';
import { grantedPatterns, onPermissionsChanged, removePermission, requestPermission } from '../browser/permissions';
import { openTabPatterns, ownVersion } from '../browser/tabs-here';
import { database, openDatabase } from '../store/db';
import { kindOfFault } from '../store/errors';
import { type AlertsModel, openAlerts } from './alerts';
import type { Looks } from './appearance';
import { commonSites } from './common-sites';
import { type CopiesModel, openCopies } from './copies';
import { openReadingSettings, type ReadingSettings } from './corrections';
import { healthReport } from './health-report';
import { type KeptModel, openKept } from './kept';
import { type LettingGoModel, openLettingGo } from './letting-go';
import { listenAt, pauseAt } from './listening';
import { modelSettingsDoors } from './model-doors';
import { type ModelSettingsModel, openModelSettings } from './model-settings';
import { type ResetPart, resetPart } from './reset';
import type { RulesModel } from './rules';
import { openSettings, type SettingsModel } from './settings';
import type { SiteRow } from './sites';
import { openSpace, type SpaceModel } from './space';
import { openTrust, type TrustModel } from './trust';
import { type Trial, tryWatch } from './watch-trial';

export interface Options {
  settings: SettingsModel;
  kept: KeptModel;
  copies: CopiesModel;
  lettingGo: LettingGoModel;
  drafting: ModelSettingsModel;
  alerts: AlertsModel;
  reading: ReadingSettings;
  space: SpaceModel;
  trust: TrustModel;
  /** Opened when its section is looked at. */
  rules(ends: AbortSignal): Promise<RulesModel>;
  reset(part: ResetPart): void;
  version: string;
  /** Sites that many listen to, by name. */
  common: ReturnType<typeof commonSites>;
  /** Patterns of the sites open in tabs, as far as the browser tells. */
  tabs: string[];
  tryWatch(query: string, signal: AbortSignal): Promise<Trial>;
  copyReport(row: SiteRow): Promise<void>;
  /** In the click. */
  openDesk(): void;
}

export async function openOptions(looks: Looks, ends: AbortSignal): Promise<Options> {
  await openDatabase();
  const db = database();
  const version = ownVersion();
  const [windowId, tabs] = await Promise.all([currentWindowId().catch(() => null), openTabPatterns()]);
  const settings = openSettings(
    db,
    {
      ask: requestPermission,
      granted: grantedPatterns,
      withdraw: removePermission,
      onPermissions: onPermissionsChanged,
      listen: listenAt,
      pause: pauseAt,
    },
    ends,
  );
  const storage: StorageManager = navigator.storage;
  // Asked once at every opening: the browser grants it without a word, or leaves it.
  void storage.persist?.().catch(() => false);
  const stop = settings.settings.subscribe((value) => {
    if (value) void looks.follow(value);
  });
  ends.addEventListener('abort', stop, { once: true });
  return {
    settings,
    kept: openKept(
      db,
      { pause: pauseAt, withdraw: removePermission, estimate: () => navigator.storage.estimate() },
      ends,
    ),
    alerts: openAlerts(db, settings, { ask: askToNotify, may: mayNotify, withdraw: stopNotifying }, ends),
    reading: openReadingSettings(db, settings.undo, ends),
    drafting: openModelSettings(modelSettingsDoors(ends), ends),
    copies: openCopies(db, version, ends),
    lettingGo: openLettingGo(db, ends),
    space: openSpace(db, storage),
    trust: openTrust(db, ends),
    async rules(stop) {
      const { openRules } = await import('./rules');
      return openRules(db, settings.settings, settings.undo, AbortSignal.any([stop, ends]));
    },
    reset(part) {
      void resetPart(db, part).then((takeBack) => settings.undo.did({ kind: 'reset', part }, takeBack));
    },
    version,
    common: commonSites(),
    tabs,
    tryWatch: (query, signal) => tryWatch(db, query, signal),
    copyReport: (row) => navigator.clipboard.writeText(healthReport(row, version)),
    openDesk() {
      if (windowId !== null) void openPanel(windowId).catch(() => undefined);
    },
  };
}

/** Why the page could not open, in a kind that has words. */
export const troubleOf = kindOfFault;
