/** To listen at a site, or to stop: the settings first, then the background, which reads them. */
import type { SiteSetting } from '../core/settings';
import { sendFromScreen } from '../messaging/channel';
import { database } from '../store/db';
import { changeSettings } from '../store/settings';

/** What a site begins with: everything read there, for ninety days. */
export const NEW_SITE: Omit<SiteSetting, 'pattern'> = { listening: true, keep: 'everything', retentionDays: 90 };

function set(pattern: string, listening: boolean): Promise<unknown> {
  return changeSettings(database(), (was) => {
    const known = was.sites.some((site) => site.pattern === pattern);
    const sites = known
      ? was.sites.map((site) => (site.pattern === pattern ? { ...site, listening } : site))
      : [...was.sites, { ...NEW_SITE, pattern, listening }];
    return { ...was, sites };
  });
}

/** After the browser's permission. */
export async function listenAt(pattern: string): Promise<boolean> {
  await set(pattern, true);
  return (await sendFromScreen('listen', { pattern })).ok;
}

/** What was kept stays. */
export async function pauseAt(pattern: string): Promise<boolean> {
  await set(pattern, false);
  return (await sendFromScreen('pause', { pattern })).ok;
}
