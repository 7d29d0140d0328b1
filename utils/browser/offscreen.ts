/**
 * A page without a screen, in which the analysis runs while no screen is open. A service worker may not start a worker of
 * its own; an event page (Firefox) may, and needs no such page.
 */
import { browser } from 'wxt/browser';

const SINCE = 'session:offscreenSince';
/** Nothing takes so long: a page still open then is stuck. */
const STUCK_MS = 30 * 60_000;

/** Whether this browser has them (and needs them). */
export function hasOffscreen(): boolean {
  return 'offscreen' in browser;
}

/** Opens it, unless it is at work. It says `analysed` when it is done. */
export async function openOffscreen(now: number): Promise<void> {
  if (await browser.offscreen.hasDocument()) {
    const since = (await browser.storage.session.get(SINCE))[SINCE];
    if (typeof since === 'number' && now - since < STUCK_MS) return;
    await browser.offscreen.closeDocument();
  }
  await browser.storage.session.set({ [SINCE]: now });
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['WORKERS' as never],
    justification: 'Reads what was heard and looks for themes while no screen is open.',
  });
}

export async function closeOffscreen(): Promise<void> {
  if (await browser.offscreen.hasDocument()) await browser.offscreen.closeDocument();
}
