/**
 * Capture that is silently dead is the worst of all: a browser can lose track of the background (a power cut within seconds
 * of installing does it in Chromium), wakes it for nothing any more, and says so to nobody. So the screens ask.
 */
import { browser } from 'wxt/browser';
import { sendFromScreen } from '../messaging/channel';
import type { Panel } from './panel';

/** A worker that has to be started on a busy machine answers within this, ms. */
const ANSWER_MS = 5_000;
/** Between two questions: what died while the panel stands open is told as well. */
const EVERY_MS = 60_000;
/** The first waits until everything that is asked for at the beginning was. */
const FIRST_MS = 2_000;

/** Does the background answer? Wakes it if it sleeps. */
export async function isAwake(most = ANSWER_MS): Promise<boolean> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, most, null));
  const answer = await Promise.race([sendFromScreen('awake', {}).catch(() => null), late]);
  return answer?.ok === true;
}

/** Asks now and then while somebody looks. Only two silences in a row are told: one may be the machine's. */
export function watchWaking(
  panel: Pick<Panel, 'trouble' | 'sayTrouble'>,
  ends: AbortSignal,
  ask: () => Promise<boolean> = isAwake,
): void {
  let timer: ReturnType<typeof setTimeout>;
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'hidden') {
      const awake = (await ask()) || (await ask());
      if (ends.aborted) return;
      if (!awake && !panel.trouble.value) panel.sayTrouble('unwoken');
      if (awake && panel.trouble.value === 'unwoken') panel.sayTrouble(null);
    }
    timer = setTimeout(look, EVERY_MS);
  };
  timer = setTimeout(look, FIRST_MS);
  ends.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** Starts the whole extension again, this screen with it: the browser then knows its background once more. */
export function startAgain(): void {
  browser.runtime.reload();
}
