/** The popup's doors to the real browser. */

import { openPanel } from '../browser/panel';
import { sendPanelTo } from '../browser/panel-address';
import { hasPermission, requestPermission } from '../browser/permissions';
import { activeTab } from '../browser/tabs';
import { clearTrouble, readTrouble } from '../browser/trouble';
import { patternOf } from '../core/patterns';
import { sendFromScreen, sendToTab } from '../messaging/channel';
import { database } from '../store/db';
import { readSettings } from '../store/settings';
import type { Looks } from './appearance';
import { listenAt, pauseAt } from './listening';
import { openPopup, type PopupDoors, type PopupModel } from './popup';
import { isAwake } from './unwoken';

const doors: PopupDoors = {
  tab: activeTab,
  glance: (tabId) => sendToTab(tabId, 'glance', {}),
  patternOf: (url) => patternOf(url.href),
  allowed: hasPermission,
  ask: requestPermission,
  listen: listenAt,
  pause: pauseAt,
  captureOnce: (tabId) => sendFromScreen('captureOnce', { tabId }),
  openPanel(windowId, address) {
    // Open first: the browser opens a panel only while the click lasts.
    const opening = openPanel(windowId);
    void sendPanelTo(address);
    // Chromium closes a popup that lost the focus; Firefox leaves it open over the sidebar.
    return opening.then(() => window.close());
  },
  trouble: async () => (await readTrouble())?.kind ?? ((await isAwake()) ? null : 'unwoken'),
  forgetTrouble: clearTrouble,
};

export function openPopupHere(looks: Looks, ends: AbortSignal): PopupModel {
  const model = openPopup(database, doors, ends);
  // Words and colours were taken from memory; what the settings say comes after the first paint.
  readSettings(database())
    .then((settings) => looks.follow(settings))
    .catch(() => undefined);
  return model;
}
